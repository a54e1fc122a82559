import type { Decimal } from "../index.js";
import { add, divide } from "./decimals.js";
import { fail } from "./failures.js";
import { fit, type IntegerKind, type IntegerOf } from "./integers.js";

type Selector<T, V> = (item: T) => V | null;

/** Adds up what is there, and says how much that was. */
function total<T, V, S>(source: Iterable<T>, start: S, selector: Selector<T, V>, step: (sum: S, value: V) => S): { readonly sum: S; readonly count: number } {
  let sum = start;
  let count = 0;
  for (const item of source) {
    const value = selector(item);
    if (value == null) continue;
    sum = step(sum, value);
    count++;
  }
  return { sum, count };
}

function average<S, R>({ sum, count }: { readonly sum: S; readonly count: number }, isOptional: boolean, divided: (sum: S, count: number) => R): R {
  return count > 0 ? divided(sum, count) : isOptional ? (null as R) : fail("empty");
}

/** The sum, each step of which must be one of the type. */
export function sumIntegers<T, K extends IntegerKind>(kind: K, source: Iterable<T>, selector: Selector<T, number | bigint>): IntegerOf<K> {
  return fit(kind, total(source, 0n, selector, (sum, value) => BigInt(fit(kind, sum + BigInt(value)))).sum);
}

export function averageIntegers<T>(source: Iterable<T>, isOptional: boolean, selector: Selector<T, number | bigint>): number {
  return average(total(source, 0n, selector, (sum, value) => fit("int64", sum + BigInt(value))), isOptional, (sum, count) => Number(sum) / count);
}

const plus = (sum: number, value: number): number => sum + value;

export function sumDoubles<T>(source: Iterable<T>, selector: Selector<T, number>): number {
  return total(source, 0, selector, plus).sum;
}

/** Begins with the first value, not with zero: what consists of -0 has that average. */
export function averageDoubles<T>(source: Iterable<T>, isOptional: boolean, selector: Selector<T, number>): number {
  return average(total(source, -0, selector, plus), isOptional, (sum, count) => sum / count);
}

/** Added up with 64 bits, as C# does. */
export function sumSingles<T>(source: Iterable<T>, selector: Selector<T, number>): number {
  return Math.fround(sumDoubles(source, selector));
}

export function averageSingles<T>(source: Iterable<T>, isOptional: boolean, selector: Selector<T, number>): number {
  return average(total(source, -0, selector, plus), isOptional, (sum, count) => Math.fround(sum / count));
}

export function sumDecimals<T>(source: Iterable<T>, selector: Selector<T, string>): Decimal {
  return total(source, "0" as Decimal, selector, add).sum;
}

export function averageDecimals<T>(source: Iterable<T>, isOptional: boolean, selector: Selector<T, string>): Decimal {
  return average(total(source, "0" as Decimal, selector, add), isOptional, (sum, count) => divide(sum, String(count)));
}
