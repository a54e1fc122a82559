import type { Json, JsonObject } from "../protocol/Json.js";
import type { AttributeMetadata, ModelMetadata } from "./ModelMetadata.js";
import { empty } from "./initialValue.js";
import { isWithin } from "./ranges.js";
import type { Demand, ValidationFailure } from "./rules.js";

/** What .NET takes for white space: not quite what JavaScript does. */
const blank = /^[\t-\r\x85\p{Z}]*$/u;

/** What the rules object to in these values of the wire; an attribute without a value is not looked at. */
export function failuresIn({ attributes }: ModelMetadata, values: { readonly [name: string]: Json | undefined }): ValidationFailure[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? [] : failuresOf(name, attribute, value);
  });
}

/** What a new model has where nothing is given, as far as that is known here. */
export function withInitialValues({ attributes }: ModelMetadata, given: { readonly [name: string]: Json | undefined }): { [name: string]: Json | undefined } {
  const initial = Object.entries(attributes).map(([name, attribute]) => [name, attribute.editable && !attribute.optional ? (attribute.initial ?? empty(attribute)) : undefined]);
  return { ...(Object.fromEntries(initial) as object), ...given };
}

/** The failure with which the server would answer, if its message is known here. */
export function refusalIn(failures: readonly ValidationFailure[]): ValidationFailure | undefined {
  return failures[0]?.isKey ? undefined : failures[0];
}

function failuresOf(attribute: string, { kind, rules = [] }: AttributeMetadata, value: Json): ValidationFailure[] {
  const broken = rules.filter((rule) => !isKept(rule, kind, value));
  const required = broken.find(({ rule }) => rule === "required");
  // What is required and missing is not checked further, as .NET has it.
  return (required ? [required] : broken).map(({ message, key }) => (key === undefined ? { attribute, message: message! } : { attribute, message: key, isKey: true }));
}

function isKept(demand: Demand, kind: string, value: Json): boolean {
  if (demand.rule === "required") return value !== null && (demand.allowEmpty === true || typeof value !== "string" || !blank.test(value));
  if (value === null) return true;
  switch (demand.rule) {
    case "length": {
      const length = lengthOf(kind, value as string | JsonObject | Json[]);
      return length >= demand.min && length <= demand.max;
    }
    case "range":
      return isWithin(demand, kind, value as number | string);
    case "pattern":
      return isMatch(value as string, demand.pattern);
    case "email":
      return /^[^@\r\n]+@[^@\r\n]+$/.test(value as string);
    case "url":
      return /^(https?|ftp):\/\//i.test(value as string);
    default:
      return demand satisfies never;
  }
}

/** The first match must be the whole text. .NET goes by UTF-16 units and this by characters: a text with surrogates is left to the server. */
function isMatch(text: string, pattern: string): boolean {
  return text === "" || /[\ud800-\udfff]/.test(text) || new RegExp(pattern, "uy").exec(text)?.[0].length === text.length;
}

function lengthOf(kind: string, value: string | JsonObject | Json[]): number {
  if (kind === "bytes") return atob(value as string).length;
  return kind === "dictionary" ? Object.keys(value).length : (value as string | Json[]).length;
}
