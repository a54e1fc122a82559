import { Emitter } from "../events/Emitter.js";
import type { AnyModel } from "../models/Model.js";
import type { Json } from "../protocol/Json.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { ModelMetadata } from "../schema/ModelMetadata.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { Tree } from "./Tree.js";

/** What a model or a collection hangs on. */
export type TreeNode = ModelNode | CollectionNode;

/** The state of a model, as the server has it; the mirror's class is what a user sees of it. */
export class ModelNode {
  /** The values as they are on the wire, so that what is untouched stays letter for letter. Names of the metadata only. */
  readonly values = new Map<string, Json>();
  readonly collections = new Map<string, CollectionNode>();
  /** The child models; one that is null is not in it. */
  readonly models = new Map<string, ModelNode>();
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
export function* withAllBelow(node: TreeNode): Generator<TreeNode> {
  yield node;
  if ("items" in node) {
    for (const item of node.items) yield* withAllBelow(item);
  } else {
    for (const collection of node.collections.values()) yield* withAllBelow(collection);
    for (const child of node.models.values()) yield* withAllBelow(child);
  }
}

/** A node and what it hangs on, up to the root. */
export function pathToRoot(node: TreeNode): readonly TreeNode[] {
  const path: TreeNode[] = [];
  for (let next: TreeNode | null = node; next; next = next.owner) path.push(next);
  return path;
}
