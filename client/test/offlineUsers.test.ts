import { openDB } from "idb";
import { describe, expect, test, vi } from "vitest";
import { Device } from "./support/Device.js";
import { cardOf, changes, joined, leftOffline, live, reopened, saved, start, titled } from "./support/left.js";
import { applied, initial } from "./support/Page.js";
import { forbidUnhandledRejections, isSettled } from "./support/promises.js";

forbidUnhandledRejections();

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
    await vi.waitFor(async () => expect((await device.kept()).clients).toMatchObject([{ user: "u2" }]));
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

  test("what such a tab had asked for, when it was gone before it heard, does not stay", async () => {
    const device = new Device();
    await leftOffline(device, "New");
    const database = await openDB(device.database, 1);
    await database.put("turns", { client: "of a queue that is gone", turn: 1, ops: "[]" });
    database.close();
    await reopened(device);
    await device.keeps({ turns: 1 });
  });
});
