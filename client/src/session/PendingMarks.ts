import type { Xport } from "../protocol/Xport.js";
import type { Op } from "../protocol/ops.js";
import { ModelNode } from "../tree/ModelNode.js";
import type { Tree } from "../tree/Tree.js";

/** Something that is pending of a model or a collection: the name of an attribute or a method, or one of the two below. */
export type Mark = readonly [id: string, name: string];

/** It comes, goes or moves; of a collection, something comes into it, leaves it or moves in it. */
const place = "";
/** It is new, and all that it has. */
const everything = "*";

/** What an op leaves pending. */
export function marksOf(tree: Tree, op: Op): readonly Mark[] {
  const collectionOf = (id: string): Mark[] => {
    const node = tree.find(id);
    return node instanceof ModelNode && node.collection ? [[node.collection.id ?? "", place]] : [];
  };
  switch (op.event) {
    case "set":
      return Object.keys(op.change).map((name) => [op.id, name]);
    case "unset":
    case "increment":
      return [[op.id, op.property]];
    case "method call":
      return [[op.id, op.method]];
    case "add":
      return [[op.id, place], ...idsIn(op.data as Xport).map((id): Mark => [id, everything])];
    case "delete":
      return [[op.id, place], ...collectionOf(op.id)];
    case "move":
      return [[op.id, place], [op.collection, place], ...collectionOf(op.id)];
    default:
      return [];
  }
}

function idsIn({ attrs, collections = {}, models = {} }: Xport): string[] {
  return [
    attrs.id!,
    ...Object.values(collections).flatMap(({ id, models: items = [] }) => [id!, ...items.flatMap(idsIn)]),
    ...Object.values(models).flatMap(idsIn),
  ];
}

/** What is pending, by model and collection. */
export class PendingMarks {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #touched = new Set<string>();

  add(marks: readonly Mark[]): void {
    for (const mark of marks) this.#count(mark, 1);
  }

  remove(marks: readonly Mark[]): void {
    for (const mark of marks) this.#count(mark, -1);
  }

  /** @param name an attribute or a method; without it: anything */
  has(id: string, name?: string): boolean {
    const names = this.#counts.get(id);
    return names !== undefined && (name === undefined || names.has(name) || names.has(everything));
  }

  /** The ids of which something else is pending than at the last call. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  #count([id, name]: Mark, by: number): void {
    const names = this.#counts.get(id) ?? new Map<string, number>();
    const count = (names.get(name) ?? 0) + by;
    if (count === 0) names.delete(name);
    else names.set(name, count);
    if (names.size === 0) this.#counts.delete(id);
    else this.#counts.set(id, names);
    if (count === 0 || (by === 1 && count === 1)) this.#touched.add(id);
  }
}
