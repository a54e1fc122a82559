import type { Decimal } from "../index.js";
import { add, divide } from "./decimals.js";
import { fail } from "./failures.js";
import { fit, type IntegerKind, type IntegerOf } from "./integers.js";

type Selector = (item: any) => any;

/** Adds up what is there, and says how much that was. */
function total<S>(source: Iterable<any>, start: S, selector: Selector, step: (sum: S, value: any) => S): { readonly sum: S; readonly count: number } {
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
export function sumIntegers<K extends IntegerKind>(kind: K, source: Iterable<any>, selector: Selector): IntegerOf<K> {
  return fit(kind, total(source, 0n, selector, (sum, value) => BigInt(fit(kind, sum + BigInt(value)))).sum);
}

export function averageIntegers(source: Iterable<any>, isOptional: boolean, selector: Selector): number {
  return average(total(source, 0n, selector, (sum, value) => fit("int64", sum + BigInt(value))), isOptional, (sum, count) => Number(sum) / count);
}

const plus = (sum: number, value: number): number => sum + value;

export function sumDoubles(source: Iterable<any>, selector: Selector): number {
  return total(source, 0, selector, plus).sum;
}

/** Begins with the first value, not with zero: what consists of -0 has that average. */
export function averageDoubles(source: Iterable<any>, isOptional: boolean, selector: Selector): number {
  return average(total(source, -0, selector, plus), isOptional, (sum, count) => sum / count);
}

/** Added up with 64 bits, as C# does. */
export function sumSingles(source: Iterable<any>, selector: Selector): number {
  return Math.fround(sumDoubles(source, selector));
}

export function averageSingles(source: Iterable<any>, isOptional: boolean, selector: Selector): number {
  return average(total(source, -0, selector, plus), isOptional, (sum, count) => Math.fround(sum / count));
}

export function sumDecimals(source: Iterable<any>, selector: Selector): Decimal {
  return total(source, "0" as Decimal, selector, add).sum;
}

export function averageDecimals(source: Iterable<any>, isOptional: boolean, selector: Selector): Decimal {
  return average(total(source, "0" as Decimal, selector, add), isOptional, (sum, count) => divide(sum, String(count)));
}
