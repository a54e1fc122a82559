import type { Demand } from "./rules.js";

type Range = Extract<Demand, { readonly rule: "range" }>;

/** Whether a value of the wire is in the range; what only the server can tell is taken to be. */
export function isWithin({ min, max, excludesMin, excludesMax, rounds }: Range, kind: string, value: number | string): boolean {
  const [low, high, given] = typeof min === "string" ? [exact(kind, min), exact(kind, max as string), exact(kind, value as string)] : [min, max as number, numberOf(kind, value, rounds)];
  if (given === undefined || low === undefined || high === undefined) return true;
  return (excludesMin ? given > low : given >= low) && (excludesMax ? given < high : given <= high);
}

/** What .NET compares where the bounds are numbers: 32 bits have fewer digits, a decimal may have so many that the nearest number is .NET's own affair. */
function numberOf(kind: string, value: number | string, rounds?: boolean): number | undefined {
  if (kind === "decimal" && (value as string).length > 15) return undefined;
  const number = kind === "float" ? Math.fround(value as number) : Number(value);
  return rounds ? rounded(number) : number;
}

/** Halves to even. */
function rounded(value: number): number {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}

/** The value or bound as a whole number of its smallest steps; undefined where the text is none. */
function exact(kind: string, text: string): bigint | undefined {
  switch (kind) {
    case "decimal": {
      const [whole, fraction = ""] = text.split(".");
      return BigInt(whole + fraction.padEnd(28, "0"));
    }
    case "timeOnly":
    case "timeSpan": {
      const [, sign, days = 0, hours, minutes, seconds, fraction = ""] = /^(-?)(?:(\d+)\.)?(\d+):(\d+):(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
      return ticks((((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000, fraction, sign);
    }
    case "dateOnly":
    case "dateTime":
    case "dateTimeOffset": {
      const [, moment, fraction = "", zone = ""] = /^(.*?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
      return ticks(Date.parse(moment + zone), fraction);
    }
    default:
      return BigInt(text);
  }
}

/** .NET counts in ten-millionths of a second. */
function ticks(milliseconds: number, fraction: string, sign?: string): bigint | undefined {
  if (Number.isNaN(milliseconds)) return undefined;
  const value = BigInt(milliseconds) * 10_000n + BigInt(fraction.padEnd(7, "0"));
  return sign ? -value : value;
}
