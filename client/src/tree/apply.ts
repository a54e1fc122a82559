import type { TreeEvent } from "../protocol/events.js";
import { Changes } from "./Changes.js";
import { CollectionNode } from "./CollectionNode.js";
import { ModelNode } from "./ModelNode.js";
import { change, insert, move, remove, replaceChild } from "./mutations.js";
import { DivergenceError, type Tree } from "./Tree.js";

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

function applyEvent(tree: Tree, event: TreeEvent, changes: Changes): void {
  switch (event.event) {
    case "change":
      return change(changes, modelOf(tree, event.id), Object.entries(event.data));
    case "add":
      return void insert(changes, collectionOf(tree, event.collection), event.at, event.data);
    case "remove":
      return remove(changes, modelOf(tree, event.id), collectionOf(tree, event.collection));
    case "move": {
      const to = collectionOf(tree, event.collection);
      const from = event.from === undefined ? to : collectionOf(tree, event.from);
      return move(changes, modelOf(tree, event.id), from, to, event.newPosition);
    }
    case "child":
      return void replaceChild(changes, modelOf(tree, event.id), event.name, event.data);
    default:
      return event satisfies never;
  }
}

/** @throws DivergenceError when there is no such model */
export function modelOf(tree: Tree, id: string): ModelNode {
  const node = tree.find(id);
  if (node instanceof ModelNode) return node;
  throw new DivergenceError(`There is no model ${id} here.`);
}

/** @throws DivergenceError when there is no such collection */
export function collectionOf(tree: Tree, id: string): CollectionNode {
  const node = tree.find(id);
  if (node instanceof CollectionNode) return node;
  throw new DivergenceError(`There is no collection ${id} here.`);
}
