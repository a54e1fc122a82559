import type { Clock } from "../clock.js";
import { endCloseCodes, type WireCode } from "../protocol/codes.js";
import type { Credentials } from "./Credentials.js";

/** The code of the end that the server closed a socket with; undefined where it is none of the protocol's. */
export function codeOf(closeCode: number | undefined): WireCode | undefined {
  return Object.entries(endCloseCodes).find(([, number]) => number === closeCode)?.[0] as WireCode | undefined;
}

/** Whether the server ends the session for now, and nothing of it. */
export function isForNow(code: string): boolean {
  return code === "closing" || code === "rateLimited";
}

/** After which ends of a session it is worth coming back. */
export class Endings {
  #supersededAt = -Infinity;

  constructor(
    readonly clock: Clock,
    readonly stableMs: number,
    readonly credentials: Credentials,
  ) {}

  /**
   * One whose ticket ran out comes back if there is a way to a fresh one. What supersedes a session may be its own join of before, which came late; if it is taken away again soon, somebody else
   * has the queue. Asked once for each end.
   */
  isPassing(code: string): boolean {
    if (code === "superseded") {
      const [now, before] = [this.clock.now(), this.#supersededAt];
      this.#supersededAt = now;
      return now - before > this.stableMs;
    }
    return isForNow(code) || (code === "expired" && this.credentials.canRefresh);
  }
}
