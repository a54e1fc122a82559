import { describe, expect, test, vi } from "vitest";
import type { ModelClass } from "capsule-client";
import type { Frame, InitialFrame, TurnMessage } from "capsule-client/protocol";
import { Board, type Card } from "./mirror/index.js";
import { Device, type Tab } from "./support/Device.js";
import type { FakeSocket } from "./support/FakeSocket.js";
import { applied, initial } from "./support/Page.js";
import { forbidUnhandledRejections, isSettled } from "./support/promises.js";
import { board, card, id, lane } from "./support/xports.js";

forbidUnhandledRejections();

const start = board(lane("todo", card("a", { title: "A" }), card("b", { title: "B" })));
const titled = (title: string, more = {}) => board(lane("todo", card("a", { title, ...more }), card("b", { title: "B" })));

const cardOf = ({ board }: Tab): Card => board.lanes.at(0)!.cards.at(0)!;
const changes = (turns: readonly TurnMessage[]): unknown[] => turns.map(({ turn, ops }) => [turn, ...ops.map((op) => (op as { change: unknown }).change)]);
const changed = (data: Record<string, string | number>, seq: number): Frame => ({ event: "batch", seq, events: [{ event: "change", id: id("a"), data }] });

/** A tab that is live. */
async function live(device: Device, more: Partial<InitialFrame> = {}, app = start, user?: string, users = 1): Promise<Tab> {
  const tab = device.tab();
  const connecting = tab.open(user === undefined ? {} : { offline: { user } });
  const socket = await tab.socketsCame(1);
  socket.open();
  socket.say(initial(app, more));
  await connecting;
  await device.keeps({ users });
  return tab;
}

/** A second connection of a tab is open and has joined. */
async function joined(tab: Tab, count: number): Promise<FakeSocket> {
  const socket = await tab.socketsCame(count);
  socket.open();
  await vi.waitFor(() => expect(socket.join).toBeDefined());
  return socket;
}

/** The state is kept. */
async function saved(device: Device, tab: Tab, states = 1): Promise<void> {
  tab.clock.pass(2_000);
  await device.keeps({ states });
}

/** A tab that had a state, went offline, was asked for something, and is gone. */
async function leftOffline(device: Device, ...titles: string[]): Promise<FakeSocket> {
  const tab = await live(device);
  await saved(device, tab);
  tab.socket.drop();
  for (const title of titles) cardOf(tab).title = title;
  await device.keeps({ turns: titles.length });
  tab.kill();
  return tab.socket;
}

/** A tab that opens what is kept, without a server. */
async function reopened(device: Device, user?: string): Promise<Tab> {
  const tab = device.tab();
  await tab.open(user === undefined ? {} : { offline: { user } });
  return tab;
}

describe("what is asked for lasts", () => {
  test("a turn is sent when it lasts, and not before (promise 24)", async () => {
    const device = new Device();
    const tab = await live(device);
    cardOf(tab).title = "New";
    expect(cardOf(tab).title).toBe("New");
    expect(tab.socket.turns).toEqual([]);
    await vi.waitFor(() => expect(tab.socket.turns).toHaveLength(1));
    const { turns, clients } = await device.kept();
    expect(turns).toEqual([{ client: tab.socket.join.client, turn: 1, ops: JSON.stringify(tab.socket.turns[0]!.ops) }]);
    expect(clients).toEqual([{ client: tab.socket.join.client, address: "ws://server/capsule/board/42", user: "u1", last: 1 }]);
  });

  test("a page that is opened without a connection has what was there, with what waits laid over (promise 25)", async () => {
    const device = new Device();
    await leftOffline(device, "1", "2");
    const tab = await reopened(device);
    expect([tab.session.state, tab.session.user, cardOf(tab).title, cardOf(tab).isPending("title")]).toEqual(["connecting", "u1", "2", true]);
    expect(tab.session.pending.map(({ turn }) => turn)).toEqual([1, 2]);
    tab.socket.drop();
    expect(tab.session.state).toBe("offline");
    cardOf(tab).points = 7;
    expect(tab.session.pending.map(({ turn }) => turn)).toEqual([1, 2, 3]);
  });

  test("it is sent when the connection comes: as the same client, with the same numbers and ops, on top of what was there (promise 24)", async () => {
    const device = new Device();
    const former = await leftOffline(device, "1", "2");
    const tab = await reopened(device);
    tab.socket.open();
    expect(tab.socket.join).toMatchObject({ client: former.join.client, confirmed: 0, since: { epoch: "e1", seq: 0, view: "v1" } });
    tab.socket.say({ event: "resumed", epoch: "e1", seq: 0, view: "v1", user: "u1", turns: { last: 0, verdicts: [] } });
    expect(changes(tab.socket.turns)).toEqual([[1, { title: "1" }], [2, { title: "2" }]]);
    tab.socket.say(applied(1, 1), changed({ title: "1" }, 1), applied(2, 2), changed({ title: "2" }, 2));
    expect([tab.session.pending, cardOf(tab).title]).toEqual([[], "2"]);
    tab.clock.pass(2_000);
    await device.keeps({ turns: 0 });
    expect((await device.kept()).states[0].state).toMatchObject({ seq: 2, app: titled("2") });
  });

  test("numbers go on where they were, although all that had them is done (promise 24)", async () => {
    const device = new Device();
    const first = await live(device);
    cardOf(first).title = "1";
    await vi.waitFor(() => expect(first.socket.turns).toHaveLength(1));
    first.socket.say(applied(1, 1), changed({ title: "1" }, 1));
    first.clock.pass(2_000);
    await device.keeps({ turns: 0, states: 1 });
    first.kill();
    const tab = await reopened(device);
    cardOf(tab).title = "2";
    expect(tab.session.pending.map(({ turn }) => turn)).toEqual([2]);
    tab.socket.open();
    expect(tab.socket.join.confirmed).toBe(1);
  });

  test("what was done, but is not in the state that was kept, shows again and is not done again", async () => {
    const device = new Device();
    const first = await live(device);
    await saved(device, first);
    cardOf(first).title = "Done";
    await vi.waitFor(() => expect(first.socket.turns).toHaveLength(1));
    first.socket.say(applied(1, 1), changed({ title: "Done" }, 1));
    expect(first.session.pending).toEqual([]);
    first.kill();
    const tab = await reopened(device);
    expect(cardOf(tab).title).toBe("Done");
    tab.socket.open();
    tab.socket.say({ event: "resumed", epoch: "e1", seq: 0, view: "v1", user: "u1", turns: { last: 1, verdicts: [] } }, changed({ title: "Done" }, 1));
    expect([tab.socket.turns, tab.session.pending, cardOf(tab).title]).toEqual([[], [], "Done"]);
  });

  test("what was refused is not there again", async () => {
    const device = new Device();
    const first = await live(device);
    await saved(device, first);
    cardOf(first).title = "No";
    await vi.waitFor(() => expect(first.socket.turns).toHaveLength(1));
    first.socket.say({ event: "verdict", turn: 1, outcome: "rejected", error: { code: "forbidden", message: "" } });
    await device.keeps({ turns: 0 });
    first.kill();
    expect(cardOf(await reopened(device)).title).toBe("A");
  });

  test("a session that is closed leaves what waits to the next one", async () => {
    const device = new Device();
    const first = await live(device);
    const promise = cardOf(first).setServer({ title: "New" });
    first.session.close();
    await expect(promise).rejects.toMatchObject({ code: "closed" });
    await device.keeps({ turns: 1, states: 1 });
    const tab = await reopened(device);
    expect([cardOf(tab).title, tab.session.pending.length]).toEqual(["New", 1]);
  });

  test("a state for another schema is not used, and turns for it are sent", async () => {
    const device = new Device();
    await leftOffline(device, "1");
    class Newer extends Board {
      static override readonly metadata = { ...Board.metadata, hash: "00000000000000ff" };
    }
    const tab = device.tab(Newer as unknown as ModelClass<Board>);
    const connecting = tab.open();
    const socket = await tab.socketsCame(1);
    expect(await isSettled(connecting)).toBe(false);
    socket.open();
    expect(socket.join.since).toBe(undefined);
    socket.say(initial(start, { seq: 4 }));
    await connecting;
    expect([changes(socket.turns), cardOf(tab).title]).toEqual([[[1, { title: "1" }]], "1"]);
  });

  test("the state is kept once for several changes, after a while", async () => {
    const device = new Device();
    const tab = await live(device);
    await saved(device, tab);
    tab.socket.say(changed({ title: "1" }, 1));
    tab.clock.pass(1_999);
    tab.socket.say(changed({ title: "2" }, 2));
    expect((await device.kept()).states[0].state.seq).toBe(0);
    tab.clock.pass(1);
    await vi.waitFor(async () => expect((await device.kept()).states[0].state).toMatchObject({ seq: 2, user: "u1", view: "v1", epoch: "e1" }));
  });

  test.each(["pagehide", "visibilitychange"])("at %s it is kept at once", async (event) => {
    const device = new Device();
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: "hidden" });
    vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
    vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
    vi.stubGlobal("document", document);
    try {
      await live(device);
      (event === "pagehide" ? window : document).dispatchEvent(new Event(event));
      await device.keeps({ states: 1 });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("a tab that is behind does not take the place of the state of one that is further", async () => {
    const device = new Device();
    const ahead = await live(device);
    const behind = await live(device);
    ahead.socket.say(changed({ title: "1" }, 1), changed({ title: "2" }, 2));
    await saved(device, ahead);
    behind.socket.say(changed({ title: "1" }, 1));
    behind.clock.pass(2_000);
    behind.session.close();
    await device.keeps({ clients: 2 });
    expect((await device.kept()).states[0].state.seq).toBe(2);
  });
});

describe("who is who", () => {
  test("another user by the application's word is shown nothing of what was left (promise 27)", async () => {
    const device = new Device();
    const first = await live(device, {}, start, "anna");
    await saved(device, first);
    first.kill();
    const tab = device.tab();
    const connecting = tab.open({ offline: { user: "ben" } });
    const socket = await tab.socketsCame(1);
    expect(await isSettled(connecting)).toBe(false);
    socket.open();
    expect([socket.join.confirmed, socket.join.since]).toEqual([0, undefined]);
    expect(socket.join.client).not.toBe(first.socket.join.client);
    socket.say(initial(titled("Ben's"), { user: "u2" }));
    await connecting;
    await device.keeps({ users: 2 });
    expect(cardOf(await reopened(device, "anna")).title).toBe("A");
  });

  test("turns of somebody else are not sent where the server refuses their queue; they wait for that user", async () => {
    const device = new Device();
    await leftOffline(device, "Anna's");
    const tab = await reopened(device);
    tab.socket.open();
    const { client } = tab.socket.join;
    tab.socket.say({ event: "ended", error: { code: "forbidden", message: "This client id belongs to another user." } });
    tab.clock.pass(0);
    const socket = await tab.socketsCame(2);
    socket.open();
    expect(socket.join.since).toBe(undefined);
    expect(socket.join.client).not.toBe(client);
    socket.say(initial(titled("Ben's"), { user: "u2" }));
    expect([tab.session.state, cardOf(tab).title, tab.session.pending, socket.turns]).toEqual(["live", "Ben's", [], []]);
    await vi.waitFor(async () => expect((await device.kept()).turns.map((turn) => turn.client)).toEqual([client]));
    tab.session.close();

    const back = device.tab();
    const connecting = back.open();
    const again = await back.socketsCame(1);
    again.open();
    again.say({ event: "ended", error: { code: "forbidden", message: "" } });
    back.clock.pass(0);
    (await back.socketsCame(2)).open();
    back.socket.say(initial(start, { user: "u1" }));
    await connecting;
    const carrier = await joined(back, 3);
    expect(carrier.join.client).toBe(client);
    carrier.say(initial(start, { user: "u1" }));
    expect(changes(carrier.turns)).toEqual([[1, { title: "Anna's" }]]);
  });

  test("turns of somebody else are not sent in a queue that the server does not know (promise 27)", async () => {
    const device = new Device();
    await leftOffline(device, "Anna's");
    const tab = await reopened(device);
    tab.socket.open();
    tab.socket.say(initial(titled("Ben's"), { user: "u2" }));
    expect([cardOf(tab).title, tab.session.pending, tab.socket.turns]).toEqual(["Ben's", [], []]);
    tab.clock.pass(0);
    tab.socket.open();
    tab.socket.say(initial(titled("Ben's"), { user: "u2" }));
    expect([tab.session.state, tab.socket.turns]).toEqual(["live", []]);
    await device.keeps({ turns: 1, clients: 2 });
  });

  test("a guest who has signed in goes on with the queue that the server knows", async () => {
    const device = new Device();
    await leftOffline(device, "1", "2");
    const tab = await reopened(device);
    tab.socket.open();
    tab.socket.say(initial(titled("1"), { seq: 1, user: "u2", turns: { last: 1, verdicts: [applied(1, 1)] } }));
    expect(changes(tab.socket.turns)).toEqual([[2, { title: "2" }]]);
    await vi.waitFor(async () => expect((await device.kept()).clients).toMatchObject([{ user: "u2", last: 2 }]));
    expect((await device.kept()).users).toMatchObject([{ user: "u2" }]);
  });

  test("what other tabs of a guest have left goes with the guest who signs in, where the server knows the queue", async () => {
    const device = new Device();
    const tabs = [await live(device), await live(device)];
    await saved(device, tabs[0]!);
    for (const tab of tabs) {
      tab.socket.drop();
      cardOf(tab).title = "Guest's";
    }
    await device.keeps({ turns: 2 });
    for (const tab of tabs) tab.kill();
    const tab = await reopened(device);
    tab.socket.open();
    tab.socket.say(initial(start, { user: "u2", turns: { last: 1, verdicts: [applied(1, 0)] } }));
    const carrier = await joined(tab, 2);
    carrier.say(initial(start, { user: "u2", turns: { last: 0, verdicts: [] } }));
    await vi.waitFor(() => expect(carrier.isClosed).toBe(true));
    expect(carrier.turns).toEqual([]);
    expect((await device.kept()).clients.map(({ user }) => user).sort()).toEqual(["u1", "u2"]);
  });

  test("who may not see it any more does not keep it either", async () => {
    const device = new Device();
    await leftOffline(device);
    const tab = await reopened(device);
    for (const count of [1, 2]) {
      (await tab.socketsCame(count)).open();
      tab.socket.say({ event: "ended", error: { code: "forbidden", message: "" } });
      tab.clock.pass(0);
    }
    expect(tab.session.state).toBe("ended");
    await device.keeps({ states: 0, users: 0 });
  });

  test("who signs out leaves nothing, and the session is over (promise 27)", async () => {
    const device = new Device();
    const tab = await live(device);
    await saved(device, tab);
    tab.socket.drop();
    const promise = cardOf(tab).setServer({ title: "New" });
    await tab.session.signOut();
    await expect(promise).rejects.toMatchObject({ code: "closed" });
    expect(tab.session.state).toBe("ended");
    expect(await device.kept()).toEqual({ clients: [], turns: [], states: [], users: [] });
  });

  test("sessions of the same user in other tabs end, and keep nothing more", async () => {
    const device = new Device();
    const tab = await live(device);
    const other = await live(device);
    await device.keeps({ clients: 2 });
    await tab.session.signOut();
    await vi.waitFor(() => expect(other.session.state).toBe("ended"));
    expect(await device.kept()).toEqual({ clients: [], turns: [], states: [], users: [] });
  });

  test("a tab that did not hear of it keeps nothing, sends nothing, and ends", async () => {
    const device = new Device();
    const tab = await live(device);
    const { offline } = await import("capsule-client/offline");
    await offline({ database: device.database }).clear();
    cardOf(tab).title = "New";
    await vi.waitFor(() => expect(tab.session.state).toBe("ended"));
    expect(await device.kept()).toEqual({ clients: [], turns: [], states: [], users: [] });
    expect(tab.sockets[0]!.turns).toEqual([]);
  });
});

describe("tabs", () => {
  test("each has a queue of its own (promise 26)", async () => {
    const device = new Device();
    const first = await live(device);
    const second = await live(device);
    expect(second.socket.join.client).not.toBe(first.socket.join.client);
    await device.keeps({ clients: 2 });
  });

  test("what a tab that is gone left is sent by one that opens: one queue as its own, the others over second connections (promise 26)", async () => {
    const device = new Device();
    const tabs = [await live(device), await live(device), await live(device)];
    await saved(device, tabs[0]!);
    for (const tab of tabs) {
      tab.socket.drop();
      cardOf(tab).title = tab.sockets[0]!.join.client;
    }
    await device.keeps({ turns: 3 });
    for (const tab of tabs) tab.kill();

    const tab = await reopened(device);
    tab.socket.open();
    const own = tab.socket.join.client;
    tab.socket.say({ event: "resumed", epoch: "e1", seq: 0, view: "v1", user: "u1", turns: { last: 0, verdicts: [] } });
    const sent = [...tab.sockets[0]!.turns.map(({ ops }) => ops)];
    for (const count of [2, 3]) {
      const carrier = await joined(tab, count);
      expect(carrier.join.since).toEqual({ epoch: "e1", seq: 0, view: "v1" });
      carrier.say({ event: "resumed", epoch: "e1", seq: 0, view: "v1", user: "u1", turns: { last: 0, verdicts: [] } });
      expect(carrier.turns).toMatchObject([{ turn: 1, ops: [{ change: { title: carrier.join.client } }] }]);
      sent.push(carrier.turns[0]!.ops);
      carrier.say(applied(1, count));
      await vi.waitFor(() => expect(carrier.isClosed).toBe(true));
    }
    expect(new Set(sent.map((ops) => JSON.stringify(ops))).size).toBe(3);
    await device.keeps({ turns: 1, clients: 1 });
    expect((await device.kept()).clients[0].client).toBe(own);
    expect(tab.sockets).toHaveLength(3);
  });

  test("a living tab takes over what another one leaves, at the moment at which it is gone (promise 26)", async () => {
    const device = new Device();
    const living = await live(device);
    const dying = await live(device);
    dying.socket.drop();
    cardOf(dying).title = "Left";
    await device.keeps({ turns: 1, clients: 2 });
    expect(living.sockets).toHaveLength(1);
    dying.kill();
    const carrier = await joined(living, 2);
    carrier.say(initial(start));
    expect(changes(carrier.turns)).toEqual([[1, { title: "Left" }]]);
    carrier.say(applied(1, 1));
    await device.keeps({ turns: 0, clients: 1 });
  });

  test("a second connection that is lost is made again, and sends what has no verdict", async () => {
    const device = new Device();
    await leftOffline(device, "1", "2");
    const living = await live(device, {}, start, "other name for the same user", 2);
    const lost = await joined(living, 2);
    lost.say(initial(start));
    lost.say(applied(1, 1));
    lost.drop();
    living.clock.pass(1_000);
    const carrier = await joined(living, 3);
    expect(carrier.join.confirmed).toBe(1);
    carrier.say(initial(start, { turns: { last: 1, verdicts: [] } }));
    expect(changes(carrier.turns)).toEqual([[2, { title: "2" }]]);
    carrier.say({ event: "hold", turn: 2, code: "busy" });
    living.clock.pass(250);
    carrier.say({ event: "verdict", turn: 2, outcome: "rejected", error: { code: "forbidden", message: "No." } });
    await device.keeps({ turns: 0, clients: 1 });
  });

  test("what is refused, or lost, of what another tab left is told here", async () => {
    const device = new Device();
    const living = await live(device);
    const told: unknown[] = [];
    living.session.on("refused", ({ code, turn }) => told.push([code, turn]));
    living.session.on("queueLost", ({ turns }) => told.push(turns.map(({ turn }) => turn)));
    for (const answer of ["refused", "lost"] as const) {
      const dying = await live(device);
      dying.socket.drop();
      cardOf(dying).title = answer;
      await device.keeps({ turns: 1, clients: 2 });
      dying.kill();
      const carrier = await joined(living, answer === "refused" ? 2 : 3);
      carrier.say(initial(start, answer === "lost" ? { turns: { lost: true } } : {}));
      carrier.say({ event: "verdict", turn: 1, outcome: "rejected", error: { code: "forbidden", message: "No." } });
      await device.keeps({ turns: 0, clients: 1 });
    }
    expect(told).toEqual([["forbidden", 1], [1]]);
  });

  test("a tab without a connection takes nothing over: whoever opens the tree has it on the screen", async () => {
    const device = new Device();
    const living = await live(device);
    const dying = await live(device);
    await saved(device, living);
    living.socket.drop();
    dying.socket.drop();
    cardOf(dying).title = "Left";
    await device.keeps({ turns: 1 });
    dying.kill();
    expect(cardOf(await reopened(device)).title).toBe("Left");
  });
});

describe("what the device refuses", () => {
  test("without locks the session is in memory, and that is told", async () => {
    const device = new Device();
    const tab = device.tab();
    vi.stubGlobal("navigator", {});
    const connecting = tab.open({ offline: { locks: undefined } as object });
    const socket = await tab.socketsCame(1);
    vi.unstubAllGlobals();
    expect(tab.reported).toMatchObject([{ code: "storage", message: expect.stringContaining("navigator.locks") }]);
    socket.open();
    socket.say(initial(start));
    await connecting;
    cardOf(tab).title = "New";
    expect(socket.turns).toHaveLength(1);
  });

  test("a turn that cannot be kept is sent all the same, and it is told once", async () => {
    const device = new Device();
    const tab = await live(device);
    const errors: unknown[] = [];
    tab.session.on("error", ({ code, message }) => errors.push([code, message]));
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("The disk is full.", "QuotaExceededError");
    });
    try {
      for (const title of ["1", "2"]) {
        cardOf(tab).title = title;
        await vi.waitFor(() => expect(tab.socket.turns).toHaveLength(Number(title)));
      }
    } finally {
      full.mockRestore();
    }
    expect(errors).toEqual([["storage", expect.stringContaining("The disk is full.")]]);
  });
});
