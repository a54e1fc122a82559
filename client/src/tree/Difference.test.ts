import { expect, test } from "vitest";
import { Model } from "../models/Model.js";
import type { TreeEvent } from "../protocol/events.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ModelMetadata } from "../schema/ModelMetadata.js";
import { applyEvents } from "./apply.js";
import { BeforeImage } from "./BeforeImage.js";
import { build } from "./build.js";
import { difference } from "./Difference.js";
import { toXport } from "./toXport.js";
import { Tree, type TreeHost } from "./Tree.js";

class Box extends Model<any> {
  static readonly metadata: ModelMetadata = { type: "box", hash: "0", attributes: { name: { kind: "string" } }, collections: { boxes: () => Box as unknown as ModelClass } };
}

const box = (id: string, ...boxes: Xport[]): Xport => ({ attrs: { id, name: id }, collections: { boxes: { id: `${id}/`, models: boxes } } });

function treeOf(state: Xport): Tree {
  const tree = new Tree({} as TreeHost);
  tree.root = build(tree, Box as unknown as ModelClass, state, null);
  tree.register(tree.root);
  return tree;
}

/** What is told of what is done; a copy to which it is applied must come to the same. */
function told(state: Xport, ...done: TreeEvent[]): readonly TreeEvent[] {
  const tree = treeOf(state);
  tree.image = new BeforeImage();
  applyEvents(tree, done);
  const events = difference(tree, tree.image).map(({ event }) => event);
  const copy = treeOf(state);
  applyEvents(copy, events);
  expect(toXport(copy.root!)).toEqual(toXport(tree.root!));
  return events;
}

const move = (id: string, from: string, to: string, newPosition = 0): TreeEvent => ({ event: "move", collection: to, id, newPosition, ...(from === to ? {} : { from }) });

test("what was above and is below moves after what it goes into", () => {
  expect(told(box("r", box("p", box("q"))), move("q", "p/", "r/"), move("p", "r/", "q/"))).toEqual([move("q", "p/", "r/"), move("p", "r/", "q/")]);
  const turned = [move("c", "b/", "r/"), move("b", "a/", "c/"), move("a", "r/", "b/")];
  expect(told(box("r", box("a", box("b", box("c")))), ...turned)).toEqual(turned);
});

test("there and back is nothing", () => {
  expect(told(box("r", box("a"), box("b")), move("a", "r/", "b/"), move("a", "b/", "r/"))).toEqual([]);
  expect(told(box("r", box("a")), { event: "change", id: "a", data: { name: "x" } }, { event: "change", id: "a", data: { name: "a" } })).toEqual([]);
  expect(told(box("r"), { event: "add", collection: "r/", at: 0, data: box("n") }, { event: "remove", id: "n", collection: "r/" })).toEqual([]);
});

test("what is new is told with its last values and all that is new below it; what was there before moves in", () => {
  const add = (collection: string, data: Xport): TreeEvent => ({ event: "add", collection, at: 0, data });
  expect(told(box("r", box("a")), add("r/", box("n")), add("n/", box("m")), move("a", "r/", "m/"), { event: "change", id: "n", data: { name: "last" } }, { event: "change", id: "a", data: { name: "A" } })).toEqual([
    { event: "add", collection: "r/", at: 0, data: { attrs: { id: "n", name: "last" }, collections: { boxes: { id: "n/", models: [box("m")] } } } },
    move("a", "r/", "m/"),
    { event: "change", id: "a", data: { name: "A" } },
  ]);
});

test("what goes goes at once, or when what stays has left it", () => {
  const gone = (id: string, collection = "r/"): TreeEvent => ({ event: "remove", id, collection });
  expect(told(box("r", box("a", box("b")), box("c"), box("d")), gone("c"), move("b", "a/", "r/", 2), gone("a"))).toEqual([gone("c"), move("b", "a/", "r/", 2), gone("a")]);
});

test("as few as can be move, and nothing that nobody touched", () => {
  const state = box("r", ...["a", "b", "c", "d", "e"].map((id) => box(id)));
  // All that was pending was taken back and laid on again; one of it went elsewhere.
  const away = ["b", "d", "e"].map((id) => move(id, "r/", "a/"));
  expect(told(state, ...away, move("e", "a/", "r/"), move("b", "a/", "r/", 2), move("d", "a/", "r/", 4))).toEqual([move("e", "r/", "r/")]);
  expect(told(state, move("a", "r/", "r/", 1))).toEqual([move("a", "r/", "r/", 1)]);
});
