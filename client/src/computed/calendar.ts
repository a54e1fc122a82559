import { fail } from "./failures.js";

/** Units of 100 ns. */
export const ticksPer = {
  milliseconds: 10_000n,
  seconds: 10_000_000n,
  minutes: 600_000_000n,
  hours: 36_000_000_000n,
  days: 864_000_000_000n,
} as const;

/** The units in which lengths of time are given. */
export type TimeUnit = keyof typeof ticksPer;

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const daysPerEra = 146_097;

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The number of a day; the first of January of the year 1 is 0. Years are counted from March here, so that the day in between comes last. */
export function dayNumber({ year, month, day }: Day): number {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) fail("outOfRange");
  const shifted = month > 2 ? year : year - 1;
  const fromMarch = (month + 9) % 12;
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + Math.floor((153 * fromMarch + 2) / 5) + day - 307;
}

/** The day with a number. */
export function dayOfNumber(number: number): Day {
  const fromEra = number + 306;
  const era = Math.floor(fromEra / daysPerEra);
  const inEra = fromEra - era * daysPerEra;
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

/** A day some months away; where the month is shorter, its last. */
export function monthsAway({ year, month, day }: Day, months: number): Day {
  if (Math.abs(months) > 120_000) fail("outOfRange");
  const all = year * 12 + month - 1 + months;
  const found = { year: Math.floor(all / 12), month: (((all % 12) + 12) % 12) + 1 };
  if (found.year < 1 || found.year > 9999) fail("outOfRange");
  return { ...found, day: Math.min(day, daysInMonth(found.year, found.month)) };
}

export function yearsAway(day: Day, years: number): Day {
  if (Math.abs(years) > 10_000) fail("outOfRange");
  return monthsAway(day, years * 12);
}

/** The name of the day of the week, as C#'s DayOfWeek has it. */
export function weekday(number: number): string {
  return ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][number % 7]!;
}

export function dayOfYear(day: Day): number {
  return dayNumber(day) - dayNumber({ year: day.year, month: 1, day: 1 }) + 1;
}

/** Digits with zeros in front. */
export function padded(value: number | bigint, width: number): string {
  return String(value).padStart(width, "0");
}
