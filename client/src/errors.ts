import type { Op } from "./protocol/ops.js";
import type { WireCode } from "./protocol/codes.js";

/**
 * What went wrong: a code of the protocol, or of the client itself —
 * `closed` (the session was closed), `unreachable` (no connection could be made), `queueLost` (see {@link CapsuleQueueLost}),
 * `updateNeeded` (the server speaks of what this page does not know), `protocol` (the server said what it must not),
 * `storage` (the device does not keep what it was asked to).
 */
export type ErrorCode = WireCode | "closed" | "unreachable" | "queueLost" | "updateNeeded" | "protocol" | "storage";

/** Where in a turn it went wrong. */
export interface ErrorPlace {
  /** The index of the op in its turn. */
  readonly op?: number;
  /** The wire name of the attribute. */
  readonly attribute?: string;
}

/** An error of a session. */
export class CapsuleError extends Error {
  override readonly name: string = "CapsuleError";
  readonly op: number | undefined;
  readonly attribute: string | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    place: ErrorPlace & ErrorOptions = {},
  ) {
    super(message, place);
    this.op = place.op;
    this.attribute = place.attribute;
  }
}

/** The server said no to a turn; nothing of it was done. */
export class CapsuleRefusal extends CapsuleError {
  override readonly name = "CapsuleRefusal";

  constructor(
    code: ErrorCode,
    message: string,
    place: ErrorPlace,
    /** The number of the turn; undefined where the client itself refused it and it was not sent. */
    readonly turn: number | undefined,
    /** What was asked for. */
    readonly ops: readonly Op[],
  ) {
    super(code, message, place);
  }
}

/** The server has forgotten this client's queue of turns: whether the turn was done is not known. */
export class CapsuleQueueLost extends CapsuleError {
  override readonly name = "CapsuleQueueLost";

  constructor(
    readonly turn: number,
    readonly ops: readonly Op[],
  ) {
    super("queueLost", `The server no longer knows this client, so it is not known whether turn ${turn} was done. Look at the model, and ask again if it was not.`);
  }
}
