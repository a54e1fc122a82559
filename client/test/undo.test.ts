import { beforeEach, expect, test } from "vitest";
import { Desk, start } from "./support/Desk.js";
import type { Card } from "./mirror/index.js";
import { applied, type Page } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";

let page: Page;
let a: Card;
let b: Card;

beforeEach(async () => {
  ({ page, a, b } = await Desk.open());
});

forbidUnhandledRejections();

/** The server does the turn that was asked for last. */
function apply(result: object | null = null): void {
  const { turn } = page.socket.turns.at(-1)!;
  page.socket.say({ ...applied(turn), results: [result as never] });
}

/** The server does the turn that was asked for last, and publishes a batch of it. */
function published(seq: number, result: object | null = null): void {
  const { turn } = page.socket.turns.at(-1)!;
  page.socket.say({ ...applied(turn, seq), results: [result as never] }, { event: "batch", seq, events: [] });
}

function refuse(code: "notFound" | "forbidden"): void {
  page.socket.say({ event: "verdict", turn: page.socket.turns.at(-1)!.turn, outcome: "rejected", error: { code, message: "no" } });
}

function lastOp(): object {
  return page.socket.turns.at(-1)!.ops[0]!;
}

test("takes the last turn back, then the one before, and does them again in the order in which they were done", async () => {
  a.title = "1";
  b.title = "2";
  const undone = page.session.undo();
  expect(lastOp()).toEqual({ event: "undo", turn: 2 });
  apply({ skipped: [{ id: b.id, property: "title" }] });
  expect(await undone).toEqual({ skipped: [{ id: b.id, property: "title" }] });
  void page.session.undo();
  expect(lastOp()).toEqual({ event: "undo", turn: 1 });
  expect([page.session.canUndo, page.session.canRedo]).toEqual([false, true]);
  void page.session.redo();
  expect(lastOp()).toEqual({ event: "redo", turn: 1 });
  void page.session.redo();
  expect(lastOp()).toEqual({ event: "redo", turn: 2 });
  expect([page.session.canUndo, page.session.canRedo]).toEqual([true, false]);
});

test("the event pending tells of each change of what can be taken back", async () => {
  const told: (readonly [undo: boolean, redo: boolean, pending: number])[] = [];
  page.session.on("pending", ({ turns }) => told.push([page.session.canUndo, page.session.canRedo, turns.length]));
  a.title = "1";
  published(1);
  const undone = page.session.undo();
  published(2, { skipped: [] });
  await undone;
  const redone = page.session.redo();
  refuse("forbidden");
  await expect(redone).rejects.toMatchObject({ code: "forbidden" });
  expect(told).toEqual([
    [true, false, 1],
    [true, false, 0],
    [false, true, 1],
    [false, true, 0],
    [true, false, 1],
    [false, false, 0],
  ]);
});

test("with nothing to take back asks for nothing", async () => {
  expect([await page.session.undo(), await page.session.redo(), page.socket.turns.length]).toEqual([undefined, undefined, 0]);
});

test("a new turn ends what could be done again", async () => {
  a.title = "1";
  void page.session.undo();
  b.title = "2";
  expect(page.session.canRedo).toBe(false);
});

test("a turn that publishes nothing, such as the move of a pointer, is passed over, and leaves what can be done again", () => {
  a.title = "1";
  published(1);
  void page.session.undo();
  published(2, { skipped: [] });
  b.title = "pointer";
  expect([page.session.canUndo, page.session.canRedo]).toEqual([true, false]);
  apply();
  expect([page.session.canUndo, page.session.canRedo]).toEqual([false, true]);
  void page.session.redo();
  expect(lastOp()).toEqual({ event: "redo", turn: 1 });
});

test("what is undone before its verdict has come can be done again, and what was undone before it cannot", async () => {
  a.title = "1";
  published(1);
  void page.session.undo();
  published(2, { skipped: [] });
  b.title = "3";
  const { turn } = page.socket.turns.at(-1)!;
  void page.session.undo();
  page.socket.say(applied(turn, 3), { event: "batch", seq: 3, events: [] });
  apply({ skipped: [] });
  expect(page.session.canRedo).toBe(true);
  void page.session.redo();
  expect(lastOp()).toEqual({ event: "redo", turn });
  expect(page.session.canRedo).toBe(false);
});

test("a turn that was refused is not there to be taken back", async () => {
  a.title = "1";
  b.title = "2";
  refuse("forbidden");
  void page.session.undo();
  expect(lastOp()).toEqual({ event: "undo", turn: 1 });
});

test("what the server cannot take back is passed over the next time", async () => {
  a.title = "1";
  b.title = "2";
  const undone = page.session.undo();
  refuse("notFound");
  await expect(undone).rejects.toMatchObject({ code: "notFound" });
  expect(page.session.canRedo).toBe(false);
  void page.session.undo();
  expect(lastOp()).toEqual({ event: "undo", turn: 1 });
});

test("what was not asked for in the end can still be undone", async () => {
  a.title = "1";
  published(1);
  let undone: Promise<unknown> | undefined;
  const turn = (): unknown => page.session.turn(() => {
    undone = page.session.undo();
    undone.catch(() => {});
    throw new Error("Not that way.");
  });
  expect(turn).toThrow("Not that way.");
  await expect(undone).rejects.toThrow();
  expect([page.session.canUndo, page.session.canRedo, page.socket.turns.length]).toEqual([true, false, 1]);
});

test("a server that has forgotten this client takes nothing back, and the event pending tells", () => {
  a.title = "1";
  published(1);
  const told: boolean[] = [];
  page.session.on("pending", () => told.push(page.session.canUndo));
  page.reconnect(start, { turns: { lost: true } });
  expect(told).toEqual([false]);
});

test("waits offline like any turn", async () => {
  page.socket.drop();
  a.title = "1";
  void page.session.undo();
  expect(page.session.pending.map(({ ops }) => ops[0]!.event)).toEqual(["set", "undo"]);
});
