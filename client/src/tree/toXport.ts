import { mapValues } from "../mapValues.js";
import type { Json } from "../protocol/Json.js";
import type { Xport, XportCollection } from "../protocol/Xport.js";
import type { ModelFamily } from "../schema/ModelFamily.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { ModelNode } from "./ModelNode.js";

/**
 * A model and all below it, as the wire has it.
 * @param family what can be in the model's place: it says its type where that is one of several
 * @param skip items that are left out
 */
export function toXport(node: ModelNode, family?: ModelFamily, skip?: (item: ModelNode) => boolean): Xport {
  const { attributes, collections, models } = node.metadata;
  const attrs: Record<string, Json> = { id: node.id };
  for (const name of Object.keys(attributes)) {
    const value = node.values.get(name);
    if (value !== undefined) attrs[name] = value;
  }
  return {
    ...(family && !("metadata" in family) ? { type: node.metadata.type } : {}),
    attrs,
    ...(isEmpty(collections) ? {} : { collections: mapValues(Object.fromEntries(node.collections), (collection) => collectionToXport(collection, skip)) }),
    ...(isEmpty(models) ? {} : { models: mapValues(Object.fromEntries(node.models), (child, name) => toXport(child, models![name]!(), skip)) }),
  };
}

/** A collection, as the wire has it. */
export function collectionToXport(node: CollectionNode, skip?: (item: ModelNode) => boolean): XportCollection {
  return { id: node.id, models: node.items.filter((item) => !skip?.(item)).map((item) => toXport(item, node.family, skip)) };
}

/** Whether a type has none of these: they are left out then. */
export function isEmpty(record: object | undefined): boolean {
  return Object.keys(record ?? {}).length === 0;
}
