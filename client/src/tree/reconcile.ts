import type { Json } from "../protocol/Json.js";
import type { Xport } from "../protocol/Xport.js";
import { idOf, memberOf } from "./build.js";
import type { Changes } from "./Changes.js";
import type { CollectionNode } from "./CollectionNode.js";
import { longestIncreasing } from "./longestIncreasing.js";
import { ModelNode } from "./ModelNode.js";
import { change, insert, move, remove, replaceChild } from "./mutations.js";
import { Staying } from "./Staying.js";
import type { Tree } from "./Tree.js";
import { mergeUnseen } from "./unseen.js";

/** Makes a tree equal to an xport. What has the same id stays the same object, and only what really differs is a change. */
export function reconcile(tree: Tree, app: Xport, changes: Changes): void {
  new Reconciliation(tree, app, changes).run();
}

class Reconciliation {
  readonly #staying: Staying;
  /** The child models that are to take the place of others. */
  readonly #replacements: (() => void)[] = [];

  constructor(
    readonly tree: Tree,
    readonly app: Xport,
    readonly changes: Changes,
  ) {
    this.#staying = new Staying(tree, app);
  }

  run(): void {
    const root = this.tree.root!;
    // What is new can have the id of what goes, and comes before that has gone.
    const going = [...this.#staying.going()];
    for (const node of going) if (node instanceof ModelNode) this.tree.forget(node);
    this.changes.did(this.tree.withdraw(going));
    // What goes as a whole goes first, so that what stays need not move. What holds something that stays elsewhere goes last.
    this.#prune(root, (item) => !this.#staying.isHeldBy(item));
    this.#rename(root, idOf(this.app, root.metadata.type));
    this.#merge(root, this.app);
    this.#replaceChildren();
    this.#prune(root, () => true);
  }

  #prune(node: ModelNode, goes: (item: ModelNode) => boolean): void {
    for (const collection of node.collections.values()) {
      for (const item of [...collection.items]) {
        if (this.#staying.has(item)) this.#prune(item, goes);
        else if (goes(item)) remove(this.changes, item, collection);
      }
    }
    for (const child of node.models.values()) if (this.#staying.has(child)) this.#prune(child, goes);
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
      if (current && wanted && this.#staying.has(current)) this.#merge(current, wanted);
      else if (current) this.#replacements.push(() => this.#setChild(node, name, wanted));
      else if (wanted) this.#setChild(node, name, wanted);
    }
    mergeUnseen(this.tree, this.changes, node, data);
  }

  /** Lets child models go when what stays has left them, and others come. */
  #replaceChildren(): void {
    // An item that comes anew below another child model is first gone here: it is never there twice.
    for (const child of this.#staying.replaced) this.#empty(child);
    for (let replace = this.#replacements.shift(); replace; replace = this.#replacements.shift()) replace();
  }

  #empty(node: ModelNode): void {
    for (const collection of node.collections.values()) {
      for (const item of [...collection.items]) if (this.#staying.wantsAnyOf(item)) remove(this.changes, item, collection);
    }
    for (const child of node.models.values()) this.#empty(child);
  }

  #setChild(node: ModelNode, name: string, data: Xport | null): void {
    this.#settle(replaceChild(this.changes, node, name, data, this.#stays), data);
  }

  /** Puts the items of a collection in order; as few of them move as possible. */
  #arrange(collection: CollectionNode, wanted: readonly Xport[]): void {
    const inPlace = this.#inPlace(collection, wanted);
    let at = 0;
    for (const data of wanted) {
      const item = this.#staying.find(data.attrs.id!);
      if (!item) {
        this.#settle(insert(this.changes, collection, at, data, this.#stays), data);
      } else {
        const from = item.collection!;
        if (inPlace.has(item)) at = collection.items.indexOf(item, at);
        else {
          if (from === collection && collection.items.indexOf(item) < at) at--;
          move(this.changes, item, from, collection, at);
        }
        this.#merge(item, data);
      }
      at++;
    }
  }

  /** The items of a collection that need not move. */
  #inPlace(collection: CollectionNode, wanted: readonly Xport[]): ReadonlySet<ModelNode> {
    const indexes = new Map(collection.items.map((item, index) => [item, index]));
    const present = wanted.map((data) => this.#staying.find(data.attrs.id!)).filter((item) => item !== undefined && indexes.has(item)) as ModelNode[];
    return new Set(longestIncreasing(present.map((item) => indexes.get(item)!)).map((position) => present[position]!));
  }

  /** What is new was made without the items that are here already: they move in. */
  #settle(node: ModelNode | null, data: Xport | null): void {
    if (!node || !data) return;
    this.#staying.add(node);
    this.#merge(node, data);
  }

  readonly #stays = (id: string): boolean => this.#staying.find(id) !== undefined;
}
