import type { Op, RedoOp, UndoOp } from "../protocol/ops.js";

/** What became of an undo or a redo. */
export interface Undone {
  /** What could not be taken back, because somebody has changed it since: an attribute of a model or, without a property, where the model is. */
  readonly skipped: readonly { readonly id: string; readonly property?: string }[];
}

/** Which of this client's turns can be taken back, and which done again. The server has what that needs. */
export class UndoStack {
  readonly #done: number[] = [];
  readonly #undone: number[] = [];

  constructor(readonly submit: (op: UndoOp | RedoOp) => Promise<Undone>) {}

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  undo(): Promise<Undone | undefined> {
    return this.#take("undo", this.#done, this.#undone);
  }

  redo(): Promise<Undone | undefined> {
    return this.#take("redo", this.#undone, this.#done);
  }

  /** A turn was asked for. What was undone before cannot be done again any more. */
  asked(turn: number, [op]: readonly Op[]): void {
    if (op!.event === "undo" || op!.event === "redo") return;
    this.#done.push(turn);
    this.#undone.length = 0;
  }

  /** A turn was not done; or, if it was to take one back, that one cannot be taken back. */
  refused({ turn, ops: [op] }: { readonly turn?: number | undefined; readonly ops: readonly Op[] }): void {
    const refused = op?.event === "undo" || op?.event === "redo" ? op.turn : turn;
    take(this.#done, refused);
    take(this.#undone, refused);
  }

  clear(): void {
    this.#done.length = this.#undone.length = 0;
  }

  async #take(event: "undo" | "redo", from: number[], to: number[]): Promise<Undone | undefined> {
    const turn = from.pop();
    if (turn === undefined) return undefined;
    to.push(turn);
    try {
      return await this.submit({ event, turn });
    } catch (error) {
      // Where it was never asked for, it can still be.
      if (take(to, turn)) from.push(turn);
      throw error;
    }
  }
}

/** @returns whether the turn was in the list */
function take(turns: number[], turn: number | undefined): boolean {
  const index = turn === undefined ? -1 : turns.indexOf(turn);
  if (index >= 0) turns.splice(index, 1);
  return index >= 0;
}
