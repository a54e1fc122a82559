import type { Op } from "./ops.js";

/** What a client has, when it comes back. */
export interface Since {
  readonly epoch: string;
  readonly seq: number;
  readonly view: string;
}

/** The first message of a socket. */
export interface JoinMessage {
  readonly event: "join";
  /** Names one queue of turns; a secret between that queue and the server. */
  readonly client: string;
  /** All verdicts up to this turn have been received; absent or 0: a new queue. */
  readonly confirmed?: number;
  readonly schema?: string;
  readonly since?: Since;
  readonly token?: string;
}

/** Ops that are applied all, or none. */
export interface TurnMessage {
  readonly event: "turn";
  readonly turn: number;
  readonly confirmed: number;
  readonly ops: readonly Op[];
}

/** A renewed ticket. */
export interface TokenMessage {
  readonly event: "token";
  readonly token: string;
}

/** What a client sends. */
export type ClientMessage = JoinMessage | TurnMessage | TokenMessage;
