import type { Json } from "../protocol/Json.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { ModelNode, TreeNode } from "./ModelNode.js";

/** A tree as it was shown, as far as it has been touched since: each thing is noted when it is touched first. */
export class BeforeImage {
  readonly values = new Map<ModelNode, ReadonlyMap<string, Json>>();
  readonly items = new Map<CollectionNode, readonly ModelNode[]>();
  readonly models = new Map<ModelNode, ReadonlyMap<string, ModelNode>>();
  /** What each node hung on that has been put somewhere or taken away; null for what was not there, or was the root. */
  readonly owners = new Map<ModelNode, TreeNode | null>();

  touchValues(node: ModelNode): void {
    if (!this.values.has(node)) this.values.set(node, new Map(node.values));
  }

  touchItems(collection: CollectionNode): void {
    if (!this.items.has(collection)) this.items.set(collection, [...collection.items]);
  }

  touchModels(node: ModelNode): void {
    if (!this.models.has(node)) this.models.set(node, new Map(node.models));
  }

  touchOwner(node: ModelNode): void {
    if (!this.owners.has(node)) this.owners.set(node, node.owner);
  }

  /** What the node hung on. */
  ownerOf(node: TreeNode): TreeNode | null {
    return "items" in node ? node.owner : this.owners.has(node) ? this.owners.get(node)! : node.owner;
  }

  /** What was in a collection. */
  itemsOf(collection: CollectionNode): readonly ModelNode[] {
    return this.items.get(collection) ?? collection.items;
  }

  /** The child models that there were. */
  modelsOf(node: ModelNode): ReadonlyMap<string, ModelNode> {
    return this.models.get(node) ?? node.models;
  }

  /** A node and everything that was below it. */
  *withAllBelow(node: ModelNode): Generator<ModelNode> {
    yield node;
    for (const collection of node.collections.values()) for (const item of this.itemsOf(collection)) yield* this.withAllBelow(item);
    for (const child of this.modelsOf(node).values()) yield* this.withAllBelow(child);
  }
}
