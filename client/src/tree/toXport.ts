import { mapValues } from "../mapValues.js";
import type { Json } from "../protocol/Json.js";
import type { Xport, XportCollection } from "../protocol/Xport.js";
import type { ModelFamily } from "../schema/ModelFamily.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { ModelNode } from "./ModelNode.js";

/**
 * A model and all below it, as the wire has it.
 * @param family what can be in the model's place: it says its type where that is one of several
 */
export function toXport(node: ModelNode, family?: ModelFamily): Xport {
  const { attributes, collections, models } = node.metadata;
  const attrs: Record<string, Json> = { id: node.id };
  for (const name of Object.keys(attributes)) {
    const value = node.values.get(name);
    if (value !== undefined) attrs[name] = value;
  }
  return {
    ...(family && !("metadata" in family) ? { type: node.metadata.type } : {}),
    attrs,
    ...(isEmpty(collections) ? {} : { collections: mapValues(Object.fromEntries(node.collections), collectionToXport) }),
    ...(isEmpty(models) ? {} : { models: mapValues(Object.fromEntries(node.models), (child, name) => toXport(child, models![name]!())) }),
  };
}

/** A collection, as the wire has it. */
export function collectionToXport(node: CollectionNode): XportCollection {
  return { id: node.id, models: node.items.map((item) => toXport(item, node.family)) };
}

function isEmpty(record: object | undefined): boolean {
  return Object.keys(record ?? {}).length === 0;
}
