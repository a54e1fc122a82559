import type { ModelClass } from "./ModelClass.js";
import type { Rule } from "./rules.js";

/** How an attribute's value looks in TypeScript and on the wire. */
export type AttributeKind = "bool" | "int32" | "double" | "string" | "guid" | "dateTimeOffset" | "enum" | "list";

/** One attribute, as the mirror describes it. */
export interface AttributeMetadata {
  readonly kind: AttributeKind;
  /** A client may ask to change it. */
  readonly editable?: boolean;
  /** It is set once: a client gives it when it adds the model, or never. */
  readonly immutable?: boolean;
  /** It may be null. */
  readonly nullable?: boolean;
  /** The members of an enum, by their wire names. */
  readonly values?: readonly string[];
  /** What people call it, where C# says `[Display]`; of one from a resource its key. */
  readonly label?: string;
  /** The validation rules that can be checked here. */
  readonly rules?: readonly Rule[];
  /** A new model may begin with a value that only the server knows. */
  readonly optional?: boolean;
}

/** What a mirror says about its model. Written by the build; nothing in it is secret. */
export interface ModelMetadata {
  /** The wire name. */
  readonly type: string;
  /** 64 bits over the wire shape, as 16 lower-case hex digits. */
  readonly hash: string;
  readonly attributes: { readonly [name: string]: AttributeMetadata };
  /** The item types of the child collections; functions, because mirrors may refer to each other. */
  readonly collections?: { readonly [name: string]: () => ModelClass };
  readonly models?: { readonly [name: string]: () => ModelClass };
  /** The methods that a client may call. */
  readonly methods?: readonly string[];
}
