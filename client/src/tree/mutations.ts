import { mapValues } from "../mapValues.js";
import type { Json } from "../protocol/Json.js";
import type { Xport } from "../protocol/Xport.js";
import { classesOf } from "../schema/ModelFamily.js";
import { sameJson } from "../schema/values.js";
import { build, frozen, type Skip } from "./build.js";
import type { Changes } from "./Changes.js";
import type { CollectionNode } from "./CollectionNode.js";
import type { ModelNode } from "./ModelNode.js";
import { toXport } from "./toXport.js";
import { DivergenceError } from "./Tree.js";
import { valueOf } from "./valueOf.js";

type Values = readonly (readonly [name: string, value: Json | undefined])[];

function put(node: ModelNode, values: Values): void {
  for (const [name, value] of values) {
    if (value === undefined) node.values.delete(name);
    else node.values.set(name, value);
  }
}

/** Sets attributes; one that the mirror does not know is ignored, undefined takes the value away. */
export function change(changes: Changes, node: ModelNode, data: Values): void {
  const { attributes } = node.metadata;
  const values: Values = data
    .filter(([name, value]) => Object.hasOwn(attributes, name) && !sameJson(node.values.get(name), value))
    .map(([name, value]) => [name, value === undefined ? value : frozen(value)]);
  if (values.length === 0) return;

  const previous: Values = values.map(([name]) => [name, node.values.get(name)]);
  put(node, values);
  changes.did(() => put(node, previous));

  const { collection } = node;
  const published = mapValues(Object.fromEntries(values), (value) => value ?? null);
  changes.notice(node, { event: "change", id: node.id, data: published }, (raise) => {
    const { tree } = node;
    const find = (id: string) => tree.find(id) ?? changes.gone(id);
    const seen = (entries: Values) => mapValues(Object.fromEntries(entries), (value, name) => valueOf(value, attributes[name]!, find));
    const now = seen(values);
    const before = seen(previous);
    const tell = (name: string, payload: unknown): void => {
      raise(node, name, payload);
      if (collection) raise(collection, name, payload);
    };
    for (const [name] of values) tell(`change:${name}`, { model: node.facade, value: now[name], previous: before[name] });
    tell("change", { model: node.facade, changed: now, previous: before });
  });
}

/** Adds an item. */
export function insert(changes: Changes, collection: CollectionNode, at: number, data: Xport, skip?: Skip): ModelNode {
  requireIndex(at, collection.items.length, "add");
  const { tree } = collection;
  const node = build(tree, collection.family, data, collection, skip);
  tree.register(node);
  collection.items.splice(at, 0, node);
  changes.did(() => {
    collection.items.splice(collection.items.indexOf(node), 1);
    tree.unregister(node);
    node.owner = null;
  });
  const added = skip ? toXport(node, collection.family) : data;
  changes.notice(collection, { event: "add", collection: collection.id ?? "", at, data: added }, (raise) =>
    raise(collection, "add", { model: node.facade, collection: collection.facade, at }),
  );
  return node;
}

/** Removes an item and all below it. */
export function remove(changes: Changes, node: ModelNode, collection: CollectionNode): void {
  const at = indexIn(collection, node);
  changes.notice(collection, { event: "remove", id: node.id, collection: collection.id ?? "" }, (raise) => {
    const payload = { model: node.facade, collection: collection.facade, at };
    raise(node, "remove", payload);
    raise(collection, "remove", payload);
  });
  collection.items.splice(at, 1);
  const enter = collection.tree.unregister(node);
  node.owner = null;
  changes.removed(node);
  changes.did(() => {
    node.owner = collection;
    enter();
    collection.items.splice(at, 0, node);
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
    source.items.splice(source.items.indexOf(node), 1);
    target.items.splice(index, 0, node);
    node.owner = target;
  };
  place(from, to, at);
  changes.did(() => place(to, from, previousAt));

  const other = from === to ? {} : { from: from.id ?? "" };
  changes.notice(to, { event: "move", collection: to.id ?? "", id: node.id, newPosition: at, ...other }, (raise) => {
    const payload = { model: node.facade, collection: to.facade, at, from: from.facade, previousAt };
    raise(node, "move", payload);
    raise(to, "move", payload);
    if (from !== to) raise(from, "move", payload);
  });
}

/** Replaces a child model. */
export function replaceChild(changes: Changes, parent: ModelNode, name: string, data: Xport | null, skip?: Skip): ModelNode | null {
  const type = Object.hasOwn(parent.metadata.models ?? {}, name) ? parent.metadata.models![name]!() : undefined;
  if (!type) return null;
  const { tree } = parent;
  const previous = parent.models.get(name) ?? null;
  const next = data && build(tree, type, data, parent, skip);
  if (previous) {
    const enter = tree.unregister(previous);
    parent.models.delete(name);
    previous.owner = null;
    changes.removed(previous);
    changes.did(() => {
      parent.models.set(name, previous);
      previous.owner = parent;
      enter();
    });
  }
  if (next) {
    tree.register(next);
    parent.models.set(name, next);
    changes.did(() => {
      parent.models.delete(name);
      next.owner = null;
      tree.unregister(next);
    });
  }
  if (previous) changes.removed(previous);
  const replacement = next && skip ? toXport(next, type) : data;
  changes.notice(parent, { event: "child", id: parent.id, name, data: replacement }, (raise) =>
    raise(parent, "child", { model: parent.facade, name, value: next?.facade ?? null, previous: previous?.facade ?? null }),
  );
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
