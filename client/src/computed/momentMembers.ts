import type { TimeSpan } from "../index.js";
import { dayNumber, dayOfNumber, dayOfYear, monthsAway, ticksPer, weekday, yearsAway, type Day, type TimeUnit } from "./calendar.js";
import { fail } from "./failures.js";
import { truncate } from "./integers.js";
import { momentOf, offsetOf, parsedMoment, utcOf } from "./moments.js";
import { spanOfTicks, ticksOfSpan } from "./spans.js";

const longestDays = 3_652_059;

function dayOf(clock: bigint): Day {
  return dayOfNumber(Number(clock / ticksPer.days));
}

function inUnit(clock: bigint, unit: TimeUnit, limit: bigint): number {
  return Number((clock / ticksPer[unit]) % limit);
}

const parts = {
  year: (clock: bigint) => dayOf(clock).year,
  month: (clock: bigint) => dayOf(clock).month,
  day: (clock: bigint) => dayOf(clock).day,
  hour: (clock: bigint) => inUnit(clock, "hours", 24n),
  minute: (clock: bigint) => inUnit(clock, "minutes", 60n),
  second: (clock: bigint) => inUnit(clock, "seconds", 60n),
  millisecond: (clock: bigint) => inUnit(clock, "milliseconds", 1000n),
  dayOfYear: (clock: bigint) => dayOfYear(dayOf(clock)),
  ticks: (clock: bigint) => clock,
  timeOfDay: (clock: bigint) => spanOfTicks(clock % ticksPer.days),
  dayOfWeek: (clock: bigint) => weekday(Number(clock / ticksPer.days)),
  offset: (_: bigint, offset: bigint) => spanOfTicks(offset),
  utcTicks: (clock: bigint, offset: bigint) => clock - offset,
};

/** A part of a moment, by its clock. */
export function part<P extends keyof typeof parts>(text: string, name: P): ReturnType<(typeof parts)[P]> {
  const { clock, offset } = parsedMoment(text);
  return parts[name](clock, offset) as ReturnType<(typeof parts)[P]>;
}

export function addTicks(text: string, ticks: bigint): string {
  const given = parsedMoment(text);
  return momentOf({ ...given, clock: given.clock + ticks });
}

export function addSpan(text: string, span: string): string {
  return addTicks(text, ticksOfSpan(span));
}

export function subtractSpan(text: string, span: string): string {
  return addTicks(text, -ticksOfSpan(span));
}

/** The whole part and the fraction of the amount are made ticks one by one, as C# does. */
export function addUnits(text: string, amount: number, unit: TimeUnit): string {
  const size = Number(ticksPer[unit]);
  // What is no number passes, and adds nothing.
  if (Math.abs(amount) > (longestDays * Number(ticksPer.days)) / size) fail("outOfRange");
  const whole = Math.trunc(amount);
  return addTicks(text, truncate("int64", whole) * ticksPer[unit] + truncate("int64", (amount - whole) * size));
}

function moved(text: string, move: (day: Day) => Day): string {
  const given = parsedMoment(text);
  return momentOf({ ...given, clock: BigInt(dayNumber(move(dayOf(given.clock)))) * ticksPer.days + (given.clock % ticksPer.days) });
}

export function addMonths(text: string, months: number): string {
  return moved(text, (day) => monthsAway(day, months));
}

export function addYears(text: string, years: number): string {
  return moved(text, (day) => yearsAway(day, years));
}

/** The length of time from one moment to another. */
export function between(from: string, to: string): TimeSpan {
  return spanOfTicks(utcOf(parsedMoment(to)) - utcOf(parsedMoment(from)));
}

/** The beginning of the day. */
export function midnight(text: string): string {
  const given = parsedMoment(text);
  return momentOf({ ...given, clock: given.clock - (given.clock % ticksPer.days) });
}

/** The same instant as a DateTime. */
export function toUtc(text: string): string {
  return momentOf({ clock: utcOf(parsedMoment(text)), offset: 0n, isUtc: true });
}

/** The same instant by the clock of another offset. */
export function toOffset(text: string, span: string): string {
  const offset = offsetOf(span);
  return momentOf({ clock: utcOf(parsedMoment(text)) + offset, offset, isUtc: false });
}

export function unixTime(text: string, unit: "seconds" | "milliseconds"): bigint {
  return utcOf(parsedMoment(text)) / ticksPer[unit] - (719_162n * ticksPer.days) / ticksPer[unit];
}

export function makeMoment(year: number, month: number, day: number, hour: number, minute: number, second: number, offset: string): string {
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) fail("outOfRange");
  const seconds = BigInt((hour * 60 + minute) * 60 + second);
  return momentOf({ clock: BigInt(dayNumber({ year, month, day })) * ticksPer.days + seconds * ticksPer.seconds, offset: offsetOf(offset), isUtc: false });
}
