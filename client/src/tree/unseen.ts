import type { Xport } from "../protocol/Xport.js";
import type { Changes } from "./Changes.js";
import type { ModelNode } from "./ModelNode.js";
import { DivergenceError, type Tree } from "./Tree.js";
import { unseenIn, unseenModel, type UnseenNode } from "./UnseenNode.js";

/** Puts something where nobody looks, under a name or an id; null takes away what is there. */
export function putUnseen(tree: Tree, changes: Changes, below: Map<string, UnseenNode>, name: string, node: UnseenNode | null): void {
  const previous = below.get(name);
  const enter = previous ? tree.unregister(previous) : () => {};
  changes.did(() => {
    if (previous) below.set(name, previous);
    else below.delete(name);
    enter();
  });
  below.delete(name);
  if (!node) return;
  tree.register(node);
  below.set(name, node);
  changes.did(() => tree.unregister(node));
}

/** Adds an item to a collection that nobody looks at. */
export function addUnseen(tree: Tree, changes: Changes, collection: UnseenNode, node: UnseenNode): void {
  putUnseen(tree, changes, collection.below, node.id ?? "", node);
}

/** Takes an item out of one. */
export function removeUnseen(tree: Tree, changes: Changes, collection: UnseenNode, id: string): void {
  if (!collection.below.has(id)) throw new DivergenceError(`${id} is not in the collection ${collection.id}.`);
  putUnseen(tree, changes, collection.below, id, null);
}

/** Replaces a child that nobody looks at, of a model that may be seen itself. */
export function replaceUnseen(tree: Tree, changes: Changes, parent: ModelNode | UnseenNode, name: string, data: Xport | null): void {
  putUnseen(tree, changes, "below" in parent ? parent.below : (parent.unseen ??= new Map()), name, data && unseenModel(data));
}

/** Makes what nobody looks at below a model what an xport says. */
export function mergeUnseen(tree: Tree, changes: Changes, node: ModelNode, data: Xport): void {
  const previous = node.unseen;
  const next = unseenIn(node.metadata, data);
  if (!previous && !next) return;
  const enter = [...(previous?.values() ?? [])].map((unseen) => tree.unregister(unseen));
  node.unseen = undefined;
  changes.did(() => {
    node.unseen = previous;
    for (const again of enter) again();
  });
  const entered: UnseenNode[] = [];
  changes.did(() => entered.forEach((unseen) => tree.unregister(unseen)));
  for (const unseen of next?.values() ?? []) {
    tree.register(unseen);
    entered.push(unseen);
  }
  node.unseen = next;
}
