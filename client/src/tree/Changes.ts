import type { ReportError } from "../events/Emitter.js";
import type { TreeEvent } from "../protocol/events.js";
import { pathToRoot, withAllBelow, type Entry, type TreeNode } from "./ModelNode.js";
import { raiseComputed } from "./Watch.js";

/** Raises an event on a node. */
export type Raise = (node: TreeNode, name: string, payload: unknown) => void;

interface Notice {
  readonly event: TreeEvent;
  readonly path: readonly TreeNode[];
  readonly tell: (raise: Raise) => void;
}

/** What was done to a tree in one go: how to undo it, and whom to tell when all of it is done. */
export class Changes {
  readonly #undos: (() => void)[] = [];
  readonly #notices: Notice[] = [];
  readonly #removed: TreeNode[] = [];
  #gone: Map<string, Entry> | undefined;

  /** The events that were applied, in the shapes of the wire. */
  get events(): readonly TreeEvent[] {
    return this.#notices.map(({ event }) => event);
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

  /**
   * Notes what is to be told.
   * @param at where it happened: `publish` goes from there to the root, as the tree is now
   */
  notice(at: TreeNode, event: TreeEvent, tell: (raise: Raise) => void): void {
    this.#notices.push({ event, path: pathToRoot(at), tell });
  }

  undo(): void {
    for (const undo of this.#undos.reverse()) undo();
  }

  raise(report: ReportError): void {
    const raise: Raise = (node, name, payload) => node.emitter.emit(name, payload, report);
    for (const { event, path, tell } of this.#notices) {
      tell(raise);
      for (const node of path) raise(node, "publish", event);
    }
    raiseComputed(this.#notices.map(({ event, path }) => ({ event, at: path[0]! })), raise);
  }
}
