import type { Decimal } from "../index.js";

/** A decimal: whole digits, and how many of them stand behind the point. */
export interface Parts {
  readonly digits: bigint;
  readonly scale: number;
}

export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

export function parsed(text: string): Parts {
  const point = text.indexOf(".");
  return point < 0 ? { digits: BigInt(text), scale: 0 } : { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

export function textOf({ digits, scale }: Parts): Decimal {
  const sign = digits < 0n ? "-" : "";
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const point = all.length - scale;
  return (sign + all.slice(0, point) + (scale > 0 ? "." + all.slice(point) : "")) as Decimal;
}

/** As C# writes it: a zero has no sign. */
export function decimalText(value: string): Decimal {
  return textOf(parsed(value));
}
