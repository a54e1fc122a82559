import type { Json } from "../protocol/Json.js";
import type { AttributeMetadata } from "../schema/ModelMetadata.js";
import { fromWire } from "../schema/values.js";
import { ModelNode, type Entry } from "./ModelNode.js";

/**
 * The value of an attribute that a user sees: of a reference the model with that id, as long as it is here.
 * @param find finds what has an id
 */
export function valueOf(json: Json | undefined, metadata: AttributeMetadata, find: (id: string) => Entry | undefined): unknown {
  if (metadata.kind !== "reference") return fromWire(json, metadata);
  const target = typeof json === "string" ? find(json) : undefined;
  return target instanceof ModelNode ? target.facade : null;
}
