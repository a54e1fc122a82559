import { mapValues } from "../mapValues.js";
import type { Json } from "../protocol/Json.js";
import type { ValueMetadata } from "./ModelMetadata.js";

/** A value that is sent, as the server will write it: the same value, but not always the same letters. */
export function asWritten(json: Json, metadata: ValueMetadata): Json {
  const { kind, element, members } = metadata;
  if (typeof json === "number") return kind === "float" ? nearestFloat(json) : json;
  if (typeof json === "string") return textAsWritten(json, kind);
  if (Array.isArray(json)) return element ? json.map((item: Json) => asWritten(item, element)) : json;
  if (json === null || typeof json !== "object" || !(element || members)) return json;
  return mapValues(json as { readonly [name: string]: Json }, (value, name) => (element || members?.[name] ? asWritten(value, element ?? members![name]!) : value));
}

function textAsWritten(text: string, kind: string): string {
  switch (kind) {
    case "dateTimeOffset":
      return fraction(text, (digits) => digits).replace("Z", "+00:00");
    case "dateTime":
      return fraction(text, (digits) => digits);
    case "timeOnly":
    case "timeSpan":
      return fraction(text, (digits) => digits.padEnd(7, "0"));
    default:
      return text;
  }
}

/** The fraction of a second without zeros at its end, or none. */
function fraction(text: string, written: (digits: string) => string): string {
  // Of days there are digits in front of a point as well: the fraction follows the seconds.
  return text.replace(/(:\d\d)\.(\d*?)0*(?!\d)/, (_, seconds: string, digits: string) => seconds + (digits === "" ? "" : `.${written(digits)}`));
}

/** The number with the fewest digits that 32 bits read as this one. */
export function nearestFloat(value: number): number {
  const nearest = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(nearest.toPrecision(digits));
    if (Object.is(Math.fround(shorter), nearest)) return shorter;
  }
  return nearest;
}
