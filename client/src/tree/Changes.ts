import { withAllBelow, type Entry, type TreeNode } from "./ModelNode.js";
import type { Notice } from "./notices.js";

/** What was done to a tree in one go: how to undo it, and whom to tell when all of it is done. */
export class Changes {
  readonly #undos: (() => void)[] = [];
  readonly #notices: Notice[] = [];
  readonly #removed: TreeNode[] = [];
  #gone: Map<string, Entry> | undefined;

  /** What is to be told, in the order in which it was done. */
  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** Nothing was done. */
  get isEmpty(): boolean {
    return this.#undos.length === 0;
  }

  /** Notes what left the tree, with all below it. */
  removed(node: TreeNode): void {
    this.#removed.push(node);
  }

  /** What left the tree and had this id: once all is done, it can be asked what something referred to. */
  gone(id: string): Entry | undefined {
    this.#gone ??= new Map(this.#removed.flatMap((node) => [...withAllBelow(node)]).map((node) => [node.id ?? "", node]));
    return this.#gone.get(id);
  }

  /** Notes a step that was done. */
  did(undo: () => void): void {
    this.#undos.push(undo);
  }

  /** Notes what is to be told. */
  notice(notice: Notice): void {
    this.#notices.push(notice);
  }

  undo(): void {
    for (const undo of this.#undos.reverse()) undo();
  }
}
