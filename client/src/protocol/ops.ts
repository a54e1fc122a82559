import type { Json, JsonObject } from "./Json.js";
import type { Xport } from "./Xport.js";

/** Sets attributes of a model; refused whole if one of them is not allowed. */
export interface SetOp {
  readonly event: "set";
  readonly id: string;
  readonly change: JsonObject;
  /** Values that the attributes must have now; else the turn is a `conflict`. */
  readonly was?: JsonObject;
}

/** Sets an attribute back to its declared initial value. */
export interface UnsetOp {
  readonly event: "unset";
  readonly id: string;
  readonly property: string;
}

/** Adds to a number, whatever it is by then. */
export interface IncrementOp {
  readonly event: "increment";
  readonly id: string;
  readonly property: string;
  /** A number; a string of digits for the types that travel so. */
  readonly by: number | string;
}

/** Adds a model, with all that its data holds, to a collection. */
export interface AddOp {
  readonly event: "add";
  /** The collection. */
  readonly id: string;
  /** The model and all below it; or, as 0.2.2 sent them, the attributes alone: an object without a member `attrs`. */
  readonly data: Xport | JsonObject;
  /** The sibling to stand in front of (null: the end); wins over {@link at}. */
  readonly before?: string | null;
  readonly at?: number;
}

/** Removes a model and all below it; nothing happens if it is not there. */
export interface DeleteOp {
  readonly event: "delete";
  readonly id: string;
}

/** Moves an item within its collection, or to another one of the same item type. */
export interface MoveOp {
  readonly event: "move";
  /** The collection in which the item is to stand afterwards. */
  readonly collection: string;
  readonly id: string;
  /** The index after the move. */
  readonly newPosition?: number;
  /** The sibling to stand in front of (null: the end); wins over {@link newPosition}. */
  readonly before?: string | null;
}

/** Calls an exposed method. */
export interface MethodCallOp {
  readonly event: "method call";
  readonly id: string;
  readonly method: string;
  readonly args: readonly Json[];
}

/** Takes back an earlier turn of the same client, where it still stands. */
export interface UndoOp {
  readonly event: "undo";
  readonly turn: number;
}

/** Does again what an undo took back. */
export interface RedoOp {
  readonly event: "redo";
  readonly turn: number;
}

/** What a client asks for: one step of a turn. */
export type Op = SetOp | UnsetOp | IncrementOp | AddOp | DeleteOp | MoveOp | MethodCallOp | UndoOp | RedoOp;
