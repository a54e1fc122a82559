import { beforeEach, expect, test, vi } from "vitest";
import type { AnyModel } from "capsule-client";
import { Card } from "./mirror/index.js";
import { Page } from "./support/Page.js";
import { author, board, card, id, lane } from "./support/xports.js";

// The first card refers to one that comes later, and to a child model.
const start = board(lane("todo", card("a", { after: id("c"), reviewer: id("boss") }), card("b", { after: null })), lane("doing", card("c")));

let page: Page;
let a: Card;
let b: Card;
let c: Card;

beforeEach(async () => {
  page = await Page.live(start);
  const cards = page.board.lanes.map((one) => [...one.cards]).flat();
  [a, b, c] = cards as [Card, Card, Card];
});

/** The payloads of an event. */
function noted(target: { on(event: never, handler: (payload: never) => void): unknown }, event: string): unknown[] {
  const payloads: unknown[] = [];
  target.on(event as never, (payload) => void payloads.push(payload));
  return payloads;
}

test("it is an instance, or null", () => {
  expect(a.after).toBe(c);
  expect(a.reviewer).toBe(page.board.owner);
  expect([b.after, c.after, b.reviewer]).toEqual([null, null, null]);
  expect([a.has("after"), b.has("after")]).toEqual([true, false]);
  expect(page.board.toJSON()).toEqual(start);
});

test("what is not here is null, and there as soon as it comes", () => {
  page.batch({ event: "change", id: b.id, data: { after: id("late") } });
  expect(b.after).toBe(null);
  page.batch({ event: "add", collection: id("todo/c"), at: 0, data: card("late") });
  expect(b.after?.title).toBe("late");
});

test("a change tells instances", () => {
  const one = noted(b, "change:after");
  const all = noted(page.board.lanes.at(0)!.cards, "change");
  page.batch({ event: "change", id: b.id, data: { after: a.id } });
  page.batch({ event: "change", id: b.id, data: { after: c.id, title: "B" } });
  expect(one).toEqual([
    { model: b, value: a, previous: null },
    { model: b, value: c, previous: a },
  ]);
  expect((all[1] as { changed: { after: AnyModel } }).changed.after).toBe(c);
});

test("when the target goes, the same batch says so, and who it was", () => {
  const told = noted(a, "change:after");
  const onRemove = vi.fn(() => a.after);
  page.board.lanes.on("remove", onRemove);
  page.batch({ event: "remove", id: id("doing"), collection: id("lanes") }, { event: "change", id: a.id, data: { after: null } });
  expect(onRemove).toHaveReturnedWith(null);
  expect(told).toEqual([{ model: a, value: null, previous: c }]);
  expect((told[0] as { previous: AnyModel }).previous).toBe(c);
});

test("a child model that is replaced is gone too", () => {
  const boss = a.reviewer;
  const told = noted(a, "change:reviewer");
  page.batch({ event: "child", id: page.board.id, name: "owner", data: author("other") }, { event: "change", id: a.id, data: { reviewer: null } });
  expect(told).toEqual([{ model: a, value: null, previous: boss }]);
});

test("a target that the same batch adds is there already", () => {
  const told = noted(a, "change:after");
  page.batch({ event: "add", collection: id("todo/c"), at: 0, data: card("d") }, { event: "change", id: a.id, data: { after: id("d") } });
  expect(told).toEqual([{ model: a, value: page.board.lanes.at(0)!.cards.at(0), previous: c }]);
});

test("a move leaves it alone", () => {
  page.batch({ event: "move", collection: id("todo/c"), id: c.id, newPosition: 0, from: id("doing/c") });
  expect(a.after).toBe(c);
});

test("a batch that does not fit leaves it alone", () => {
  page.batch({ event: "remove", id: id("doing"), collection: id("lanes") }, { event: "change", id: id("nobody"), data: {} });
  expect(a.after).toBe(c);
});

test("it survives a fresh start, with its identity", () => {
  const told = noted(a, "change:after");
  page.reconnect(board(lane("doing", card("c")), lane("todo", card("a", { after: id("c"), reviewer: id("boss") }), card("b", { after: id("a") }))));
  expect([a.after, b.after]).toEqual([c, a]);
  expect(told).toEqual([]);
  page.reconnect(board(lane("todo", card("a", { after: null, reviewer: id("boss") }), card("b", { after: id("a") }))));
  expect(told).toEqual([{ model: a, value: null, previous: c }]);
});

test("what is sent is the id", () => {
  a.after = b;
  a.after = null;
  void a.setServer({ after: c }, { was: { after: b } });
  void page.board.lanes.at(0)!.cards.addServer({ title: "new", after: a });
  void page.board.lanes.at(0)!.cards.addServer({ title: "new", after: a.id.toUpperCase() });
  void a.unsetServer("after");
  const [instance, none, both, added, byId, unset] = page.socket.turns.map(({ ops }) => ops[0]!);
  expect(instance).toEqual({ event: "set", id: a.id, change: { after: b.id } });
  expect(none).toEqual({ event: "set", id: a.id, change: { after: null } });
  expect(both).toEqual({ event: "set", id: a.id, change: { after: c.id }, was: { after: b.id } });
  for (const op of [added, byId]) expect(op).toMatchObject({ data: { attrs: { title: "new", after: a.id } } });
  expect(unset).toEqual({ event: "unset", id: a.id, property: "after" });
});

test("what is no such model is not sent", () => {
  const untyped = a as unknown as { after: unknown };
  for (const wrong of [page.board, page.board.lanes.at(0), "c", 5, {}, undefined, Card]) {
    if (wrong === undefined) continue;
    expect(() => (untyped.after = wrong)).toThrow(/card\.after takes a card or null/);
  }
  expect(() => a.incrementServer("after" as never)).toThrow(/no number/);
  expect(() => a.setServer({ reviewer: null } as never)).toThrow(/readonly/);
  expect(page.socket.turns).toEqual([]);
});

test("items are found by what they refer to", () => {
  const { cards } = page.board.lanes.at(0)!;
  expect(cards.filterByProperty("after", c)).toEqual([a]);
  expect(cards.findByProperty("after", null)).toBe(b);
});

test("a rule that requires one is checked here", () => {
  const attributes = Card.metadata.attributes as unknown as Record<string, { rules?: unknown }>;
  attributes.after!.rules = [{ rule: "required", message: "The After field is required." }];
  try {
    expect([a, b].map((one) => one.validate().length)).toEqual([0, 1]);
    expect(Card.validate({ after: a })).toEqual([]);
    expect(Card.validate({})).toEqual([{ attribute: "after", message: "The After field is required." }]);
  } finally {
    delete attributes.after!.rules;
  }
});
