import { fail } from "./failures.js";

/** The types of integers, by their names on the wire. */
export type IntegerKind = "byte" | "sbyte" | "int16" | "uint16" | "int32" | "uint32" | "int64" | "uint64";

/** How the integers of a type are held. */
export type IntegerOf<K extends IntegerKind> = K extends "int64" | "uint64" ? bigint : number;

const sizes: Readonly<Record<IntegerKind, readonly [bits: number, isSigned: boolean]>> = {
  byte: [8, false],
  sbyte: [8, true],
  int16: [16, true],
  uint16: [16, false],
  int32: [32, true],
  uint32: [32, false],
  int64: [64, true],
  uint64: [64, false],
};

function held<K extends IntegerKind>(kind: K, value: bigint): IntegerOf<K> {
  return (sizes[kind][0] === 64 ? value : Number(value)) as IntegerOf<K>;
}

function wrapped(kind: IntegerKind, value: bigint): bigint {
  const [bits, isSigned] = sizes[kind];
  return isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

/** The lowest bits of an integer. */
export function wrap<K extends IntegerKind>(kind: K, value: number | bigint): IntegerOf<K> {
  return held(kind, wrapped(kind, BigInt(value)));
}

/**
 * An integer that must be one of the type.
 * @throws ComputationError when it is not
 */
export function fit<K extends IntegerKind>(kind: K, value: number | bigint): IntegerOf<K> {
  // What a number does not hold exactly is beyond all types that are held in one.
  const whole = BigInt(value);
  return whole === wrapped(kind, whole) ? held(kind, whole) : fail("overflow");
}

/** The quotient towards zero. */
export function divideInteger<K extends IntegerKind>(kind: K, a: IntegerOf<K>, b: IntegerOf<K>): IntegerOf<K> {
  return fit(kind, BigInt(a) / divisor(kind, a, b));
}

/** What is left of a division towards zero. */
export function remainderInteger<K extends IntegerKind>(kind: K, a: IntegerOf<K>, b: IntegerOf<K>): IntegerOf<K> {
  return held(kind, BigInt(a) % divisor(kind, a, b));
}

/** The one quotient that is out of range fails for the remainder too. */
function divisor<K extends IntegerKind>(kind: K, a: IntegerOf<K>, b: IntegerOf<K>): bigint {
  const by = BigInt(b);
  if (by === 0n) fail("divideByZero");
  if (by === -1n) fit(kind, -BigInt(a));
  return by;
}

/**
 * A real number cut to an integer, which must be one of the type.
 * @throws ComputationError when it is not
 */
export function fitReal<K extends IntegerKind>(kind: K, value: number): IntegerOf<K> {
  return Number.isFinite(value) ? fit(kind, Math.trunc(value)) : fail("overflow");
}

/** A real number cut to an integer: the nearest of the type, but for the small types the lowest bits of the nearest of 32. */
export function truncate<K extends IntegerKind>(kind: K, value: number): IntegerOf<K> {
  if (Number.isNaN(value)) return held(kind, 0n);
  const [bits, isSigned] = sizes[kind];
  const [width, signed] = bits < 32 ? [32, true] : [bits, isSigned];
  const lowest = signed ? -(2n ** BigInt(width - 1)) : 0n;
  const highest = 2n ** BigInt(signed ? width - 1 : width) - 1n;
  const whole = value === Infinity ? highest : value === -Infinity ? lowest : BigInt(Math.trunc(value));
  return held(kind, wrapped(kind, whole < lowest ? lowest : whole > highest ? highest : whole));
}

/** A number without its sign. */
export function abs<K extends IntegerKind>(kind: K, value: IntegerOf<K>): IntegerOf<K> {
  return value < 0 ? fit(kind, -value) : value;
}

/** -1, 0 or 1. */
export function sign(value: number | bigint): number {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

export function minLong(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function maxLong(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/**
 * The nearest within bounds.
 * @throws ComputationError when the bounds are the wrong way round
 */
export function clamp<N extends number | bigint>(value: N, lowest: N, highest: N): N {
  if (lowest > highest) fail("outOfRange");
  return value < lowest ? lowest : value > highest ? highest : value;
}
