import { beforeEach, describe, expect, test, vi } from "vitest";
import type { TreeEvent } from "capsule-client";
import type { Frame, TransientFrame } from "capsule-client/protocol";
import type { Card, Lane } from "./mirror/index.js";
import { Desk, no, publishedOn, titles } from "./support/Desk.js";
import { applied, type Page } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";
import { card, comment, id } from "./support/xports.js";

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

const transient = (...events: TreeEvent[]): TransientFrame => ({ event: "transient", after: page.session.seq, events });

describe("what is not stored", () => {
  test("changes without a number", () => {
    const events = publishedOn(page);
    page.socket.say(transient({ event: "change", id: a.id, data: { points: 7 } }));
    expect([a.points, page.session.seq, events.length]).toEqual([7, 0, 1]);
  });

  test("does not fit where a batch is missing", () => {
    page.socket.say({ event: "transient", after: 1, events: [] });
    expect(page.session.state).toBe("offline");
  });

  test.each<[string, (desk: Desk) => [Promise<unknown>, TreeEvent]]>([
    ["change", ({ a }) => [a.setServer({ points: 5 }), { event: "change", id: a.id, data: { points: 5 } }]],
    ["increment", ({ a }) => [a.incrementServer("points", 4), { event: "change", id: a.id, data: { points: 5 } }]],
    ["deletion", ({ b, todo }) => [b.deleteServer(), { event: "remove", id: id("b"), collection: todo.cards.id! }]],
    ["move", ({ b, todo, doing }) => [b.moveServer({ to: doing.cards, before: null }), { event: "move", id: id("b"), collection: doing.cards.id!, newPosition: 1, from: todo.cards.id! }]],
    ["new item", ({ doing }) => {
      const adding = doing.cards.addServer({ title: "new" });
      return [adding, { event: "add", collection: doing.cards.id!, at: 1, data: adding.model.toJSON() }];
    }],
  ])("a %s is confirmed by its verdict and the frame behind it in one step", async (_, act) => {
    const [promise, event] = act({ page, todo, doing, a, b, c } as Desk);
    const shown = JSON.stringify(page.board);
    const events = publishedOn(page);
    page.socket.say(applied(1), transient(event));
    await promise;
    expect(events).toEqual([]);
    expect(JSON.stringify(page.board)).toBe(shown);
    expect(page.session.pending).toEqual([]);
  });

  test("a turn that changes both is confirmed by its batch and the frame behind it in one step", async () => {
    const promise = a.setServer({ title: "New", points: 5 });
    const events = publishedOn(page);
    page.socket.say(
      applied(1, 1),
      { event: "batch", seq: 1, events: [{ event: "change", id: a.id, data: { title: "New" } }] },
      { event: "transient", after: 1, events: [{ event: "change", id: a.id, data: { points: 5 } }] },
    );
    await promise;
    expect([a.title, a.points, events, page.session.pending]).toEqual(["New", 5, [], []]);
  });

  test("a refusal takes it back", async () => {
    const promise = a.setServer({ points: 5 });
    page.socket.say(no(1));
    await expect(promise).rejects.toMatchObject({ code: "forbidden" });
    expect(a.points).toBe(1);
  });

  test("what others do meanwhile does not show through", () => {
    a.points = 5;
    page.socket.say(transient({ event: "change", id: a.id, data: { points: 9, done: true } }));
    expect([a.points, a.done]).toEqual([5, true]);
    page.socket.say(applied(1));
    expect(a.points).toBe(9);
  });
});

describe("after a lost connection", () => {
  const resume = (...frames: Frame[]): void => {
    page.socket.drop();
    page.clock.pass(60_000);
    page.socket.open();
    page.socket.say({ event: "resumed", epoch: "e1", seq: 0, view: "v1", user: "u1", turns: { last: 0, verdicts: [] } }, ...frames);
  };

  test("a collection that is not stored becomes what the server says, and what stays is the same object", () => {
    const events = publishedOn(page);
    resume({
      event: "transient",
      after: 0,
      replaces: [todo.cards.id!, doing.cards.id!],
      events: [
        { event: "change", id: todo.id, data: { title: "To do" } },
        { event: "add", collection: todo.cards.id!, at: 0, data: card("c", { points: 8 }) },
        { event: "add", collection: todo.cards.id!, at: 1, data: card("a", { after: null, reviewer: null }, [comment("c1")]) },
        { event: "add", collection: doing.cards.id!, at: 0, data: card("e") },
      ],
    });
    expect([todo.title, titles(todo), titles(doing)]).toEqual(["To do", ["c", "a"], ["e"]]);
    expect([todo.cards.at(0), todo.cards.at(1), c.points, b.parent]).toEqual([c, a, 8, null]);
    expect(events.map(({ event }) => event)).toEqual(["remove", "remove", "move", "change", "add", "change"]);
  });

  test("nothing is told where nothing has changed", () => {
    const events = publishedOn(page);
    resume({ event: "transient", after: 0, replaces: [doing.cards.id!], events: [{ event: "add", collection: doing.cards.id!, at: 0, data: card("d") }] });
    expect(events).toEqual([]);
  });

  test("an item that went from one collection to another while the page was away is there once", () => {
    resume({ event: "transient", after: 0, replaces: [todo.cards.id!, doing.cards.id!], events: [{ event: "add", collection: doing.cards.id!, at: 0, data: card("a") }] });
    expect([titles(todo), titles(doing)]).toEqual([[], ["a"]]);
  });

  test("what is pending is laid over it", () => {
    a.points = 5;
    const adding = todo.cards.addServer({ title: "mine" });
    resume({ event: "transient", after: 0, replaces: [todo.cards.id!], events: [{ event: "add", collection: todo.cards.id!, at: 0, data: card("a", { after: null, reviewer: null, points: 2 }, [comment("c1")]) }] });
    expect([titles(todo), a.points, todo.cards.at(1)]).toEqual([["a", "mine"], 5, adding.model]);
  });

  test("a collection that is not here is a hole", () => {
    const state = vi.fn();
    page.session.on("resync", state);
    resume({ event: "transient", after: 0, replaces: [id("nowhere")], events: [] });
    expect(state).toHaveBeenCalledOnce();
    expect(titles(todo)).toEqual(["a", "b", "c"]);
  });
});

describe("a happening that is no state", () => {
  const voted: TreeEvent = { event: "broadcast", id: id("a"), name: "voted", data: { by: "Ada", at: "2025-07-18T09:30:00+02:00" } };

  test("is heard on its model, with values of the mirror's types", () => {
    const told = vi.fn();
    const events = publishedOn(page);
    a.on("broadcast:voted", told);
    page.socket.say(transient(voted));
    expect(told.mock.calls).toEqual([[{ model: a, data: { by: "Ada", at: new Date("2025-07-18T07:30:00Z") } }]]);
    expect(events).toEqual([]);
  });

  test("is heard when the turn that it came with is shown, also while something is pending", () => {
    const seen: unknown[] = [];
    b.title = "pending";
    a.on("broadcast:voted", ({ data }) => seen.push([data.by, a.points]));
    page.socket.say(
      { event: "batch", seq: 1, events: [] },
      { event: "transient", after: 1, events: [{ event: "change", id: a.id, data: { points: 4 } }] },
      { event: "transient", after: 1, events: [voted] },
    );
    expect(seen).toEqual([["Ada", 4]]);
  });

  test("by a name that the mirror does not know is nobody's concern", () => {
    page.socket.say(transient({ ...voted, name: "toString" }, { ...voted, name: "other" }));
    expect([page.session.state, page.reported]).toEqual(["live", []]);
  });

  test("of a model that is not here is a hole", () => {
    page.socket.say(transient({ ...voted, id: id("nobody") }));
    expect(page.session.state).toBe("offline");
  });
});
