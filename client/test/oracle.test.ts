import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnyModel, TreeEvent, Xport } from "capsule-client";
import { Oracle } from "./support/Oracle.js";
import { initial, Page } from "./support/Page.js";
import { misfit, RandomEvents, step, type Step } from "./support/randomEvents.js";
import { author, board, card, comment, lane, laneBeside } from "./support/xports.js";

const start = board(
  lane("todo", card("a", {}, [comment("c1"), comment("c2")], author("ada")), card("b")),
  laneBeside(lane("beside", card("e", {}, [comment("c3")])), "doing", card("d")),
  lane("done"),
);

function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The ids of the items, wherever they are: what keeps its object. */
function items(oracle: Oracle): string[] {
  return ["lanes", "cards", "comments"].flatMap((name) => oracle.collections(name).flatMap(({ models }) => models.map(({ attrs }) => attrs.id)));
}

/** The ids of the items below child models. */
function itemsAside({ root }: Oracle): Set<string> {
  const asides = new Oracle(root as unknown as Xport).models().flatMap(({ models }) => (models?.["aside"] ? [models["aside"]] : []));
  return new Set(asides.flatMap((aside) => items(new Oracle(aside as unknown as Xport))));
}

/** What is there by its id must be what the tree holds, and nothing else. */
function expectRegistryOf(page: Page, oracle: Oracle, gone: readonly string[]): void {
  for (const model of oracle.models()) expect((page.session.get(model.attrs.id) as AnyModel | undefined)?.id).toBe(model.attrs.id);
  const present = new Set(oracle.models().map(({ attrs }) => attrs.id));
  for (const id of gone) if (!present.has(id)) expect(page.session.get(id)).toBe(undefined);
}

const steps: fc.Arbitrary<Step[]> = fc.array(step, { maxLength: 12 });

test("random batches come to what a naive tree comes to, and publish what they were (promise 11)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 5 }), async (batches) => {
      const page = await Page.live(start);
      const oracle = new Oracle(start);
      const random = new RandomEvents(oracle);
      const ids = new Set(items(oracle));
      for (const batch of batches) {
        const events = random.make(batch);
        const seen: TreeEvent[] = [];
        const off = page.board.on("publish", (event) => seen.push(event));
        page.batch(...events);
        off();
        expect(json(page.board)).toEqual(oracle.root);
        // A change to what it is already is no event.
        expect(seen.filter(({ event }) => event !== "change")).toEqual(events.filter(({ event }) => event !== "change"));
        items(oracle).forEach((id) => ids.add(id));
      }
      expect(page.reported).toEqual([]);
      expectRegistryOf(page, oracle, [...ids]);
    }),
    { numRuns: 300 },
  );
});

test("a random batch with a misfit in it changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(12), async (batch, position) => {
      const page = await Page.live(start);
      const events = new RandomEvents(new Oracle(start)).make(batch);
      page.batch(...events.slice(0, position), misfit, ...events.slice(position));
      expect(json(page.board)).toEqual(start);
      expect(page.session.state).toBe("offline");
      expectRegistryOf(page, new Oracle(start), items(new Oracle(apply(start, events))));
    }),
    { numRuns: 300 },
  );
});

test("a new state is reached from any other; items keep their objects, and the events lead from the one to the other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 30 }), async (first, then) => {
      const oracle = new Oracle(start);
      const random = new RandomEvents(oracle);
      random.make(first);
      const before = structuredClone(oracle.root) as unknown as Xport;
      const page = await Page.live(before);
      const objects = new Map(items(oracle).map((id) => [id, page.session.get(id)]));
      const wereAside = itemsAside(oracle);
      random.make(then);

      const events: TreeEvent[] = [];
      page.board.on("publish", (event) => events.push(event));
      page.reconnect(oracle.root as unknown as Xport, { seq: 5 });

      expect(json(page.board)).toEqual(oracle.root);
      expect(json(apply(before, events))).toEqual(oracle.root);
      // What went from below one child model to below another one can come anew.
      const areAside = itemsAside(oracle);
      for (const id of items(oracle)) if (objects.has(id) && !(wereAside.has(id) && areAside.has(id))) expect(page.session.get(id)).toBe(objects.get(id));
      expectRegistryOf(page, oracle, [...objects.keys()]);
    }),
    { numRuns: 500 },
  );
});

test("a new state that cannot be taken leaves every object where it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 20 }), async (first, then) => {
      const oracle = new Oracle(start);
      const random = new RandomEvents(oracle);
      random.make(first);
      const before = new Oracle(oracle.root as unknown as Xport);
      const page = await Page.live(before.root as unknown as Xport);
      const objects = new Map(before.models().map(({ attrs }) => [attrs.id, page.session.get(attrs.id)]));
      random.make(then);
      const events: TreeEvent[] = [];
      page.board.on("publish", (event) => events.push(event));

      // Another owner, whose id the board has already: it shows when everything else is done.
      page.reconnect({ ...oracle.root, models: { owner: { attrs: { id: oracle.root.attrs.id, name: "twice" } } } } as unknown as Xport);

      expect([page.session.state, events]).toEqual(["offline", []]);
      expect(json(page.board)).toEqual(before.root);
      for (const [id, object] of objects) expect(page.session.get(id)).toBe(object);
      expectRegistryOf(page, before, oracle.models().map(({ attrs }) => attrs.id));
      page.clock.pass(60_000);
      page.socket.open();
      page.socket.say(initial(oracle.root as unknown as Xport));
      expect(json(page.board)).toEqual(oracle.root);
    }),
    { numRuns: 300 },
  );
});

function apply(state: Xport, events: readonly TreeEvent[]): Xport {
  const oracle = new Oracle(state);
  for (const event of events) oracle.apply(event);
  return oracle.root as unknown as Xport;
}
