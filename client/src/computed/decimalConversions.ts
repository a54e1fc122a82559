import type { Decimal } from "../index.js";
import { parsed, powerOfTen, textOf } from "./decimalParts.js";
import { fail } from "./failures.js";
import { fit, type IntegerKind, type IntegerOf } from "./integers.js";

/**
 * The whole part, which must be one of the type.
 * @throws ComputationError when it is not
 */
export function toInteger<K extends IntegerKind>(kind: K, value: string): IntegerOf<K> {
  const { digits, scale } = parsed(value);
  return fit(kind, digits / powerOfTen(scale));
}

/** As C# does it: 64 bits and the 32 above them are numbers first, and then divided. */
export function toDouble(value: string): number {
  const { digits, scale } = parsed(value);
  const size = digits < 0n ? -digits : digits;
  const result = (Number(BigInt.asUintN(64, size)) + Number(size >> 64n) * 2 ** 64) / realPower(scale);
  return digits < 0n ? -result : result;
}

/** A double to 15 digits. */
export function decimalOfDouble(value: number): Decimal {
  return decimalOf(value, 15);
}

/** A single to 7 digits. */
export function decimalOfSingle(value: number): Decimal {
  return decimalOf(value, 7);
}

/** The steps are C#'s, because each of them rounds. */
function decimalOf(value: number, precision: number): Decimal {
  const exponent = exponentOf(value);
  if (exponent < -94) return "0" as Decimal;
  if (exponent > 96) fail("overflow");
  let size = Math.abs(value);
  let power = precision - 1 - ((exponent * 19728) >> 16);
  if (power >= 0) {
    power = Math.min(power, 28);
    size *= realPower(power);
  } else if (power !== -1 || size >= 10 ** precision) size /= realPower(-power);
  else power = 0;
  if (size < 10 ** (precision - 1) && power < 28) {
    size *= 10;
    power++;
  }
  let digits = BigInt(Math.trunc(size));
  const rest = size - Math.trunc(size);
  if (rest > 0.5 || (rest === 0.5 && digits % 2n !== 0n)) digits++;
  if (digits === 0n) return "0" as Decimal;
  if (power < 0) {
    digits *= powerOfTen(-power);
    power = 0;
    if (digits >= 2n ** 96n) fail("overflow");
  }
  for (let spare = Math.min(power, precision - 1); spare > 0 && digits % 10n === 0n; spare--) {
    digits /= 10n;
    power--;
  }
  return textOf({ digits: value < 0 ? -digits : digits, scale: power });
}

/** The double that is nearest to a power of ten, which `**` does not always give. */
function realPower(exponent: number): number {
  return Number(`1e${exponent}`);
}

/** The power of two that is just above the number. */
function exponentOf(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return ((bits.getUint16(0) >> 4) & 0x7ff) - 1022;
}
