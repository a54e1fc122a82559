import { padded } from "./calendar.js";
import { part } from "./momentMembers.js";
import { parsedMoment, zoneText } from "./moments.js";
import { shortest } from "./reals.js";

/** A double as C# writes it invariantly: the fewest digits that mean it. */
export function realText(value: number): string {
  return written(value, String(Math.abs(value)), 17);
}

/** A number of 32 bits likewise. */
export function singleText(value: number): string {
  return written(value, String(shortest(Math.abs(value))), 9);
}

/** @param most how many digits before the point are written out; beyond them there is an exponent */
function written(value: number, shortest: string, most: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(value)) return `${sign}Infinity`;
  if (value === 0) return `${sign}0`;
  const [, whole = "", fraction = "", exponent = "0"] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(shortest)!;
  const all = whole + fraction;
  const digits = all.replace(/^0+/, "").replace(/0+$/, "");
  const point = whole.length + Number(exponent) - (all.length - all.replace(/^0+/, "").length);
  return sign + (point > most || point < -4 + 1 ? scientific(digits, point - 1) : plain(digits, point));
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${digits.charAt(0)}${fraction}E${exponent < 0 ? "-" : "+"}${padded(Math.abs(exponent), 2)}`;
}

function plain(digits: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  return digits.length <= point ? digits.padEnd(point, "0") : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A moment as C# writes it invariantly. */
export function momentText(text: string): string {
  const { offset, isUtc } = parsedMoment(text);
  const day = [part(text, "month"), part(text, "day")].map((one) => padded(one, 2)).join("/");
  const time = [part(text, "hour"), part(text, "minute"), part(text, "second")].map((one) => padded(one, 2)).join(":");
  return `${day}/${padded(part(text, "year"), 4)} ${time}${isUtc ? "" : ` ${zoneText(offset)}`}`;
}

/** A day as C# writes it invariantly. */
export function dayText(text: string): string {
  return `${text.slice(5, 7)}/${text.slice(8)}/${text.slice(0, 4)}`;
}

/** A time of the day as C# writes it invariantly: to the minute. */
export function timeText(text: string): string {
  return text.slice(0, 5);
}
