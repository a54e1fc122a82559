import { beforeEach, describe, expect, test, vi } from "vitest";
import { CapsuleRefusal, type Op } from "capsule-client";
import { Card } from "./mirror/index.js";
import { applied, limits, Page } from "./support/Page.js";
import { forbidUnhandledRejections, isSettled, settled } from "./support/promises.js";
import { board, card, id, lane } from "./support/xports.js";

const start = board(lane("todo", card("a", { dueAt: "2026-01-02T03:04:05.1234567+02:00" }), card("b"), card("c")), lane("doing", card("d")));

let page: Page;
let a: Card;

beforeEach(async () => {
  page = await Page.live(start);
  a = page.board.lanes.at(0)!.cards.at(0)!;
});

forbidUnhandledRejections();

function ops(): readonly Op[] {
  return page.socket.turns.flatMap((turn) => turn.ops);
}

describe("a turn that is applied", () => {
  test("settles when its batch has been applied, not when its verdict comes", async () => {
    const promise = a.setServer({ title: "New" });
    page.socket.say(applied(1, 2));
    expect(await isSettled(promise)).toBe(false);
    page.batch();
    expect(await isSettled(promise)).toBe(false);
    page.batch({ event: "change", id: a.id, data: { title: "New" } });
    await expect(promise).resolves.toBe(undefined);
    expect(a.title).toBe("New");
  });

  test("settles at once when it changed nothing", async () => {
    const promise = a.deleteServer();
    page.socket.say(applied(1));
    await expect(promise).resolves.toBe(undefined);
  });

  test("gives the result of a method", async () => {
    const promise = a.callServerMethod("estimate", 3);
    page.socket.say(applied(1, 1, 7), { event: "batch", seq: 1, events: [] });
    await expect(promise).resolves.toBe(7);
  });

  test("gives the live model of an add, whatever happens to it next", async () => {
    const promise = page.board.lanes.at(1)!.cards.addServer({ title: "New" });
    const added = (ops()[0] as { data: { attrs: { id: string } } }).data.attrs.id;
    page.socket.say(
      applied(1, 1),
      { event: "batch", seq: 1, events: [{ event: "add", collection: id("doing/c"), at: 1, data: { ...card("n"), attrs: { ...card("n").attrs, id: added } } }] },
      { event: "batch", seq: 2, events: [{ event: "remove", id: added, collection: id("doing/c") }] },
    );
    const model = await promise;
    expect(model).toBeInstanceOf(Card);
    expect(model.id).toBe(added);
  });

  test("an add that this user does not see is an error that says so", async () => {
    const promise = page.board.lanes.addServer({});
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [] });
    await expect(promise).rejects.toMatchObject({ code: "notFound", message: expect.stringContaining("does not see it") as string });
  });

  test("confirms what has been received", () => {
    for (let index = 0; index < 3; index++) void a.incrementServer("points");
    page.socket.say(applied(1));
    void a.incrementServer("points");
    page.socket.say(applied(3));
    void a.incrementServer("points");
    page.socket.say(applied(2));
    void a.incrementServer("points");
    expect(page.socket.turns.map(({ turn, confirmed }) => [turn, confirmed])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 1],
      [5, 1],
      [6, 3],
    ]);
  });

  test("a second verdict of the same turn does nothing", async () => {
    const refused = vi.fn();
    page.session.on("refused", refused);
    const promise = a.deleteServer();
    page.socket.say(applied(1));
    page.socket.say({ event: "verdict", turn: 1, outcome: "rejected", error: { code: "failed", message: "" } }, applied(99));
    await expect(promise).resolves.toBe(undefined);
    expect(refused).not.toHaveBeenCalled();
  });
});

describe("a turn that is refused", () => {
  const no = { event: "verdict", turn: 1, outcome: "rejected", error: { code: "forbidden", message: "Not yours.", op: 0, attribute: "title" } } as const;

  test("rejects its promise and raises refused, with what was asked for", async () => {
    const refused = vi.fn();
    page.session.on("refused", refused);
    const promise = a.setServer({ title: "New" });
    page.socket.say(no);
    const error = await promise.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CapsuleRefusal);
    expect(error).toMatchObject({
      name: "CapsuleRefusal",
      code: "forbidden",
      message: "Not yours.",
      op: 0,
      attribute: "title",
      turn: 1,
      ops: [{ event: "set", id: a.id, change: { title: "New" } }],
    });
    expect(refused.mock.calls).toEqual([[error]]);
    expect(a.title).toBe("a");
  });

  test.each<[string, () => void]>([
    ["an assignment", () => void (a.title = "New")],
    ["a set", () => void a.setServer({ title: "New" })],
    ["a delete", () => void a.deleteServer()],
    ["an add", () => void page.board.lanes.addServer({})],
    ["a move", () => void a.moveServer(0)],
    ["a method", () => void a.callServerMethod("archive", "")],
    ["a set of all items", () => void page.board.lanes.at(0)!.cards.setAllServer({ done: true })],
  ])("%s that nobody awaits is no unhandled rejection", async (_, act) => {
    const refused = vi.fn();
    page.session.on("refused", refused);
    act();
    page.socket.say(no);
    await settled();
    expect(refused).toHaveBeenCalledOnce();
  });

  test("one that is too large for the server is not sent", async () => {
    const refused = vi.fn();
    page.session.on("refused", refused);
    const promise = a.setServer({ title: "é".repeat(limits.messageBytes / 2) });
    await expect(promise).rejects.toMatchObject({ name: "CapsuleRefusal", code: "tooLarge", turn: undefined, message: expect.stringContaining("messageBytes") as string });
    expect([ops().length, refused.mock.calls.length]).toEqual([0, 1]);
    void a.deleteServer();
    expect(page.socket.turns[0]!.turn).toBe(1);
  });
});
