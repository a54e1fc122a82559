/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object as JSON has it. Its names come from the wire: never look one up without `Object.hasOwn`. */
export interface JsonObject {
  readonly [name: string]: Json;
}
