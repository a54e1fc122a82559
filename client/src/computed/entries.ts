import { fail } from "./failures.js";

type Dictionary<T> = { readonly [name: string]: T };

export function size(dictionary: Dictionary<unknown>): number {
  return Object.keys(dictionary).length;
}

export function hasEntry(dictionary: Dictionary<unknown>, key: string): boolean {
  return key == null ? fail("null") : Object.hasOwn(dictionary, key);
}

export function entry<T>(dictionary: Dictionary<T>, key: string): T {
  return hasEntry(dictionary, key) ? (dictionary[key] as T) : fail("outOfRange");
}

/** The value of a key, as `read` makes it, or another. */
export function entryOr<T, R>(dictionary: Dictionary<T>, key: string, other: R, read: (value: T) => R = (value) => value as unknown as R): R {
  return hasEntry(dictionary, key) ? read(dictionary[key] as T) : other;
}

/** What stands beside the name of an enum's member. */
export function lookup<T>(table: string, values: Dictionary<T>): T {
  return table == null ? fail("null") : (values[table] as T);
}
