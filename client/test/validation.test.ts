import { beforeEach, expect, test } from "vitest";
import { CapsuleRefusal, type Rule } from "capsule-client";
import { Card, Lane } from "./mirror/index.js";
import { Page } from "./support/Page.js";
import { board, card, lane } from "./support/xports.js";

// The mirrors of these tests have no rules: here are some.
const attributes = Card.metadata.attributes as unknown as Record<string, { rules?: readonly Rule[]; optional?: boolean }>;
attributes.title!.rules = [
  { rule: "required", message: "The Title field is required." },
  { rule: "length", min: 0, max: 5, message: "Too long." },
];
attributes.points!.rules = [{ rule: "range", min: 0, max: 9, key: "Texts.Points" }];
attributes.points!.optional = true;

let page: Page;
let a: Card;

beforeEach(async () => {
  page = await Page.live(board(lane("todo", card("a"))));
  a = page.board.lanes.at(0)!.cards.at(0)!;
});

test("a set that breaks a rule is refused as the server would, and not sent", async () => {
  const refused: CapsuleRefusal[] = [];
  page.session.on("refused", (refusal) => void refused.push(refusal));
  await expect(a.setServer({ title: "too long" })).rejects.toMatchObject({ code: "invalid", message: "Too long.", attribute: "title", op: 0, turn: undefined });
  a.title = " ";
  expect(refused.map(({ message }) => message)).toEqual(["Too long.", "The Title field is required."]);
  expect(page.socket.turns).toEqual([]);
});

test("an add is checked with what it leaves out, and with all below it", async () => {
  await expect(page.board.lanes.at(0)!.cards.addServer({ points: 1 })).rejects.toBeInstanceOf(CapsuleRefusal);
  await expect(page.board.lanes.addServer({ cards: [{ title: "fine" }, { title: "not fine" }] })).rejects.toMatchObject({ message: "Too long.", attribute: "title" });
  expect(page.socket.turns).toEqual([]);
  void page.board.lanes.at(0)!.cards.addServer({ title: "fine" });
  expect(page.socket.turns.length).toBe(1);
});

test("where only the server knows the message, it is asked", () => {
  void a.setServer({ points: 10 });
  expect(page.socket.turns.length).toBe(1);
});

test("a model and an input are validated for forms", () => {
  expect(a.validate()).toEqual([]);
  expect(Card.validate({ title: "", points: -1 })).toEqual([
    { attribute: "title", message: "The Title field is required." },
    { attribute: "points", message: "Texts.Points", isKey: true },
  ]);
  expect(Lane.validate({ cards: [{}] }).map(({ attribute }) => attribute)).toEqual(["title"]);
});
