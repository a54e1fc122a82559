import type { Json } from "../protocol/Json.js";
import { nearestFloat } from "../schema/asWritten.js";
import { scalarOf } from "../schema/scalars.js";

/** A number of the wire after an increment, where nothing counts as zero; undefined where it has no such value, and the server would say no. */
export function incremented(kind: string, before: Json | undefined, by: number | string): Json | undefined {
  const value = before === null ? (typeof by === "string" ? "0" : 0) : before;
  if (typeof value !== typeof by) return undefined;
  switch (kind) {
    case "decimal":
      return sumOf(value as string, by as string);
    case "int64":
    case "uint64":
      return scalarOf(kind)!.write(BigInt(value as string) + BigInt(by));
    case "float":
      return scalarOf(kind)!.write(nearestFloat((value as number) + Math.fround(by as number)));
    default:
      return scalarOf(kind)?.write((value as number) + (by as number));
  }
}

/** With as many decimal places as .NET's sum has; undefined beyond its 96 bits. */
function sumOf(a: string, b: string): string | undefined {
  const places = Math.max(...[a, b].map((digits) => digits.split(".")[1]?.length ?? 0));
  const [first, second] = [a, b].map((digits) => {
    const [whole, fraction = ""] = digits.split(".");
    return BigInt(whole + fraction.padEnd(places, "0"));
  }) as [bigint, bigint];
  const sum = first + second;
  const size = sum < 0n ? -sum : sum;
  if (size >> 96n !== 0n) return undefined;
  const digits = String(size).padStart(places + 1, "0");
  return (sum < 0n ? "-" : "") + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}
