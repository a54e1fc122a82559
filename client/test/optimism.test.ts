import { beforeEach, describe, expect, test, vi } from "vitest";
import type { AttributeMetadata, Op, Xport } from "capsule-client";
import type { AddOp } from "capsule-client/protocol";
import { Card, type Lane } from "./mirror/index.js";
import { Desk, no, publishedOn, titles } from "./support/Desk.js";
import { applied, Page } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";
import { author, board, card, comment, id, lane, laneBeside } from "./support/xports.js";

let page: Page;
let todo: Lane;
let doing: Lane;
let a: Card;
let b: Card;
let c: Card;

beforeEach(async () => {
  ({ page, todo, doing, a, b, c } = await Desk.open());
});

forbidUnhandledRejections();

function sent(): readonly Op[] {
  return page.socket.turns.flatMap(({ ops }) => ops);
}

describe("what was asked for shows at once", () => {
  test("and its confirmation is no event (promise 14)", async () => {
    const events = publishedOn(page);
    const told = vi.fn();
    a.on("change:title", told);
    const promise = a.setServer({ title: "New" });
    expect(told.mock.calls).toEqual([[{ model: a, value: "New", previous: "a" }]]);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { title: "New" } }] });
    await promise;
    expect(told).toHaveBeenCalledOnce();
    expect(events).toEqual([{ event: "change", id: a.id, data: { title: "New" } }]);
  });

  test("and what the server made of it is an event, with what was shown as the value before (promise 14)", () => {
    const told = vi.fn();
    a.title = " New ";
    a.on("change:title", told);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { title: "New" } }] });
    expect(told.mock.calls).toEqual([[{ model: a, value: "New", previous: " New " }]]);
  });

  test("a refusal takes back exactly its own effect (promise 15)", async () => {
    const first = a.setServer({ title: "1", points: 5 });
    a.title = "2";
    b.title = "B";
    const events = publishedOn(page);
    page.socket.say(no(1));
    await expect(first).rejects.toMatchObject({ code: "forbidden" });
    expect([a.title, a.points, b.title]).toEqual(["2", 1, "B"]);
    expect(events).toEqual([{ event: "change", id: a.id, data: { points: 1 } }]);
  });

  test("what others do meanwhile does not show through, and is there when the change is refused", () => {
    a.title = "mine";
    const events = publishedOn(page);
    page.batch({ event: "change", id: a.id, data: { title: "theirs", done: true } });
    expect([a.title, a.done]).toEqual(["mine", true]);
    page.socket.say(no(1));
    expect(a.title).toBe("theirs");
    expect(events.map((event) => (event as { data: unknown }).data)).toEqual([{ done: true }, { title: "theirs" }]);
  });

  test("an increment goes on from what others made of the number (promise 8)", () => {
    void a.incrementServer("points", 2);
    expect(a.points).toBe(3);
    page.batch({ event: "change", id: a.id, data: { points: 10 } });
    expect(a.points).toBe(12);
    page.socket.say(applied(1, 2), { event: "batch", seq: 2, events: [{ event: "change", id: a.id, data: { points: 12 } }] });
    expect(a.points).toBe(12);
  });

  test("it stays until its batch is here, not until its verdict", () => {
    a.title = "New";
    page.socket.say(applied(1, 2));
    page.batch();
    expect([a.title, a.isPending("title")]).toEqual(["New", true]);
    page.batch({ event: "change", id: a.id, data: { title: "New" } });
    expect([a.title, a.isPending("title")]).toEqual(["New", false]);
  });

  test("what changed nothing on the server is taken back with its verdict", () => {
    a.title = "New";
    page.socket.say(applied(1));
    expect(a.title).toBe("a");
  });

  test("a delete, a move; and both taken back, with the same objects and listeners (promise 15)", () => {
    const [comment] = a.comments;
    const told = vi.fn();
    comment!.on("change:text", told);
    void b.moveServer({ to: doing.cards, before: null });
    void a.deleteServer();
    expect([titles(todo), titles(doing), a.parent, page.session.get(id("c1"))]).toEqual([["c"], ["d", "b"], null, undefined]);
    const events = publishedOn(page);
    page.socket.say(no(1), no(2));
    expect([[...todo.cards], titles(doing)]).toEqual([[a, b, c], ["d"]]);
    expect(page.session.get(id("c1"))).toBe(comment);
    expect(events.map((event) => event.event)).toEqual(["move", "add", "change"]);
    comment!.text = "still";
    expect(told).toHaveBeenCalledOnce();
  });

  test("what refers to what is deleted is null, and is told so", () => {
    const told = vi.fn();
    b.on("change:after", told);
    void todo.cards.get(a.id)!.deleteServer();
    expect(told.mock.calls).toEqual([[{ model: b, value: null, previous: a }]]);
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "remove", id: a.id, collection: todo.cards.id }, { event: "change", id: b.id, data: { after: null } }] });
    expect(told).toHaveBeenCalledOnce();
  });

  test("a moved item is the one that is told to have moved, there and back", () => {
    const events = publishedOn(page);
    void a.moveServer(1);
    page.socket.say(no(1));
    expect(events).toEqual([
      { event: "move", collection: todo.cards.id, id: a.id, newPosition: 1 },
      { event: "move", collection: todo.cards.id, id: a.id, newPosition: 0 },
    ]);
  });

  test("unset: the declared value, or the type's", () => {
    void a.unsetServer("tags");
    void a.unsetServer("dueAt");
    void a.unsetServer("priority");
    expect([a.tags, a.dueAt, a.priority]).toEqual([[], null, "low"]);
  });

  test("what cannot be told here shows nothing, and is asked for all the same", () => {
    const events = publishedOn(page);
    void a.setServer({ title: "New" }, { was: { title: "other" } });
    void a.incrementServer("points", 2 ** 31 - 1);
    void a.callServerMethod("archive", "x");
    void page.board.owner.deleteServer();
    expect([a.title, a.points, events, sent().length]).toEqual(["a", 1, [], 4]);
  });

  test("what this user is not shown stays so", () => {
    void c.setServer({ after: a });
    expect(c.has("after")).toBe(false);
  });

  test("what is computed follows, and is told once", () => {
    const told = vi.fn();
    c.on("change:isStuck", told);
    c.points = 9;
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "change", id: c.id, data: { points: 9 } }] });
    expect(told.mock.calls).toEqual([[{ model: c, value: true, previous: false }]]);
  });

  test("a handler that asks is told of it after all that it was told of", () => {
    const order: string[] = [];
    a.on("change:title", () => {
      order.push("title");
      b.title = "B";
    });
    a.on("change:done", () => order.push("done"));
    b.on("change:title", () => order.push("b"));
    page.batch({ event: "change", id: a.id, data: { title: "x", done: true } });
    expect([order, b.title]).toEqual([["title", "done", "b"], "B"]);
  });

  test("a radio: the others are false at once, and what comes in yields", () => {
    const done = Card.metadata.attributes["done"] as { -readonly [K in keyof AttributeMetadata]: AttributeMetadata[K] };
    done.radio = true;
    try {
      a.done = true;
      b.done = true;
      const { model } = todo.cards.addServer({ done: true });
      expect([...todo.cards].map((one) => one.done)).toEqual([false, true, false, false]);
      expect(model.done).toBe(false);
      page.socket.say(no(2));
      expect([a.done, b.done]).toEqual([true, false]);
    } finally {
      delete done.radio;
    }
  });
});

describe("what is new", () => {
  test("is there at once, with its ids and what it begins with, and is worked with before the server answers", () => {
    const adding = todo.cards.addServer({ title: "New", comments: [{ text: "first" }], author: { name: "Ada" } }, { at: 0 });
    const { model } = adding;
    expect(todo.cards.first()).toBe(model);
    expect([model.title, model.points, model.tags, model.done, model.dueAt, model.createdBy, model.priority, model.author?.name]).toEqual(["New", 0, [], false, null, "", "low", "Ada"]);
    model.title = "Newer";
    const second = model.comments.addServer({ text: "second" }).model;
    expect([second.text, second.parent, page.session.get(model.id), second.collection]).toEqual(["second", model, model, model.comments]);
    expect(sent()[2]).toMatchObject({ event: "add", id: model.comments.id });
  });

  test("stays the same objects when it is confirmed, with all below it and their listeners; only what the server added is told (promise 14)", async () => {
    const adding = todo.cards.addServer({ title: "New", comments: [{ text: "first" }] });
    const { model } = adding;
    const { comments } = model;
    const [first] = comments;
    const second = comments.addServer({ text: "second" }).model;
    const told = vi.fn();
    model.on("change", told);
    comments.on("add", told);
    const events = publishedOn(page);
    const { data } = sent()[0] as AddOp & { data: Xport };
    const whole: Xport = { ...data, attrs: { ...model.toJSON().attrs, createdBy: "me" } };
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "add", collection: todo.cards.id, at: 3, data: whole }] });
    expect(await adding).toBe(model);
    expect(model.comments).toBe(comments);
    expect([...comments]).toEqual([first, second]);
    expect(events).toEqual([{ event: "change", id: model.id, data: { createdBy: "me" } }]);
    expect(told.mock.calls).toEqual([[{ model, changed: { createdBy: "me" }, previous: { createdBy: "" } }]]);
    page.batch({ event: "change", id: first!.id, data: { text: "edited" } });
    expect(first!.text).toBe("edited");
  });

  test("goes again when it is refused, with what was added below it", async () => {
    const lane = page.board.lanes.addServer({ title: "New" });
    const card = lane.model.cards.addServer({ title: "Below" });
    const events = publishedOn(page);
    page.socket.say(no(1));
    await expect(lane).rejects.toMatchObject({ code: "forbidden" });
    expect([page.board.lanes.length, lane.model.parent, page.session.get(card.model.id)]).toEqual([2, null, undefined]);
    expect(events).toEqual([{ event: "remove", id: lane.model.id, collection: page.board.lanes.id }]);
    page.socket.say(no(2));
    await expect(card).rejects.toMatchObject({ code: "forbidden" });
    expect(events.length).toBe(1);
  });

  test("is the same object where a new state brings it", async () => {
    const adding = doing.cards.addServer({ title: "New" });
    const { data } = sent()[0] as AddOp & { data: Xport };
    const events = publishedOn(page);
    page.reconnect(board(lane("todo"), lane("doing", card("d"), { ...data, attrs: adding.model.toJSON().attrs })), { seq: 4, turns: { last: 1, verdicts: [applied(1, 4)] } });
    expect(await adding).toBe(adding.model);
    expect(doing.cards.at(1)).toBe(adding.model);
    expect(events.map((event) => event.event)).toEqual(["remove", "remove", "remove"]);
  });

  test("waits out of sight where its collection has gone, and is the same object when it comes", async () => {
    const adding = doing.cards.addServer({ title: "New" });
    const { model } = adding;
    page.batch({ event: "remove", id: doing.id, collection: page.board.lanes.id });
    expect([model.title, page.session.get(model.id)]).toEqual(["New", undefined]);
    const events = publishedOn(page);
    page.batch({ event: "add", collection: page.board.lanes.id, at: 1, data: lane("doing") });
    expect(page.session.get(model.id)).toBe(model);
    expect(events).toEqual([{ event: "add", collection: page.board.lanes.id, at: 1, data: lane("doing", model.toJSON()) }]);
  });

  test("is what it was where the server brought it in a batch that does not fit", () => {
    const { model } = doing.cards.addServer({ title: "New", comments: [{ text: "mine" }] });
    const shown = JSON.stringify(page.board);
    const theirs = { ...card("n", {}, [comment("c9")]), attrs: { ...card("n").attrs, id: model.id } };
    page.batch({ event: "add", collection: doing.cards.id, at: 0, data: theirs }, { event: "change", id: id("nobody"), data: {} });
    expect([JSON.stringify(page.board), page.session.get(model.id), page.session.get(id("c9"))]).toEqual([shown, model, undefined]);
  });

  test("is what it was also when it is confirmed, and comes and goes in a batch that does not fit", () => {
    const { model } = doing.cards.addServer({ title: "New" });
    page.board.title = "still pending";
    page.socket.say(applied(1, 1), { event: "batch", seq: 1, events: [{ event: "add", collection: doing.cards.id, at: 1, data: model.toJSON() }] });
    const shown = JSON.stringify(page.board);
    page.batch(
      { event: "remove", id: model.id, collection: doing.cards.id },
      { event: "add", collection: todo.cards.id, at: 0, data: { ...card("n"), attrs: { ...card("n").attrs, id: model.id } } },
      { event: "change", id: id("nobody"), data: {} },
    );
    expect([JSON.stringify(page.board), page.session.get(model.id), model.title]).toEqual([shown, model, "New"]);
  });

  test("that breaks a rule is not shown; there is a model, which is nowhere", async () => {
    const attributes = Card.metadata.attributes as unknown as Record<string, { rules?: unknown }>;
    attributes["title"]!.rules = [{ rule: "required", message: "Needed." }];
    try {
      const events = publishedOn(page);
      const adding = todo.cards.addServer({ title: "" });
      expect([adding.model.title, adding.model.parent, titles(todo), events]).toEqual(["", null, ["a", "b", "c"], []]);
      await expect(adding).rejects.toMatchObject({ code: "invalid", attribute: "title" });
    } finally {
      delete attributes["title"]!.rules;
    }
  });
});

test("an item that leaves a lane which goes is told to have moved, while something is pending", () => {
  page.board.title = "Mine";
  const events = publishedOn(page);
  page.batch(
    { event: "move", collection: id("doing/c"), id: id("b"), newPosition: 0, from: id("todo/c") },
    { event: "remove", id: id("todo"), collection: id("lanes") },
    { event: "child", id: id("d"), name: "author", data: author("eve") },
    { event: "change", id: id("b"), data: { title: "B", after: null } },
  );
  expect(events).toEqual([
    { event: "child", id: id("d"), name: "author", data: author("eve") },
    { event: "move", collection: id("doing/c"), id: id("b"), newPosition: 0, from: id("todo/c") },
    { event: "remove", id: id("todo"), collection: id("lanes") },
    { event: "change", id: id("b"), data: { title: "B", after: null } },
  ]);
  expect(doing.cards.at(0)).toBe(b);
});

test("an item that leaves a child model which goes for the one that comes, goes and comes", async () => {
  page = await Page.live(board(laneBeside(lane("p", card("x")), "todo")));
  page.board.title = "Mine";
  const events = publishedOn(page);
  page.batch(
    { event: "move", collection: id("todo/c"), id: id("x"), newPosition: 0, from: id("p/c") },
    { event: "child", id: id("todo"), name: "aside", data: lane("q") },
    { event: "move", collection: id("q/c"), id: id("x"), newPosition: 0, from: id("todo/c") },
  );
  expect(events).toEqual([{ event: "child", id: id("todo"), name: "aside", data: lane("q", card("x")) }]);
});
