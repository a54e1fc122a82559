import { fail } from "./failures.js";

// Types are C#'s affair: what calls these was checked there, and begins with a model of any type.

/** Whether an item counts. */
export type Predicate = (item: any) => boolean;

const always = (): boolean => true;

/** The value as it is. */
export function itself(value: any): any {
  return value;
}

/** The items that count, found when they are asked for. */
export function where(source: Iterable<any>, predicate: Predicate): Iterable<any> {
  return { *[Symbol.iterator]() { for (const item of source) if (predicate(item)) yield item; } };
}

/** What comes of the items, made when it is asked for. */
export function select(source: Iterable<any>, selector: (item: any) => any): Iterable<any> {
  return { *[Symbol.iterator]() { for (const item of source) yield selector(item); } };
}

export function count(source: Iterable<any>, predicate: Predicate = always): number {
  let found = 0;
  for (const item of source) if (predicate(item)) found++;
  return found;
}

export function any(source: Iterable<any>, predicate: Predicate = always): boolean {
  for (const item of source) if (predicate(item)) return true;
  return false;
}

export function all(source: Iterable<any>, predicate: Predicate): boolean {
  for (const item of source) if (!predicate(item)) return false;
  return true;
}

/**
 * The first that counts.
 * @throws ComputationError when there is none
 */
export function first(source: Iterable<any>, predicate: Predicate = always): any {
  for (const item of source) if (predicate(item)) return item;
  return fail("empty");
}

export function firstOr(source: Iterable<any>, other: any, predicate: Predicate = always): any {
  for (const item of source) if (predicate(item)) return item;
  return other;
}

/**
 * The last that counts. It is looked for from the end, as .NET does in lists.
 * @throws ComputationError when there is none
 */
export function last(source: Iterable<any>, predicate: Predicate = always): any {
  for (const item of Array.from(source).reverse()) if (predicate(item)) return item;
  return fail("empty");
}

export function lastOr(source: Iterable<any>, other: any, predicate: Predicate = always): any {
  for (const item of Array.from(source).reverse()) if (predicate(item)) return item;
  return other;
}

/** Whether a value is among the items. */
export function includes(source: Iterable<any>, value: any, equal: (a: any, b: any) => boolean = (a, b) => a === b): boolean {
  for (const item of source) if (equal(item, value)) return true;
  return false;
}

/** A list with something done to each item; null if there is none. */
export function each(source: readonly any[] | null, change: (item: any) => any): any[] | null {
  return source && source.map((item) => change(item));
}

/** The items as an array. */
export function list(source: Iterable<any>): any[] {
  return Array.from(source);
}

/** The item at an index of a list or a collection. */
export function itemAt(source: { readonly length: number; at(index: number): any }, index: number, fromEnd = false): any {
  const at = fromEnd ? source.length - index : index;
  return at >= 0 && at < source.length ? (source.at(at)) : fail("outOfRange");
}
