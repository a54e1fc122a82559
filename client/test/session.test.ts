import { describe, expect, test, vi } from "vitest";
import { Card } from "./mirror/index.js";
import { initial, Page } from "./support/Page.js";
import { board, card, id, lane } from "./support/xports.js";

const start = board(lane("todo", card("a")));

describe("a live session", () => {
  test("comes back after a growing delay, and goes through its states", async () => {
    const page = await Page.live(start);
    const states: string[] = [];
    page.session.on("state", ({ previous, state }) => states.push(`${previous}>${state}`));
    for (const delay of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      page.socket.drop();
      const sockets = page.sockets.length;
      page.clock.pass(delay - 1);
      expect(page.sockets.length).toBe(sockets);
      page.clock.pass(1);
      expect(page.sockets.length).toBe(sockets + 1);
    }
    expect(states.slice(0, 4)).toEqual(["live>offline", "offline>connecting", "connecting>offline", "offline>connecting"]);
    page.socket.open();
    page.socket.say(initial(start));
    expect(page.session.state).toBe("live");
    page.clock.pass(10_000);
    page.socket.drop();
    page.clock.pass(1_000);
    expect(page.session.state).toBe("connecting");
  });

  test("comes back with what it has; after what did not fit, with nothing", async () => {
    const page = await Page.live(start, { seq: 5 });
    expect(page.socket.join.since).toBe(undefined);
    page.batch();
    page.reconnect(start, { seq: 7 });
    expect(page.socket.join.since).toEqual({ epoch: "e1", seq: 6, view: "v1" });
    page.socket.say({ event: "batch", seq: 9, events: [] });
    for (const since of [undefined, { epoch: "e1", seq: 9, view: "v1" }]) {
      page.clock.pass(20_000);
      page.socket.open();
      expect(page.socket.join.since).toEqual(since);
      page.socket.say(initial(start, { seq: 9 }));
      page.socket.drop();
    }
  });

  test("an optional member may be null", async () => {
    const page = await Page.live(start);
    const promise = page.board.setServer({ title: "New" });
    page.socket.saying('[{"event":"hold","turn":1,"code":"busy","retryAfterMs":null,"next":null},{"event":"verdict","turn":1,"outcome":"applied","seq":null,"results":null}]');
    await promise;
    page.socket.saying(`[{"event":"batch","seq":1,"events":[{"event":"move","collection":"${id("lanes")}","id":"${id("todo")}","newPosition":0,"from":null}]}]`);
    expect(page.session.seq).toBe(1);
  });

  test("has chance in the delay", async () => {
    const page = await Page.live(start, {}, { random: () => 0.25 });
    page.socket.drop();
    page.clock.pass(249);
    expect(page.sockets.length).toBe(1);
    page.clock.pass(1);
    expect(page.sockets.length).toBe(2);
  });

  test("reconnects when nothing is heard for 30 s; a heartbeat is something", async () => {
    const page = await Page.live(start);
    page.clock.pass(20_000);
    page.socket.saying("[]");
    page.clock.pass(29_999);
    expect(page.session.state).toBe("live");
    page.clock.pass(1);
    expect([page.session.state, page.socket.isClosed]).toEqual(["offline", true]);
  });

  test("close ends it, once, without coming back", async () => {
    const page = await Page.live(start);
    const ended = vi.fn();
    const state = vi.fn();
    page.session.on("ended", ended);
    page.session.on("state", state);
    page.session.close();
    page.session.close();
    page.clock.pass(100_000);
    expect([page.session.state, page.sockets.length, page.socket.isClosed, page.clock.pending]).toEqual(["ended", 1, true, 0]);
    expect([ended.mock.calls.length, state.mock.calls.length]).toEqual([0, 1]);
  });

  test("close while it waits to come back ends that too", async () => {
    const page = await Page.live(start);
    page.socket.drop();
    page.session.close();
    page.clock.pass(100_000);
    expect([page.session.state, page.sockets.length]).toEqual(["ended", 1]);
  });

  test.each(["unauthenticated", "forbidden", "notFound", "expired"] as const)("`ended` with %s is the end", async (code) => {
    const page = await Page.live(start);
    const ended = vi.fn();
    page.session.on("ended", ended);
    page.socket.say({ event: "ended", error: { code, message: "Over." } });
    page.clock.pass(100_000);
    expect([page.session.state, page.sockets.length]).toEqual(["ended", 1]);
    expect(ended.mock.calls).toMatchObject([[{ code, message: "Over." }]]);
  });

  test.each(["closing", "rateLimited"] as const)("`ended` with %s: it comes back", async (code) => {
    const page = await Page.live(start);
    page.socket.say({ event: "ended", error: { code, message: "Later." } });
    expect(page.session.state).toBe("offline");
    page.clock.pass(1_000);
    expect(page.sockets.length).toBe(2);
  });

  test.each([() => ({}), () => 4009])("superseded, perhaps by a join of its own that came late, it comes back, and stays away if that happens again soon", async (closing) => {
    const page = await Page.live(start);
    const ended = vi.fn();
    page.session.on("ended", ended);
    const supersede = (): void => {
      const code = closing();
      if (typeof code === "number") page.socket.drop(code);
      else page.socket.say({ event: "ended", error: { code: "superseded", message: "Joined elsewhere." } });
    };
    const comeBack = (): void => {
      page.clock.pass(1_000);
      page.socket.open();
      page.socket.say(initial(start));
    };
    supersede();
    expect(page.session.state).toBe("offline");
    comeBack();
    page.clock.pass(20_000);
    supersede();
    comeBack();
    expect([page.session.state, page.sockets.length, ended.mock.calls.length]).toEqual(["live", 3, 0]);
    supersede();
    expect(page.session.state).toBe("ended");
    expect(ended.mock.calls).toMatchObject([[{ code: "superseded" }]]);
  });

  test("the close code alone tells the same", async () => {
    const page = await Page.live(start);
    const ended = vi.fn();
    page.session.on("ended", ended);
    page.socket.drop(4004);
    expect(page.session.state).toBe("ended");
    expect(ended.mock.calls).toMatchObject([[{ code: "notFound" }]]);

    const other = await Page.live(start);
    other.socket.drop(4030);
    expect(other.session.state).toBe("offline");
  });

  test("`ended` with schema: the page is too old", async () => {
    const page = await Page.live(start);
    page.socket.say({ event: "ended", error: { code: "schema", message: "Load again." } });
    expect(page.session.state).toBe("updateNeeded");
  });

  test.each([
    ["frame", '[{"event":"fireworks"}]'],
    ["event", '[{"event":"batch","seq":1,"events":[{"event":"loaded","id":"x"}]}]'],
    ["outcome", '[{"event":"verdict","turn":1,"outcome":"perhaps"}]'],
    ["type of model", `[{"event":"batch","seq":1,"events":[{"event":"add","collection":"${id("lanes")}","at":0,"data":{"type":"swimlane","attrs":{"id":"x"}}}]}]`],
  ])("a %s of an unknown kind: the page is too old, and nothing is applied", async (_, saying) => {
    const page = await Page.live(start);
    page.socket.saying(saying);
    page.clock.pass(100_000);
    expect([page.session.state, page.session.seq, page.board.lanes.length, page.sockets.length]).toEqual(["updateNeeded", 0, 1, 1]);
  });

  test("an unreadable message is an error, and the state is fetched again", async () => {
    const page = await Page.live(start);
    const errors = vi.fn();
    page.session.on("error", errors);
    page.socket.saying("[{");
    expect([page.session.state, page.socket.isClosed]).toEqual(["offline", true]);
    expect(errors.mock.calls).toMatchObject([[{ code: "protocol" }]]);
  });

  test("an error frame is the event error, and the session goes on", async () => {
    const page = await Page.live(start);
    const errors = vi.fn();
    page.session.on("error", errors);
    page.socket.say({ event: "error", error: { code: "invalid", message: "What?" } });
    expect(errors.mock.calls).toMatchObject([[{ code: "invalid", message: "What?" }]]);
    expect(page.session.state).toBe("live");
  });

  test("frames of a socket that was given up are not heard, those in the same message included", async () => {
    const page = await Page.live(start);
    const old = page.socket;
    page.socket.say(
      { event: "batch", seq: 5, events: [] },
      { event: "batch", seq: 1, events: [{ event: "change", id: id("board"), data: { title: "wrong" } }] },
    );
    old.onmessage?.({ data: '[{"event":"batch","seq":1,"events":[]}]' });
    expect([page.session.seq, page.board.title]).toEqual([0, "Board"]);
  });

  test("templates are kept", async () => {
    const page = await Page.live(start);
    page.socket.say({ event: "templates", templates: { card: "<li>" } });
    expect(page.session.templates).toEqual({ card: "<li>" });
  });

  test("a handler that closes the session in the middle of a message ends it there", async () => {
    const page = await Page.live(start);
    page.session.on("batch", () => page.session.close());
    page.socket.say({ event: "batch", seq: 1, events: [] }, { event: "batch", seq: 2, events: [] });
    expect([page.session.state, page.session.seq]).toEqual(["ended", 1]);
  });

  test("a model cannot be made by hand", () => {
    const Maker = Card as unknown as new () => Card;
    expect(() => new Maker()).toThrow(/use addServer/);
  });
});
