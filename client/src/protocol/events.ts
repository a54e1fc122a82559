import type { JsonObject } from "./Json.js";
import type { Xport } from "./Xport.js";

/** Attributes have new values. */
export interface ChangeEvent {
  readonly event: "change";
  readonly id: string;
  /** Only what differs from before the turn. */
  readonly data: JsonObject;
}

/** A model, with all below it, is in a collection now. */
export interface AddEvent {
  readonly event: "add";
  readonly collection: string;
  readonly at: number;
  readonly data: Xport;
}

/** A model, with all below it, is gone from a collection. */
export interface RemoveEvent {
  readonly event: "remove";
  readonly id: string;
  readonly collection: string;
}

/** An item stands elsewhere. */
export interface MoveEvent {
  readonly event: "move";
  /** The collection in which it stands now. */
  readonly collection: string;
  readonly id: string;
  readonly newPosition: number;
  /** The collection in which it stood, if another. */
  readonly from?: string;
}

/** A nullable child model was replaced. */
export interface ChildEvent {
  readonly event: "child";
  /** The parent. */
  readonly id: string;
  readonly name: string;
  readonly data: Xport | null;
}

/** Something happened that is no state: it changes nothing. Never in a batch. */
export interface BroadcastEvent {
  readonly event: "broadcast";
  /** The model. */
  readonly id: string;
  readonly name: string;
  /** What there is to say of it. */
  readonly data: JsonObject;
}

/** What happened to a tree: one step of a batch, right when those before it have been applied. */
export type TreeEvent = ChangeEvent | AddEvent | RemoveEvent | MoveEvent | ChildEvent | BroadcastEvent;
