import type { Json } from "../protocol/Json.js";
import { brokenText } from "../protocol/stringify.js";
import type { AttributeMetadata } from "./ModelMetadata.js";

// Which text a Date was made from: an instant goes back letter for letter, although a Date keeps milliseconds only.
const dateTexts = new WeakMap<Date, string>();

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The value that a user sees. A list is frozen and a Date is a fresh one each time: neither leads back into the model. */
export function fromWire(json: Json | undefined, { kind }: AttributeMetadata): unknown {
  if (kind === "dateTimeOffset" && typeof json === "string") {
    const date = new Date(json);
    dateTexts.set(date, json);
    return date;
  }
  return json;
}

/**
 * The JSON of a value that a user gave.
 * @param place what it is, for the message
 * @throws TypeError when the attribute cannot have this value
 */
export function toWire(value: unknown, metadata: AttributeMetadata, place: string): Json {
  const json = value === null && metadata.nullable ? null : check(value, metadata);
  if (json === undefined) throw new TypeError(`${place} takes ${expected(metadata)}, not ${shown(value)}.`);
  return json;
}

function check(value: unknown, { kind, values }: AttributeMetadata): Json | undefined {
  switch (kind) {
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "int32":
      return Number.isInteger(value) && (value as number) === ((value as number) | 0) ? (value as number) | 0 : undefined;
    case "double":
      return Number.isFinite(value) ? (value as number) : undefined;
    case "string":
      return isText(value) ? value : undefined;
    case "guid":
      return typeof value === "string" && uuid.test(value) ? value.toLowerCase() : undefined;
    case "dateTimeOffset":
      return value instanceof Date && !Number.isNaN(value.getTime()) ? textOf(value) : undefined;
    case "enum":
      return typeof value === "string" && values?.includes(value) ? value : undefined;
    case "list":
      return Array.isArray(value) && value.every(isText) ? [...(value as string[])] : undefined;
    default:
      return kind satisfies never;
  }
}

/** Half of a surrogate pair is no text: it could not be sent. */
function isText(value: unknown): value is string {
  return typeof value === "string" && !brokenText.test(value);
}

/** The text of a date, as it goes over the wire: letter for letter as it came, if it came from there. */
export function textOf(date: Date): string {
  const text = dateTexts.get(date);
  // A Date can be altered; its text is only good as long as it is the same instant.
  return text !== undefined && Date.parse(text) === date.getTime() ? text : date.toISOString();
}

function expected({ kind, values, nullable }: AttributeMetadata): string {
  const what = {
    bool: "a boolean",
    int32: "a whole number of 32 bits",
    double: "a finite number",
    string: "a string",
    guid: "a UUID",
    dateTimeOffset: "a valid Date",
    enum: `one of ${values?.map((name) => JSON.stringify(name)).join(", ")}`,
    list: "an array of strings",
  }[kind];
  return nullable ? `${what} or null` : what;
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Array.isArray(value) ? "an array" : String(value);
}

/** Whether two values of the wire are the same. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return Object.is(a, b) || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
}
