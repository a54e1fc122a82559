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
  /** Turns that were asked for since something was undone: if one of them changes what can be taken back, that cannot be done again any more. */
  readonly #since = new Set<number>();

  constructor(readonly submit: (op: UndoOp | RedoOp) => Promise<Undone>) {}

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    const last = this.#undone.at(-1);
    return last !== undefined && ![...this.#since].some((turn) => turn > last);
  }

  undo(): Promise<Undone | undefined> {
    return this.#take("undo", this.#done, this.#undone);
  }

  redo(): Promise<Undone | undefined> {
    return this.canRedo ? this.#take("redo", this.#undone, this.#done) : Promise.resolve(undefined);
  }

  asked(turn: number, [op]: readonly Op[]): void {
    if (op!.event === "undo" || op!.event === "redo") return;
    this.#done.push(turn);
    if (this.#undone.length > 0) this.#since.add(turn);
  }

  /**
   * A turn was done.
   * @param isBatch whether it has a batch; without one it changed nothing that can be taken back
   */
  applied(turn: number, isBatch: boolean): void {
    const isLater = this.#since.delete(turn);
    if (!isBatch) {
      take(this.#done, turn);
      take(this.#undone, turn);
    } else if (isLater) {
      this.#undone.splice(0, this.#undone.length, ...this.#undone.filter((undone) => undone >= turn));
    }
  }

  /** A turn was not done; or, if it was to take one back, that one cannot be taken back. */
  refused({ turn, ops: [op] }: { readonly turn?: number | undefined; readonly ops: readonly Op[] }): void {
    const refused = op?.event === "undo" || op?.event === "redo" ? op.turn : turn;
    take(this.#done, refused);
    take(this.#undone, refused);
    this.#since.delete(turn!);
  }

  clear(): void {
    this.#done.length = this.#undone.length = 0;
    this.#since.clear();
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

/** The turns that stand when undos and redos among them are done: those themselves are not among them. */
export function withoutUndone<T extends { readonly turn?: number | undefined; readonly ops: readonly Op[] }>(turns: readonly T[]): readonly T[] {
  const undone = new Set<number>();
  for (const { ops: [op] } of turns) {
    if (op?.event === "undo") undone.add(op.turn);
    if (op?.event === "redo") undone.delete(op.turn);
  }
  return turns.filter(({ turn, ops: [op] }) => op?.event !== "undo" && op?.event !== "redo" && !undone.has(turn!));
}
