import { fail } from "./failures.js";

type Maybe<T> = T | null | undefined;

/** `a?.b`. */
export function chain<T, R>(value: Maybe<T>, next: (value: T) => R): R | null {
  return value == null ? null : next(value);
}

/** The value of what may be null. */
export function some<T>(value: Maybe<T>): T {
  return value == null ? fail("null") : value;
}

/** An operation of two values that may be null: nothing comes of it where one is. */
export function lift<A, B, R>(a: Maybe<A>, b: Maybe<B>, operation: (a: A, b: B) => R): R | null {
  return a == null || b == null ? null : operation(a, b);
}

/** A comparison of two values that may be null: false where one is. */
export function both<A, B>(a: Maybe<A>, b: Maybe<B>, comparison: (a: A, b: B) => boolean): boolean {
  return a != null && b != null && comparison(a, b);
}

/** Whether two values that may be null are equal. */
export function equal<T>(a: Maybe<T>, b: Maybe<T>, compare: (a: T, b: T) => number): boolean {
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
