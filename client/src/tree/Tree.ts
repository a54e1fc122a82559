import type { ReportError } from "../events/Emitter.js";
import type { AnySession } from "../session/Session.js";
import type { Json } from "../protocol/Json.js";
import type { Op } from "../protocol/ops.js";
import type { ValidationFailure } from "../schema/rules.js";
import type { ModelClass } from "../schema/ModelClass.js";
import type { BeforeImage } from "./BeforeImage.js";
import { ModelNode, withAllBelow, type Entry, type TreeNode } from "./ModelNode.js";
import { UnseenNode } from "./UnseenNode.js";
import { watchOf, type Watch } from "./Watch.js";
import { setValue, takeChild, takeItem } from "./writes.js";

/** What a tree needs of the session that it belongs to. */
export interface TreeHost {
  readonly session: AnySession;
  readonly reportError: ReportError;
  /**
   * Asks the server for one op, in a turn of its own or in the one that is being put together, and shows at once what it is expected to do.
   * @param complete makes the promise's value, at the moment at which the effect has been applied
   * @param failure why the server would say no: it is then not asked
   */
  submit<T>(op: Op, complete: (result: Json) => T, failure?: ValidationFailure): Promise<T>;
  /** Whether something is pending of what has an id: of an attribute, a method, or anything. */
  isPending(id: string | null, name?: string): boolean;
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
  /** What was shown before, where that is to be compared with what is shown then. */
  image: BeforeImage | null = null;
  /** What is done now is a guess at what the server will do. */
  isPredicting = false;
  /** The models that were shown as a guess, by their place: when the server confirms them, or they are guessed again, they stay the same objects. */
  readonly #guessed = new Map<string, ModelNode>();
  /** Those that the server has filled meanwhile: they are not what was guessed any more. */
  readonly #filled = new WeakSet<ModelNode>();

  constructor(readonly host: TreeHost) {}

  find(id: string): TreeNode | undefined {
    return this.#nodes.get(id);
  }

  /** Everything that is in the tree. */
  nodes(): Iterable<TreeNode> {
    return this.#nodes.values();
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

  /** A node without content for a model: one that was a guess and is not in the tree, or a new one. */
  nodeFor(type: ModelClass, id: string, owner: TreeNode | null): ModelNode {
    const place = placeOf(id, owner);
    const guessed = this.#guessed.get(place);
    if (guessed?.type === type && !this.#nodes.has(id)) {
      // It may hang on another guess still, from which somebody has moved it meanwhile.
      if (guessed.collection) takeItem(guessed.collection, guessed);
      for (const name of [...guessed.values.keys()]) setValue(guessed, name, undefined);
      for (const collection of guessed.collections.values()) for (const item of [...collection.items]) takeItem(collection, item);
      for (const name of [...guessed.models.keys()]) takeChild(guessed, name);
      if (this.isPredicting) this.#filled.delete(guessed);
      else this.#filled.add(guessed);
      return guessed;
    }
    const node = new ModelNode(this, type, id, null);
    if (this.isPredicting) this.#guessed.set(place, node);
    return node;
  }

  /** The model of an item that was a guess, whether it is shown or not. */
  guessed(id: string): ModelNode | undefined {
    return this.#guessed.get(placeOf(id, null));
  }

  /** The same as long as it is, with all below it, what it was when it was guessed. */
  guessedAsIs(id: string): ModelNode | undefined {
    const node = this.guessed(id);
    return node && !this.#filled.has(node) ? node : undefined;
  }

  /** What the server has removed is not taken again. */
  forget(node: ModelNode): void {
    if (this.isPredicting || this.#guessed.size === 0) return;
    for (const below of withAllBelow(node)) if (below instanceof ModelNode) this.#guessed.delete(placeOf(below.id, below.owner));
  }

  /** Nothing is pending: there are no guesses. */
  forgetGuesses(): void {
    this.#guessed.clear();
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

/** A child model is taken again below the same parent only; an item anywhere. */
function placeOf(id: string, owner: TreeNode | null): string {
  return owner && !("items" in owner) ? `${id} of ${owner.id}` : id;
}
