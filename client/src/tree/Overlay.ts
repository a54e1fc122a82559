import type { TreeEvent } from "../protocol/events.js";
import type { Op } from "../protocol/ops.js";
import { stringify } from "../protocol/stringify.js";
import { BeforeImage } from "./BeforeImage.js";
import type { Changes } from "./Changes.js";
import { difference } from "./Difference.js";
import type { Notice } from "./notices.js";
import { predict } from "./predict.js";
import type { Tree } from "./Tree.js";

/**
 * What is expected of the turns that are pending, laid over what the server has confirmed. It is taken back before the confirmed state changes and laid on
 * again after it, so that the confirmed state is never mixed with guesses; what is told is the difference between what was shown and what is shown.
 */
export class Overlay {
  #laid: { readonly op: Op; readonly changes: Changes }[] = [];

  /** @param pending the ops of the turns that are pending, in their order */
  constructor(
    readonly tree: Tree,
    readonly pending: () => readonly Op[],
  ) {}

  /** Shows one more op. */
  lay(op: Op): void {
    const changes = predict(this.tree, op);
    if (changes && !changes.isEmpty) this.#laid.push({ op, changes });
  }

  /**
   * Lets something happen to the confirmed state, or to what is pending.
   * @param act gives what it has to tell, which is told as it is where nothing is pending
   * @returns what is to be told
   * @throws what `act` throws; what is shown is as it was then
   */
  rebase(act: () => readonly Notice[]): readonly Notice[] {
    if (!this.tree.image && this.#laid.length === 0 && this.pending().length === 0) return act();
    let told: readonly Notice[] = [];
    let isPlain = false;
    const difference = this.compare(() => {
      isPlain = this.#takeBack();
      try {
        told = act();
      } finally {
        isPlain = this.#layOn() && isPlain;
      }
    });
    return isPlain && !this.tree.image ? told : difference;
  }

  /**
   * What the server did is what was expected, to the letter: it is confirmed as it stands, and nothing is to be told.
   * @param ops of the turn that was done
   * @param events what it did
   */
  confirm(ops: readonly Op[], events: readonly TreeEvent[]): boolean {
    const laid = this.#laid.filter(({ op }) => ops.includes(op));
    const expected = laid.flatMap(({ changes }) => changes.notices.map(({ event }) => event));
    const isFirst = laid.every((entry, index) => entry === this.#laid[index]);
    if (!isFirst || laid.length === 0 || stringify(expected) !== stringify(events)) return false;
    this.#laid.splice(0, laid.length);
    return true;
  }

  /** What is confirmed, without what is pending. */
  confirmed<T>(read: () => T): T {
    this.#takeBack();
    try {
      return read();
    } finally {
      this.#layOn();
    }
  }

  /**
   * The difference that something makes to what is shown.
   * @returns what is to be told; nothing within another comparison, which tells it
   */
  compare(act: () => void): readonly Notice[] {
    const { tree } = this;
    if (tree.image) {
      act();
      return [];
    }
    const image = (tree.image = new BeforeImage());
    try {
      act();
    } finally {
      tree.image = null;
    }
    return difference(tree, image);
  }

  /** @returns whether nothing was shown */
  #takeBack(): boolean {
    const laid = this.#laid;
    this.#laid = [];
    for (const { changes } of laid.reverse()) changes.undo();
    return laid.length === 0;
  }

  /** @returns whether nothing is shown */
  #layOn(): boolean {
    for (const op of this.pending()) this.lay(op);
    return this.#laid.length === 0;
  }
}
