import { fail } from "./failures.js";
import { parsed, powerOfTen, textOf, type Parts } from "./decimalParts.js";
import { roundedQuotient, type Rounding } from "./rounding.js";
import type { Decimal } from "../index.js";

/** The most that 96 bits hold. */
const most = 2n ** 96n - 1n;

const mostDigits = 28;

/** What 32 bits do not hold. */
const wide = 2n ** 32n;

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Takes away as many digits behind the point as it needs to fit, halves to even; before the point there is nothing to spare. */
function fitted({ digits, scale }: Parts): Decimal {
  for (let spare = Math.max(0, scale - mostDigits); spare <= scale; spare++) {
    const fewer = roundedQuotient(digits, powerOfTen(spare), "toEven");
    if (size(fewer) <= most) return textOf({ digits: fewer, scale: scale - spare });
  }
  return fail("overflow");
}

/** Two decimals with one scale. */
function aligned(a: string, b: string): { readonly left: bigint; readonly right: bigint; readonly scale: number } {
  const first = parsed(a);
  const second = parsed(b);
  const scale = Math.max(first.scale, second.scale);
  return { left: first.digits * powerOfTen(scale - first.scale), right: second.digits * powerOfTen(scale - second.scale), scale };
}

export function add(a: string, b: string): Decimal {
  const { left, right, scale } = aligned(a, b);
  return fitted({ digits: left + right, scale });
}

export function subtract(a: string, b: string): Decimal {
  const { left, right, scale } = aligned(a, b);
  return fitted({ digits: left - right, scale });
}

export function multiply(a: string, b: string): Decimal {
  const left = parsed(a);
  const right = parsed(b);
  const digits = left.digits * right.digits;
  const scale = left.scale + right.scale;
  // Of a product that vanishes .NET keeps the scale only where both operands are small.
  const isSmall = size(left.digits) < wide && size(right.digits) < wide;
  return (digits === 0n && !isSmall) || (isSmall && scale > mostDigits + 19) ? textOf({ digits: 0n, scale: 0 }) : fitted({ digits, scale });
}

/** As many digits as fit; of a quotient that comes out even, those of the operands. */
export function divide(a: string, b: string): Decimal {
  const left = parsed(a);
  const right = parsed(b);
  if (right.digits === 0n) fail("divideByZero");
  const scale = Math.max(left.scale - right.scale, 0);
  const by = size(right.digits);
  const value = (right.digits < 0n ? -left.digits : left.digits) * powerOfTen(scale - (left.scale - right.scale));
  if (value % by === 0n) return fitted({ digits: value / by, scale });
  for (let more = mostDigits - scale; more >= 0; more--) {
    const digits = roundedQuotient(value * powerOfTen(more), by, "toEven");
    if (size(digits) <= most) return textOf(withoutZeros({ digits, scale: scale + more }));
  }
  return fail("overflow");
}

function withoutZeros({ digits, scale }: Parts, lowest = 0): Parts {
  let kept = { digits, scale };
  while (kept.scale > lowest && kept.digits % 10n === 0n) kept = { digits: kept.digits / 10n, scale: kept.scale - 1 };
  return kept;
}

/** What is left of a division towards zero. */
export function remainder(a: string, b: string): Decimal {
  const { left, right, scale } = aligned(a, b);
  if (right === 0n) fail("divideByZero");
  return size(left) < size(right) ? textOf(parsed(a)) : fitted({ digits: left % right, scale });
}

export function negate(value: string): Decimal {
  const { digits, scale } = parsed(value);
  return textOf({ digits: -digits, scale });
}

/** Negative, zero or positive, as the first is smaller, equal or greater. */
export function compareDecimals(a: string, b: string): number {
  const { left, right } = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function absDecimal(value: string): Decimal {
  const { digits, scale } = parsed(value);
  return textOf({ digits: size(digits), scale });
}

export function minDecimal(a: string, b: string): string {
  return compareDecimals(a, b) < 0 ? a : b;
}

export function maxDecimal(a: string, b: string): string {
  return compareDecimals(a, b) >= 0 ? a : b;
}

/** Rounds to a number of digits behind the point; one that has no more stays as it is. */
export function roundDecimal(value: string, digits = 0, rounding: Rounding = "toEven"): Decimal {
  if (digits < 0 || digits > mostDigits) fail("outOfRange");
  const given = parsed(value);
  const spare = given.scale - digits;
  return textOf(spare <= 0 ? given : { digits: roundedQuotient(given.digits, powerOfTen(spare), rounding), scale: digits });
}

export function floorDecimal(value: string): Decimal {
  return roundDecimal(value, 0, "toNegativeInfinity");
}

export function ceilingDecimal(value: string): Decimal {
  return roundDecimal(value, 0, "toPositiveInfinity");
}

export function truncateDecimal(value: string): Decimal {
  return roundDecimal(value, 0, "toZero");
}
