import { fail } from "./failures.js";

/** Negative, zero or positive, as the first comes before the other, beside it, or behind. */
export type Sorter<T> = (a: T, b: T) => number;

/** Numbers, letters, days and times as they are; no number comes first. */
export function compareValues<T extends number | bigint | string | boolean>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Null comes first. */
export function by<T>(compare: Sorter<T>): Sorter<T | null> {
  return (a, b) => (a == null || b == null ? Number(a != null) - Number(b != null) : compare(a, b));
}

/** Members of an enum by their numbers. */
export function byNumber(numbers: { readonly [name: string]: number | bigint }): Sorter<string | null> {
  return by((a: string, b: string) => compareValues(numbers[a] as number, numbers[b] as number));
}

export function descending<T>(sorter: Sorter<T>): Sorter<T> {
  return (a, b) => sorter(b, a);
}

/** The items by keys, the first key first; what is equal stays in its order. */
export function orderBy<T>(source: Iterable<T>, ...keys: readonly (readonly [key: (item: T) => any, sorter: Sorter<any>])[]): T[] {
  const items = Array.from(source, (item) => ({ item, keys: keys.map(([key]) => key(item) as unknown) }));
  items.sort((a, b) => {
    for (const [index, [, sorter]] of keys.entries()) {
      const order = sorter(a.keys[index], b.keys[index]);
      if (order !== 0) return order;
    }
    return 0;
  });
  return items.map(({ item }) => item);
}

/** The smallest value; of none null, or a failure. */
export function min<T, V>(source: Iterable<T>, sorter: Sorter<V>, isOptional: boolean, selector: (item: T) => V): V {
  let found: V | null = null;
  for (const item of source) {
    const value = selector(item);
    if (value != null && (found === null || sorter(value, found) < 0)) found = value;
  }
  return found === null && !isOptional ? fail("empty") : (found as V);
}

/** The greatest value; of none null, or a failure. */
export function max<T, V>(source: Iterable<T>, sorter: Sorter<V>, isOptional: boolean, selector: (item: T) => V): V {
  return min(source, descending(sorter), isOptional, selector);
}
