import { expect, test, vi } from "vitest";
import type { TreeEvent } from "capsule-client";
import { Oracle } from "./support/Oracle.js";
import { Page } from "./support/Page.js";
import { author, board, card, comment, id, lane, laneBeside } from "./support/xports.js";

const start = board(lane("todo", card("a", {}, [comment("c1")], author("ada")), card("b"), card("c")), lane("doing", card("d")));

/** What was published at the root from now on. */
function published(page: Page): TreeEvent[] {
  const events: TreeEvent[] = [];
  page.board.on("publish", (event) => events.push(event));
  return events;
}

test.each([
  ["a gap in seq", `[{"event":"batch","seq":2,"events":[]}]`, /After batch 0 came 2/],
  ["a batch a second time", `[{"event":"batch","seq":0,"events":[]}]`, /After batch 0 came 0/],
  ["a change of what is not here", `[{"event":"batch","seq":1,"events":[{"event":"change","id":"x","data":{}}]}]`, /no model x/],
  ["a change of a collection", `[{"event":"batch","seq":1,"events":[{"event":"change","id":"${id("lanes")}","data":{}}]}]`, /no model/],
  ["an add to what is not here", `[{"event":"batch","seq":1,"events":[{"event":"add","collection":"x","at":0,"data":{"attrs":{"id":"y"}}}]}]`, /no collection x/],
  ["an add of what is here", `[{"event":"batch","seq":1,"events":[{"event":"add","collection":"${id("lanes")}","at":0,"data":{"attrs":{"id":"${id("a")}"}}}]}]`, /in the tree already/],
  ["an add without an id", `[{"event":"batch","seq":1,"events":[{"event":"add","collection":"${id("lanes")}","at":0,"data":{"attrs":{}}}]}]`, /without an id/],
  ["an add beyond the end", `[{"event":"batch","seq":1,"events":[{"event":"add","collection":"${id("lanes")}","at":3,"data":{"attrs":{"id":"y"}}}]}]`, /highest index/],
  ["a remove of what is not here", `[{"event":"batch","seq":1,"events":[{"event":"remove","id":"x","collection":"${id("lanes")}"}]}]`, /no model x/],
  ["a remove from another collection", `[{"event":"batch","seq":1,"events":[{"event":"remove","id":"${id("a")}","collection":"${id("doing/c")}"}]}]`, /not in the collection/],
  ["a move beyond the end", `[{"event":"batch","seq":1,"events":[{"event":"move","id":"${id("a")}","collection":"${id("todo/c")}","newPosition":3}]}]`, /highest index/],
  ["a move from where it is not", `[{"event":"batch","seq":1,"events":[{"event":"move","id":"${id("a")}","collection":"${id("todo/c")}","newPosition":0,"from":"${id("doing/c")}"}]}]`, /not in the collection/],
  ["a move to a collection of another type", `[{"event":"batch","seq":1,"events":[{"event":"move","id":"${id("a")}","collection":"${id("lanes")}","newPosition":0,"from":"${id("todo/c")}"}]}]`, /another type/],
  ["a transient change of the future", `[{"event":"transient","after":1,"events":[]}]`, /after batch 1/],
])("%s: nothing is applied, it is told, and the state is fetched again (promise 17)", async (_, saying, reason) => {
  const page = await Page.live(start);
  const before = JSON.stringify(page.board);
  const events = published(page);
  const told = vi.fn();
  page.session.on("resync", told);
  page.socket.saying(saying);
  expect(told.mock.calls).toEqual([[{ reason: expect.stringMatching(reason) as string }]]);
  expect([JSON.stringify(page.board), page.session.seq, page.session.state, page.socket.isClosed]).toEqual([before, 0, "offline", true]);
  page.clock.pass(1_000);
  page.socket.open();
  expect(page.socket.join).toBeDefined();
  expect(events).toEqual([]);
});

test("a batch that fails at its last event leaves no trace of those before it (promise 17)", async () => {
  const page = await Page.live(start);
  const before = JSON.stringify(page.board);
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  const events = published(page);
  page.batch(
    { event: "change", id: id("a"), data: { title: "x", tags: ["y"] } },
    { event: "remove", id: id("b"), collection: id("todo/c") },
    { event: "add", collection: id("doing/c"), at: 0, data: card("n", {}, [comment("n1")]) },
    { event: "move", collection: id("doing/c"), id: id("a"), newPosition: 1, from: id("todo/c") },
    { event: "move", collection: id("doing/c"), id: id("d"), newPosition: 0 },
    { event: "child", id: id("a"), name: "author", data: author("bob") },
    { event: "child", id: id("a"), name: "author", data: null },
    { event: "child", id: id("c"), name: "author", data: author("eve") },
    { event: "remove", id: id("todo"), collection: id("lanes") },
    { event: "change", id: "nobody", data: {} },
  );
  expect(JSON.stringify(page.board)).toBe(before);
  expect(events).toEqual([]);
  expect([page.session.get(id("n")), page.session.get(id("bob")), page.session.get(id("eve"))]).toEqual([undefined, undefined, undefined]);
  expect([page.session.get(id("a")), page.session.get(id("ada"))]).toEqual([first, first.author]);
  expect(page.board.lanes.at(0)!.cards.at(0)).toBe(first);
  expect(page.session.get(id("b"))?.parent).toBe(page.board.lanes.at(0));
});

test("the same state again raises nothing, and every object stays (promise 16)", async () => {
  const page = await Page.live(start);
  const models = [page.board, page.board.owner, ...page.board.lanes, ...page.board.lanes.at(0)!.cards, page.board.lanes.at(0)!.cards.at(0)!.author];
  const collections = [page.board.lanes, page.board.lanes.at(0)!.cards];
  const events = published(page);
  page.reconnect(start, { seq: 40, epoch: "e2" });
  expect(events).toEqual([]);
  expect([page.board, page.board.owner, ...page.board.lanes, ...page.board.lanes.at(0)!.cards, page.board.lanes.at(0)!.cards.at(0)!.author]).toEqual(models);
  models.forEach((model) => expect(page.session.get(model!.id)).toBe(model));
  expect([page.board.lanes, page.board.lanes.at(0)!.cards]).toEqual(collections);
  expect([page.session.seq, page.session.epoch]).toEqual([40, "e2"]);
});

test("only what differs is an event (promise 16)", async () => {
  const page = await Page.live(start);
  const changed = vi.fn();
  const first = page.board.lanes.at(0)!.cards.at(0)!;
  first.on("change", changed);
  const events = published(page);
  page.reconnect(board(lane("todo", card("a", { title: "New" }, [comment("c1")], author("ada")), card("c"), card("n")), lane("doing", card("d"))));
  expect(events).toEqual([
    { event: "remove", id: id("b"), collection: id("todo/c") },
    { event: "change", id: id("a"), data: { title: "New" } },
    { event: "add", collection: id("todo/c"), at: 2, data: card("n") },
  ]);
  expect(changed.mock.calls).toEqual([[{ model: first, changed: { title: "New" }, previous: { title: "a" } }]]);
});

test("one item that moved is one move", async () => {
  const page = await Page.live(start);
  const events = published(page);
  page.reconnect(board(lane("todo", card("b"), card("c"), card("a", {}, [comment("c1")], author("ada"))), lane("doing", card("d"))));
  expect(events).toEqual([{ event: "move", collection: id("todo/c"), id: id("a"), newPosition: 2 }]);
});

test("an item that went elsewhere is the same object, out of a lane that is gone and into one that is new", async () => {
  const page = await Page.live(start);
  const [a, , c] = page.board.lanes.at(0)!.cards;
  const events = published(page);
  page.reconnect(board(lane("new", card("c"), card("x")), lane("doing", card("a", {}, [comment("c1")], author("ada")), card("d"))));
  expect(page.board.lanes.at(0)!.cards.at(0)).toBe(c);
  expect(page.board.lanes.at(1)!.cards.at(0)).toBe(a);
  expect(a!.comments.at(0)!.parent).toBe(a);
  expect(events.map(({ event }) => event)).toEqual(["add", "move", "move", "remove"]);
  expect(events[0]).toEqual({ event: "add", collection: id("lanes"), at: 0, data: lane("new", card("x")) });
  expect(page.session.get(id("todo"))).toBe(undefined);
  expect(page.session.get(id("b"))).toBe(undefined);
});

test("a child model that is another one is replaced, one that is the same stays", async () => {
  const page = await Page.live(start);
  const boss = page.board.owner;
  const events = published(page);
  page.reconnect({
    ...board(lane("todo", card("a", {}, [comment("c1")], author("bob")), card("b", {}, [], author("eve")), card("c")), lane("doing", card("d"))),
    models: { owner: { attrs: { id: id("boss"), name: "The boss" } } },
  });
  expect(page.board.owner).toBe(boss);
  expect(boss.name).toBe("The boss");
  expect(events).toEqual([
    { event: "child", id: id("b"), name: "author", data: author("eve") },
    { event: "change", id: id("boss"), data: { name: "The boss" } },
    { event: "child", id: id("a"), name: "author", data: author("bob") },
  ]);
});

test.each([
  ["another one stands there now", laneBeside(lane("next", card("x")), "todo", card("a"))],
  ["none stands there now", lane("todo", card("a"))],
  ["its owner has gone", lane("other", card("a"))],
])("an item that went out of a child model is the same object: %s", async (_, state) => {
  const before = board(laneBeside(lane("aside", card("a"), card("b")), "todo"));
  const page = await Page.live(before);
  const a = page.session.get(id("a"));
  const events = published(page);
  page.reconnect(board(state));
  expect(JSON.parse(JSON.stringify(page.board))).toEqual(board(state));
  expect(page.session.get(id("a"))).toBe(a);
  expect([page.session.state, page.session.get(id("b")), page.session.get(id("aside/c"))]).toEqual(["live", undefined, undefined]);
  const replayed = new Oracle(before);
  for (const event of events) replayed.apply(event);
  expect(replayed.root).toEqual(board(state));
});

test("an item goes on in the child model that stands where its own stood", async () => {
  const page = await Page.live(board(laneBeside(lane("aside", card("a"), card("b")), "todo"), lane("doing")));
  const b = page.session.get(id("b"));
  const state = board(laneBeside(lane("next", card("a", { title: "Here" })), "todo"), lane("doing", card("b")));
  page.reconnect(state);
  expect(JSON.parse(JSON.stringify(page.board))).toEqual(state);
  expect(page.session.get(id("a"))).toBe(page.board.lanes.at(0)!.aside!.cards.at(0));
  expect(page.session.get(id("b"))).toBe(b);
});

test.each([
  ["an item became a child model", board(lane("todo", card("a")), lane("x", card("b"))), board(laneBeside(lane("x", card("c")), "todo", card("a"), card("b")))],
  ["a child model became an item", board(laneBeside(lane("x", card("c")), "todo", card("a"))), board(lane("x", card("a")), lane("todo", card("c")))],
])("%s: its id is the new one's", async (_, before, state) => {
  const page = await Page.live(before);
  const was = page.session.get(id("x"));
  page.reconnect(state);
  expect(JSON.parse(JSON.stringify(page.board))).toEqual(state);
  expect(page.session.get(id("x"))).not.toBe(was);
  expect(page.session.get(id("x"))?.parent).not.toBe(null);
  expect(was?.parent).toBe(null);
});

test("another root is the same object under another id, and other ids of collections too", async () => {
  const page = await Page.live(start);
  const { board: root } = page;
  const { lanes } = root;
  page.reconnect({ ...board(), attrs: { id: id("other"), title: "Other" }, collections: { lanes: { id: id("lanes2"), models: [] } } });
  expect(page.board).toBe(root);
  expect([root.id, root.title, lanes.length, lanes.id]).toEqual([id("other"), "Other", 0, id("lanes2")]);
  expect([page.session.get(id("other")), page.session.get(id("board")), page.session.get(id("lanes2"))]).toEqual([root, undefined, lanes]);
});

test("an attribute that this user is no longer shown is gone, and one that is shown comes", async () => {
  const page = await Page.live(start);
  const changed = vi.fn();
  page.board.on("change:title", changed);
  page.reconnect({ ...start, attrs: { id: id("board") } });
  expect([page.board.has("title"), page.board.title]).toEqual([false, null]);
  page.reconnect(start);
  expect(page.board.title).toBe("Board");
  expect(changed.mock.calls).toMatchObject([[{ value: null, previous: "Board" }], [{ value: "Board", previous: null }]]);
});

test("a collection that this user is not shown is empty, and nothing can be added", async () => {
  const page = await Page.live({ attrs: { id: id("board"), title: "Board" }, collections: {}, models: {} });
  expect([page.board.lanes.length, page.board.lanes.id]).toEqual([0, ""]);
  expect(() => page.board.lanes.addServer({})).toThrow(/does not show the collection lanes/);
});

test("a state that cannot be taken changes nothing, and is fetched again", async () => {
  const page = await Page.live(start);
  const before = JSON.stringify(page.board);
  page.reconnect(board(lane("todo", card("n")), lane("n2", card("n"))));
  expect(JSON.stringify(page.board)).toBe(before);
  expect(page.session.state).toBe("offline");
});

test("a new state in the middle of a session replaces the state", async () => {
  const page = await Page.live(start);
  page.batch();
  page.socket.say({ ...(await import("./support/Page.js")).initial(board(), { seq: 7 }) });
  expect([page.board.lanes.length, page.session.seq, page.session.state]).toEqual([0, 7, "live"]);
});
