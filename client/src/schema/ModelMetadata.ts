import type { Json } from "../protocol/Json.js";
import type { ModelClass } from "./ModelClass.js";
import type { ModelFamily } from "./ModelFamily.js";
import type { Rule } from "./rules.js";
import type { ScalarKind } from "./scalars.js";

/** How an attribute's value looks in TypeScript and on the wire. */
export type AttributeKind = ScalarKind | "enum" | "list" | "dictionary" | "record" | "reference";

/** The type of an attribute, an argument or a result, as the mirror describes it. */
export interface ValueMetadata {
  readonly kind: AttributeKind;
  /** It may be null. */
  readonly nullable?: boolean;
  /** The members of an enum, by their wire names. */
  readonly values?: readonly string[];
  /** What people call those members of an enum for which C# says `[Display]`. */
  readonly labels?: { readonly [value: string]: string };
  /** What a list or a dictionary holds; a list without it holds strings. */
  readonly element?: ValueMetadata;
  /** The class of what a reference points at; a function, because mirrors may refer to each other. */
  readonly model?: () => ModelFamily;
  /** What a record consists of. */
  readonly members?: { readonly [name: string]: ValueMetadata };
}

/** One attribute, as the mirror describes it. */
export interface AttributeMetadata extends ValueMetadata {
  /** A client may ask to change it. */
  readonly editable?: boolean;
  /** It is set once: a client gives it when it adds the model, or never. */
  readonly immutable?: boolean;
  /** It is true on one item of a collection at most: where it becomes true, the server makes it false on the others. */
  readonly radio?: boolean;
  /** What people call it, where C# says `[Display]`; of one from a resource its key. */
  readonly label?: string;
  /** What helps who fills it in, as `[Display]` says it. */
  readonly description?: string;
  /** What stands in its field while that is empty: `[Display(Prompt = …)]`. */
  readonly placeholder?: string;
  /** With which others it stands, as `[Display]` says it. */
  readonly group?: string;
  /** Before which others it stands, as `[Display]` says it; without it they stand as they are declared. */
  readonly order?: number;
  /** What a new model begins with, as JSON of the wire, where that can be read off the class. */
  readonly initial?: Json;
  /** The validation rules that can be checked here. */
  readonly rules?: readonly Rule[];
  /** A new model may begin with a value that only the server knows. */
  readonly optional?: boolean;
}

/** One method, as the mirror describes it. */
export interface MethodMetadata {
  readonly args: readonly ValueMetadata[];
  /** How many of them cannot be left out; all, if this is. */
  readonly required?: number;
  /** What it gives back, if anything. */
  readonly result?: ValueMetadata;
}

/** What a mirror says about its model. Written by the build; nothing in it is secret. */
export interface ModelMetadata {
  /** The wire name. */
  readonly type: string;
  /** 64 bits over the wire shape, as 16 lower-case hex digits. */
  readonly hash: string;
  /** The hash of this and of all below it, where the mirror does not know of all that can be there. */
  readonly schema?: string;
  readonly attributes: { readonly [name: string]: AttributeMetadata };
  /** The item types of the child collections, each a class or several; functions, because mirrors may refer to each other. */
  readonly collections?: { readonly [name: string]: () => ModelFamily };
  /** The classes of the child models, each one or several. */
  readonly models?: { readonly [name: string]: () => ModelFamily };
  /** The child models that are there with their model from the first moment, for all who see it, each with the class of which the server makes it. */
  readonly made?: { readonly [name: string]: () => ModelClass };
  /** The computed values, each with the members that it is computed from, after the names of their models. */
  readonly computed?: { readonly [name: string]: readonly string[] };
  /** The happenings that are no state, each with what is told of it. */
  readonly broadcasts?: { readonly [name: string]: { readonly [name: string]: ValueMetadata } };
  /** The methods that a client may call. */
  readonly methods?: { readonly [name: string]: MethodMetadata };
}
