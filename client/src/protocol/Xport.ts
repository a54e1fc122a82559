import type { Json } from "./Json.js";

/** A model and all below it, in the shape that Capsule has always used. */
export interface Xport {
  /** The wire name of the model's type, only where the declared type has more than one. */
  readonly type?: string;
  /** The attributes, `id` first. */
  readonly attrs: XportAttributes;
  /** The child collections, left out when the type has none. */
  readonly collections?: { readonly [name: string]: XportCollection };
  /** The child models, left out when the type has none; one that is null is not in it. */
  readonly models?: { readonly [name: string]: Xport };
}

/** Attributes by their wire names, and the model's id. */
export interface XportAttributes {
  readonly id?: string;
  readonly [name: string]: Json | undefined;
}

/** A child collection within an {@link Xport}. */
export interface XportCollection {
  readonly id?: string | null;
  /** The items, in order. */
  readonly models?: readonly Xport[];
  /** How many items there are, where they are not sent along. */
  readonly count?: number;
}
