import type { Json } from "../protocol/Json.js";
import type { AttributeMetadata } from "./ModelMetadata.js";

/** What an attribute of a new model has where C# says nothing, as far as rules ask for it. */
export function empty({ kind, nullable }: AttributeMetadata): Json | undefined {
  if (nullable) return null;
  switch (kind) {
    case "string":
    case "bytes":
      return "";
    case "list":
      return [];
    case "dictionary":
      return {};
    case "int64":
    case "uint64":
    case "decimal":
      return "0";
    case "byte":
    case "sbyte":
    case "int16":
    case "uint16":
    case "int32":
    case "uint32":
    case "float":
    case "double":
      return 0;
    default:
      return undefined;
  }
}

const zeros: { readonly [kind: string]: Json } = {
  bool: false,
  char: "\0",
  guid: "00000000-0000-0000-0000-000000000000",
  dateTimeOffset: "0001-01-01T00:00:00+00:00",
  dateTime: "0001-01-01T00:00:00Z",
  dateOnly: "0001-01-01",
  timeOnly: "00:00:00",
  timeSpan: "00:00:00",
};

/** What a new model begins with, as long as the server has not said: the declared value, or what C# has where none is declared. */
export function initialValue(attribute: AttributeMetadata): Json | undefined {
  const { initial, kind, nullable, values } = attribute;
  if (initial !== undefined) return initial;
  return nullable ? null : (empty(attribute) ?? values?.[0] ?? zeros[kind]);
}
