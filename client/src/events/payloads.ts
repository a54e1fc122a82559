import type { Collection } from "../models/Collection.js";
import type { AnyModel, SchemaOf } from "../models/Model.js";
import type { TreeEvent } from "../protocol/events.js";
import type { AttributeName, BroadcastsOf, ComputedOf, ModelSchema } from "../schema/ModelSchema.js";

/** One attribute has another value. */
export interface AttributeChange<M, V> {
  readonly model: M;
  readonly value: V;
  readonly previous: V;
}

/** Attributes of a model have other values; raised once per batch, after every `change:…` of the model. */
export interface ModelChange<M, Attributes> {
  readonly model: M;
  /** The new values of those that changed. */
  readonly changed: Partial<Attributes>;
  /** Their values before. */
  readonly previous: Partial<Attributes>;
}

/** A child model is another one, or none. */
export interface ChildChange<M> {
  readonly model: M;
  readonly name: string;
  readonly value: AnyModel | null;
  readonly previous: AnyModel | null;
}

/** An item came into a collection, or left it. */
export interface ItemChange<M extends AnyModel> {
  readonly model: M;
  readonly collection: Collection<M>;
  /** Its index, when the events before it in the batch had been applied. */
  readonly at: number;
}

/** An item stands elsewhere; raised on the item, its collection, and on the collection that it left. */
export interface ItemMove<M extends AnyModel> extends ItemChange<M> {
  /** The collection in which it stood; the same as `collection` if it moved within. */
  readonly from: Collection<M>;
  readonly previousAt: number;
}

/** Of a model, something else is pending than before: see `isPending`. */
export interface ModelPending<M> {
  readonly model: M;
}

/** Of a collection, something else is pending than before. */
export interface CollectionPending<M extends AnyModel> {
  readonly collection: Collection<M>;
}

/** Something happened to a model that is no state. */
export interface Broadcast<M, Data> {
  readonly model: M;
  /** What is told of it. */
  readonly data: Data;
}

/** The events of a model, and what a handler is given. */
export type ModelEvents<M extends AnyModel, S extends ModelSchema> = {
  [K in AttributeName<S> as `change:${K}`]: AttributeChange<M, S["attributes"][K]>;
} & {
  [K in keyof ComputedOf<S> & string as `change:${K}`]: AttributeChange<M, ComputedOf<S>[K]>;
} & {
  [K in keyof BroadcastsOf<S> & string as `broadcast:${K}`]: Broadcast<M, BroadcastsOf<S>[K]>;
} & {
  change: ModelChange<M, S["attributes"]>;
  child: ChildChange<M>;
  remove: ItemChange<M>;
  move: ItemMove<M>;
  pending: ModelPending<M>;
  /** Anything that happened to the model or below it, in the shape of the wire. */
  publish: TreeEvent;
};

/** The events of a collection. What its items tell of their attributes is told here too. */
export type CollectionEvents<M extends AnyModel> = {
  [K in AttributeName<SchemaOf<M>> as `change:${K}`]: AttributeChange<M, SchemaOf<M>["attributes"][K]>;
} & {
  change: ModelChange<M, SchemaOf<M>["attributes"]>;
  add: ItemChange<M>;
  remove: ItemChange<M>;
  move: ItemMove<M>;
  pending: CollectionPending<M>;
  /** Anything that happened in the collection or below it, in the shape of the wire. */
  publish: TreeEvent;
};
