import { beforeEach, describe, expect, test, vi } from "vitest";
import type { TreeEvent } from "capsule-client";
import type { Card } from "./mirror/index.js";
import { applied, limits, Page } from "./support/Page.js";
import { forbidUnhandledRejections, isSettled } from "./support/promises.js";
import { board, card, id, lane } from "./support/xports.js";

const start = board(lane("todo", card("a"), card("b")), lane("doing"));

let page: Page;
let a: Card;
let b: Card;

beforeEach(async () => {
  page = await Page.live(start);
  [a, b] = page.board.lanes.at(0)!.cards as unknown as [Card, Card];
});

forbidUnhandledRejections();

function published(): TreeEvent[] {
  const events: TreeEvent[] = [];
  page.board.on("publish", (event) => events.push(event));
  return events;
}

describe("several changes in one turn", () => {
  test("are sent together, show together, and each has its result (promise 13)", async () => {
    const events = published();
    const results: Promise<unknown>[] = [];
    const whole = page.session.turn(() => {
      a.title = "A";
      results.push(b.incrementServer("points", 2), b.callServerMethod("estimate", 3));
      const adding = page.board.lanes.at(1)!.cards.addServer({ title: "New" });
      results.push(adding);
      adding.model.title = "Newer";
      // What was asked for shows within, and is told at the end.
      expect([a.title, b.points, page.board.lanes.at(1)!.cards.first()?.title, events]).toEqual(["A", 3, "Newer", []]);
    });
    expect(page.socket.turns.map(({ turn, ops }) => [turn, ops.map(({ event }) => event)])).toEqual([[1, ["set", "increment", "method call", "add", "set"]]]);
    expect(events.map(({ event }) => event)).toEqual(["add", "change", "change"]);
    expect(events[0]).toMatchObject({ data: { attrs: { title: "Newer" } } });
    page.socket.say({ event: "verdict", turn: 1, outcome: "applied", seq: 1, results: [null, null, 7, null, null] });
    expect(await isSettled(whole)).toBe(false);
    const model = page.board.lanes.at(1)!.cards.first()!;
    page.batch(
      { event: "add", collection: id("doing/c"), at: 0, data: model.toJSON() },
      { event: "change", id: a.id, data: { title: "A" } },
      { event: "change", id: b.id, data: { points: 3 } },
    );
    await expect(whole).resolves.toBe(undefined);
    await expect(Promise.all(results)).resolves.toEqual([undefined, 7, model]);
    expect(events.length).toBe(3);
  });

  test("are refused together (promise 1)", async () => {
    const refused = vi.fn();
    page.session.on("refused", refused);
    const promises: Promise<unknown>[] = [];
    const whole = page.session.turn(() => {
      promises.push(a.setServer({ title: "A" }), b.deleteServer());
    });
    page.socket.say({ event: "verdict", turn: 1, outcome: "rejected", error: { code: "forbidden", message: "No.", op: 1 } });
    for (const promise of [whole, ...promises]) await expect(promise).rejects.toMatchObject({ code: "forbidden", op: 1 });
    expect([a.title, page.board.lanes.at(0)!.cards.length, refused.mock.calls.length]).toEqual(["a", 2, 1]);
  });

  test("a turn in a turn is part of it", async () => {
    const inner: Promise<void>[] = [];
    const outer = page.session.turn(() => {
      a.title = "A";
      inner.push(page.session.turn(() => void (b.title = "B")));
    });
    expect(page.socket.turns.map(({ ops }) => ops.length)).toEqual([2]);
    page.socket.say(applied(1));
    await Promise.all([outer, ...inner]);
  });

  test("what throws asks for nothing, and nothing of it is shown or told (promise 1)", async () => {
    const events = published();
    const promises: Promise<unknown>[] = [];
    const fault = new Error("mine");
    expect(() =>
      page.session.turn(() => {
        promises.push(a.setServer({ title: "A" }), page.board.lanes.addServer({}));
        throw fault;
      }),
    ).toThrow(fault);
    for (const promise of promises) await expect(promise).rejects.toBe(fault);
    expect([a.title, page.board.lanes.length, events, page.socket.turns, page.session.pending, a.isPending()]).toEqual(["a", 2, [], [], [], false]);
    a.title = "next";
    expect(page.socket.turns[0]!.turn).toBe(1);
  });

  test("what throws in a turn within takes back that one alone", () => {
    void page.session.turn(() => {
      a.title = "A";
      expect(() =>
        page.session.turn(() => {
          b.title = "B";
          throw new Error("mine");
        }),
      ).toThrow("mine");
      expect(b.title).toBe("b");
    });
    expect(page.socket.turns[0]!.ops).toEqual([{ event: "set", id: a.id, change: { title: "A" } }]);
  });

  test("an async function is a TypeError that says why", () => {
    expect(() =>
      page.session.turn(async () => {
        a.title = "A";
      }),
    ).toThrow(/must not be async/);
    expect([a.title, page.socket.turns]).toEqual(["a", []]);
    // A promise that a change gave back is none of those.
    void page.session.turn(() => a.setServer({ title: "A" }));
    void page.session.turn(() => page.session.turn(() => void (b.title = "B")));
    expect(page.socket.turns.length).toBe(2);
  });

  test("without any change nothing is asked for", async () => {
    await page.session.turn(() => {});
    expect(page.socket.turns).toEqual([]);
  });

  test.each([
    ["too many ops", () => Array.from({ length: limits.opsPerTurn + 1 }, () => void a.incrementServer("points")), /opsPerTurn/],
    ["too many bytes", () => ["x", "y"].forEach((letter) => void a.setServer({ title: letter.repeat(limits.messageBytes / 2) })), /messageBytes/],
  ])("%s: refused before it is queued", async (_, ask, message) => {
    const refused = vi.fn();
    const events = published();
    page.session.on("refused", refused);
    await expect(page.session.turn(ask)).rejects.toMatchObject({ code: "tooLarge", turn: undefined, message: expect.stringMatching(message) as string });
    expect([refused.mock.calls.length, page.socket.turns, events, a.points, page.session.pending]).toEqual([1, [], [], 1, []]);
  });

  test("one that breaks a rule is the refusal of all", async () => {
    const attributes = (b.constructor as typeof Card).metadata.attributes as unknown as Record<string, { rules?: unknown }>;
    attributes["title"]!.rules = [{ rule: "required", message: "Needed." }];
    try {
      const promises: Promise<unknown>[] = [];
      const whole = page.session.turn(() => void promises.push(a.setServer({ points: 2 }), b.setServer({ title: "" })));
      for (const promise of [whole, ...promises]) await expect(promise).rejects.toMatchObject({ code: "invalid", op: 1, attribute: "title" });
      expect([a.points, page.socket.turns]).toEqual([1, []]);
    } finally {
      delete attributes["title"]!.rules;
    }
  });

  test("a session that is over refuses it, also when it ends meanwhile", async () => {
    const promises: Promise<unknown>[] = [];
    const whole = page.session.turn(() => {
      promises.push(a.setServer({ title: "A" }));
      page.session.close();
    });
    for (const promise of [whole, ...promises, page.session.turn(() => void (a.title = "B"))]) await expect(promise).rejects.toMatchObject({ code: "closed" });
    expect(a.title).toBe("a");
  });
});
