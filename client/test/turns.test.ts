import { beforeEach, describe, expect, test, vi } from "vitest";
import { CapsuleQueueLost, CapsuleRefusal, type AnyModel, type Op, type Xport } from "capsule-client";
import type { AddOp, SetOp } from "capsule-client/protocol";
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

describe("what is sent", () => {
  test("set, unset, increment, toggle, delete, method call", () => {
    void a.setServer({ title: "New", points: 3 }, { was: { title: "a" } });
    void a.unsetServer("tags");
    void a.incrementServer("points");
    void a.incrementServer("weight", -0.5);
    void a.toggleServer("done");
    void a.deleteServer();
    void a.callServerMethod("archive", "done");
    expect(ops()).toEqual([
      { event: "set", id: a.id, change: { title: "New", points: 3 }, was: { title: "a" } },
      { event: "unset", id: a.id, property: "tags" },
      { event: "increment", id: a.id, property: "points", by: 1 },
      { event: "increment", id: a.id, property: "weight", by: -0.5 },
      { event: "set", id: a.id, change: { done: true } },
      { event: "delete", id: a.id },
      { event: "method call", id: a.id, method: "archive", args: ["done"] },
    ]);
    expect(page.socket.turns.map(({ turn, confirmed }) => [turn, confirmed])).toEqual([1, 2, 3, 4, 5, 6, 7].map((turn) => [turn, 0]));
  });

  test("an assignment is a set, and shows when its batch is here", () => {
    a.done = true;
    expect(ops()).toEqual([{ event: "set", id: a.id, change: { done: true } }]);
    expect(a.done).toBe(false);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { done: true } }] });
    expect(a.done).toBe(true);
  });

  test("an add proposes an id for everything in it, of version 7, in rising order", () => {
    void page.board.lanes.at(0)!.cards.addServer({ title: "New", comments: [{ text: "1" }, { text: "2" }], author: { name: "Ada" } });
    const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string;
    expect(ops()).toEqual([
      {
        event: "add",
        id: id("todo/c"),
        data: {
          attrs: { id: uuid, title: "New" },
          collections: { comments: { id: uuid, models: [{ attrs: { id: uuid, text: "1" } }, { attrs: { id: uuid, text: "2" } }] } },
          models: { author: { attrs: { id: uuid, name: "Ada" } } },
        },
      },
    ]);
    const ids = JSON.stringify(ops()).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+/g)!;
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("an add names its place; the index goes along with the sibling", () => {
    const { cards } = page.board.lanes.at(0)!;
    void cards.addServer({}, { at: 1 });
    void cards.addServer({}, { before: null });
    void cards.addServer({}, { before: cards.at(2)! });
    void cards.addServer({}, { before: cards.at(2)!, at: 7 });
    expect(ops().map((op) => [(op as { before?: string }).before, (op as { at?: number }).at])).toEqual([
      [undefined, 1],
      [null, undefined],
      [id("c"), 2],
      [id("c"), 7],
    ]);
  });

  test("a move names its place, as it is afterwards", () => {
    const [todo, doing] = page.board.lanes;
    const { cards } = todo!;
    void a.moveServer(2);
    void cards.moveServer(a, { before: cards.at(2)! });
    void cards.moveServer(cards.at(2)!, { before: a });
    void a.moveServer({ to: doing!.cards });
    void a.moveServer({ to: doing!.cards, before: doing!.cards.at(0)! });
    void a.moveServer({ before: null });
    expect(ops()).toEqual([
      { event: "move", collection: cards.id, id: a.id, newPosition: 2 },
      { event: "move", collection: cards.id, id: a.id, before: id("c"), newPosition: 1 },
      { event: "move", collection: cards.id, id: id("c"), before: a.id, newPosition: 0 },
      { event: "move", collection: doing!.cards.id, id: a.id },
      { event: "move", collection: doing!.cards.id, id: a.id, before: id("d"), newPosition: 0 },
      { event: "move", collection: cards.id, id: a.id, before: null },
    ]);
  });

  test("an untouched date goes back letter for letter, another as ISO 8601", () => {
    a.dueAt = a.dueAt;
    const altered = a.dueAt!;
    altered.setUTCFullYear(2030);
    a.dueAt = altered;
    a.dueAt = new Date(Date.UTC(2026, 0, 1));
    a.dueAt = null;
    expect(ops().map((op) => (op as SetOp).change.dueAt)).toEqual([
      "2026-01-02T03:04:05.1234567+02:00",
      "2030-01-02T01:04:05.123Z",
      "2026-01-01T00:00:00.000Z",
      null,
    ]);
  });

  test("a zero keeps its sign, there and back", () => {
    void a.setServer({ weight: -0, points: -0 });
    expect(ops().at(-1)).toMatchObject({ change: { weight: -0, points: 0 } });
    page.batch({ event: "change", id: a.id, data: { weight: 0 } });
    page.socket.saying(`[{"event":"batch","seq":2,"events":[{"event":"change","id":"${a.id}","data":{"weight":-0}}]}]`);
    expect(a.weight).toBe(-0);
  });

  test("an untouched date is an argument letter for letter", () => {
    void (a as AnyModel).callServerMethod("remind", a.dueAt);
    expect(ops().at(-1)).toMatchObject({ args: ["2026-01-02T03:04:05.1234567+02:00"] });
  });

  test("a list that was given is copied", () => {
    const page2 = page;
    page2.socket.drop();
    const tags = ["x"];
    a.tags = tags;
    tags.push("y");
    page2.clock.pass(1_000);
    page2.socket.open();
    page2.socket.say({ event: "initial", epoch: "e1", seq: 0, view: "v1", user: "u1", schema: "", limits, turns: { last: 0, verdicts: [] }, app: start });
    expect(ops()).toEqual([{ event: "set", id: a.id, change: { tags: ["x"] } }]);
  });
});

describe("what the mirror forbids is a TypeError at once, and nothing is sent", () => {
  const loose = (): { [name: string]: unknown } & Record<"setServer" | "unsetServer" | "incrementServer" | "toggleServer" | "callServerMethod" | "moveServer", (...args: unknown[]) => unknown> =>
    a as never;

  test.each([
    ["title", 1, /card\.title takes a string, not 1/],
    ["title", null, /takes a string, not null/],
    ["points", 1.5, /a whole number of 32 bits/],
    ["points", 2 ** 31, /a whole number of 32 bits/],
    ["points", "3", /not "3"/],
    ["weight", NaN, /a finite number/],
    ["weight", Infinity, /a finite number/],
    ["done", "yes", /a boolean/],
    ["tags", "a", /an array of strings/],
    ["tags", [1], /an array of strings/],
    ["owner", "me", /a UUID/],
    ["dueAt", "2026-01-01", /a valid Date or null/],
    ["dueAt", new Date(NaN), /a valid Date or null/],
    ["priority", "medium", /one of "low", "high"/],
  ])("%s = %j", (name, value, message) => {
    expect(() => (loose()[name] = value)).toThrow(message);
    expect(() => loose().setServer({ [name]: value })).toThrow(TypeError);
    expect(ops()).toEqual([]);
  });

  test("an argument that is no text", () => {
    expect(() => a.callServerMethod("archive", "\uD83E")).toThrow(TypeError);
    expect(page.socket.turns).toEqual([]);
  });

  test("what is readonly, unknown or of another kind", () => {
    expect(() => loose().setServer({ createdBy: "me" })).toThrow(/card\.createdBy is readonly/);
    expect(() => loose().setServer({ titel: "x" })).toThrow(/no attribute "titel"\. It has: title, points/);
    expect(() => loose().setServer(JSON.parse('{"__proto__":1}'))).toThrow(/no attribute "__proto__"/);
    expect(() => loose().unsetServer("createdBy")).toThrow(/readonly/);
    expect(() => loose().incrementServer("title")).toThrow(/is no number/);
    expect(() => loose().incrementServer("points", 0.5)).toThrow(/cannot be incremented by 0.5/);
    expect(() => loose().callServerMethod("constructor")).toThrow(/no method "constructor"/);
    expect(() => loose().callServerMethod("archive", 1n)).toThrow(TypeError);
    expect(() => loose().moveServer(-1)).toThrow(/-1 is no index/);
    expect(() => page.board.moveServer(0)).toThrow(/in no collection/);
    expect(() => page.board.lanes.addServer({ cards: [{ nope: 1 }] } as never)).toThrow(/A card has no attribute "nope"/);
    expect(() => page.board.lanes.addServer({ cards: {} } as never)).toThrow(/lane\.cards takes an array/);
    expect(() => page.board.lanes.at(0)!.cards.addServer({ author: 1 } as never)).toThrow(/card\.author takes an object/);
    expect(ops()).toEqual([]);
  });
});

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

describe("turns on the way", () => {
  test("no more than the server takes are sent unanswered", async () => {
    page = await Page.live(start, { limits: { ...limits, turnsInFlight: 2 } });
    const { title: _, ...model } = { title: "", model: page.board };
    for (let index = 0; index < 4; index++) void model.model.setServer({ title: String(index) });
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1, 2]);
    page.socket.say(applied(1, 1));
    expect(page.socket.turns.map(({ turn, confirmed }) => [turn, confirmed])).toEqual([[1, 0], [2, 0], [3, 1]]);
  });

  test("a held turn is sent again after the time that the server names, with those behind it", () => {
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

  test("a turn under way when the connection goes is sent again, the same, with the same client and number", async () => {
    const promise = a.setServer({ title: "New" });
    const before = page.socket;
    page.reconnect(start);
    expect(page.socket.join.client).toBe(before.join.client);
    expect(page.socket.turns).toEqual(before.turns);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { title: "New" } }] });
    await promise;
    expect(a.title).toBe("New");
  });

  test("turns made while offline are sent after the join, in order", () => {
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

  test("resumed: what was missed follows, and verdicts wait for their batches", async () => {
    const promise = a.setServer({ title: "New" });
    page.socket.drop();
    page.clock.pass(1_000);
    page.socket.open();
    page.socket.say({ event: "resumed", epoch: "e1", seq: 0, view: "v2", user: "u1", turns: { last: 1, verdicts: [applied(1, 1)] } });
    expect([page.session.state, page.session.view, await isSettled(promise)]).toEqual(["live", "v2", false]);
    page.batch({ event: "change", id: a.id, data: { title: "New" } });
    await promise;
  });

  test("a queue that the server forgot is told, its turns rejected, and a new one begun", async () => {
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
