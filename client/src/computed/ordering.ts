import { fail } from "./failures.js";

/** Negative, zero or positive, as the first comes before the other, beside it, or behind. */
export type Sorter = (a: any, b: any) => number;

/** Numbers, letters, days and times as they are; no number comes first. */
export function compareValues<T extends number | bigint | string | boolean>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Null comes first. */
export function by(compare: Sorter): Sorter {
  return (a, b) => (a == null || b == null ? Number(a != null) - Number(b != null) : compare(a, b));
}

/** Members of an enum by their numbers. */
export function byNumber(numbers: { readonly [name: string]: number | bigint }): Sorter {
  return by((a: string, b: string) => compareValues(numbers[a] as number, numbers[b] as number));
}

export function descending(sorter: Sorter): Sorter {
  return (a, b) => sorter(b, a);
}

/** The items by keys, the first key first; what is equal stays in its order. */
export function orderBy(source: Iterable<any>, ...keys: readonly (readonly [key: (item: any) => any, sorter: Sorter])[]): any[] {
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
export function min(source: Iterable<any>, sorter: Sorter, isOptional: boolean, selector: (item: any) => any): any {
  let found: any = null;
  for (const item of source) {
    const value = selector(item);
    if (value != null && (found === null || sorter(value, found) < 0)) found = value;
  }
  return found === null && !isOptional ? fail("empty") : found;
}

/** The greatest value; of none null, or a failure. */
export function max(source: Iterable<any>, sorter: Sorter, isOptional: boolean, selector: (item: any) => any): any {
  return min(source, descending(sorter), isOptional, selector);
}
