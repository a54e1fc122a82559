import { expect, test } from "vitest";
import { Page } from "./support/Page.js";
import { board, card, comment, id, lane } from "./support/xports.js";

const start = board(lane("todo", card("a", { points: 8 }), card("b")), lane("doing"));

async function live() {
  const page = await Page.live(start);
  const todo = page.board.lanes.at(0)!;
  const heard: unknown[] = [];
  return { page, todo, first: todo.cards.at(0)!, heard };
}

test("a computed value is read like an attribute, and follows", async () => {
  const { page, first, todo } = await live();
  expect([first.isStuck, todo.cards.at(1)!.isStuck, todo.stuck]).toEqual([true, false, ["a"]]);
  page.batch({ event: "change", id: first.id, data: { done: true } });
  expect([first.isStuck, todo.stuck]).toEqual([false, []]);
});

test("its change is told once for a batch, with both values, when the batch has been told", async () => {
  const { page, first, heard } = await live();
  first.on("change:isStuck", ({ model, value, previous }) => heard.push([model.title, value, previous]));
  first.on("change:done", () => heard.push("done"));
  page.batch({ event: "change", id: first.id, data: { done: true } }, { event: "change", id: first.id, data: { points: 1 } });
  expect(heard).toEqual(["done", ["a", false, true]]);
});

test("what does not change it is not told", async () => {
  const { page, first, heard } = await live();
  first.on("change:isStuck", () => heard.push("told"));
  page.batch({ event: "change", id: first.id, data: { points: 9, title: "x" } });
  expect(heard).toEqual([]);
});

test("structure below changes it too", async () => {
  const { page, first, heard } = await live();
  first.on("change:isStuck", ({ value }) => heard.push(value));
  page.batch({ event: "add", collection: first.comments.id, at: 0, data: comment("c") });
  page.batch({ event: "remove", id: id("c"), collection: first.comments.id });
  expect(heard).toEqual([false, true]);
});

test("a list is told when it is another one", async () => {
  const { page, todo, heard } = await live();
  todo.on("change:stuck", ({ value, previous }) => heard.push([previous, value]));
  page.batch({ event: "change", id: id("a"), data: { points: 20 } });
  page.batch({ event: "change", id: id("b"), data: { points: 8 } });
  expect(heard).toEqual([[["a"], ["a", "b"]]]);
});

test("a move changes what looks up", async () => {
  const { page, todo, heard } = await live();
  todo.on("change:isFirst", ({ value }) => heard.push(value));
  page.batch({ event: "move", collection: page.board.lanes.id, id: todo.id, newPosition: 1 });
  expect(heard).toEqual([false]);
});

test("where the expression fails there is no value", async () => {
  const { page, first, heard } = await live();
  first.on("change:share", ({ value, previous }) => heard.push([previous, value]));
  page.batch({ event: "change", id: first.id, data: { points: 0 } });
  expect(heard).toEqual([[12, undefined]]);
  expect(() => first.share).toThrow("divided by zero");
});

test("who listens no more costs nothing, and once is once", async () => {
  const { page, first, heard } = await live();
  let reads = 0;
  Object.defineProperty(first, "isStuck", { get: () => ++reads });
  const stop = first.on("change:isStuck", ({ value }) => heard.push(value));
  first.once("change:isStuck", () => heard.push("once"));
  page.batch({ event: "change", id: first.id, data: { done: true } });
  stop();
  page.batch({ event: "change", id: first.id, data: { done: false } });
  expect([heard, reads]).toEqual([[2, "once"], 2]);
});
