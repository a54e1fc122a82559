import { beforeEach, describe, expect, test } from "vitest";
import { type AnyModel, type Op } from "capsule-client";
import type { SetOp } from "capsule-client/protocol";
import { Card } from "./mirror/index.js";
import { applied, limits, Page } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";
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

  test("an assignment is a set, and shows at once", () => {
    a.done = true;
    expect(ops()).toEqual([{ event: "set", id: a.id, change: { done: true } }]);
    expect([a.done, a.isPending("done")]).toEqual([true, true]);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { done: true } }] });
    expect([a.done, a.isPending("done")]).toEqual([true, false]);
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
    const [, , c] = cards;
    void cards.addServer({}, { before: null });
    void cards.addServer({}, { before: c! });
    void cards.addServer({}, { before: c!, at: 7 });
    void cards.addServer({}, { at: 1 });
    expect(cards.map((card) => card.title)).toEqual(["a", "", "b", "", "", "c", ""]);
    expect(ops().map((op) => [(op as { before?: string }).before, (op as { at?: number }).at])).toEqual([
      [null, undefined],
      [id("c"), 2],
      [id("c"), 7],
      [undefined, 1],
    ]);
  });

  test("a move names its place, as it is afterwards", () => {
    const [todo, doing] = page.board.lanes;
    const { cards } = todo!;
    void a.moveServer(2);
    const [, c] = cards;
    void cards.moveServer(a, { before: c! });
    void cards.moveServer(c!, { before: a });
    void a.moveServer({ before: null });
    void a.moveServer({ to: doing!.cards });
    void a.moveServer({ to: doing!.cards, before: doing!.cards.at(0)! });
    expect([cards, doing!.cards].map((all) => all.map(({ title }) => title))).toEqual([["b", "c"], ["a", "d"]]);
    expect(ops()).toEqual([
      { event: "move", collection: cards.id, id: a.id, newPosition: 2 },
      { event: "move", collection: cards.id, id: a.id, before: id("c"), newPosition: 1 },
      { event: "move", collection: cards.id, id: id("c"), before: a.id, newPosition: 1 },
      { event: "move", collection: cards.id, id: a.id, before: null },
      { event: "move", collection: doing!.cards.id, id: a.id },
      { event: "move", collection: doing!.cards.id, id: a.id, before: id("d"), newPosition: 0 },
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
