import type { AnyModel } from "../models/Model.js";

/** The types of a model, as its mirror declares them: what `Model<…>` is made from. */
export interface ModelSchema {
  attributes: { readonly [name: string]: unknown };
  /** The names of the attributes that a client may ask to change. */
  editable: string;
  /** What a client may give when it adds such a model. */
  input: object;
  collections: { readonly [name: string]: AnyModel };
  models: { readonly [name: string]: AnyModel | null };
  methods: object;
  /** The values that are computed from others. */
  computed?: object;
  /** What is told of happenings that are no state. */
  broadcasts?: object;
}

/** What is told of happenings. */
export type BroadcastsOf<S extends ModelSchema> = S extends { broadcasts: infer B } ? B : {};

/** The types of the computed values. */
export type ComputedOf<S extends ModelSchema> = S extends { computed: infer C } ? C : {};

/** The name of an attribute. */
export type AttributeName<S extends ModelSchema> = keyof S["attributes"] & string;

/** The attributes that a client may ask to change. */
export type EditableName<S extends ModelSchema> = S["editable"] & AttributeName<S>;

/** The attributes that a client may ask to change, and whose values are of a type. */
export type EditableNameOf<S extends ModelSchema, T> = {
  [K in EditableName<S>]: NonNullable<S["attributes"][K]> extends T ? K : never;
}[EditableName<S>];

/** New values for some attributes. */
export type Change<S extends ModelSchema> = { readonly [K in EditableName<S>]?: S["attributes"][K] };

/** The name of a method that a client may call. */
export type MethodName<S extends ModelSchema> = keyof S["methods"] & string;

/** The arguments of a method. */
export type Arguments<S extends ModelSchema, K extends MethodName<S>> = S["methods"][K] extends (...args: infer A) => unknown ? A : never;

/** The result of a method. */
export type Result<S extends ModelSchema, K extends MethodName<S>> = S["methods"][K] extends (...args: never) => infer R ? Awaited<R> : never;
