import type { Json } from "../protocol/Json.js";
import type { AddOp, IncrementOp, MoveOp, Op, SetOp, UnsetOp } from "../protocol/ops.js";
import type { Xport } from "../protocol/Xport.js";
import { mapValues } from "../mapValues.js";
import { asWritten } from "../schema/asWritten.js";
import { initialValue } from "../schema/initialValue.js";
import type { ModelFamily } from "../schema/ModelFamily.js";
import type { AttributeMetadata, ModelMetadata } from "../schema/ModelMetadata.js";
import { sameJson } from "../schema/values.js";
import { atomically, shownCollection, shownModel } from "./apply.js";
import { build, classOf } from "./build.js";
import type { Changes } from "./Changes.js";
import type { CollectionNode } from "./CollectionNode.js";
import { incremented } from "./incremented.js";
import { ModelNode, withAllBelow } from "./ModelNode.js";
import { change, insertNode, move, remove } from "./mutations.js";
import { isEmpty } from "./toXport.js";
import { DivergenceError, type Tree } from "./Tree.js";

/**
 * Does to the tree what the server is expected to do for an op.
 * @returns undefined where that cannot be told here: nothing is done, and the server's word is waited for
 */
export function predict(tree: Tree, op: Op): Changes | undefined {
  tree.isPredicting = true;
  try {
    return atomically((changes) => act(tree, op, changes));
  } catch (error) {
    if (error instanceof DivergenceError) return undefined;
    throw error;
  } finally {
    tree.isPredicting = false;
  }
}

/** The model of what is to be added: the one that is shown or, where none is, one that will be the same when it comes. */
export function guess(tree: Tree, family: ModelFamily, data: Xport): ModelNode {
  const { isPredicting } = tree;
  tree.isPredicting = true;
  try {
    return tree.guessedAsIs(data.attrs.id!) ?? build(tree, family, completed(family, data), null);
  } finally {
    tree.isPredicting = isPredicting;
  }
}

function act(tree: Tree, op: Op, changes: Changes): void {
  switch (op.event) {
    case "set":
      return set(tree, op, changes);
    case "unset":
      return unset(tree, op, changes);
    case "increment":
      return increment(tree, op, changes);
    case "add":
      return add(tree, op, changes);
    case "delete":
      return deleteItem(tree, op.id, changes);
    case "move":
      return moveItem(tree, op, changes);
    case "method call":
    case "undo":
    case "redo":
      return; // What they do is the server's affair.
    default:
      return op satisfies never;
  }
}

function set(tree: Tree, { id, change: wanted, was = {} }: SetOp, changes: Changes): void {
  const node = shownModel(tree, id);
  if (Object.entries(was).some(([name, value]) => !sameJson(node.values.get(name), asWritten(value, shown(node, name))))) throw unknown();
  // What this user is not shown stays so.
  const seen = Object.entries(wanted).filter(([name]) => node.values.has(name));
  change(changes, node, seen.map(([name, value]) => [name, asWritten(value, node.metadata.attributes[name]!)]));
  for (const name of radiosOf(node)) {
    if (wanted[name] !== true || !node.collection) continue;
    for (const other of node.collection.items) if (other !== node && other.values.get(name) === true) change(changes, other, [[name, false]]);
  }
}

function unset(tree: Tree, { id, property }: UnsetOp, changes: Changes): void {
  const node = shownModel(tree, id);
  const attribute = shown(node, property);
  const value = attribute.optional ? undefined : initialValue(attribute);
  if (value === undefined) throw unknown();
  change(changes, node, [[property, value]]);
}

function increment(tree: Tree, { id, property, by }: IncrementOp, changes: Changes): void {
  const node = shownModel(tree, id);
  const value = incremented(shown(node, property).kind, node.values.get(property), by);
  if (value === undefined) throw unknown();
  change(changes, node, [[property, value]]);
}

function add(tree: Tree, { id, data, before, at }: AddOp, changes: Changes): void {
  const collection = shownCollection(tree, id);
  const node = guess(tree, collection.family, data as Xport);
  insertNode(changes, collection, placeIn(collection, before, at), node, completed(collection.family, data as Xport));
  yieldRadios(changes, node);
}

function deleteItem(tree: Tree, id: string, changes: Changes): void {
  const node = shownModel(tree, id);
  if (!node.collection) throw unknown();
  const gone = new Set([...withAllBelow(node)].map((below) => below.id));
  remove(changes, node, node.collection);
  // What refers to what goes is null.
  for (const other of tree.nodes()) {
    const names = other instanceof ModelNode ? referencesOf(other.metadata).filter((name) => gone.has(other.values.get(name) as string)) : [];
    if (names.length > 0) change(changes, other as ModelNode, names.map((name) => [name, null]));
  }
}

function moveItem(tree: Tree, { id, collection, before, newPosition }: MoveOp, changes: Changes): void {
  const node = shownModel(tree, id);
  const from = node.collection;
  if (!from) throw unknown();
  const to = shownCollection(tree, collection);
  move(changes, node, from, to, placeIn(to, before, newPosition, node));
  if (from !== to) yieldRadios(changes, node);
}

/** The server will refuse it, or do what only it knows: nobody is told. */
function unknown(): DivergenceError {
  return new DivergenceError("What the server will do is not known here.");
}

/** Where an op puts an item: `before` wins, then the index, then the end. */
function placeIn({ items }: CollectionNode, before: string | null | undefined, index: number | undefined, moving?: ModelNode): number {
  const others = items.filter((item) => item !== moving);
  const sibling = before === undefined || before === null ? -1 : others.findIndex(({ id }) => id === before);
  if (before === null) return others.length;
  return sibling >= 0 ? sibling : Math.min(index ?? others.length, others.length);
}

const completions = new WeakMap<Xport, Xport>();

/** What is to be added, with what the server is expected to give what is left out. */
function completed(family: ModelFamily, data: Xport): Xport {
  let whole = completions.get(data);
  if (!whole) completions.set(data, (whole = complete(family, data)));
  return whole;
}

function complete(family: ModelFamily, data: Xport): Xport {
  const { attributes, collections, models } = classOf(family, data).metadata;
  const { type, attrs } = data;
  const values = Object.entries(attributes).map(([name, attribute]): [string, Json | undefined] => [name, Object.hasOwn(attrs, name) ? asWritten(attrs[name]!, attribute) : initialValue(attribute)]);
  return {
    ...(type === undefined ? {} : { type }),
    attrs: Object.fromEntries([["id", attrs.id!], ...values.filter(([, value]) => value !== undefined)]),
    ...(isEmpty(collections) ? {} : { collections: mapValues(data.collections ?? {}, ({ id = null, models: items = [] }, name) => ({ id, models: items.map((item) => complete(collections![name]!(), item)) })) }),
    ...(isEmpty(models) ? {} : { models: mapValues(data.models ?? {}, (child, name) => complete(models![name]!(), child)) }),
  };
}

/** What comes into a collection where another item is the one that is chosen is not. */
function yieldRadios(changes: Changes, node: ModelNode): void {
  for (const name of radiosOf(node)) {
    if (node.values.get(name) === true && node.collection!.items.some((other) => other !== node && other.values.get(name) === true)) change(changes, node, [[name, false]]);
  }
}

function radiosOf({ metadata }: ModelNode): string[] {
  return Object.keys(metadata.attributes).filter((name) => metadata.attributes[name]!.radio);
}

const references = new WeakMap<ModelMetadata, readonly string[]>();

/** The names of the attributes that refer to models. */
function referencesOf(metadata: ModelMetadata): readonly string[] {
  let names = references.get(metadata);
  if (!names) references.set(metadata, (names = Object.keys(metadata.attributes).filter((name) => metadata.attributes[name]!.kind === "reference")));
  return names;
}

function shown(node: ModelNode, name: string): AttributeMetadata {
  if (!node.values.has(name)) throw unknown();
  return node.metadata.attributes[name]!;
}
