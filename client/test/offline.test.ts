import { describe, expect, test, vi } from "vitest";
import type { ModelClass } from "capsule-client";
import { Board } from "./mirror/index.js";
import { Device } from "./support/Device.js";
import { cardOf, changed, changes, leftOffline, live, reopened, saved, start, titled } from "./support/left.js";
import { applied, initial } from "./support/Page.js";
import { forbidUnhandledRejections, isSettled } from "./support/promises.js";

forbidUnhandledRejections();

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
    expect(clients).toEqual([{ client: tab.socket.join.client, address: "ws://server/capsule/board/42", user: "u1", last: 0 }]);
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
