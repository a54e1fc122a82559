import type { CapsuleRefusal } from "../errors.js";
import type { Emitter, ReportError } from "../events/Emitter.js";
import type { TransientFrame } from "../protocol/frames.js";
import { raiseNotices, type Notice } from "../tree/notices.js";
import type { Tree } from "../tree/Tree.js";
import { raiseBroadcasts } from "./broadcasts.js";
import { News } from "./News.js";
import type { PendingMarks } from "./PendingMarks.js";
import type { PendingTurn } from "./SessionEvents.js";

/** Tells what happened, when what happened before has been told. */
export class Announcer {
  readonly #news = new News();
  #refusals: CapsuleRefusal[] = [];
  #hasOtherTurns = false;

  constructor(
    readonly tree: Tree,
    readonly marks: PendingMarks,
    readonly emitter: Emitter,
    readonly reportError: ReportError,
    readonly pending: () => readonly PendingTurn[],
  ) {}

  /** Is told with the next announcement. */
  refused(refusal: CapsuleRefusal): void {
    this.#refusals.push(refusal);
  }

  /** Other turns are pending, or can be taken back: it is told with the next announcement. */
  otherTurns(): void {
    this.#hasOtherTurns = true;
  }

  announce(notices: readonly Notice[], then: () => void = () => {}): void {
    const refusals = this.#refusals.splice(0);
    const touched = this.marks.takeTouched();
    const hasOtherTurns = this.#hasOtherTurns;
    this.#hasOtherTurns = false;
    this.#news.tell(() => {
      raiseNotices(notices, this.reportError);
      for (const refusal of refusals) this.emitter.emit("refused", refusal, this.reportError);
      for (const id of touched) this.#raisePending(id);
      if (hasOtherTurns && this.emitter.has("pending")) this.emitter.emit("pending", { turns: this.pending() }, this.reportError);
      then();
    });
  }

  /** Tells of what happened that is no state. */
  heard({ events }: TransientFrame): void {
    this.#news.tell(() => raiseBroadcasts(this.tree, events, this.reportError));
  }

  #raisePending(id: string): void {
    const node = this.tree.find(id);
    if (node) node.emitter.emit("pending", "items" in node ? { collection: node.facade } : { model: node.facade }, this.reportError);
  }
}
