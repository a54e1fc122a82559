import type { DateOnly, TimeOnly, TimeSpan } from "../index.js";
import { dayNumber, dayOfNumber as dayAt, dayOfYear, monthsAway, padded, ticksPer, weekday, yearsAway, type Day } from "./calendar.js";
import { fail } from "./failures.js";
import { truncate } from "./integers.js";
import { spanOfTicks, ticksOfSpan } from "./spans.js";

const lastDay = 3_652_058;

function parsed(text: string): Day {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? fail("null");
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function textOf({ year, month, day }: Day): DateOnly {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as DateOnly;
}

const parts = {
  year: ({ year }: Day) => year,
  month: ({ month }: Day) => month,
  day: ({ day }: Day) => day,
  dayOfYear,
  dayNumber,
  dayOfWeek: (day: Day) => weekday(dayNumber(day)),
};

/** A part of a day of the calendar. */
export function dayPart<P extends keyof typeof parts>(text: string, name: P): ReturnType<(typeof parts)[P]> {
  return parts[name](parsed(text)) as ReturnType<(typeof parts)[P]>;
}

export function moveDay(text: string, amount: number, unit: "days" | "months" | "years"): DateOnly {
  const day = parsed(text);
  return unit === "days" ? dayOfNumber(dayNumber(day) + amount) : textOf(unit === "months" ? monthsAway(day, amount) : yearsAway(day, amount));
}

export function makeDay(year: number, month: number, day: number): DateOnly {
  dayNumber({ year, month, day });
  return textOf({ year, month, day });
}

export function dayOfNumber(number: number): DateOnly {
  return number >= 0 && number <= lastDay ? textOf(dayAt(number)) : fail("outOfRange");
}

/** The day of a DateTime. */
export function dayOf(moment: string): DateOnly {
  return moment.slice(0, 10) as DateOnly;
}

const timeParts = {
  hour: (ticks: bigint) => Number(ticks / ticksPer.hours),
  minute: (ticks: bigint) => Number((ticks / ticksPer.minutes) % 60n),
  second: (ticks: bigint) => Number((ticks / ticksPer.seconds) % 60n),
  millisecond: (ticks: bigint) => Number((ticks / ticksPer.milliseconds) % 1000n),
  ticks: (ticks: bigint) => ticks,
};

/** A part of a time of the day. */
export function timePart<P extends keyof typeof timeParts>(text: string, name: P): ReturnType<(typeof timeParts)[P]> {
  return timeParts[name](ticksOfSpan(text)) as ReturnType<(typeof timeParts)[P]>;
}

/** The time with so many ticks, past midnight if need be. */
function around(ticks: bigint): TimeOnly {
  return spanOfTicks(((ticks % ticksPer.days) + ticksPer.days) % ticksPer.days) as string as TimeOnly;
}

export function moveTime(text: string, amount: number, unit: "hours" | "minutes"): TimeOnly {
  return around(ticksOfSpan(text) + truncate("int64", amount * Number(ticksPer[unit])));
}

export function moveTimeBy(text: string, span: string): TimeOnly {
  return around(ticksOfSpan(text) + ticksOfSpan(span));
}

export function makeTime(hour: number, minute: number, second: number): TimeOnly {
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return isTime ? (`${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}` as TimeOnly) : fail("outOfRange");
}

export function timeOf(span: string): TimeOnly {
  const ticks = ticksOfSpan(span);
  return ticks >= 0n && ticks < ticksPer.days ? around(ticks) : fail("outOfRange");
}

/** The time from one to another, past midnight if need be. */
export function betweenTimes(to: string, from: string): TimeSpan {
  return around(ticksOfSpan(to) - ticksOfSpan(from)) as string as TimeSpan;
}

/** Whether a time is in a stretch, which may go past midnight; its end is outside. */
export function isBetween(text: string, start: string, end: string): boolean {
  return start <= end ? start <= text && text < end : start <= text || text < end;
}
