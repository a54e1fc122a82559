import { fail } from "./failures.js";

/** `a?.b`. */
export function chain(value: any, next: (value: any) => any): any {
  return value == null ? null : next(value);
}

/** The value of what may be null. */
export function some(value: any): any {
  return value == null ? fail("null") : value;
}

/** An operation of two values that may be null: nothing comes of it where one is. */
export function lift(a: any, b: any, operation: (a: any, b: any) => any): any {
  return a == null || b == null ? null : operation(a, b);
}

/** A comparison of two values that may be null: false where one is. */
export function both(a: any, b: any, comparison: (a: any, b: any) => boolean): boolean {
  return a != null && b != null && comparison(a, b);
}

/** Whether two values that may be null are equal. */
export function equal(a: any, b: any, compare: (a: any, b: any) => number): boolean {
  return a == null || b == null ? a == b : compare(a, b) === 0;
}

/** `a & b` of two bools: both are computed. */
export function and(a: boolean, b: boolean): boolean {
  return a && b;
}

/** `a | b` of two bools. */
export function or(a: boolean, b: boolean): boolean {
  return a || b;
}

/** What a switch expression comes to where no arm fits. */
export function unmatched(): never {
  return fail("noMatch");
}
