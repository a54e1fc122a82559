import type { Json } from "../protocol/Json.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelMetadata } from "../schema/ModelMetadata.js";
import { classOf, idOf, memberOf } from "./build.js";
import type { Changes } from "./Changes.js";
import type { CollectionNode } from "./CollectionNode.js";
import { longestIncreasing } from "./longestIncreasing.js";
import { ModelNode, withAllBelow } from "./ModelNode.js";
import { change, insert, move, remove, replaceChild } from "./mutations.js";
import { DivergenceError, type Tree } from "./Tree.js";

/** Makes a tree equal to an xport. What has the same id stays the same object, and only what really differs is a change. */
export function reconcile(tree: Tree, app: Xport, changes: Changes): void {
  new Reconciliation(tree, app, changes).run();
}

class Reconciliation {
  /** The items that the xport wants, by id. */
  readonly #wanted = new Map<string, { readonly metadata: ModelMetadata; readonly data: Xport }>();
  /** The nodes that stay, or are new: they are in the tree when all is done. */
  readonly #kept = new Set<ModelNode>();

  constructor(
    readonly tree: Tree,
    readonly app: Xport,
    readonly changes: Changes,
  ) {}

  run(): void {
    const root = this.tree.root!;
    this.#want(root.metadata, this.app);
    this.#keep(root, this.app);
    // What goes as a whole goes first, so that what stays need not move. What holds something that stays elsewhere goes last.
    this.#prune(root, (item) => !this.#holdsKept(item));
    this.#rename(root, idOf(this.app, root.metadata.type));
    this.#merge(root, this.app);
    this.#prune(root, () => true);
  }

  #want(metadata: ModelMetadata, data: Xport): void {
    for (const [name, type] of Object.entries(metadata.collections ?? {})) {
      for (const item of memberOf(data.collections, name)?.models ?? []) {
        if (this.#wanted.has(idOf(item, name))) throw new DivergenceError(`The id ${idOf(item, name)} is twice in the state.`);
        const { metadata: wanted } = classOf(type(), item);
        this.#wanted.set(idOf(item, name), { metadata: wanted, data: item });
        this.#want(wanted, item);
      }
    }
    for (const [name, type] of Object.entries(metadata.models ?? {})) {
      const child = memberOf(data.models, name);
      if (child) this.#want(classOf(type(), child).metadata, child);
    }
  }

  /** An item stays wherever it goes; a child model stays with its parent only. */
  #keep(node: ModelNode, data: Xport): void {
    this.#kept.add(node);
    for (const [name, child] of node.models) {
      const wanted = memberOf(data.models, name);
      if (wanted?.attrs.id === child.id && (wanted.type ?? child.metadata.type) === child.metadata.type) this.#keep(child, wanted);
    }
    this.#keepItems(node);
  }

  #keepItems(node: ModelNode): void {
    for (const collection of node.collections.values()) {
      for (const item of collection.items) {
        const wanted = this.#wanted.get(item.id);
        if (wanted?.metadata === item.metadata) this.#keep(item, wanted.data);
        else this.#keepItems(item);
      }
    }
  }

  #holdsKept(node: ModelNode): boolean {
    for (const below of withAllBelow(node)) if (below instanceof ModelNode && this.#kept.has(below)) return true;
    return false;
  }

  #prune(node: ModelNode, goes: (item: ModelNode) => boolean): void {
    for (const collection of node.collections.values()) {
      for (const item of [...collection.items]) {
        if (this.#kept.has(item)) this.#prune(item, goes);
        else if (goes(item)) remove(this.changes, item, collection);
      }
    }
    for (const child of node.models.values()) if (this.#kept.has(child)) this.#prune(child, goes);
  }

  #rename(node: ModelNode | CollectionNode, id: string | null): void {
    const previous = node.id;
    if (id === previous) return;
    this.tree.rename(node, id);
    this.changes.did(() => this.tree.rename(node, previous));
  }

  #merge(node: ModelNode, data: Xport): void {
    const { attributes, collections, models } = node.metadata;
    change(
      this.changes,
      node,
      Object.keys(attributes).map((name) => [name, memberOf(data.attrs, name) as Json | undefined]),
    );
    for (const name of Object.keys(collections ?? {})) {
      const entry = memberOf(data.collections, name);
      const collection = node.collections.get(name)!;
      this.#rename(collection, entry?.id ?? null);
      this.#arrange(collection, entry?.models ?? []);
    }
    for (const name of Object.keys(models ?? {})) {
      const current = node.models.get(name);
      const wanted = memberOf(data.models, name) ?? null;
      if (current && wanted && this.#kept.has(current)) this.#merge(current, wanted);
      else if (current || wanted) this.#settle(replaceChild(this.changes, node, name, wanted, this.#isKept), wanted);
    }
  }

  /** Puts the items of a collection in order; as few of them move as possible. */
  #arrange(collection: CollectionNode, wanted: readonly Xport[]): void {
    const stays = this.#staying(collection, wanted);
    let at = 0;
    for (const data of wanted) {
      const item = this.#keptItem(data);
      if (!item) {
        this.#settle(insert(this.changes, collection, at, data, this.#isKept), data);
      } else {
        const from = item.collection!;
        if (stays.has(item)) at = collection.items.indexOf(item, at);
        else {
          if (from === collection && collection.items.indexOf(item) < at) at--;
          move(this.changes, item, from, collection, at);
        }
        this.#merge(item, data);
      }
      at++;
    }
  }

  #staying(collection: CollectionNode, wanted: readonly Xport[]): ReadonlySet<ModelNode> {
    const indexes = new Map(collection.items.map((item, index) => [item, index]));
    const present = wanted.map((data) => this.#keptItem(data)).filter((item) => item !== undefined && indexes.has(item)) as ModelNode[];
    return new Set(longestIncreasing(present.map((item) => indexes.get(item)!)).map((position) => present[position]!));
  }

  /** What is new was made without the items that are here already: they move in. */
  #settle(node: ModelNode | null, data: Xport | null): void {
    if (!node || !data) return;
    for (const below of withAllBelow(node)) if (below instanceof ModelNode) this.#kept.add(below);
    this.#merge(node, data);
  }

  readonly #isKept = (id: string): boolean => {
    const node = this.tree.find(id);
    return node instanceof ModelNode && this.#kept.has(node);
  };

  #keptItem(data: Xport): ModelNode | undefined {
    const node = this.tree.find(data.attrs.id!);
    return node instanceof ModelNode && this.#kept.has(node) ? node : undefined;
  }
}
