import type { ErrorCode } from "capsule-client";

/** A turn that somebody asked for, and what came of it. */
export interface Asked {
  /** Of these texts each is written once, if the turn is done. */
  readonly marks: string[];
  /** Marks that stand in the ledger once if the turn is done, and not at all if it is refused. */
  readonly stamps: string[];
  /** What it adds to the total. */
  total: bigint;
  readonly kinds: readonly string[];
  readonly who: string;
  /** The queue of turns and the number in it; absent where the client itself refused it. */
  client?: string;
  number?: number;
  /** The turn that it takes back or does again. */
  takesBack?: number;
  outcome: "waiting" | "done" | ErrorCode;
}
