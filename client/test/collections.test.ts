import { beforeEach, expect, test } from "vitest";
import type { Collection } from "capsule-client";
import type { Card } from "./mirror/index.js";
import { Page } from "./support/Page.js";
import { isSettled } from "./support/promises.js";
import { board, card, lane } from "./support/xports.js";

let page: Page;
let cards: Collection<Card>;

beforeEach(async () => {
  page = await Page.live(board(lane("todo", card("a", { dueAt: "2026-01-02T03:04:05.1234567+02:00" }), card("b"), card("c"))));
  ({ cards } = page.board.lanes.at(0)!);
});

test("items are found by the value of an attribute, whatever its type", () => {
  expect(cards.filterByProperty("title", "b").map((item) => item.title)).toEqual(["b"]);
  expect(cards.findByProperty("dueAt", new Date("2026-01-02T01:04:05.123Z"))).toBe(undefined);
  expect(cards.findByProperty("dueAt", cards.at(0)!.dueAt)).toBe(cards.at(0));
  expect(cards.findByProperty("dueAt", null)).toBe(cards.at(1));
  expect(cards.filterByProperty("tags", [])).toEqual([...cards].filter((item) => item.tags.length === 0));
  expect(() => cards.findByProperty("nothing" as "title", "b")).toThrow("has no attribute");
  expect(() => cards.findByProperty("title", 1 as unknown as string)).toThrow(TypeError);
});

test("all are set, each in its turn", async () => {
  const done = cards.setAllServer({ done: true });
  void cards.setAllServer({ points: 8 });
  expect(page.socket.turns.flatMap((turn) => turn.ops)).toEqual([
    ...[...cards].map(({ id }) => ({ event: "set", id, change: { done: true } })),
    ...[...cards].map(({ id }) => ({ event: "set", id, change: { points: 8 } })),
  ]);
  expect(await isSettled(done)).toBe(false);
  expect(() => cards.setAllServer({ title: 1 as unknown as string })).toThrow(TypeError);
});
