import { fail } from "./failures.js";

/** Whether an item counts. */
export type Predicate<T> = (item: T) => boolean;

const always = (): boolean => true;

/** The value as it is. */
export function itself<T>(value: T): T {
  return value;
}

/** The items that count, found when they are asked for. */
export function where<T>(source: Iterable<T>, predicate: Predicate<T>): Iterable<T> {
  return { *[Symbol.iterator]() { for (const item of source) if (predicate(item)) yield item; } };
}

/** What comes of the items, made when it is asked for. */
export function select<T, R>(source: Iterable<T>, selector: (item: T) => R): Iterable<R> {
  return { *[Symbol.iterator]() { for (const item of source) yield selector(item); } };
}

export function count<T>(source: Iterable<T>, predicate: Predicate<T> = always): number {
  let found = 0;
  for (const item of source) if (predicate(item)) found++;
  return found;
}

export function any<T>(source: Iterable<T>, predicate: Predicate<T> = always): boolean {
  for (const item of source) if (predicate(item)) return true;
  return false;
}

export function all<T>(source: Iterable<T>, predicate: Predicate<T>): boolean {
  for (const item of source) if (!predicate(item)) return false;
  return true;
}

/**
 * The first that counts.
 * @throws ComputationError when there is none
 */
export function first<T>(source: Iterable<T>, predicate: Predicate<T> = always): T {
  for (const item of source) if (predicate(item)) return item;
  return fail("empty");
}

export function firstOr<T, D>(source: Iterable<T>, other: D, predicate: Predicate<T> = always): T | D {
  for (const item of source) if (predicate(item)) return item;
  return other;
}

/**
 * The last that counts. It is looked for from the end, as .NET does in lists.
 * @throws ComputationError when there is none
 */
export function last<T>(source: Iterable<T>, predicate: Predicate<T> = always): T {
  for (const item of Array.from(source).reverse()) if (predicate(item)) return item;
  return fail("empty");
}

export function lastOr<T, D>(source: Iterable<T>, other: D, predicate: Predicate<T> = always): T | D {
  for (const item of Array.from(source).reverse()) if (predicate(item)) return item;
  return other;
}

/** Whether a value is among the items. */
export function includes<T>(source: Iterable<T>, value: T, equal: (a: T, b: T) => boolean = (a, b) => a === b): boolean {
  for (const item of source) if (equal(item, value)) return true;
  return false;
}

/** A list with something done to each item; null if there is none. */
export function each<T, R>(source: readonly T[] | null, change: (item: T) => R): R[] | null {
  return source && source.map((item) => change(item));
}

/** The items as an array. */
export function list<T>(source: Iterable<T>): T[] {
  return Array.from(source);
}

/** The item at an index of a list or a collection. */
export function itemAt<T>(source: { readonly length: number; at(index: number): T | undefined }, index: number, fromEnd = false): T {
  const at = fromEnd ? source.length - index : index;
  return at >= 0 && at < source.length ? (source.at(at) as T) : fail("outOfRange");
}
