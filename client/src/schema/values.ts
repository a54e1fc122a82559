import { mapValues } from "../mapValues.js";
import type { Json, JsonObject } from "../protocol/Json.js";
import { classesOf, typesOf, type ModelFamily } from "./ModelFamily.js";
import type { ValueMetadata } from "./ModelMetadata.js";
import { isText, scalarOf, scalars } from "./scalars.js";

/** The value that a user sees. A list is frozen and a Date is a fresh one each time: neither leads back into the model. */
export function fromWire(json: Json | undefined, { kind, element, members }: ValueMetadata): unknown {
  if (json === null || json === undefined) return null;
  if (element && Array.isArray(json)) return Object.freeze(json.map((item: Json) => fromWire(item, element)));
  if (typeof json === "object" && (element || members)) {
    const known = Object.entries(json).filter(([name]) => !members || Object.hasOwn(members, name));
    return Object.freeze(mapValues(Object.fromEntries(known) as JsonObject, (value, name) => fromWire(value, element ?? members![name]!)));
  }
  return typeof json === "string" ? (scalarOf(kind)?.read?.(json) ?? json) : json;
}

/**
 * The JSON of a value that a user gave.
 * @param place what it is, for the message
 * @throws TypeError when it cannot be this value
 */
export function toWire(value: unknown, metadata: ValueMetadata, place: string): Json {
  const json = value === null && metadata.nullable ? null : write(value, metadata, place);
  if (json === undefined) throw new TypeError(`${place} takes ${expected(metadata)}, not ${shown(value)}.`);
  return json;
}

function write(value: unknown, metadata: ValueMetadata, place: string): Json | undefined {
  const { kind, values, element, members, model } = metadata;
  switch (kind) {
    case "enum":
      return typeof value === "string" && values?.includes(value) ? value : undefined;
    case "list":
      if (!Array.isArray(value)) return undefined;
      if (element) return Array.from(value as unknown[], (item, index) => toWire(item, element, `${place}[${index}]`));
      return value.every(isText) ? [...(value as string[])] : undefined;
    case "dictionary":
      return isPlain(value) && Object.keys(value).every(isText)
        ? mapValues(value, (item, name) => toWire(item, element!, `${place}[${JSON.stringify(name)}]`))
        : undefined;
    case "record":
      return isPlain(value) ? mapValues(members!, (member, name) => toWire(value[name] ?? (member.nullable ? null : undefined), member, `${place}.${name}`)) : undefined;
    case "reference":
      return idOf(value, model!());
    default:
      return scalarOf(kind)?.write(value);
  }
}

/** The id of a model that may be there; one that is given as such is only looked at by the server. */
function idOf(value: unknown, family: ModelFamily): Json | undefined {
  return classesOf(family).some(({ prototype }) => prototype.isPrototypeOf(value as object)) ? (value as { readonly id: string }).id : scalars.guid.write(value);
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date) && !ArrayBuffer.isView(value);
}

function expected({ kind, values, nullable, element, model }: ValueMetadata): string {
  const others = {
    enum: `one of ${values?.map((name) => JSON.stringify(name)).join(", ")}`,
    list: element ? "an array" : "an array of strings",
    dictionary: "an object of names and values",
    record: "an object",
    reference: `a ${model && typesOf(model())}`,
  };
  const what = scalarOf(kind)?.what ?? others[kind as keyof typeof others];
  return nullable ? `${what} or null` : what;
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Array.isArray(value) ? "an array" : typeof value === "bigint" ? `${value}n` : String(value);
}

/** Whether two values of the wire are the same. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return Object.is(a, b) || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
}
