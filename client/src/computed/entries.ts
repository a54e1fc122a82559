import { fail } from "./failures.js";

type Dictionary = { readonly [name: string]: any };

export function size(dictionary: Dictionary): number {
  return Object.keys(dictionary).length;
}

export function hasEntry(dictionary: Dictionary, key: string): boolean {
  return key == null ? fail("null") : Object.hasOwn(dictionary, key);
}

export function entry(dictionary: Dictionary, key: string): any {
  return hasEntry(dictionary, key) ? (dictionary[key]) : fail("outOfRange");
}

/** The value of a key, as `read` makes it, or another. */
export function entryOr(dictionary: Dictionary, key: string, other: any, read: (value: any) => any = (value) => value): any {
  return hasEntry(dictionary, key) ? read(dictionary[key]) : other;
}

/** What stands beside the name of an enum's member. */
export function lookup(table: string, values: Dictionary): any {
  return table == null ? fail("null") : (values[table]);
}
