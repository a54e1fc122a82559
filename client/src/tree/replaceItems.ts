import type { AddEvent, TreeEvent } from "../protocol/events.js";
import { stringify } from "../protocol/stringify.js";
import type { Xport } from "../protocol/Xport.js";
import { applyEvent, atomically } from "./apply.js";
import { idOf } from "./build.js";
import type { Changes } from "./Changes.js";
import { CollectionNode } from "./CollectionNode.js";
import { ModelNode } from "./ModelNode.js";
import { change, insert, move, remove } from "./mutations.js";
import { toXport } from "./toXport.js";
import { DivergenceError, type Tree } from "./Tree.js";
import { addUnseen, removeUnseen } from "./unseen.js";
import { unseenModel, UnseenNode } from "./UnseenNode.js";

/**
 * Makes collections hold what is added to them and nothing else, then applies the other events. What is there already stays the same object.
 * @param ids of the collections
 * @throws DivergenceError when something does not fit the tree, which is then as it was before
 */
export function replaceItems(tree: Tree, ids: readonly string[], events: readonly TreeEvent[]): Changes {
  const wanted = new Map<string, Xport[]>(ids.map((id) => [id, []]));
  const isWanted = (event: TreeEvent): event is AddEvent => event.event === "add" && wanted.has(event.collection);
  for (const event of events) if (isWanted(event)) wanted.get(event.collection)!.splice(event.at, 0, event.data);
  return atomically((changes) => {
    const places = [...wanted].map(([id, items]) => ({ collection: collectionOf(tree, id), items }));
    for (const { collection, items } of places) clear(tree, changes, collection, items);
    for (const { collection, items } of places) fill(tree, changes, collection, items);
    for (const event of events) if (!isWanted(event)) applyEvent(tree, event, changes);
  });
}

function collectionOf(tree: Tree, id: string): CollectionNode | UnseenNode {
  const node = tree.entry(id);
  if (node instanceof CollectionNode || node instanceof UnseenNode) return node;
  throw new DivergenceError(`There is no collection ${id} here.`);
}

/** Takes out what is not to stay. */
function clear(tree: Tree, changes: Changes, collection: CollectionNode | UnseenNode, wanted: readonly Xport[]): void {
  if (collection instanceof UnseenNode) {
    for (const id of [...collection.below.keys()]) removeUnseen(tree, changes, collection, id);
    return;
  }
  const byId = new Map(wanted.map((data) => [data.attrs.id, data]));
  for (const item of [...collection.items]) {
    const data = byId.get(item.id);
    if (!data || !isTheSameBelow(item, collection, data)) remove(changes, item, collection);
  }
}

/** Whether nothing but attributes can differ. */
function isTheSameBelow(item: ModelNode, { family }: CollectionNode, data: Xport): boolean {
  const { type, collections, models } = toXport(item, family);
  return stringify({ type, collections, models }) === stringify({ type: data.type, collections: data.collections, models: data.models });
}

function fill(tree: Tree, changes: Changes, collection: CollectionNode | UnseenNode, wanted: readonly Xport[]): void {
  wanted.forEach((data, at) => {
    if (collection instanceof UnseenNode) return addUnseen(tree, changes, collection, unseenModel(data));
    const item = tree.find(idOf(data, collection.name));
    if (!(item instanceof ModelNode) || item.collection !== collection) return void insert(changes, collection, at, data);
    if (collection.items[at] !== item) move(changes, item, collection, collection, at);
    change(changes, item, Object.entries(data.attrs));
  });
}
