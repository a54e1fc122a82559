import type { Clock } from "../clock.js";
import { CapsuleQueueLost, CapsuleRefusal, type CapsuleError } from "../errors.js";
import type { HoldFrame, KnownTurns, VerdictFrame } from "../protocol/frames.js";
import type { Json } from "../protocol/Json.js";
import type { TurnMessage } from "../protocol/messages.js";
import type { Op } from "../protocol/ops.js";

/** What a turn asks for, and whom to tell what became of it. */
export interface TurnRequest {
  readonly ops: readonly Op[];
  done(results: readonly Json[]): void;
  failed(error: CapsuleError): void;
}

interface PendingTurn {
  readonly turn: number;
  readonly ops: readonly Op[];
  readonly request: TurnRequest;
  /** It lasts, where turns are kept: it may be sent. */
  isKept: boolean;
  sent: boolean;
  /** What the server answered; the effect is still to come. */
  applied?: { readonly seq: number; readonly results: readonly Json[] };
}

export interface TurnQueueEvents {
  /** Sends a turn. */
  send(message: TurnMessage): void;
  refused(refusal: CapsuleRefusal): void;
  /** The server has done a turn, and published a batch of it or not. */
  applied?(turn: number, isBatch: boolean): void;
  /** Keeps a turn, where turns are kept: it is sent when it lasts. */
  keep?(turn: PendingTurn): Promise<void> | undefined;
  /** It is known for good what became of a turn. */
  settled?(turn: number, isDone: boolean): void;
  /** A turn is pending no longer. */
  left(request: TurnRequest): void;
}

/**
 * The turns of one client id, numbered from 1, until each has its verdict and its effect.
 *
 *     enqueue → kept → waiting → sent → answered → settled (its batch has been applied)
 *                         ↑        │
 *                         └────────┘  held, or the socket went away: sent again with the same number, the server does it once
 */
export class TurnQueue {
  #pending: PendingTurn[] = [];
  #lastNumber = 0;
  #open = false;
  #limit = 1;
  #holdTimer: unknown = null;
  #heldFrom = Infinity;

  constructor(
    readonly clock: Clock,
    readonly holdMs: number,
    readonly events: TurnQueueEvents,
  ) {}

  /** All verdicts up to this turn have been received. */
  get confirmed(): number {
    const first = this.#pending.find(({ applied }) => !applied);
    return first ? first.turn - 1 : this.#lastNumber;
  }

  /** The turns that are pending, in their order. */
  get pending(): readonly PendingTurn[] {
    return this.#pending;
  }

  /** @returns the turn's number */
  enqueue(request: TurnRequest): number {
    const turn: PendingTurn = { turn: ++this.#lastNumber, ops: request.ops, request, isKept: false, sent: false };
    this.#pending.push(turn);
    const kept = (): void => {
      turn.isKept = true;
      this.#flush();
    };
    const keeping = this.events.keep?.(turn);
    if (keeping) void keeping.then(kept);
    else kept();
    return turn.turn;
  }

  /**
   * Goes on with a queue that was kept.
   * @param last the number of its last turn
   */
  restore(last: number, turns: readonly { readonly turn: number; readonly request: TurnRequest }[]): void {
    this.#lastNumber = last;
    this.#pending = turns.map(({ turn, request }) => ({ turn, ops: request.ops, request, isKept: true, sent: false }));
  }

  /** The socket is good for turns: whatever has no verdict is sent, again if need be. */
  open(turnsInFlight: number): void {
    this.#open = true;
    this.#limit = Math.max(1, turnsInFlight);
    this.#flush();
  }

  /** The socket is gone, and with it what was under way. */
  pause(): void {
    this.#open = false;
    this.#endHold();
    this.#rewind(0);
  }

  verdict(frame: VerdictFrame): void {
    const turn = this.#pending.find((other) => other.turn === frame.turn);
    // A second verdict of the same turn: it was sent again, and done once.
    if (!turn || turn.applied) return;
    if (frame.outcome === "applied") this.events.applied?.(frame.turn, frame.seq !== undefined);
    if (frame.outcome === "applied" && frame.seq !== undefined) {
      turn.applied = { seq: frame.seq, results: frame.results ?? [] };
    } else {
      if (frame.outcome === "applied") this.#done(turn, frame.results);
      else this.#refuse(turn, frame.error);
    }
    this.#flush();
  }

  /** The ops of the turn whose effect a batch has; none where it is of somebody else. */
  opsOf(seq: number): readonly Op[] {
    return this.#pending.find(({ applied }) => applied?.seq === seq)?.ops ?? [];
  }

  /** Every batch up to this one has been applied. */
  reached(seq: number): void {
    for (const turn of this.#pending) if (turn.applied && turn.applied.seq <= seq) this.#done(turn, turn.applied.results);
  }

  /**
   * Takes what the server knows of this queue.
   * @param seq the state has every batch up to this one; the others are still to come
   */
  take({ last, verdicts }: KnownTurns, seq: number): void {
    this.#lastNumber = Math.max(this.#lastNumber, last);
    for (const verdict of verdicts) this.verdict(verdict);
    // What has a verdict that the server need not keep was answered, and that was confirmed, before the page was loaded anew.
    for (const turn of this.#pending) if (turn.turn <= last && !turn.applied) this.#done(turn);
    this.reached(seq);
  }

  hold({ turn, next, code, retryAfterMs }: HoldFrame): void {
    this.#heldFrom = Math.min(this.#heldFrom, code === "gap" ? (next ?? turn) : turn);
    // Of turns that were sent behind a held one the server says the same: one timer does for all.
    this.#holdTimer ??= this.clock.setTimeout(() => {
      this.#rewind(this.#heldFrom);
      this.#endHold();
      this.#flush();
    }, retryAfterMs ?? this.holdMs);
  }

  /** The server has forgotten this queue: nothing is known of what it had not answered. */
  lost(): readonly CapsuleQueueLost[] {
    this.reached(Infinity);
    const errors = this.#pending.map(({ turn, ops }) => new CapsuleQueueLost(turn, ops));
    this.#pending.forEach((turn, index) => this.#fail(turn, errors[index]!));
    this.#lastNumber = 0;
    return errors;
  }

  /** The queue is another one, which begins: what is pending is not this user's. */
  abandon(error: CapsuleError): void {
    this.fail(error);
    this.#lastNumber = 0;
  }

  /** Ends all that is pending. */
  fail(error: CapsuleError): void {
    this.pause();
    for (const turn of this.#pending) this.#fail(turn, error);
  }

  #fail(turn: PendingTurn, error: CapsuleError): void {
    this.#drop(turn);
    turn.request.failed(error);
  }

  #done(turn: PendingTurn, results: readonly Json[] = []): void {
    this.#drop(turn);
    this.events.settled?.(turn.turn, true);
    turn.request.done(results);
  }

  #refuse(pending: PendingTurn, { code, message, op, attribute }: (VerdictFrame & { outcome: "rejected" })["error"]): void {
    const { turn, ops, request } = pending;
    const refusal = new CapsuleRefusal(code, message, { op, attribute }, turn, ops);
    this.#drop(pending);
    this.events.settled?.(turn, false);
    request.failed(refusal);
    this.events.refused(refusal);
  }

  #drop(turn: PendingTurn): void {
    this.#pending = this.#pending.filter((other) => other !== turn);
    this.events.left(turn.request);
  }

  #rewind(from: number): void {
    for (const turn of this.#pending) if (turn.turn >= from && !turn.applied) turn.sent = false;
  }

  #endHold(): void {
    this.clock.clearTimeout(this.#holdTimer);
    this.#holdTimer = null;
    this.#heldFrom = Infinity;
  }

  #flush(): void {
    if (!this.#open || this.#holdTimer !== null) return;
    let inFlight = this.#pending.filter(({ sent, applied }) => sent && !applied).length;
    for (const turn of this.#pending) {
      if (turn.sent || turn.applied) continue;
      if (!turn.isKept || inFlight++ >= this.#limit) return;
      turn.sent = true;
      this.events.send({ event: "turn", turn: turn.turn, confirmed: this.confirmed, ops: turn.ops });
    }
  }
}
