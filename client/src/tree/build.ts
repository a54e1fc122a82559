import { UnknownKindError } from "../protocol/codec/Codec.js";
import type { Json } from "../protocol/Json.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import { classFor, typesOf, type ModelFamily } from "../schema/ModelFamily.js";
import { CollectionNode } from "./CollectionNode.js";
import type { ModelNode, TreeNode } from "./ModelNode.js";
import { DivergenceError, type Tree } from "./Tree.js";
import { unseenIn } from "./UnseenNode.js";
import { putChild, putItem, setValue } from "./writes.js";

/** Whether an item is left out. */
export type Skip = (id: string) => boolean;

/**
 * Makes the nodes of an xport. They are not in the registry yet, nor in their owner. What was shown before it was confirmed, and is not in the tree, is taken
 * again: to who holds it, it is the same object.
 */
export function build(tree: Tree, family: ModelFamily, data: Xport, owner: TreeNode | null, skip: Skip = () => false): ModelNode {
  const type = classOf(family, data);
  const { metadata } = type;
  const node = tree.nodeFor(type, idOf(data, metadata.type), owner);
  for (const name of Object.keys(metadata.attributes)) {
    if (Object.hasOwn(data.attrs, name)) setValue(node, name, frozen(data.attrs[name] as Json));
  }
  for (const [name, items] of Object.entries(metadata.collections ?? {})) {
    const entry = memberOf(data.collections, name);
    const id = entry?.id ?? null;
    let collection = node.collections.get(name);
    if (collection) collection.id = id;
    else node.collections.set(name, (collection = new CollectionNode(tree, node, name, items(), id)));
    for (const item of entry?.models ?? []) {
      if (!skip(idOf(item, name))) putItem(collection, collection.items.length, build(tree, collection.family, item, collection, skip));
    }
  }
  for (const [name, childType] of Object.entries(metadata.models ?? {})) {
    const child = memberOf(data.models, name);
    if (child) putChild(node, name, build(tree, childType(), child, node, skip));
  }
  node.unseen = unseenIn(metadata, data);
  return node;
}

/** The class of an xport. */
export function classOf(family: ModelFamily, data: Xport): ModelClass {
  const type = classFor(family, data.type);
  if (!type) throw new UnknownKindError(`This page knows no model ${JSON.stringify(data.type)} where ${typesOf(family)} is expected.`);
  return type;
}

/** The id in an xport. */
export function idOf(data: Xport, place: string): string {
  if (typeof data.attrs.id !== "string") throw new DivergenceError(`A model (${place}) came without an id.`);
  return data.attrs.id;
}

/** A member whose name is data: never one of the prototype's. */
export function memberOf<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A list as it may be handed out. */
export function frozen(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
