/** What is demanded, as C#'s attributes of the same names demand it. */
export type Demand =
  | { readonly rule: "required"; readonly allowEmpty?: boolean }
  /** Of a string in UTF-16 units, of a list, a dictionary, or bytes. */
  | { readonly rule: "length"; readonly min: number; readonly max: number }
  | {
      readonly rule: "range";
      /** A number, or the text of a kind that has more digits than one. */
      readonly min: number | string;
      readonly max: number | string;
      readonly excludesMin?: boolean;
      readonly excludesMax?: boolean;
      /** The value is rounded first, halves to even. */
      readonly rounds?: boolean;
    }
  | { readonly rule: "pattern"; readonly pattern: string }
  | { readonly rule: "email" }
  | { readonly rule: "url" };

/** A validation rule: what is demanded, and what is said where it is not kept. A message from a resource is on the server; here is its key. */
export type Rule = Demand & ({ readonly message: string; readonly key?: never } | { readonly key: string; readonly message?: never });

/** A rule that is not kept. */
export interface ValidationFailure {
  /** The wire name of the attribute. */
  readonly attribute: string;
  /** The message; of one from a resource its key. */
  readonly message: string;
  /** The message is a key: the text is the application's to find. */
  readonly isKey?: true;
}
