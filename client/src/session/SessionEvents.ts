import type { CapsuleError, CapsuleQueueLost, CapsuleRefusal } from "../errors.js";
import type { TreeEvent } from "../protocol/events.js";
import type { Op } from "../protocol/ops.js";

/**
 * `connecting`: a connection is being made · `live` · `offline`: it is gone, and tried again after a while; turns wait ·
 * `ended`: closed by the user or the server, for good · `updateNeeded`: the server speaks of what this page does not know; load the page again.
 */
export type SessionState = "connecting" | "live" | "offline" | "ended" | "updateNeeded";

/** A turn whose effect the server has not confirmed yet. */
export interface PendingTurn {
  readonly turn: number;
  /** What it asks for. */
  readonly ops: readonly Op[];
}

/** The events of a session, and what a handler is given. */
export interface SessionEvents {
  /** The server said no to a turn; its promise is rejected with the same. */
  refused: CapsuleRefusal;
  /** Other turns are pending. */
  pending: { readonly turns: readonly PendingTurn[] };
  state: { readonly state: SessionState; readonly previous: SessionState };
  /** A batch was confirmed, and what it changed in what is shown has been told. Not raised for a resynchronisation. */
  batch: { readonly seq: number; readonly events: readonly TreeEvent[] };
  /** What is here does not follow from what the server says: the whole state is fetched again. */
  resync: { readonly reason: string };
  /** The session is over, by the server's word. */
  ended: CapsuleError;
  /** The server has forgotten this client: whether these turns were done is not known. Their promises are rejected with the same. */
  queueLost: { readonly turns: readonly CapsuleQueueLost[] };
  /** Something went wrong; the session goes on. */
  error: CapsuleError;
}
