import type { JsonObject } from "../Json.js";
import type * as kinds from "../ops.js";
import type { Xport } from "../Xport.js";
import type { Codec } from "./Codec.js";
import { anything, array, literal, number, object, optional, optionalNullable, shape, text, union } from "./shape.js";
import { xport } from "./xport.js";

const amount: Codec<number | string> = {
  read: (json, place) => (typeof json === "string" ? json : number.read(json, place)),
  write: (value) => value,
};

const addData: Codec<Xport | JsonObject> = {
  read: (json, place) => (Object.hasOwn(object.read(json, place), "attrs") ? xport : object).read(json, place),
  write: (value) => ("attrs" in value ? xport.write(value as Xport) : object.write(value as JsonObject)),
};

export const op: Codec<kinds.Op> = union<"event", kinds.Op>("event", {
  set: shape<kinds.SetOp>({ event: literal("set"), id: text, change: object, was: optional(object) }),
  unset: shape<kinds.UnsetOp>({ event: literal("unset"), id: text, property: text }),
  increment: shape<kinds.IncrementOp>({ event: literal("increment"), id: text, property: text, by: amount }),
  add: shape<kinds.AddOp>({
    event: literal("add"),
    id: text,
    data: addData,
    before: optionalNullable(text),
    at: optional(number),
  }),
  delete: shape<kinds.DeleteOp>({ event: literal("delete"), id: text }),
  move: shape<kinds.MoveOp>({
    event: literal("move"),
    collection: text,
    id: text,
    newPosition: optional(number),
    before: optionalNullable(text),
  }),
  "method call": shape<kinds.MethodCallOp>({ event: literal("method call"), id: text, method: text, args: array(anything) }),
  undo: shape<kinds.UndoOp>({ event: literal("undo"), turn: number }),
  redo: shape<kinds.RedoOp>({ event: literal("redo"), turn: number }),
});
