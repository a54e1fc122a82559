import type { Json } from "../protocol/Json.js";
import { brokenText } from "../protocol/stringify.js";
import { hasForm } from "./brands.js";
import { dateOf, dateText } from "./dates.js";

/** How the values of one kind look on both sides. */
interface Scalar {
  /** For a message. */
  readonly what: string;
  /** The JSON of a value; undefined where it is none of this kind. */
  readonly write: (value: unknown) => Json | undefined;
  /** The value of the JSON; without it, they are the same. */
  readonly read?: (json: string) => unknown;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Half of a surrogate pair is no text: it could not be sent. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && !brokenText.test(value);
}

function checked<T extends Json>(what: string, is: (value: unknown) => value is T): Scalar {
  return { what, write: (value) => (is(value) ? value : undefined) };
}

function whole(what: string, lowest: number, highest: number): Scalar {
  // Adding 0 takes the sign from a zero.
  return { what, write: (value) => (Number.isInteger(value) && (value as number) >= lowest && (value as number) <= highest ? (value as number) + 0 : undefined) };
}

function digits(what: string, fit: (bits: number, value: bigint) => bigint): Scalar {
  return { what, write: (value) => (typeof value === "bigint" && fit(64, value) === value ? String(value) : undefined), read: BigInt };
}

function formed(what: string, kind: Parameters<typeof hasForm>[0]): Scalar {
  return checked(what, (value) => hasForm(kind, value));
}

function moment(text: (date: Date) => string): Scalar {
  return { what: "a valid Date", write: (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? text(value) : undefined), read: dateOf };
}

function utcTextOf(date: Date): string {
  const text = dateText(date);
  return text.endsWith("Z") ? text : date.toISOString();
}

/** Every kind that is a single value. */
export const scalars = {
  bool: checked("a boolean", (value) => typeof value === "boolean"),
  byte: whole("a whole number from 0 to 255", 0, 255),
  sbyte: whole("a whole number from -128 to 127", -128, 127),
  int16: whole("a whole number of 16 bits", -0x8000, 0x7fff),
  uint16: whole("a whole number of 16 bits without a sign", 0, 0xffff),
  int32: whole("a whole number of 32 bits", -0x8000_0000, 0x7fff_ffff),
  uint32: whole("a whole number of 32 bits without a sign", 0, 0xffff_ffff),
  int64: digits("a bigint of 64 bits", BigInt.asIntN),
  uint64: digits("a bigint of 64 bits without a sign", BigInt.asUintN),
  float: checked("a finite number of 32 bits", (value): value is number => typeof value === "number" && Number.isFinite(Math.fround(value))),
  double: checked("a finite number", (value): value is number => Number.isFinite(value)),
  decimal: formed("a decimal, such as decimal(\"12.50\")", "decimal"),
  string: checked("a string", isText),
  char: checked("a string of one character", (value): value is string => isText(value) && value.length === 1),
  guid: { what: "a UUID", write: (value) => (typeof value === "string" && uuid.test(value) ? value.toLowerCase() : undefined) },
  uri: checked("a URI", isText),
  dateTimeOffset: moment(dateText),
  dateTime: moment(utcTextOf),
  dateOnly: formed("a date, such as dateOnly(\"2026-03-01\")", "dateOnly"),
  timeOnly: formed("a time of the day, such as timeOnly(\"23:59:59\")", "timeOnly"),
  timeSpan: formed("a length of time, such as timeSpan(\"1.12:00:00\")", "timeSpan"),
  bytes: {
    what: "a Uint8Array",
    write: (value) => (value instanceof Uint8Array ? btoa(Array.from(value, (one) => String.fromCharCode(one)).join("")) : undefined),
    read: (json) => Uint8Array.from(atob(json), (one) => one.charCodeAt(0)),
  },
} satisfies Readonly<Record<string, Scalar>>;

/** The kinds that are a single value. */
export type ScalarKind = keyof typeof scalars;

/** What is known of a kind; undefined of an enum, and of what holds other values. */
export function scalarOf(kind: string): Scalar | undefined {
  return Object.hasOwn(scalars, kind) ? scalars[kind as ScalarKind] : undefined;
}
