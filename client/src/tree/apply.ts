import type { TreeEvent } from "../protocol/events.js";
import { Changes } from "./Changes.js";
import { CollectionNode } from "./CollectionNode.js";
import { ModelNode } from "./ModelNode.js";
import { change, insert, move, remove, replaceChild } from "./mutations.js";
import { DivergenceError, type Tree } from "./Tree.js";
import { addUnseen, removeUnseen, replaceUnseen } from "./unseen.js";
import { unseenFrom, unseenModel, UnseenNode } from "./UnseenNode.js";

/**
 * Runs a function that changes the tree, whole or not at all.
 * @throws what the function throws; the tree is as it was before
 */
export function atomically(act: (changes: Changes) => void): Changes {
  const changes = new Changes();
  try {
    act(changes);
  } catch (error) {
    changes.undo();
    throw error;
  }
  return changes;
}

/**
 * Applies the events of a batch, whole or not at all.
 * @throws DivergenceError when one of them does not fit the tree
 */
export function applyEvents(tree: Tree, events: readonly TreeEvent[]): Changes {
  return atomically((changes) => {
    for (const event of events) applyEvent(tree, event, changes);
  });
}

/** Applies one event. */
export function applyEvent(tree: Tree, event: TreeEvent, changes: Changes): void {
  switch (event.event) {
    case "change": {
      const model = modelOf(tree, event.id);
      return model instanceof UnseenNode ? undefined : change(changes, model, Object.entries(event.data));
    }
    case "add": {
      const collection = collectionOf(tree, event.collection);
      return collection instanceof UnseenNode ? addUnseen(tree, changes, collection, unseenModel(event.data)) : void insert(changes, collection, event.at, event.data);
    }
    case "remove": {
      const model = modelOf(tree, event.id);
      const collection = collectionOf(tree, event.collection);
      if (collection instanceof UnseenNode) return removeUnseen(tree, changes, collection, event.id);
      return remove(changes, seen(model), collection);
    }
    case "move":
      return applyMove(tree, event, changes);
    case "child": {
      const parent = modelOf(tree, event.id);
      const isSeen = parent instanceof ModelNode && Object.hasOwn(parent.metadata.models ?? {}, event.name);
      return isSeen ? void replaceChild(changes, parent, event.name, event.data) : replaceUnseen(tree, changes, parent, event.name, event.data);
    }
    case "broadcast":
      // It changes nothing, but what it happened to has to be here.
      return void modelOf(tree, event.id);
    default:
      return event satisfies never;
  }
}

/** @throws DivergenceError when there is no such model */
export function shownModel(tree: Tree, id: string): ModelNode {
  const node = tree.find(id);
  if (node instanceof ModelNode) return node;
  throw new DivergenceError(`There is no model ${id} here.`);
}

/** @throws DivergenceError when there is no such collection */
export function shownCollection(tree: Tree, id: string): CollectionNode {
  const node = tree.find(id);
  if (node instanceof CollectionNode) return node;
  throw new DivergenceError(`There is no collection ${id} here.`);
}

function applyMove(tree: Tree, event: Extract<TreeEvent, { readonly event: "move" }>, changes: Changes): void {
  const model = modelOf(tree, event.id);
  const to = collectionOf(tree, event.collection);
  const from = event.from === undefined ? to : collectionOf(tree, event.from);
  if (!(to instanceof UnseenNode)) return move(changes, seen(model), seen(from), to, event.newPosition);
  const unseen = model instanceof UnseenNode ? model : unseenFrom(model);
  if (from instanceof UnseenNode) removeUnseen(tree, changes, from, event.id);
  else remove(changes, seen(model), from);
  addUnseen(tree, changes, to, unseen);
}

function modelOf(tree: Tree, id: string): ModelNode | UnseenNode {
  const node = tree.entry(id);
  if (node instanceof ModelNode || node instanceof UnseenNode) return node;
  throw new DivergenceError(`There is no model ${id} here.`);
}

function collectionOf(tree: Tree, id: string): CollectionNode | UnseenNode {
  const node = tree.entry(id);
  if (node instanceof CollectionNode || node instanceof UnseenNode) return node;
  throw new DivergenceError(`There is no collection ${id} here.`);
}

/** What comes from where nobody looked is not known here: it has to be fetched. */
function seen<N extends ModelNode | CollectionNode>(node: N | UnseenNode): N {
  if (node instanceof UnseenNode) throw new DivergenceError(`${node.id} comes from a part of the tree that this page was not made for.`);
  return node;
}
