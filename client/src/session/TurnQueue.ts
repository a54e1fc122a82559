import type { Clock } from "../clock.js";
import { CapsuleQueueLost, CapsuleRefusal, type CapsuleError } from "../errors.js";
import type { HoldFrame, KnownTurns, VerdictFrame } from "../protocol/frames.js";
import type { Json } from "../protocol/Json.js";
import type { TurnMessage } from "../protocol/messages.js";
import type { Op } from "../protocol/ops.js";

/** When a server that holds a turn does not say when to send it again. */
const defaultRetryMs = 250;

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
  sent: boolean;
  /** What the server answered; the effect is still to come. */
  applied?: { readonly seq: number; readonly results: readonly Json[] };
}

export interface TurnQueueEvents {
  /** Sends a turn. */
  send(message: TurnMessage): void;
  refused(refusal: CapsuleRefusal): void;
  /** A turn is pending no longer. */
  left(request: TurnRequest): void;
}

/**
 * The turns of one client id, numbered from 1, until each has its verdict and its effect.
 *
 *     enqueue → waiting → sent → answered → settled (its batch has been applied)
 *                  ↑        │
 *                  └────────┘  held, or the socket went away: sent again with the same number, the server does it once
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
    const turn = ++this.#lastNumber;
    this.#pending.push({ turn, ops: request.ops, request, sent: false });
    this.#flush();
    return turn;
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
    if (frame.outcome === "applied" && frame.seq !== undefined) {
      turn.applied = { seq: frame.seq, results: frame.results ?? [] };
    } else {
      this.#drop(turn);
      if (frame.outcome === "applied") turn.request.done(frame.results ?? []);
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
    for (const turn of this.#pending.filter(({ applied }) => applied && applied.seq <= seq)) {
      this.#drop(turn);
      turn.request.done(turn.applied!.results);
    }
  }

  /**
   * Takes what the server knows of this queue.
   * @param seq the state has every batch up to this one; the others are still to come
   */
  take({ last, verdicts }: KnownTurns, seq: number): void {
    this.#lastNumber = Math.max(this.#lastNumber, last);
    for (const verdict of verdicts) this.verdict(verdict);
    this.reached(seq);
  }

  hold({ turn, next, code, retryAfterMs }: HoldFrame): void {
    this.#heldFrom = Math.min(this.#heldFrom, code === "gap" ? (next ?? turn) : turn);
    // Of turns that were sent behind a held one the server says the same: one timer does for all.
    this.#holdTimer ??= this.clock.setTimeout(() => {
      this.#rewind(this.#heldFrom);
      this.#endHold();
      this.#flush();
    }, retryAfterMs ?? defaultRetryMs);
  }

  /** The server has forgotten this queue: nothing is known of what it had not answered. */
  lost(): readonly CapsuleQueueLost[] {
    this.reached(Infinity);
    const errors = this.#pending.map(({ turn, ops }) => new CapsuleQueueLost(turn, ops));
    this.#lastNumber = 0;
    this.#pending.forEach((turn, index) => this.#fail(turn, errors[index]!));
    return errors;
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

  #refuse({ turn, ops, request }: PendingTurn, { code, message, op, attribute }: (VerdictFrame & { outcome: "rejected" })["error"]): void {
    const refusal = new CapsuleRefusal(code, message, { op, attribute }, turn, ops);
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
      if (inFlight++ >= this.#limit) return;
      turn.sent = true;
      this.events.send({ event: "turn", turn: turn.turn, confirmed: this.confirmed, ops: turn.ops });
    }
  }
}
