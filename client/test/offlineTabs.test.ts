import { describe, expect, test, vi } from "vitest";
import { Device } from "./support/Device.js";
import { cardOf, changes, joined, leftOffline, live, reopened, saved, start } from "./support/left.js";
import { applied, initial } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";

forbidUnhandledRejections();

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
