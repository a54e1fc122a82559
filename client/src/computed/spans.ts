import type { TimeSpan } from "../index.js";
import { padded, ticksPer, type TimeUnit } from "./calendar.js";
import { fail } from "./failures.js";
import { fit, truncate } from "./integers.js";

/** The ticks of a length of time. */
export function ticksOfSpan(text: string): bigint {
  const [, sign, days = "0", hours, minutes, seconds, fraction = ""] = /^(-?)(?:(\d+)\.)?(\d+):(\d+):(\d+)(?:\.(\d+))?$/.exec(text) ?? fail("null");
  const ticks =
    BigInt(days) * ticksPer.days + BigInt(hours!) * ticksPer.hours + BigInt(minutes!) * ticksPer.minutes + BigInt(seconds!) * ticksPer.seconds + BigInt(fraction.padEnd(7, "0"));
  return sign ? -ticks : ticks;
}

/**
 * The length of time with so many ticks.
 * @throws ComputationError when 64 bits do not hold them
 */
export function spanOfTicks(value: bigint): TimeSpan {
  const ticks = fit("int64", value);
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / ticksPer.days;
  const rest = size % ticksPer.days;
  const clock = [rest / ticksPer.hours, (rest / ticksPer.minutes) % 60n, (rest / ticksPer.seconds) % 60n].map((part) => padded(part, 2)).join(":");
  const fraction = size % ticksPer.seconds;
  return `${ticks < 0n ? "-" : ""}${days > 0n ? `${days}.` : ""}${clock}${fraction > 0n ? `.${padded(fraction, 7)}` : ""}` as TimeSpan;
}

/** Ticks that were computed with real numbers. */
function spanOfReal(ticks: number): TimeSpan {
  return Number.isNaN(ticks) || Math.abs(ticks) > 2 ** 63 ? fail("overflow") : spanOfTicks(truncate("int64", ticks));
}

export function spanOf(value: number, unit: TimeUnit): TimeSpan {
  return spanOfReal(value * Number(ticksPer[unit]));
}

export function spanOfWhole(value: number | bigint, unit: TimeUnit): TimeSpan {
  return spanOfTicks(BigInt(value) * ticksPer[unit]);
}

export function makeSpan(days: number, hours: number, minutes: number, seconds: number): TimeSpan {
  return spanOfTicks(BigInt(days) * ticksPer.days + BigInt(hours) * ticksPer.hours + BigInt(minutes) * ticksPer.minutes + BigInt(seconds) * ticksPer.seconds);
}

export function addSpans(a: string, b: string): TimeSpan {
  return spanOfTicks(ticksOfSpan(a) + ticksOfSpan(b));
}

export function subtractSpans(a: string, b: string): TimeSpan {
  return spanOfTicks(ticksOfSpan(a) - ticksOfSpan(b));
}

export function negateSpan(span: string): TimeSpan {
  return spanOfTicks(-ticksOfSpan(span));
}

export function duration(span: string): TimeSpan {
  const ticks = ticksOfSpan(span);
  return spanOfTicks(ticks < 0n ? -ticks : ticks);
}

/** Rounded to a whole number of ticks, halves to even. */
function spanOfRounded(ticks: number): TimeSpan {
  const below = Math.floor(ticks);
  const rest = ticks - below;
  return spanOfReal(rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1);
}

export function multiplySpan(span: string, by: number): TimeSpan {
  return spanOfRounded(Number(ticksOfSpan(span)) * by);
}

export function divideSpan(span: string, by: number): TimeSpan {
  return spanOfRounded(Number(ticksOfSpan(span)) / by);
}

export function divideSpans(a: string, b: string): number {
  return Number(ticksOfSpan(a)) / Number(ticksOfSpan(b));
}

export function compareSpans(a: string, b: string): number {
  const left = ticksOfSpan(a);
  const right = ticksOfSpan(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

const whole = {
  days: [ticksPer.days, 1n << 62n],
  hours: [ticksPer.hours, 24n],
  minutes: [ticksPer.minutes, 60n],
  seconds: [ticksPer.seconds, 60n],
  milliseconds: [ticksPer.milliseconds, 1000n],
} as const;

const totals = { totalDays: "days", totalHours: "hours", totalMinutes: "minutes", totalSeconds: "seconds", totalMilliseconds: "milliseconds" } as const;

/** A part of a length of time, or the whole in a unit. */
export function spanPart(span: string, part: keyof typeof whole | keyof typeof totals): number;
export function spanPart(span: string, part: "ticks"): bigint;
export function spanPart(span: string, part: keyof typeof whole | keyof typeof totals | "ticks"): number | bigint {
  const ticks = ticksOfSpan(span);
  if (part === "ticks") return ticks;
  if (part in whole) {
    const [unit, limit] = whole[part as keyof typeof whole];
    return Number((ticks / unit) % limit);
  }
  const total = Number(ticks) / Number(ticksPer[totals[part as keyof typeof totals]]);
  return part === "totalMilliseconds" ? Math.min(Math.max(total, -922337203685477), 922337203685477) : total;
}

/** As interpolated strings write it. */
export function spanText(span: string): string {
  return spanOfTicks(ticksOfSpan(span));
}
