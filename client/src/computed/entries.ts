import { fail } from "./failures.js";
import { moment } from "./moments.js";

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

export function entryOr<T>(dictionary: Dictionary<T>, key: string, other: T): T {
  return hasEntry(dictionary, key) ? (dictionary[key] as T) : other;
}

/** As {@link entryOr}, of dates, as expressions take them. */
export function momentEntryOr(dictionary: Dictionary<Date | null>, key: string, other: string): string | null {
  return hasEntry(dictionary, key) ? moment(dictionary[key] ?? null) : other;
}

/** What stands beside the name of an enum's member. */
export function lookup<T>(table: string, values: Dictionary<T>): T {
  return table == null ? fail("null") : (values[table] as T);
}
