import { mapValues } from "../mapValues.js";
import type { JsonObject } from "../protocol/Json.js";
import type { AttributeMetadata, ModelMetadata } from "../schema/ModelMetadata.js";
import { toWire } from "../schema/values.js";

/**
 * What the mirror says of an attribute.
 * @param use `editable`: only one that a client may change
 * @throws TypeError when there is no such attribute
 */
export function attributeOf({ type, attributes }: ModelMetadata, name: string, use?: "editable"): AttributeMetadata {
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (!attribute) throw new TypeError(`A ${type} has no attribute ${JSON.stringify(name)}. It has: ${Object.keys(attributes).join(", ")}.`);
  if (use === "editable" && !attribute.editable) throw new TypeError(`${type}.${name} is readonly: mark it [ClientEditable] in C# to let clients change it.`);
  if (use === "editable" && attribute.immutable) throw new TypeError(`${type}.${name} is immutable: give it when you add the model.`);
  return attribute;
}

/** The JSON of new values; every one is checked. */
export function changeToWire(metadata: ModelMetadata, change: object): JsonObject {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return mapValues(given, (value, name) => toWire(value, attributeOf(metadata, name, "editable"), `${metadata.type}.${name}`));
}

/**
 * The JSON of what is to be added to a number: of 64 bits and decimals, a string of digits.
 * @throws TypeError when the attribute is no number, or this cannot be added to it
 */
export function amountToWire(by: unknown, { kind }: AttributeMetadata, place: string): number | string {
  if (kind === "int64" || kind === "uint64") return toWire(Number.isSafeInteger(by) ? BigInt(by as number) : by, { kind: "int64" }, `An increment of ${place}`) as string;
  if (kind === "decimal") return toWire(typeof by === "number" ? String(by) : by, { kind }, `An increment of ${place}`) as string;
  const isReal = kind === "float" || kind === "double";
  if (!isReal && !["byte", "sbyte", "int16", "uint16", "int32", "uint32"].includes(kind)) throw new TypeError(`${place} is no number: it cannot be incremented.`);
  if (!Number.isFinite(by) || !(isReal || Number.isInteger(by))) throw new TypeError(`${place} cannot be incremented by ${String(by)}.`);
  return by as number;
}
