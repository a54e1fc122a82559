import type { Json } from "../protocol/Json.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { ModelNode, TreeNode } from "./ModelNode.js";

// All that is ever written to a tree that is live: what was there before is noted, where somebody compares.

/** Sets the value of an attribute; undefined takes it away. */
export function setValue(node: ModelNode, name: string, value: Json | undefined): void {
  node.tree.image?.touchValues(node);
  if (value === undefined) node.values.delete(name);
  else node.values.set(name, value);
}

/** Puts an item into a collection. */
export function putItem(collection: CollectionNode, at: number, item: ModelNode): void {
  collection.tree.image?.touchItems(collection);
  collection.items.splice(at, 0, item);
  setOwner(item, collection);
}

/** Takes an item out of a collection. */
export function takeItem(collection: CollectionNode, item: ModelNode): void {
  collection.tree.image?.touchItems(collection);
  collection.items.splice(collection.items.indexOf(item), 1);
  setOwner(item, null);
}

/** Sets a child model. */
export function putChild(parent: ModelNode, name: string, child: ModelNode): void {
  parent.tree.image?.touchModels(parent);
  parent.models.set(name, child);
  setOwner(child, parent);
}

/** Takes a child model away. */
export function takeChild(parent: ModelNode, name: string): void {
  parent.tree.image?.touchModels(parent);
  const child = parent.models.get(name);
  parent.models.delete(name);
  if (child) setOwner(child, null);
}

function setOwner(node: ModelNode, owner: TreeNode | null): void {
  node.tree.image?.touchOwner(node);
  node.owner = owner;
}
