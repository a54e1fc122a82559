import { beforeEach, describe, expect, test } from "vitest";
import { Model } from "../models/Model.js";
import type { Op } from "../protocol/ops.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { AttributeMetadata, ModelMetadata } from "../schema/ModelMetadata.js";
import { build } from "./build.js";
import { predict } from "./predict.js";
import { toXport } from "./toXport.js";
import { Tree, type TreeHost } from "./Tree.js";

const attributes: { readonly [name: string]: AttributeMetadata } = {
  count: { kind: "int64", editable: true, initial: "5" },
  price: { kind: "decimal", nullable: true, editable: true },
  made: { kind: "dateTimeOffset", editable: true, optional: true },
  at: { kind: "timeSpan", editable: true },
  size: { kind: "enum", values: ["small", "large"], editable: true },
  by: { kind: "string" },
};

function classOf(type: string, more: Partial<ModelMetadata> = {}): ModelClass {
  class Mirror extends Model<any> {
    static readonly metadata: ModelMetadata = { type, hash: "0", attributes, ...more };
  }
  return Mirror;
}

const circle = classOf("circle");
const square = classOf("square", { collections: { shapes: () => [circle, square] } });
const root = classOf("root", { attributes: {}, collections: { shapes: () => [circle, square], circles: () => circle } });

const values = { count: "1", price: null, made: "2026-01-02T03:04:05+00:00", at: "00:00:00", size: "large", by: "me" };
const state: Xport = {
  attrs: { id: "r" },
  collections: {
    shapes: {
      id: "s",
      models: [
        { type: "circle", attrs: { id: "c", ...values } },
        { type: "square", attrs: { id: "q", ...values }, collections: { shapes: { id: "qs", models: [] } } },
      ],
    },
    circles: { id: "o", models: [{ attrs: { id: "x", count: "1" } }] },
  },
};

let tree: Tree;

beforeEach(() => {
  tree = new Tree({} as TreeHost);
  tree.root = build(tree, root, state, null);
  tree.register(tree.root);
});

function after(op: Op): unknown {
  const changes = predict(tree, op);
  const shown = toXport(tree.root!);
  changes?.undo();
  expect(toXport(tree.root!)).toEqual(state);
  return shown;
}

const shapes = (op: Op): Xport[] => (after(op) as { collections: { shapes: { models: Xport[] } } }).collections.shapes.models;

describe("a new model", () => {
  test("says its type where there are several, and has the declared values, C#'s own, and what is given", () => {
    const data = { type: "square", attrs: { id: "n", at: "01:00:00.5" }, collections: { shapes: { id: "ns", models: [{ type: "circle", attrs: { id: "m", price: "1.50" } }] } } };
    const initial = { count: "5", price: null, made: "0001-01-01T00:00:00+00:00", at: "00:00:00", size: "small", by: "" };
    expect(shapes({ event: "add", id: "s", data, at: 0 })[0]).toEqual({
      type: "square",
      attrs: { id: "n", ...initial, at: "01:00:00.5000000" },
      collections: { shapes: { id: "ns", models: [{ type: "circle", attrs: { id: "m", ...initial, price: "1.50" } }] } },
    });
  });

  test.each([
    ["taken", { type: "circle", attrs: { id: "c" } }],
    ["that of a collection", { type: "circle", attrs: { id: "qs" } }],
    ["taken below it", { type: "square", attrs: { id: "n" }, collections: { shapes: { id: "ns", models: [{ type: "circle", attrs: { id: "x" } }] } } }],
  ])("whose id is %s is not shown", (_, data) => {
    expect(after({ event: "add", id: "s", data })).toEqual(state);
  });

  test.each<[object, string]>([
    [{}, "c q n"],
    [{ at: 0 }, "n c q"],
    [{ at: 99 }, "c q n"],
    [{ before: "q", at: 0 }, "c n q"],
    [{ before: "gone", at: 1 }, "c n q"],
    [{ before: "gone" }, "c q n"],
    [{ before: null, at: 0 }, "c q n"],
  ])("stands where %j says", (place, order) => {
    expect(shapes({ event: "add", id: "s", data: { type: "circle", attrs: { id: "n" } }, ...place }).map(({ attrs }) => attrs.id).join(" ")).toBe(order);
  });
});

describe("a move", () => {
  test.each<[object, string]>([
    [{ newPosition: 1 }, "q c"],
    [{ newPosition: 99 }, "q c"],
    [{ before: "c", newPosition: 1 }, "q c"],
    [{ before: null }, "q c"],
    [{ before: "q" }, "c q"],
    [{}, "q c"],
  ])("within: %j", (place, order) => {
    expect(shapes({ event: "move", collection: "s", id: "c", ...place }).map(({ attrs }) => attrs.id).join(" ")).toBe(order);
  });

  test.each([
    ["into itself", { event: "move", collection: "qs", id: "q" }],
    ["to a collection of another type", { event: "move", collection: "o", id: "q" }],
    ["of what is no item", { event: "move", collection: "s", id: "r" }],
    ["to nowhere", { event: "move", collection: "gone", id: "c" }],
  ] as [string, Op][])("%s is not shown", (_, op) => {
    expect(after(op)).toEqual(state);
  });
});

test.each<[Op, object | null]>([
  [{ event: "set", id: "c", change: { count: "2" }, was: { at: "00:00:00.0", made: "2026-01-02T03:04:05.000Z" } }, { count: "2" }],
  [{ event: "set", id: "c", change: { count: "2" }, was: { count: "3" } }, null],
  [{ event: "set", id: "c", change: { count: "2" }, was: { nothing: 1 } }, null],
  [{ event: "set", id: "c", change: { nothing: 1 } }, null],
  [{ event: "set", id: "gone", change: { count: "2" } }, null],
  [{ event: "set", id: "s", change: { count: "2" } }, null],
  [{ event: "unset", id: "c", property: "count" }, { count: "5" }],
  [{ event: "unset", id: "c", property: "size" }, { size: "small" }],
  [{ event: "unset", id: "c", property: "made" }, null],
  [{ event: "unset", id: "c", property: "nothing" }, null],
  [{ event: "increment", id: "c", property: "count", by: "41" }, { count: "42" }],
  [{ event: "increment", id: "c", property: "price", by: "1" }, { price: "1" }],
  [{ event: "undo", turn: 1 }, null],
  [{ event: "redo", turn: 1 }, null],
  [{ event: "method call", id: "c", method: "grow", args: [] }, null],
  [{ event: "delete", id: "gone" }, null],
  [{ event: "delete", id: "r" }, null],
])("%j", (op, change) => {
  expect(shapes(op)[0]!.attrs).toEqual({ id: "c", ...values, ...change });
});

test("what this user is not shown of a model is not guessed", () => {
  expect(after({ event: "set", id: "x", change: { by: "me" } })).toEqual(state);
});
