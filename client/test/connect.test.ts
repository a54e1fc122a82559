import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CapsuleError, connect, schemaHash } from "capsule-client";
import { Board, Comment } from "./mirror/index.js";
import { FakeClock } from "./support/FakeClock.js";
import { FakeSocket } from "./support/FakeSocket.js";
import { initial, Page } from "./support/Page.js";
import { board, card, lane } from "./support/xports.js";

const start = board(lane("todo", card("a")));
const hashOfBoard = (0xf1n ^ 0x8000000000000002n ^ 0x9f86d081884c7d65n ^ 0xf3n ^ 0xf4n).toString(16).padStart(16, "0");

describe("connect", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test("joins with a client id, the confirmed turn and the schema", async () => {
    const page = await Page.live(start);
    expect(page.socket.url).toBe("ws://server/capsule/board/42");
    expect(page.socket.protocol).toBe("capsule.v1");
    expect(page.socket.sent).toEqual([
      { event: "join", client: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/), confirmed: 0, schema: hashOfBoard },
    ]);
  });

  test("gives a session that is live", async () => {
    const { session } = await Page.live(start, { seq: 17, epoch: "e", view: "v", user: "u" });
    expect([session.state, session.seq, session.epoch, session.view, session.user]).toEqual(["live", 17, "e", "v", "u"]);
    expect(session.limits.messageBytes).toBe(65536);
    expect(session.root.session).toBe(session);
    expect(session.root).toBeInstanceOf(Board);
  });

  test("the schema is the XOR of every type that can be reached", () => {
    expect(schemaHash(Board)).toBe(hashOfBoard);
    expect(schemaHash(Comment)).toBe("8000000000000002");
  });

  test.each([
    ["/capsule", "42", "wss://shop.example/capsule/board/42"],
    ["capsule/", undefined, "wss://shop.example/a/capsule/board"],
    ["http://other:5000/x", "a~b", "ws://other:5000/x/board/a~b"],
    ["wss://other/", "7", "wss://other/board/7"],
    ["/capsule?tenant=1#top", "7", "wss://shop.example/capsule/board/7?tenant=1"],
  ])("%s with key %s is %s", async (url, key, address) => {
    vi.stubGlobal("location", { href: "https://shop.example/a/page?x=1#y" });
    let opened = "";
    class Socket extends FakeSocket {
      constructor(to: string, protocol: string) {
        super(to, protocol);
        opened = to;
      }
    }
    void connect(Board, url, { WebSocket: Socket, clock: new FakeClock(), ...(key === undefined ? {} : { key }) });
    expect(opened).toBe(address);
  });

  test.each(["", ".", "..", "a/b", "ü", "x".repeat(129)])("refuses the key %j", async (key) => {
    await expect(new Page().connect({ key })).rejects.toThrow(/is no key/);
  });

  test("outside a page a relative address is an error, and so is a lack of sockets", async () => {
    await expect(connect(Board, "/capsule", { WebSocket: FakeSocket })).rejects.toThrow(/must be absolute/);
    await expect(connect(Board, "ftp://x/", { WebSocket: FakeSocket })).rejects.toThrow(/no address for a WebSocket/);
    vi.stubGlobal("WebSocket", undefined);
    await expect(connect(Board, "http://x/")).rejects.toThrow(/no WebSocket here/);
  });

  test("is rejected with the server's words when `ended` comes first", async () => {
    const page = new Page();
    const connecting = page.connect();
    page.socket.open();
    page.socket.say({ event: "ended", error: { code: "forbidden", message: "You may not read this board." } });
    await expect(connecting).rejects.toThrow(CapsuleError);
    await expect(connecting).rejects.toMatchObject({ name: "CapsuleError", code: "forbidden", message: "You may not read this board." });
    expect([page.sockets.length, page.socket.isClosed, page.clock.pending]).toEqual([1, true, 0]);
  });

  test.each(["closing", "rateLimited", "schema"] as const)("is rejected for `ended` with %s too", async (code) => {
    const page = new Page();
    const connecting = page.connect();
    page.socket.open();
    page.socket.say({ event: "ended", error: { code, message: "No." } });
    await expect(connecting).rejects.toMatchObject({ code });
  });

  test("knows the reason by the close code alone", async () => {
    const page = new Page();
    const connecting = page.connect();
    page.socket.open();
    page.socket.drop(4001);
    await expect(connecting).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is rejected when there is no connection, and leaves nothing behind", async () => {
    const page = new Page();
    const connecting = page.connect();
    page.socket.drop();
    await expect(connecting).rejects.toMatchObject({ code: "unreachable", message: expect.stringContaining("ws://server/capsule/board/42") as string });
    expect(page.clock.pending).toBe(0);
  });

  test("is rejected when there can be no socket, and tries again where there was one", async () => {
    class Forbidden extends FakeSocket {
      constructor() {
        super("", "");
        throw new Error("mixed content");
      }
    }
    await expect(new Page().connect({ WebSocket: Forbidden })).rejects.toMatchObject({ code: "unreachable", message: expect.stringContaining("mixed content") as string });

    let isAllowed = true;
    const sockets: FakeSocket[] = [];
    class Fickle extends FakeSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol);
        if (!isAllowed) throw new Error("not now");
        sockets.push(this);
      }
    }
    const page = new Page();
    const connecting = page.connect({ WebSocket: Fickle });
    sockets[0]!.open();
    sockets[0]!.say(initial(start));
    const session = await connecting;
    isAllowed = false;
    sockets[0]!.drop();
    page.clock.pass(1_000);
    expect(session.state).toBe("offline");
    isAllowed = true;
    page.clock.pass(30_000);
    expect([session.state, sockets.length]).toEqual(["connecting", 2]);
  });

  test("is rejected when the server says nothing", async () => {
    const page = new Page();
    const connecting = page.connect();
    page.socket.open();
    page.clock.pass(30_000);
    await expect(connecting).rejects.toMatchObject({ code: "unreachable" });
  });

  test("is rejected when the first state is not one", async () => {
    for (const saying of ["{", "{}", '[{"event":"initial"}]', '[{"event":"batch","seq":1,"events":[]}]', new ArrayBuffer(1), JSON.stringify([initial({ attrs: {} })])]) {
      const page = new Page();
      const connecting = page.connect();
      page.socket.open();
      page.socket.saying(saying);
      await expect(connecting).rejects.toMatchObject({ name: "CapsuleError", code: "protocol" });
      expect(page.clock.pending).toBe(0);
    }
  });

  test("ends by its signal, before and after", async () => {
    await expect(new Page().connect({ signal: AbortSignal.abort("never mind") })).rejects.toBe("never mind");

    const before = new AbortController();
    const page = new Page();
    const connecting = page.connect({ signal: before.signal });
    before.abort("too late");
    await expect(connecting).rejects.toBe("too late");
    expect(page.socket.isClosed).toBe(true);

    const after = new AbortController();
    const live = await Page.live(start, {}, { signal: after.signal });
    after.abort();
    expect([live.session.state, live.socket.isClosed, live.clock.pending]).toEqual(["ended", true, 0]);

    const unused = new AbortController();
    (await Page.live(start, {}, { signal: unused.signal })).session.close();
    expect(getEventListeners(unused.signal, "abort")).toEqual([]);
  });

  test("sends a token, or asks for a fresh one at each join", async () => {
    const fixed = await Page.live(start, {}, { token: "t" });
    expect(fixed.socket.join.token).toBe("t");

    const tokens = ["t1", "t2"];
    const page = new Page();
    const connecting = page.connect({ token: async () => tokens.shift()! });
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join?.token).toBe("t1"));
    page.socket.say(initial(start));
    page.session = await connecting;
    page.socket.drop();
    page.clock.pass(1_000);
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join?.token).toBe("t2"));
  });

  test("a token that cannot be had is an error, and tried again once the session was live", async () => {
    let isThere = true;
    const token = (): string => {
      if (isThere) return "t";
      throw new Error("no network");
    };
    const page = new Page();
    const connecting = page.connect({ token });
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join).toBeDefined());
    page.socket.say(initial(start));
    page.session = await connecting;
    const errors = vi.fn();
    page.session.on("error", errors);
    isThere = false;
    page.socket.drop();
    page.clock.pass(1_000);
    page.socket.open();
    expect(errors.mock.calls).toMatchObject([[{ code: "unauthenticated" }]]);
    isThere = true;
    page.clock.pass(30_000);
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join).toBeDefined());
  });

  test.each(["ended", "close code"])("a ticket that ran out, told by %s, is renewed by whoever can give a fresh token", async (how) => {
    let tokens = 0;
    const page = new Page();
    const connecting = page.connect({ token: () => `t${++tokens}` });
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join?.token).toBe("t1"));
    page.socket.say(initial(start));
    page.session = await connecting;
    if (how === "ended") page.socket.say({ event: "ended", error: { code: "expired", message: "" } });
    else page.socket.drop(4008);
    expect(page.session.state).toBe("offline");
    page.clock.pass(1_000);
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join?.token).toBe("t2"));
  });

  test("a renewed token is sent, and used later", async () => {
    const page = await Page.live(start, {}, { token: "old" });
    page.session.renewToken("new");
    expect(page.socket.sent.at(-1)).toEqual({ event: "token", token: "new" });
    page.socket.drop();
    page.clock.pass(1_000);
    page.socket.open();
    expect(page.socket.join.token).toBe("new");
  });

  test("a renewed token leaves the way to fresh ones open", async () => {
    let tokens = 0;
    const page = new Page();
    const connecting = page.connect({ token: () => `t${++tokens}` });
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join?.token).toBe("t1"));
    page.socket.say(initial(start));
    page.session = await connecting;

    page.session.renewToken("given");
    expect(page.socket.sent.at(-1)).toEqual({ event: "token", token: "given" });
    page.socket.say({ event: "ended", error: { code: "expired", message: "" } });

    expect(page.session.state).toBe("offline");
    page.clock.pass(1_000);
    page.socket.open();
    await vi.waitFor(() => expect(page.socket.join?.token).toBe("t2"));
  });

  test("a guest who signs in is told to join again, and does so with the token and the same client id", async () => {
    const page = await Page.live(start);
    const { client } = page.socket.join;
    page.session.renewToken("signed in");
    page.socket.say({ event: "ended", error: { code: "closing", message: "" } });

    page.clock.pass(1_000);
    page.socket.open();

    expect(page.socket.join).toMatchObject({ client, token: "signed in" });
  });
});
