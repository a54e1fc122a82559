import { expect, vi } from "vitest";
import type { Frame, InitialFrame, TurnMessage } from "capsule-client/protocol";
import type { Card } from "../mirror/index.js";
import type { Device, Tab } from "./Device.js";
import type { FakeSocket } from "./FakeSocket.js";
import { initial } from "./Page.js";
import { board, card, id, lane } from "./xports.js";

export const start = board(lane("todo", card("a", { title: "A" }), card("b", { title: "B" })));
export const titled = (title: string, more = {}) => board(lane("todo", card("a", { title, ...more }), card("b", { title: "B" })));

export const cardOf = ({ board }: Tab): Card => board.lanes.at(0)!.cards.at(0)!;
export const changes = (turns: readonly TurnMessage[]): unknown[] => turns.map(({ turn, ops }) => [turn, ...ops.map((op) => (op as { change: unknown }).change)]);
export const changed = (data: Record<string, string | number>, seq: number): Frame => ({ event: "batch", seq, events: [{ event: "change", id: id("a"), data }] });

/** A tab that is live. */
export async function live(device: Device, more: Partial<InitialFrame> = {}, app = start, user?: string, users = 1): Promise<Tab> {
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
export async function joined(tab: Tab, count: number): Promise<FakeSocket> {
  const socket = await tab.socketsCame(count);
  socket.open();
  await vi.waitFor(() => expect(socket.join).toBeDefined());
  return socket;
}

/** The state is kept. */
export async function saved(device: Device, tab: Tab, states = 1): Promise<void> {
  tab.clock.pass(2_000);
  await device.keeps({ states });
}

/** A tab that had a state, went offline, was asked for something, and is gone. */
export async function leftOffline(device: Device, ...titles: string[]): Promise<FakeSocket> {
  const tab = await live(device);
  await saved(device, tab);
  tab.socket.drop();
  for (const title of titles) cardOf(tab).title = title;
  await device.keeps({ turns: titles.length });
  tab.kill();
  return tab.socket;
}

/** A tab that opens what is kept, without a server. */
export async function reopened(device: Device, user?: string): Promise<Tab> {
  const tab = device.tab();
  await tab.open(user === undefined ? {} : { offline: { user } });
  return tab;
}
