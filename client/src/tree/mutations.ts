import type { Xport } from "../protocol/Xport.js";
import { classesOf } from "../schema/ModelFamily.js";
import { sameJson } from "../schema/values.js";
import { build, frozen, type Skip } from "./build.js";
import type { Changes } from "./Changes.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { ModelNode } from "./ModelNode.js";
import { added, changed, moved, removed, replaced, type Values } from "./notices.js";
import { toXport } from "./toXport.js";
import { DivergenceError } from "./Tree.js";
import { putChild, putItem, setValue, takeChild, takeItem } from "./writes.js";

function put(node: ModelNode, values: Values): void {
  for (const [name, value] of values) setValue(node, name, value);
}

/** Sets attributes; one that the mirror does not know is ignored, undefined takes the value away. */
export function change(changes: Changes, node: ModelNode, data: Values): void {
  const { tree, metadata } = node;
  const values: Values = data
    .filter(([name, value]) => Object.hasOwn(metadata.attributes, name) && !sameJson(node.values.get(name), value))
    .map(([name, value]) => [name, value === undefined ? value : frozen(value)]);
  if (values.length === 0) return;

  const previous: Values = values.map(([name]) => [name, node.values.get(name)]);
  put(node, values);
  changes.did(() => put(node, previous));
  changes.notice(changed(node, values, previous, (id) => tree.find(id) ?? changes.gone(id)));
}

/** Adds an item. */
export function insert(changes: Changes, collection: CollectionNode, at: number, data: Xport, skip?: Skip): ModelNode {
  requireIndex(at, collection.items.length, "add");
  const node = build(collection.tree, collection.family, data, collection, skip);
  insertNode(changes, collection, at, node, skip ? toXport(node, collection.family) : data);
  return node;
}

/** Adds an item that has been made already. */
export function insertNode(changes: Changes, collection: CollectionNode, at: number, node: ModelNode, data: Xport): void {
  const { tree } = collection;
  tree.register(node);
  putItem(collection, at, node);
  changes.did(() => {
    takeItem(collection, node);
    tree.unregister(node);
  });
  changes.notice(added(node, collection, at, data));
}

/** Removes an item and all below it. */
export function remove(changes: Changes, node: ModelNode, collection: CollectionNode): void {
  const { tree } = collection;
  const at = indexIn(collection, node);
  changes.notice(removed(node, collection, at));
  takeItem(collection, node);
  tree.forget(node);
  const enter = tree.unregister(node);
  changes.removed(node);
  changes.did(() => {
    putItem(collection, at, node);
    enter();
  });
}

/** Moves an item; `at` is its index afterwards. */
export function move(changes: Changes, node: ModelNode, from: CollectionNode, to: CollectionNode, at: number): void {
  if (!classesOf(to.family).includes(node.type)) throw new DivergenceError(`A move of ${node.id} to a collection of another type.`);
  for (let above: ModelNode | null = to.owner; above; above = above.parent) {
    if (above === node) throw new DivergenceError(`A move of ${node.id} into itself.`);
  }
  const previousAt = indexIn(from, node);
  requireIndex(at, to.items.length - (from === to ? 1 : 0), "move");
  const place = (source: CollectionNode, target: CollectionNode, index: number): void => {
    takeItem(source, node);
    putItem(target, index, node);
  };
  place(from, to, at);
  changes.did(() => place(to, from, previousAt));
  changes.notice(moved(node, from, previousAt, to, at));
}

/** Replaces a child model. */
export function replaceChild(changes: Changes, parent: ModelNode, name: string, data: Xport | null, skip?: Skip): ModelNode | null {
  const type = Object.hasOwn(parent.metadata.models ?? {}, name) ? parent.metadata.models![name]!() : undefined;
  if (!type) return null;
  const { tree } = parent;
  const previous = parent.models.get(name) ?? null;
  if (previous) tree.forget(previous);
  const next = data && build(tree, type, data, parent, skip);
  if (previous) {
    const enter = tree.unregister(previous);
    takeChild(parent, name);
    changes.removed(previous);
    changes.did(() => {
      putChild(parent, name, previous);
      enter();
    });
  }
  if (next) {
    tree.register(next);
    putChild(parent, name, next);
    changes.did(() => {
      takeChild(parent, name);
      tree.unregister(next);
    });
  }
  changes.notice(replaced(parent, name, previous, next, next && skip ? toXport(next, type) : data));
  return next;
}

function indexIn(collection: CollectionNode, node: ModelNode): number {
  const index = collection.items.indexOf(node);
  if (index < 0) throw new DivergenceError(`${node.id} is not in the collection ${collection.id}.`);
  return index;
}

function requireIndex(index: number, highest: number, event: string): void {
  if (!Number.isInteger(index) || index < 0 || index > highest) {
    throw new DivergenceError(`${event} at ${index}, where ${highest} is the highest index.`);
  }
}
