import type { ReportError } from "../events/Emitter.js";
import type { AnySession } from "../session/Session.js";
import type { Json } from "../protocol/Json.js";
import type { Op } from "../protocol/ops.js";
import type { ValidationFailure } from "../schema/rules.js";
import type { Entry, ModelNode, TreeNode } from "./ModelNode.js";
import { withAllBelow } from "./ModelNode.js";
import { UnseenNode } from "./UnseenNode.js";
import { watchOf, type Watch } from "./Watch.js";

/** What a tree needs of the session that it belongs to. */
export interface TreeHost {
  readonly session: AnySession;
  readonly reportError: ReportError;
  /**
   * Asks the server for one op, in a turn of its own.
   * @param complete makes the promise's value, at the moment at which the effect has been applied
   * @param failure why the server would say no: it is then not asked
   */
  submit<T>(op: Op, complete: (result: Json) => T, failure?: ValidationFailure): Promise<T>;
}

/** What the server says does not fit what is here: only a fresh start puts it right. */
export class DivergenceError extends Error {
  override readonly name = "DivergenceError";
}

/** A live tree: its root, and everything in it by id. */
export class Tree {
  readonly #nodes = new Map<string, TreeNode>();
  /** Apart, so that nothing that nobody looks at can be in the way of what somebody does. */
  readonly #unseen = new Map<string, UnseenNode>();
  root: ModelNode | null = null;
  /** The computed values that somebody listens to. */
  watches: readonly Watch[] = [];

  constructor(readonly host: TreeHost) {}

  find(id: string): TreeNode | undefined {
    return this.#nodes.get(id);
  }

  /** What has an id, also where nobody can look at it. */
  entry(id: string): Entry | undefined {
    return this.#nodes.get(id) ?? this.#unseen.get(id);
  }

  /** Somebody listens to an event: if it is of a computed value, that is compared from now on. */
  watch(node: ModelNode, event: string): void {
    if (this.watches.some((watch) => watch.node === node && watch.event === event)) return;
    const watch = watchOf(node, event);
    if (watch) this.watches = [...this.watches, watch];
  }

  /** Enters a node and all below it; all or nothing. */
  register(node: Entry): void {
    const entered: Entry[] = [];
    for (const entry of withAllBelow(node)) {
      if (entry.id === null) continue;
      if (!(entry instanceof UnseenNode) && this.#nodes.has(entry.id)) {
        this.withdraw(entered);
        throw new DivergenceError(`The id ${entry.id} is in the tree already.`);
      }
      this.#mapOf(entry).set(entry.id, entry);
      entered.push(entry);
    }
  }

  /**
   * Takes out a node and all below it.
   * @returns enters again what was taken out
   */
  unregister(node: Entry): () => void {
    return this.withdraw(withAllBelow(node));
  }

  /**
   * Takes nodes out that are where they are still: their ids are free for others.
   * @returns enters again what was taken out
   */
  withdraw(nodes: Iterable<Entry>): () => void {
    const entered = [...nodes].filter((node) => node.id !== null && this.#mapOf(node).get(node.id) === node);
    for (const node of entered) this.#mapOf(node).delete(node.id!);
    return () => entered.forEach((node) => this.#mapOf(node).set(node.id!, node));
  }

  #mapOf(node: Entry): Map<string, Entry> {
    return node instanceof UnseenNode ? this.#unseen : this.#nodes;
  }

  /** Enters one node under another id; null takes it out. */
  rename(node: TreeNode, id: string | null): void {
    if (id !== null && this.#nodes.has(id)) throw new DivergenceError(`The id ${id} is in the tree already.`);
    if (node.id !== null) this.#nodes.delete(node.id);
    (node as { id: string | null }).id = id;
    if (id !== null) this.#nodes.set(id, node);
  }
}
