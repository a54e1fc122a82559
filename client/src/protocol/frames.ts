import type { EndCode, HoldCode, VerdictCode } from "./codes.js";
import type { TreeEvent } from "./events.js";
import type { Json } from "./Json.js";
import type { Xport } from "./Xport.js";

/** What was wrong, and where. */
export interface WireError<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  /** The index of the op within its turn. */
  readonly op?: number;
  readonly attribute?: string;
}

/** Limits that a client has to know. */
export interface Limits {
  /** Size of one message, in bytes. */
  readonly messageBytes: number;
  readonly opsPerTurn: number;
  /** Turns that may be under way unanswered. */
  readonly turnsInFlight: number;
  readonly turnsPerSecond: number;
}

/** Where the client's queue of turns stands on the server. */
export interface KnownTurns {
  /** The last turn recorded. */
  readonly last: number;
  /** Every verdict above what the client confirmed. */
  readonly verdicts: readonly VerdictFrame[];
}

/** The server no longer knows the client's queue of turns. */
export interface LostTurns {
  readonly lost: true;
}

export type Turns = KnownTurns | LostTurns;

export interface TemplatesFrame {
  readonly event: "templates";
  readonly templates: { readonly [name: string]: string };
}

/** The whole state. */
export interface InitialFrame {
  readonly event: "initial";
  readonly epoch: string;
  readonly seq: number;
  readonly view: string;
  readonly user: string;
  readonly schema: string;
  readonly turns: Turns;
  readonly limits: Limits;
  readonly app: Xport;
}

/** The client's state holds; what it missed follows. */
export interface ResumedFrame {
  readonly event: "resumed";
  readonly epoch: string;
  readonly seq: number;
  readonly view: string;
  readonly user: string;
  readonly turns: Turns;
}

/** What one turn published; applied whole or not at all. */
export interface BatchFrame {
  readonly event: "batch";
  readonly seq: number;
  readonly events: readonly TreeEvent[];
}

/** Changes of transient members: not numbered, never replayed. */
export interface TransientFrame {
  readonly event: "transient";
  /** The batch after which they hold. */
  readonly after: number;
  readonly events: readonly TreeEvent[];
  /** The collections of which the events say all that is in them: what was in them before is to go. After `resumed`, as some may have been missed. */
  readonly replaces?: readonly string[];
}

export interface AppliedFrame {
  readonly event: "verdict";
  readonly turn: number;
  readonly outcome: "applied";
  /** The batch with the turn's effect; absent where the turn changed nothing durable. */
  readonly seq?: number;
  /** One result per op. */
  readonly results?: readonly Json[];
}

export interface RejectedFrame {
  readonly event: "verdict";
  readonly turn: number;
  readonly outcome: "rejected";
  readonly error: WireError<VerdictCode>;
}

export type VerdictFrame = AppliedFrame | RejectedFrame;

/** The turn was not recorded: it is to be sent again. */
export interface HoldFrame {
  readonly event: "hold";
  readonly turn: number;
  readonly code: HoldCode;
  readonly retryAfterMs?: number;
  /** The turn that the server waits for, when the code is `gap`. */
  readonly next?: number;
}

/** The answer to a message that is no readable turn. */
export interface ErrorFrame {
  readonly event: "error";
  readonly error: WireError;
}

/** The last frame; then the socket closes. */
export interface EndedFrame {
  readonly event: "ended";
  readonly error: WireError<EndCode>;
}

/** One thing that the server says. A message is an array of them; an empty one is a heartbeat. */
export type Frame =
  | TemplatesFrame
  | InitialFrame
  | ResumedFrame
  | BatchFrame
  | TransientFrame
  | VerdictFrame
  | HoldFrame
  | ErrorFrame
  | EndedFrame;
