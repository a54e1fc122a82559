import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Page } from "./support/Page.js";
import { board, lane } from "./support/xports.js";

/** A document that somebody looks at, or not. */
class FakeDocument extends EventTarget {
  visibilityState = "visible";
}

const start = board(lane("todo"));
let window: EventTarget;
let document: FakeDocument;

beforeEach(() => {
  window = new EventTarget();
  document = new FakeDocument();
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  vi.stubGlobal("document", document);
});

afterEach(() => void vi.unstubAllGlobals());

const pageshow = (persisted: boolean): Event => Object.assign(new Event("pageshow"), { persisted });

describe("a session that waits for its next attempt makes it at once when", () => {
  test.each([
    ["the device is online again", () => window.dispatchEvent(new Event("online"))],
    ["somebody looks at the page again", () => document.dispatchEvent(new Event("visibilitychange"))],
    ["the page comes back from the cache of the browser", () => window.dispatchEvent(pageshow(true))],
  ])("%s", async (_, happen) => {
    const page = await Page.live(start);
    page.socket.drop();
    happen();
    expect([page.sockets.length, page.session.state]).toEqual([2, "connecting"]);
    page.clock.pass(60_000);
    expect(page.sockets.length).toBe(3); // The second never opened: its silence ended it.
  });

  test.each([
    ["it is live", () => window.dispatchEvent(new Event("online")), false],
    ["the page is hidden", () => document.dispatchEvent(new Event("visibilitychange")), true],
    ["the page is shown for the first time", () => window.dispatchEvent(pageshow(false)), true],
  ])("and does nothing when %s", async (_, happen, isOffline) => {
    const page = await Page.live(start);
    if (isOffline) page.socket.drop();
    document.visibilityState = "hidden";
    happen();
    expect(page.sockets.length).toBe(1);
  });

  test("and not when it is over", async () => {
    const page = await Page.live(start);
    page.session.close();
    window.dispatchEvent(new Event("online"));
    expect(page.sockets.length).toBe(1);
  });
});

describe("times are options", () => {
  test("of coming back", async () => {
    const page = await Page.live(start, {}, { retryMinMs: 100, retryMaxMs: 150, stableMs: 5_000 });
    page.socket.drop();
    page.clock.pass(100);
    expect(page.sockets.length).toBe(2);
    page.socket.drop();
    page.clock.pass(149);
    expect(page.sockets.length).toBe(2);
    page.clock.pass(1);
    expect(page.sockets.length).toBe(3);
  });

  test("of silence", async () => {
    const page = await Page.live(start, {}, { silenceMs: 5_000 });
    page.clock.pass(4_999);
    expect(page.session.state).toBe("live");
    page.clock.pass(1);
    expect(page.session.state).toBe("offline");
  });

  test("of what is held", async () => {
    const page = await Page.live(start, {}, { holdMs: 50 });
    page.board.title = "New";
    page.socket.say({ event: "hold", turn: 1, code: "busy" });
    page.clock.pass(50);
    expect(page.socket.turns.map(({ turn }) => turn)).toEqual([1, 1]);
  });
});
