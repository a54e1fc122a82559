import { expect, test, vi } from "vitest";
import { Card, Lane } from "./mirror/index.js";
import { initial, Page } from "./support/Page.js";
import { author, board, card, comment, id, lane } from "./support/xports.js";

const start = board(lane("todo", card("a", {}, [comment("c1")], author("ada")), card("b")), lane("doing"));

/** Notes the names of the events of a model or a collection, in their order. */
function note(log: string[], who: string, target: { on(event: never, handler: (payload: never) => void): unknown }, ...events: string[]): void {
  for (const event of events) target.on(event as never, () => void log.push(`${who} ${event}`));
}

test("what the server sends is there, typed", async () => {
  const { board } = await Page.live(start);
  const first = board.lanes.at(0)!.cards.at(0)!;
  expect(first).toBeInstanceOf(Card);
  expect([first.title, first.points, first.tags, first.done, first.dueAt]).toEqual(["a", 1, ["a"], false, null]);
  expect(first.author?.name).toBe("ada");
  expect(first.comments.at(0)?.text).toBe("c1");
  expect(first.parent).toBe(board.lanes.at(0));
  expect(first.collection).toBe(board.lanes.at(0)!.cards);
  expect(board.parent).toBe(null);
  expect(board.owner.parent).toBe(board);
  expect(first.modelGetter(id("b"))).toBe(board.lanes.at(0)!.cards.at(1));
});

test("a session knows ids in any case, and types", async () => {
  const { session, board } = await Page.live(start);
  expect(session.get(id("a").toUpperCase())).toBe(board.lanes.at(0)!.cards.at(0));
  expect(session.get(id("lanes"))).toBe(board.lanes);
  expect(session.get(id("a"), Card)?.title).toBe("a");
  expect(session.get(id("a"), Lane)).toBe(undefined);
  expect(session.get("constructor")).toBe(undefined);
});

test("a change raises change:attribute for each, then one change, then publish up to the root", async () => {
  const page = await Page.live(start);
  const log: string[] = [];
  const { cards } = page.board.lanes.at(0)!;
  const first = cards.at(0)!;
  note(log, "card", first, "change:title", "change:done", "change:points", "change", "publish");
  note(log, "cards", cards, "change:title", "change", "publish");
  note(log, "lane", page.board.lanes.at(0)!, "change", "publish");
  note(log, "lanes", page.board.lanes, "publish");
  note(log, "board", page.board, "change", "publish");
  page.batch({ event: "change", id: first.id, data: { title: "New", done: true } });
  expect(log).toEqual([
    "card change:title",
    "cards change:title",
    "card change:done",
    "card change",
    "cards change",
    "card publish",
    "cards publish",
    "lane publish",
    "lanes publish",
    "board publish",
  ]);
});

test("a change tells the model, the value and the one before", async () => {
  const page = await Page.live(start);
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  const one = vi.fn();
  const all = vi.fn();
  const published = vi.fn();
  first.on("change:title", one);
  first.on("change", all);
  page.board.on("publish", published);
  page.batch({ event: "change", id: first.id, data: { title: "New", points: 5 } });
  expect(one.mock.calls).toEqual([[{ model: first, value: "New", previous: "a" }]]);
  expect(all.mock.calls).toEqual([[{ model: first, changed: { title: "New", points: 5 }, previous: { title: "a", points: 1 } }]]);
  expect(published.mock.calls).toEqual([[{ event: "change", id: first.id, data: { title: "New", points: 5 } }]]);
});

test("a batch is applied whole before its first event (promise 13)", async () => {
  const page = await Page.live(start);
  const [todo, doing] = page.board.lanes;
  const seen: unknown[] = [];
  page.board.lanes.on("add", () => seen.push([todo!.cards.length, doing!.cards.length, doing!.cards.at(0)?.title, page.session.seq]));
  page.batch(
    { event: "add", collection: id("lanes"), at: 2, data: lane("done") },
    { event: "move", collection: id("doing/c"), id: id("a"), newPosition: 0, from: id("todo/c") },
    { event: "change", id: id("a"), data: { title: "moved" } },
  );
  expect(seen).toEqual([[1, 1, "moved", 1]]);
});

test("events come in the order of the batch", async () => {
  const page = await Page.live(start);
  const log: string[] = [];
  page.board.on("publish", ({ event }) => log.push(event));
  page.session.on("batch", ({ seq, events }) => log.push(`batch ${seq} of ${events.length}`));
  page.batch(
    { event: "remove", id: id("b"), collection: id("todo/c") },
    { event: "add", collection: id("doing/c"), at: 0, data: card("c") },
    { event: "change", id: id("a"), data: { done: true } },
  );
  expect(log).toEqual(["remove", "add", "change", "batch 1 of 3"]);
});

test("add and remove tell the model, its collection and its index", async () => {
  const page = await Page.live(start);
  const { cards } = page.board.lanes.at(0)!;
  const added = vi.fn();
  const removed = vi.fn();
  const leaving = vi.fn();
  cards.on("add", added);
  cards.on("remove", removed);
  page.batch({ event: "add", collection: cards.id, at: 1, data: card("n", {}, [comment("n1")]) });
  const fresh = cards.at(1)!;
  expect(added.mock.calls).toEqual([[{ model: fresh, collection: cards, at: 1 }]]);
  expect(page.session.get(id("n1"))).toBe(fresh.comments.at(0));

  fresh.on("remove", leaving);
  page.batch({ event: "remove", id: fresh.id, collection: cards.id });
  expect(removed.mock.calls).toEqual([[{ model: fresh, collection: cards, at: 1 }]]);
  expect(leaving).toHaveBeenCalledOnce();
  expect([fresh.parent, fresh.collection]).toEqual([null, null]);
  expect(page.session.get(id("n1"))).toBe(undefined);
  expect(page.session.get(id("n"))).toBe(undefined);
});

test("a move tells where from and where to, on both collections, and keeps the model", async () => {
  const page = await Page.live(start);
  const [todo, doing] = page.board.lanes;
  const first = todo!.cards.at(0)!;
  const log: unknown[] = [];
  first.on("move", (payload) => log.push(payload));
  todo!.cards.on("move", (payload) => log.push(payload));
  doing!.cards.on("move", (payload) => log.push(payload));
  page.batch({ event: "move", collection: doing!.cards.id, id: first.id, newPosition: 0, from: todo!.cards.id });
  const payload = { model: first, collection: doing!.cards, at: 0, from: todo!.cards, previousAt: 0 };
  expect(log).toEqual([payload, payload, payload]);
  expect(doing!.cards.at(0)).toBe(first);
  expect(first.parent).toBe(doing);
  log.length = 0;
  page.batch({ event: "add", collection: doing!.cards.id, at: 1, data: card("z") }, { event: "move", collection: doing!.cards.id, id: first.id, newPosition: 1 });
  expect(log).toEqual([{ model: first, collection: doing!.cards, at: 1, from: doing!.cards, previousAt: 0 }, { model: first, collection: doing!.cards, at: 1, from: doing!.cards, previousAt: 0 }]);
});

test("a child model is replaced", async () => {
  const page = await Page.live(start);
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  const before = first.author;
  const replaced = vi.fn();
  first.on("child", replaced);
  page.batch({ event: "child", id: first.id, name: "author", data: author("bob") });
  expect(first.author?.name).toBe("bob");
  expect(replaced.mock.calls).toEqual([[{ model: first, name: "author", value: first.author, previous: before }]]);
  expect(page.session.get(id("ada"))).toBe(undefined);
  page.batch({ event: "child", id: first.id, name: "author", data: null });
  expect(first.author).toBe(null);
  expect(page.session.get(id("bob"))).toBe(undefined);
});

test("a batch without events counts", async () => {
  const page = await Page.live(start);
  page.batch();
  expect(page.session.seq).toBe(1);
});

test("a transient change is applied and not counted", async () => {
  const page = await Page.live(start);
  const changed = vi.fn();
  page.board.on("change:title", changed);
  page.socket.say({ event: "transient", after: 0, events: [{ event: "change", id: id("board"), data: { title: "Now" } }] });
  expect([page.board.title, page.session.seq, changed.mock.calls.length]).toEqual(["Now", 0, 1]);
});

test("a handler that throws is reported, stops no other, and harms nothing", async () => {
  const page = await Page.live(start);
  const fault = new Error("mine");
  const others = vi.fn();
  page.board.on("change:title", () => {
    throw fault;
  });
  page.board.on("change:title", others);
  page.board.on("change", others);
  page.batch({ event: "change", id: id("board"), data: { title: "1" } }, { event: "change", id: id("a"), data: { done: true } });
  expect(page.reported).toEqual([fault]);
  expect(others).toHaveBeenCalledTimes(2);
  expect([page.session.seq, page.session.state]).toEqual([1, "live"]);
  expect(page.board.lanes.at(0)!.cards.at(0)!.done).toBe(true);
});

test("without an option, what a handler threw goes to reportError, or else to the console", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const page = await Page.live(start, {}, { reportError: undefined as never });
  const fault = new Error("mine");
  page.board.on("change:title", () => {
    throw fault;
  });
  page.batch({ event: "change", id: id("board"), data: { title: "1" } });
  expect(log.mock.calls).toEqual([[fault]]);
  log.mockRestore();

  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  page.batch({ event: "change", id: id("board"), data: { title: "2" } });
  vi.unstubAllGlobals();
  expect(report.mock.calls).toEqual([[fault]]);
});

test("a subscription ends by its function, by its signal, after once; and not twice", async () => {
  const page = await Page.live(start);
  const abort = new AbortController();
  const calls: string[] = [];
  const off = page.board.on("change:title", () => calls.push("function"));
  page.board.on("change:title", () => calls.push("signal"), { signal: abort.signal });
  page.board.on("change:title", () => calls.push("aborted before"), { signal: AbortSignal.abort() });
  page.board.once("change:title", () => calls.push("once"));
  page.board.once("change:title", () => calls.push("once, aborted"), { signal: abort.signal });
  const change = (title: string): void => page.batch({ event: "change", id: id("board"), data: { title } });
  change("1");
  expect(calls.splice(0)).toEqual(["function", "signal", "once", "once, aborted"]);
  change("2");
  expect(calls.splice(0)).toEqual(["function", "signal"]);
  abort.abort();
  change("3");
  expect(calls.splice(0)).toEqual(["function"]);
  off();
  off();
  change("4");
  expect(calls).toEqual([]);
});

test("the same function twice is two subscriptions", async () => {
  const page = await Page.live(start);
  const handler = vi.fn();
  const off = page.board.on("change:title", handler);
  page.board.on("change:title", handler);
  off();
  page.batch({ event: "change", id: id("board"), data: { title: "1" } });
  expect(handler).toHaveBeenCalledOnce();
});

test("handlers that come and go while an event is raised: who goes is not called, who comes is called the next time", async () => {
  const page = await Page.live(start);
  const calls: string[] = [];
  page.board.on("change:title", () => {
    calls.push("first");
    off();
    page.board.once("change:title", () => calls.push("late"));
  });
  const off = page.board.on("change:title", () => calls.push("gone"));
  page.board.on("change:title", () => calls.push("last"));
  page.batch({ event: "change", id: id("board"), data: { title: "1" } });
  expect(calls.splice(0)).toEqual(["first", "last"]);
  page.batch({ event: "change", id: id("board"), data: { title: "2" } });
  expect(calls).toEqual(["first", "last", "late"]);
});

test("one who goes through a collection sees the items that were there at the beginning", async () => {
  const page = await Page.live(start);
  const { cards } = page.board.lanes.at(0)!;
  const seen: string[] = [];
  for (const item of cards) {
    seen.push(item.title);
    if (item.id === id("a")) page.batch({ event: "remove", id: id("a"), collection: cards.id }, { event: "add", collection: cards.id, at: 1, data: card("n") });
  }
  expect(seen).toEqual(["a", "b"]);
  expect(cards.map(({ title }) => title)).toEqual(["b", "n"]);
});

test("a collection reads like a list", async () => {
  const page = await Page.live(start);
  const { cards } = page.board.lanes.at(0)!;
  const [a, b] = cards;
  expect(cards.length).toBe(2);
  expect([cards.at(0), cards.at(-1), cards.at(2)]).toEqual([a, b, undefined]);
  expect([cards.first(), cards.last(), page.board.lanes.at(1)!.cards.first()]).toEqual([a, b, undefined]);
  expect([cards.get(id("b")), cards.get(id("b").toUpperCase()), cards.get(id("x"))]).toEqual([b, b, undefined]);
  expect([cards.indexOf(a!), cards.indexOf(b!), page.board.lanes.at(1)!.cards.indexOf(a!)]).toEqual([0, 1, -1]);
  expect(cards.map((item, index) => `${item.title}${index}`)).toEqual(["a0", "b1"]);
  expect(cards.filter((item) => item.title === "b")).toEqual([b]);
  expect(cards.find((item) => item.title === "b")).toBe(b);
  expect([cards.some(({ title }) => title === "b"), cards.every(({ title }) => title === "b")]).toEqual([true, false]);
  expect([...cards]).toEqual([a, b]);
  expect(cards.parent).toBe(page.board.lanes.at(0));
});

test("what the mirror does not know is ignored", async () => {
  const page = await Page.live(board(lane("todo", card("a", { likes: 7 }))));
  const changed = vi.fn();
  page.board.lanes.at(0)!.cards.at(0)!.on("change", changed);
  page.batch({ event: "change", id: id("a"), data: { likes: 8 } }, { event: "child", id: id("a"), name: "editor", data: author("eve") });
  expect(changed).not.toHaveBeenCalled();
  expect(page.session.state).toBe("live");
  expect("likes" in page.board.lanes.at(0)!.cards.at(0)!.toJSON().attrs).toBe(false);
});

test("no name from the wire reaches a prototype", async () => {
  const page = await Page.live(start);
  const text = JSON.stringify([initial(start)]).replace('"attrs":{', '"attrs":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
  page.socket.saying(text.replace('"collections":{', '"collections":{"__proto__":{"id":"x","models":[]},"constructor":{"id":"y","models":[]},').replace('"models":{', '"models":{"__proto__":{"attrs":{"id":"z"}},'));
  page.socket.saying(`[{"event":"batch","seq":1,"events":[
    {"event":"change","id":"${id("a")}","data":{"__proto__":{"polluted":1},"constructor":1,"toString":2,"title":"fine"}},
    {"event":"child","id":"${id("a")}","name":"__proto__","data":{"attrs":{"id":"${id("q")}"}}},
    {"event":"child","id":"${id("a")}","name":"constructor","data":null}]}]`);
  page.socket.saying('[{"event":"templates","templates":{"__proto__":"x"}}]');
  expect(page.session.state).toBe("live");
  expect(({} as { polluted?: number }).polluted).toBe(undefined);
  expect(Object.hasOwn(Object.prototype, "attrs")).toBe(false);
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  expect([first.title, first.constructor, Object.getPrototypeOf(first)]).toEqual(["fine", Card, Card.prototype]);
  expect(() => first.get("constructor" as never)).toThrow(/has no attribute "constructor"/);
  expect(() => first.get("__proto__" as never)).toThrow(TypeError);
});

test("an event or frame named like a member of the prototype is an unknown kind", async () => {
  const page = await Page.live(start);
  page.socket.saying('[{"event":"constructor"}]');
  expect(page.session.state).toBe("updateNeeded");
});

test("toJSON is the xport, letter for letter", async () => {
  const state = board(lane("todo", card("a", { dueAt: "2026-01-02T03:04:05.1234567+02:00" }, [comment("c1")], author("ada"))));
  const page = await Page.live(state);
  expect(JSON.stringify(page.board)).toBe(JSON.stringify(state));
  expect(JSON.stringify(page.board.lanes)).toBe(JSON.stringify(state.collections!.lanes));
});

test("lists and dates that are handed out do not lead back into the model", async () => {
  const page = await Page.live(board(lane("todo", card("a", { dueAt: "2026-01-02T03:04:05+00:00" }))));
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  expect(() => (first.tags as string[]).push("x")).toThrow(TypeError);
  first.dueAt!.setFullYear(1999);
  expect(first.dueAt!.getFullYear()).toBe(2026);
});

test("has: a value that is not null and that this user is shown", async () => {
  const page = await Page.live(board(lane("todo", { ...card("a"), attrs: { id: id("a"), title: "a", dueAt: null } })));
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  expect([first.has("title"), first.has("dueAt"), first.has("points")]).toEqual([true, false, false]);
});
