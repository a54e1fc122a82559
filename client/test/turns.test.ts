import { beforeEach, describe, expect, test, vi } from "vitest";
import { CapsuleQueueLost, type Xport } from "capsule-client";
import type { AddOp } from "capsule-client/protocol";
import { Card } from "./mirror/index.js";
import { applied, limits, Page } from "./support/Page.js";
import { forbidUnhandledRejections, isSettled } from "./support/promises.js";
import { board, card, id, lane } from "./support/xports.js";

const start = board(lane("todo", card("a", { dueAt: "2026-01-02T03:04:05.1234567+02:00" }), card("b"), card("c")), lane("doing", card("d")));

let page: Page;
let a: Card;

beforeEach(async () => {
  page = await Page.live(start);
  a = page.board.lanes.at(0)!.cards.at(0)!;
});

forbidUnhandledRejections();

describe("turns on the way", () => {
  test("no more than the server takes are sent unanswered", async () => {
    page = await Page.live(start, { limits: { ...limits, turnsInFlight: 2 } });
    const { title: _, ...model } = { title: "", model: page.board };
    for (let index = 0; index < 4; index++) void model.model.setServer({ title: String(index) });
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1, 2]);
    page.socket.say(applied(1, 1));
    expect(page.socket.turns.map(({ turn, confirmed }) => [turn, confirmed])).toEqual([[1, 0], [2, 0], [3, 1]]);
  });

  test("a held turn is sent again after the time that the server names, with those behind it (promise 9)", () => {
    for (let index = 0; index < 3; index++) void a.incrementServer("points");
    page.socket.say(
      applied(1),
      { event: "hold", turn: 2, code: "rateLimited", retryAfterMs: 400 },
      { event: "hold", turn: 3, code: "gap", next: 2 },
    );
    void a.incrementServer("points");
    page.clock.pass(399);
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1, 2, 3]);
    page.clock.pass(1);
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 2, 3, 4]);
    expect(page.socket.turns[3]!.ops).toEqual(page.socket.turns[1]!.ops);
  });

  test("a hold without a time is sent again soon, and a gap from where the server stands", () => {
    for (let index = 0; index < 3; index++) void a.incrementServer("points");
    page.socket.say({ event: "hold", turn: 3, code: "gap", next: 2 });
    page.clock.pass(250);
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 2, 3]);
  });

  test("a turn under way when the connection goes is sent again, the same, with the same client and number (promise 3)", async () => {
    const promise = a.setServer({ title: "New" });
    const before = page.socket;
    page.reconnect(start);
    expect(page.socket.join.client).toBe(before.join.client);
    expect(page.socket.turns).toEqual(before.turns);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { title: "New" } }] });
    await promise;
    expect(a.title).toBe("New");
  });

  test("turns made while offline are sent after the join, in order (promise 6)", () => {
    page.socket.drop();
    a.title = "1";
    a.title = "2";
    page.clock.pass(1_000);
    page.socket.open();
    expect(page.socket.turns).toEqual([]);
    page.socket.say({ event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u1", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect(page.socket.turns.map(({ turn, ops: [op] }) => [turn, (op as { change: unknown }).change])).toEqual([[1, { title: "1" }], [2, { title: "2" }]]);
  });

  test("a verdict in the new state settles its turn, which is not sent again", async () => {
    const first = a.setServer({ title: "New" });
    const second = a.setServer({ done: true });
    const third = a.setServer({ points: 3 });
    page.reconnect(board(lane("todo", card("a", { title: "New" }))), {
      seq: 9,
      turns: { last: 2, verdicts: [applied(1, 9), { event: "verdict", turn: 2, outcome: "rejected", error: { code: "conflict", message: "" } }] },
    });
    await expect(first).resolves.toBe(undefined);
    await expect(second).rejects.toMatchObject({ code: "conflict", turn: 2 });
    expect(page.socket.turns.map(({ turn, confirmed }) => [turn, confirmed])).toEqual([[3, 2]]);
    page.socket.say(applied(3));
    await third;
  });

  test("a verdict whose batch got lost with the connection is settled by the new state", async () => {
    const promise = a.setServer({ title: "New" });
    page.socket.say(applied(1, 1));
    page.reconnect(start, { epoch: "e2", seq: 0, turns: { last: 1, verdicts: [] } });
    await promise;
    expect(page.socket.join.confirmed).toBe(1);
    expect(page.socket.turns).toEqual([]);
  });

  test("the stored verdict of a turn that was sent again settles it, its batch being here already", async () => {
    const promise = a.setServer({ title: "New" });
    page.reconnect(start, { seq: 5 });
    page.socket.say(applied(1, 4));
    await promise;
  });

  test("a turn whose batch follows the new state is settled by that batch", async () => {
    const adding = page.board.lanes.at(0)!.cards.addServer({ title: "New" });
    const { data } = page.socket.turns[0]!.ops[0] as AddOp & { data: Xport };
    page.reconnect(start, { seq: 1, turns: { last: 1, verdicts: [applied(1, 3)] } });
    page.batch();
    expect(await isSettled(adding)).toBe(false);
    page.batch({ event: "add", collection: id("todo/c"), at: 3, data });
    expect((await adding).title).toBe("New");
  });

  test("a new state in the middle neither loses nor repeats turns", async () => {
    const promise = a.setServer({ title: "New" });
    page.socket.say({ event: "initial", epoch: "e2", seq: 3, view: "v1", user: "u1", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect(page.socket.turns.length).toBe(1);
    page.socket.say(applied(1, 4), { event: "batch", seq: 4, events: [] });
    await promise;
  });

  test("resumed: what was missed follows, and verdicts wait for their batches (promise 16)", async () => {
    const promise = a.setServer({ title: "New" });
    page.socket.drop();
    page.clock.pass(1_000);
    page.socket.open();
    page.socket.say({ event: "resumed", epoch: "e1", seq: 0, view: "v2", user: "u1", turns: { last: 1, verdicts: [applied(1, 1)] } });
    expect([page.session.state, page.session.view, await isSettled(promise)]).toEqual(["live", "v2", false]);
    page.batch({ event: "change", id: a.id, data: { title: "New" } });
    await promise;
  });

  test("a queue that the server forgot is told, its turns rejected, and a new one begun (promise 10)", async () => {
    const lost = vi.fn();
    page.session.on("queueLost", lost);
    const promise = a.setServer({ title: "New" });
    const before = page.socket.join.client;
    page.reconnect(start, { turns: { lost: true } });
    const error = await promise.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CapsuleQueueLost);
    expect(error).toMatchObject({ code: "queueLost", turn: 1, ops: [{ event: "set" }] });
    expect(lost.mock.calls).toEqual([[{ turns: [error] }]]);
    page.clock.pass(0);
    page.socket.open();
    expect(page.socket.join.client).not.toBe(before);
    expect(page.socket.join.confirmed).toBe(0);
    void a.deleteServer();
    page.socket.say({ event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u1", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1]);
    expect(page.session.state).toBe("live");
  });

  test("what is lost can be asked for anew, as it was, also by who is told of it", async () => {
    page.session.on("queueLost", ({ turns }) => void page.session.resend(turns));
    void page.session.turn(() => {
      a.title = "New";
      a.done = true;
    });
    void a.setServer({ points: 1 });
    const { turns } = page.socket;
    page.reconnect(start, { turns: { lost: true } });
    expect([a.title, a.points, page.session.pending.map(({ turn }) => turn)]).toEqual(["New", 1, [1, 2]]);
    page.clock.pass(0);
    page.socket.open();
    page.socket.say({ event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u1", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect(page.socket.turns).toEqual(turns);
  });

  test("of what is lost, neither undos are asked for anew nor what they took back", () => {
    page.session.on("queueLost", ({ turns }) => void page.session.resend(turns));
    void a.setServer({ title: "undone" });
    void page.session.undo();
    void a.setServer({ points: 7 });
    void page.session.undo();
    void page.session.redo();
    page.reconnect(start, { turns: { lost: true } });
    expect(page.session.pending).toEqual([{ turn: 1, ops: [{ event: "set", id: a.id, change: { points: 7 } }] }]);
  });

  test("turns that wait are not done in the name of another user, whom the server does not know by this queue", async () => {
    const promise = a.setServer({ title: "New" });
    page.reconnect(start, { user: "u2" });
    await expect(promise).rejects.toMatchObject({ code: "forbidden" });
    page.clock.pass(0);
    page.socket.open();
    page.socket.say({ event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u2", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect([page.socket.turns, page.session.state]).toEqual([[], "live"]);
  });

  test("a guest who signs in by a token goes on with what waits", async () => {
    page.socket.drop();
    a.title = "New";
    page.session.renewToken("signed in");
    page.clock.pass(60_000);
    page.socket.open();
    page.socket.say({ event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u2", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1]);
  });

  test.each(["close", "ended", "updateNeeded"] as const)("%s rejects what is pending and what comes later, unhandled by nobody", async (how) => {
    const awaited = a.setServer({ title: "New" });
    void a.deleteServer();
    if (how === "close") page.session.close();
    else if (how === "ended") page.socket.say({ event: "ended", error: { code: "expired", message: "Over." } });
    else page.socket.saying('[{"event":"?"}]');
    const code = { close: "closed", ended: "expired", updateNeeded: "updateNeeded" }[how];
    await expect(awaited).rejects.toMatchObject({ name: "CapsuleError", code });
    const later = a.setServer({ title: "Later" });
    void a.deleteServer();
    await expect(later).rejects.toMatchObject({ code });
  });

  test("the connection going away rejects nothing", async () => {
    void a.deleteServer();
    const promise = a.setServer({ title: "New" });
    page.socket.drop();
    page.clock.pass(1_000);
    page.socket.drop();
    expect(await isSettled(promise)).toBe(false);
  });
});
