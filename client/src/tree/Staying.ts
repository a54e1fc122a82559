import type { Xport } from "../protocol/Xport.js";
import type { ModelMetadata } from "../schema/ModelMetadata.js";
import { classOf, idOf, memberOf } from "./build.js";
import type { CollectionNode } from "./CollectionNode.js";
import { ModelNode, withAllBelow, type Entry } from "./ModelNode.js";
import { DivergenceError, type Tree } from "./Tree.js";
import { UnseenNode } from "./UnseenNode.js";

interface Wanted {
  readonly metadata: ModelMetadata;
  readonly data: Xport;
  /** It is below a child model that can come only when the one that is there has gone. */
  readonly isLate: boolean;
}

/**
 * Which nodes of a tree stay when it becomes what an xport says: an item wherever it goes, a child model with its parent only. The one exception is an
 * item that would have to wait below a child model that goes for the place below one that comes: it goes, and comes anew.
 */
export class Staying {
  readonly #wanted = new Map<string, Wanted>();
  readonly #kept = new Set<ModelNode>();
  readonly #replaced: ModelNode[] = [];

  constructor(
    readonly tree: Tree,
    app: Xport,
  ) {
    const root = tree.root!;
    this.#want(root.metadata, app, root, false);
    this.#keep(root, app);
  }

  /** The child models that go although their parents stay. */
  get replaced(): readonly ModelNode[] {
    return this.#replaced;
  }

  /** What does not stay, with the collections. What nobody can look at is made anew. */
  *going(): Generator<Entry> {
    for (const node of withAllBelow(this.tree.root!)) {
      if (node instanceof UnseenNode || !this.#kept.has(node instanceof ModelNode ? node : node.owner)) yield node;
    }
  }

  has(node: ModelNode): boolean {
    return this.#kept.has(node);
  }

  /** The node of an id, if it stays. */
  find(id: string): ModelNode | undefined {
    const node = this.tree.find(id);
    return node instanceof ModelNode && this.#kept.has(node) ? node : undefined;
  }

  /** Whether a node or something below it stays. */
  isHeldBy(node: ModelNode): boolean {
    return someBelow(node, (below) => this.#kept.has(below));
  }

  /** Whether the xport has an item with the id of a node or of something below it. */
  wantsAnyOf(node: ModelNode): boolean {
    return someBelow(node, ({ id }) => this.#wanted.has(id));
  }

  /** What is new stays as well. */
  add(node: ModelNode): void {
    for (const below of withAllBelow(node)) if (below instanceof ModelNode) this.#kept.add(below);
  }

  /** @param here the node that this becomes, if there is one */
  #want(metadata: ModelMetadata, data: Xport, here: ModelNode | undefined, isLate: boolean): void {
    for (const [name, type] of Object.entries(metadata.collections ?? {})) {
      const items = type();
      for (const item of memberOf(data.collections, name)?.models ?? []) {
        const itemMetadata = classOf(items, item).metadata;
        const id = idOf(item, name);
        if (this.#wanted.has(id)) throw new DivergenceError(`The id ${id} is twice in the state.`);
        this.#wanted.set(id, { metadata: itemMetadata, data: item, isLate });
        const node = this.tree.find(id);
        this.#want(itemMetadata, item, node instanceof ModelNode && node.metadata === itemMetadata ? node : undefined, isLate);
      }
    }
    for (const [name, type] of Object.entries(metadata.models ?? {})) {
      const child = memberOf(data.models, name);
      if (!child) continue;
      const current = here?.models.get(name);
      const { metadata: childMetadata } = classOf(type(), child);
      const isOther = current !== undefined && !(current.id === child.attrs.id && current.metadata === childMetadata);
      this.#want(childMetadata, child, isOther ? undefined : current, isLate || isOther);
    }
  }

  #keep(node: ModelNode, data: Xport): void {
    this.#kept.add(node);
    for (const [name, child] of node.models) {
      const wanted = memberOf(data.models, name);
      if (wanted?.attrs.id === child.id && classOf(node.metadata.models![name]!(), wanted).metadata === child.metadata) {
        this.#keep(child, wanted);
      } else {
        this.#replaced.push(child);
        this.#keepBelow(child, true);
      }
    }
    for (const collection of node.collections.values()) this.#keepItems(collection, false);
  }

  /** Looks for what stays below a node that does not. */
  #keepBelow(node: ModelNode, isReplaced: boolean): void {
    for (const collection of node.collections.values()) this.#keepItems(collection, isReplaced);
    for (const child of node.models.values()) this.#keepBelow(child, isReplaced);
  }

  #keepItems(collection: CollectionNode, isReplaced: boolean): void {
    for (const item of collection.items) {
      const wanted = this.#wanted.get(item.id);
      if (wanted?.metadata === item.metadata && !(isReplaced && wanted.isLate)) this.#keep(item, wanted.data);
      else this.#keepBelow(item, isReplaced);
    }
  }
}

function someBelow(node: ModelNode, holds: (node: ModelNode) => boolean): boolean {
  for (const below of withAllBelow(node)) if (below instanceof ModelNode && holds(below)) return true;
  return false;
}
