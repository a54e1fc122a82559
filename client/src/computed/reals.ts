import { fail } from "./failures.js";
import type { Rounding } from "./rounding.js";

/** From here on a double has no fraction. */
const whole = 1e16;

/** Rounds to a number of digits, as C# does: by way of a product. */
export function roundReal(value: number, digits = 0, rounding: Rounding = "toEven"): number {
  if (digits < 0 || digits > 15) fail("outOfRange");
  if (digits === 0) return rounded(value, rounding);
  if (!(Math.abs(value) < whole)) return value;
  const power = 10 ** digits;
  return rounded(value * power, rounding) / power;
}

function rounded(value: number, rounding: Rounding): number {
  switch (rounding) {
    case "toEven":
      return withSignOf(value, halvesToEven(value));
    case "awayFromZero":
      // The greatest number below a half: a half itself would carry what is just below one over it.
      return Math.trunc(value + (value < 0 || Object.is(value, -0) ? -0.49999999999999994 : 0.49999999999999994));
    case "toZero":
      return Math.trunc(value);
    case "toNegativeInfinity":
      return Math.floor(value);
    case "toPositiveInfinity":
      return Math.ceil(value);
    default:
      return rounding satisfies never;
  }
}

function halvesToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest < 0.5 || (rest === 0.5 && below % 2 === 0) || !Number.isFinite(value) ? below : below + 1;
}

function withSignOf(value: number, result: number): number {
  return result === 0 && (value < 0 || Object.is(value, -0)) ? -0 : result;
}

/** -1, 0 or 1. */
export function signOfReal(value: number): number {
  return Number.isNaN(value) ? fail("outOfRange") : Math.sign(value) + 0;
}

export function isInfinite(value: number): boolean {
  return value === Infinity || value === -Infinity;
}

/** A number of 32 bits as computed with: of those that come from JSON the shortest digits are known. */
export function single(value: number | null): any {
  return value == null ? null : Math.fround(value);
}

/** A number of 32 bits as users see it: the shortest digits that mean it. */
export function shortest(value: number): number;
export function shortest(value: number | null): number | null;
export function shortest(value: number | null): number | null {
  if (value == null || value === 0 || !Number.isFinite(value)) return value;
  const [, sign, first, others, exponent] = /^(-?)(\d)\.(\d+)e(.+)$/.exec(value.toExponential(99))!;
  for (let count = 1; count < 9; count++) {
    const found = nearest(`${first}${others}`, count, (digits) => Number(`${sign}${digits}e${Number(exponent) - count + 1}`), value);
    if (found !== null) return found;
  }
  return Number(value.toPrecision(9));
}

/** The number of so many digits that is nearest among those that mean the value; in the middle it is the even one. Below a power of two the next number of 32 bits is nearer than above. */
function nearest(digits: string, count: number, read: (digits: bigint) => number, value: number): number | null {
  const below = BigInt(digits.slice(0, count));
  const rest = digits.slice(count);
  const isUp = rest.charAt(0) > "5" || (rest.charAt(0) === "5" && (!/^50*$/.test(rest) || below % 2n !== 0n));
  const candidates = isUp ? [below + 1n, below] : [below, below + 1n];
  return candidates.map(read).find((candidate) => Math.fround(candidate) === value) ?? null;
}

/** The nearest number of 32 bits. A number of 64 in between would round twice. */
export function singleOfLong(value: bigint): number {
  const size = value < 0n ? -value : value;
  const surplus = BigInt(Math.max(0, size.toString(2).length - 50));
  const kept = size >> surplus;
  // The last bit says that something followed, which is all that rounding needs to know.
  const sticky = kept << surplus === size ? kept : kept | 1n;
  return Math.fround(Number(value < 0n ? -sticky : sticky)) * 2 ** Number(surplus);
}
