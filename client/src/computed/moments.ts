import { dateOf, dateText } from "../index.js";
import { dayNumber, dayOfNumber, padded, ticksPer } from "./calendar.js";
import { fail } from "./failures.js";
import { ticksOfSpan } from "./spans.js";

/** A moment as expressions compute with it: what the clock shows there, and how far that is from UTC. */
export interface Moment {
  readonly clock: bigint;
  readonly offset: bigint;
  /** `Z` of a DateTime, which has no offset. */
  readonly isUtc: boolean;
}

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

/** The end of the year 9999. */
const end = 3_652_059n * ticksPer.days;

/** The text of a Date, which has every tick and the offset. */
export function moment(date: Date | null | undefined): any {
  return date == null ? null : dateText(date);
}

/** The Date of a text. */
export function date(text: string): Date;
export function date(text: string | null): Date | null;
export function date(text: string | null): Date | null {
  return text == null ? null : dateOf(text);
}

export function parsedMoment(text: string): Moment {
  const [, year, month, day, hours, minutes, seconds, fraction = "", zone] = form.exec(text) ?? fail("null");
  const clock =
    BigInt(dayNumber({ year: Number(year), month: Number(month), day: Number(day) })) * ticksPer.days + ticksOfSpan(`${hours}:${minutes}:${seconds}.${fraction.padEnd(7, "0")}`);
  const isUtc = zone === "Z";
  return { clock, offset: isUtc ? 0n : ticksOfSpan(`${zone!.replace("+", "")}:00`), isUtc };
}

/**
 * The text of a moment.
 * @throws ComputationError when it is outside of the calendar, here or in UTC
 */
export function momentOf({ clock, offset, isUtc }: Moment): string {
  for (const ticks of [clock, clock - offset]) if (ticks < 0n || ticks >= end) fail("outOfRange");
  const { year, month, day } = dayOfNumber(Number(clock / ticksPer.days));
  const rest = clock % ticksPer.days;
  const time = [rest / ticksPer.hours, (rest / ticksPer.minutes) % 60n, (rest / ticksPer.seconds) % 60n].map((part) => padded(part, 2)).join(":");
  const fraction = rest % ticksPer.seconds;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${time}${fraction > 0n ? `.${padded(fraction, 7)}` : ""}${isUtc ? "Z" : zoneText(offset)}`;
}

export function zoneText(offset: bigint): string {
  const size = offset < 0n ? -offset : offset;
  return `${offset < 0n ? "-" : "+"}${padded(size / ticksPer.hours, 2)}:${padded((size / ticksPer.minutes) % 60n, 2)}`;
}

/** The offset of a length of time: whole minutes, fourteen hours at most. */
export function offsetOf(span: string): bigint {
  const offset = ticksOfSpan(span);
  return offset % ticksPer.minutes === 0n && offset <= 14n * ticksPer.hours && offset >= -14n * ticksPer.hours ? offset : fail("outOfRange");
}

export function utcOf({ clock, offset }: Moment): bigint {
  return clock - offset;
}

/** By the instant, whatever the offsets. */
export function compareMoments(a: string, b: string): number {
  const left = utcOf(parsedMoment(a));
  const right = utcOf(parsedMoment(b));
  return left < right ? -1 : left > right ? 1 : 0;
}
