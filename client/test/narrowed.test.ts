// A page whose mirror has less than the server sends: the user may see more than the page was made for.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ModelClass, TreeEvent, Xport } from "capsule-client";
import { Board, Card, Comment, Lane } from "./mirror/index.js";
import { Oracle } from "./support/Oracle.js";
import { initial, Page } from "./support/Page.js";
import { misfit, RandomEvents, step } from "./support/randomEvents.js";
import { author, board, card, comment, id, lane, laneBeside } from "./support/xports.js";

const { tags: _, ...attributes } = Card.metadata.attributes;

class SmallCard extends Card {
  static override readonly metadata = { ...Card.metadata, attributes, collections: {}, models: {}, computed: {} };
}

class SmallLane extends Lane {
  static override readonly metadata = { ...Lane.metadata, collections: { cards: () => SmallCard }, models: {}, computed: {} };
}

class SmallBoard extends Board {
  static override readonly metadata = { ...Board.metadata, schema: "5c4e3a0000000000", collections: { lanes: () => SmallLane }, models: {} };
}

const start = board(lane("todo", card("a", {}, [comment("c1"), comment("c2")], author("ada")), card("b")), laneBeside(lane("aside", card("x"), card("y")), "doing", card("d")));

function live(app: Xport = start): Promise<Page> {
  return Page.live(app, {}, {}, SmallBoard as ModelClass<Board>);
}

/** What such a page has of a state. */
function small({ attrs, collections }: Xport): Xport {
  return {
    attrs,
    collections: {
      lanes: {
        id: collections!["lanes"]!.id!,
        models: collections!["lanes"]!.models!.map((one) => ({
          attrs: one.attrs,
          collections: { cards: { id: one.collections!["cards"]!.id!, models: one.collections!["cards"]!.models!.map(({ attrs: { tags: __, ...others } }) => ({ attrs: others })) } },
        })),
      },
    },
  };
}

function expectHas(page: Page, state: Xport): void {
  expect(page.session.state).toBe("live");
  expect(JSON.parse(JSON.stringify(page.board))).toEqual(small(state));
}

test("it joins with the hash of the whole, which its mirror says", async () => {
  expect((await live()).socket.join).toMatchObject({ schema: "5c4e3a0000000000" });
});

test.each<[string, TreeEvent]>([
  ["an attribute", { event: "change", id: id("a"), data: { tags: ["z"] } }],
  ["an item of a collection", { event: "change", id: id("c1"), data: { text: "z" } }],
  ["a child model", { event: "change", id: id("ada"), data: { name: "z" } }],
  ["an item below a child model", { event: "change", id: id("x"), data: { title: "z" } }],
  ["an add", { event: "add", collection: id("a/c"), at: 0, data: comment("n") }],
  ["an add below a child model", { event: "add", collection: id("aside/c"), at: 0, data: card("n") }],
  ["a remove", { event: "remove", collection: id("a/c"), id: id("c1") }],
  ["a move", { event: "move", collection: id("a/c"), id: id("c1"), newPosition: 1 }],
  ["a move to another collection", { event: "move", collection: id("b/c"), id: id("c1"), newPosition: 0, from: id("a/c") }],
  ["another child model", { event: "child", id: id("a"), name: "author", data: author("bob") }],
  ["no child model", { event: "child", id: id("a"), name: "author", data: null }],
  ["a child model of something that is not seen", { event: "child", id: id("x"), name: "author", data: author("bob") }],
])("what it is told of %s that it has not is nothing to it", async (_, event) => {
  const page = await live();
  const told = vi.fn();
  page.board.on("publish", told);
  page.batch(event);
  expectHas(page, start);
  expect(told).not.toHaveBeenCalled();
});

test("what came unseen can change and go, and nothing of it stays", async () => {
  const page = await live();
  page.batch({ event: "add", collection: id("a/c"), at: 0, data: comment("n") });
  page.batch({ event: "change", id: id("n"), data: { text: "z" } }, { event: "remove", id: id("n"), collection: id("a/c") });
  expectHas(page, start);
  page.batch({ event: "change", id: id("n"), data: { text: "z" } });
  expect(page.session.state).toBe("offline");
});

test("what went with its owner is gone", async () => {
  const page = await live();
  page.batch({ event: "remove", id: id("a"), collection: id("todo/c") });
  expect(page.session.state).toBe("live");
  page.batch({ event: "change", id: id("c1"), data: { text: "z" } });
  expect(page.session.state).toBe("offline");
});

test("what moves out of what it has is removed, and what moves into it is fetched, once", async () => {
  const page = await live();
  const removed = vi.fn();
  const resync = vi.fn();
  page.board.lanes.at(0)!.cards.on("remove", removed);
  page.session.on("resync", resync);
  const oracle = new Oracle(start);
  const move = (from: string, to: string): void => {
    const event: TreeEvent = { event: "move", id: id("a"), collection: id(to), newPosition: 0, from: id(from) };
    oracle.apply(event);
    page.batch(event);
  };
  move("todo/c", "aside/c");
  expectHas(page, oracle.root as unknown as Xport);
  expect(removed).toHaveBeenCalledOnce();
  page.batch({ event: "change", id: id("c1"), data: { text: "z" } });
  expect(resync).not.toHaveBeenCalled();
  move("aside/c", "doing/c");
  expect(resync.mock.calls).toEqual([[{ reason: expect.stringContaining("that this page was not made for") as string }]]);
  page.clock.pass(60_000);
  page.socket.open();
  page.socket.say(initial(oracle.root as unknown as Xport));
  expectHas(page, oracle.root as unknown as Xport);
  expect(resync).toHaveBeenCalledOnce();
});

test("what is not in the tree at all is still a reason to fetch the state again", async () => {
  const page = await live();
  page.batch(misfit);
  expect(page.session.state).toBe("offline");
});

test("nothing that is unseen can be got, listed or referred to", async () => {
  const page = await live();
  expect([page.session.get(id("c1")), page.session.get(id("ada")), page.session.get(id("x")), page.session.get(id("aside/c"))]).toEqual([undefined, undefined, undefined, undefined]);
  page.batch({ event: "change", id: id("a"), data: { after: id("x") } });
  expect(page.board.lanes.at(0)!.cards.at(0)!.after).toBe(null);
});

test("an id that is told twice where nobody looks is no reason for anything", async () => {
  const page = await live(board(lane("todo", card("a", {}, [comment("b")]), card("b", {}, [comment("c1"), comment("c1")]))));
  expect(page.session.get(id("b"))).toBeInstanceOf(SmallCard);
  expect(page.session.get(id("b"))).not.toBeInstanceOf(Comment);
});

test("random batches and new states come to what it has of them", async () => {
  const batches = fc.array(fc.record({ steps: fc.array(step, { maxLength: 8 }), isAnew: fc.boolean() }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(batches, async (work) => {
      let page = await live();
      const oracle = new Oracle(start);
      const random = new RandomEvents(oracle);
      for (const { steps, isAnew } of work) {
        const before = JSON.stringify(page.board);
        const events = random.make(steps);
        const state = structuredClone(oracle.root) as unknown as Xport;
        if (isAnew) page.socket.say(initial(state, { seq: page.session.seq }));
        else page.batch(...events);
        if (page.session.state === "offline") {
          expect(events.some(({ event }) => event === "move")).toBe(true);
          expect(JSON.stringify(page.board)).toBe(before);
          page = await live(state);
        }
        expectHas(page, state);
        for (const model of new Oracle(small(state)).models()) expect((page.session.get(model.attrs.id) as { id: string } | undefined)?.id).toBe(model.attrs.id);
        expect(page.reported).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
