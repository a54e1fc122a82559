import { Emitter } from "../events/Emitter.js";
import type { AnyModel } from "../models/Model.js";
import type { Json } from "../protocol/Json.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ModelMetadata } from "../schema/ModelMetadata.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { Tree } from "./Tree.js";
import { UnseenNode } from "./UnseenNode.js";

/** What a model or a collection hangs on. */
export type TreeNode = ModelNode | CollectionNode;

/** What has an id in a tree, whether anybody can look at it or not. */
export type Entry = TreeNode | UnseenNode;

/** The state of a model, as the server has it; the mirror's class is what a user sees of it. */
export class ModelNode {
  /** The values as they are on the wire, so that what is untouched stays letter for letter. Names of the metadata only. */
  readonly values = new Map<string, Json>();
  readonly collections = new Map<string, CollectionNode>();
  /** The child models; one that is null is not in it. */
  readonly models = new Map<string, ModelNode>();
  /** What is below it in places that the mirror does not know, by their names. */
  unseen: Map<string, UnseenNode> | undefined;
  readonly emitter = new Emitter();
  readonly metadata: ModelMetadata;
  readonly facade: AnyModel;

  constructor(
    readonly tree: Tree,
    readonly type: ModelClass,
    public id: string,
    /** The collection it is an item of, or the parent it is a child of; null for the root, and for what was removed. */
    public owner: TreeNode | null,
  ) {
    this.metadata = type.metadata;
    this.facade = new (type as unknown as new (node: ModelNode) => AnyModel)(this);
  }

  /** The collection it is an item of. */
  get collection(): CollectionNode | null {
    return this.owner && "items" in this.owner ? this.owner : null;
  }

  /** The model that it belongs to. */
  get parent(): ModelNode | null {
    return this.owner && ("items" in this.owner ? this.owner.owner : this.owner);
  }
}

/** A node and everything below it. */
export function* withAllBelow(node: Entry): Generator<Entry> {
  yield node;
  if (node instanceof UnseenNode) {
    for (const below of node.below.values()) yield* withAllBelow(below);
  } else if ("items" in node) {
    for (const item of node.items) yield* withAllBelow(item);
  } else {
    for (const collection of node.collections.values()) yield* withAllBelow(collection);
    for (const child of node.models.values()) yield* withAllBelow(child);
    for (const unseen of node.unseen?.values() ?? []) yield* withAllBelow(unseen);
  }
}

/** A node and what it hangs on, up to the root. */
export function pathToRoot(node: TreeNode): readonly TreeNode[] {
  const path: TreeNode[] = [];
  for (let next: TreeNode | null = node; next; next = next.owner) path.push(next);
  return path;
}
