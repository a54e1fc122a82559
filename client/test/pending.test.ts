import { beforeEach, expect, test, vi } from "vitest";
import { confirmedState } from "../src/session/Session.js";
import type { Card, Lane } from "./mirror/index.js";
import { Desk, no, publishedOn, start, titles } from "./support/Desk.js";
import { applied, initial, type Page } from "./support/Page.js";
import { forbidUnhandledRejections } from "./support/promises.js";
import { board, card, id, lane } from "./support/xports.js";

let page: Page;
let todo: Lane;
let doing: Lane;
let a: Card;
let b: Card;

beforeEach(async () => {
  ({ page, todo, doing, a, b } = await Desk.open());
});

forbidUnhandledRejections();

test("is told of attributes, methods, models and collections, with an event", () => {
  const told = vi.fn();
  a.on("pending", ({ model }) => told(model.isPending()));
  const inLane = vi.fn();
  todo.cards.on("pending", ({ collection }) => inLane(collection.isPending()));
  a.title = "1";
  a.title = "2";
  expect([a.isPending(), a.isPending("title"), a.isPending("done"), b.isPending(), todo.isPending()]).toEqual([true, true, false, false, false]);
  page.socket.say(no(1));
  expect([a.isPending("title"), told.mock.calls]).toEqual([true, [[true]]]);
  page.socket.say(no(2));
  expect([a.isPending(), told.mock.calls]).toEqual([false, [[true], [false]]]);

  void a.callServerMethod("archive", "x");
  expect([a.isPending("archive"), a.isPending("estimate"), a.isPending()]).toEqual([true, false, true]);
  expect(inLane).not.toHaveBeenCalled();
  void a.moveServer({ to: doing.cards });
  expect([todo.cards.isPending(), doing.cards.isPending(), inLane.mock.calls]).toEqual([true, true, [[true]]]);
  const { model } = doing.cards.addServer({});
  expect([model.isPending(), model.isPending("title"), model.comments.isPending()]).toEqual([true, true, true]);
});

test("is in the session, with an event", () => {
  const told = vi.fn();
  page.session.on("pending", ({ turns }) => told(turns.map(({ turn }) => turn)));
  a.title = "New";
  b.title = "New";
  expect(page.session.pending).toEqual(page.socket.turns.map(({ turn, ops }) => ({ turn, ops })));
  page.socket.say(no(1), applied(2));
  expect(told.mock.calls).toEqual([[[1]], [[1, 2]], [[2]], [[]]]);
});

test("is offline too, and stays over a new state", () => {
  page.socket.drop();
  a.title = "offline";
  const { model } = doing.cards.addServer({ title: "New" });
  page.clock.pass(1_000);
  page.socket.open();
  page.socket.say(initial(board(lane("todo", card("a")), lane("doing")), { seq: 7 }));
  expect([a.title, titles(todo), doing.cards.first(), page.session.pending.length]).toEqual(["offline", ["offline"], model, 2]);
});

test("is apart from what is confirmed", () => {
  a.title = "New";
  void b.deleteServer();
  const { model } = doing.cards.addServer({ title: "Newer" });
  expect(confirmedState(page.session)).toEqual(start);
  expect([a.title, titles(todo), doing.cards.last()]).toEqual(["New", ["New", "c"], model]);
});

test.each(["close", "ended", "lost"] as const)("%s: it is taken back", (how) => {
  a.title = "New";
  void doing.cards.addServer({ title: "New" });
  const events = publishedOn(page);
  if (how === "close") page.session.close();
  else if (how === "ended") page.socket.say({ event: "ended", error: { code: "expired", message: "Over." } });
  else page.reconnect(start, { turns: { lost: true } });
  expect([a.title, titles(doing), page.session.pending, a.isPending()]).toEqual(["a", ["d"], [], false]);
  expect(events.map((event) => event.event)).toEqual(["remove", "change"]);
});

test("a batch that does not fit leaves what is shown as it is", () => {
  const { model } = doing.cards.addServer({ title: "New" });
  void b.moveServer({ to: doing.cards, before: null });
  const shown = JSON.stringify(page.board);
  const events = publishedOn(page);
  page.batch({ event: "remove", id: id("doing"), collection: id("lanes") }, { event: "change", id: id("nobody"), data: {} });
  expect([JSON.stringify(page.board), events, page.session.state]).toEqual([shown, [], "offline"]);
  expect(doing.cards.at(1)).toBe(model);
});
