import type { CapsuleError, CapsuleQueueLost, CapsuleRefusal } from "../errors.js";
import type { Limits } from "../protocol/frames.js";
import type { Since } from "../protocol/messages.js";
import type { Op } from "../protocol/ops.js";
import type { Xport } from "../protocol/Xport.js";
import type { Dialling } from "./Link.js";

/** What keeps sessions on the device. Made by `offline` of `capsule-client/offline`. */
export interface OfflineStore {
  /**
   * Opens what is kept of one tree.
   * @returns undefined where the device keeps nothing; that has been told then, and the session goes on in memory
   */
  open(host: OfflineHost): Promise<OfflineKeeper | undefined>;
}

/** The state of a tree as a server confirmed it. */
export interface OfflineState {
  /** The hash of the mirror's schema. */
  readonly schema: string;
  readonly epoch: string;
  readonly seq: number;
  readonly view: string;
  readonly user: string;
  readonly limits: Limits;
  readonly app: Xport;
}

/** A turn of a queue that is kept. */
export interface OfflineTurn {
  readonly turn: number;
  readonly ops: readonly Op[];
}

/** What was kept of a session. */
export interface OfflineSession {
  /** Whose it is. */
  readonly user: string;
  /** Of the same schema as the mirror, if there is one. */
  readonly state: OfflineState | undefined;
  /** The number of the last turn that was asked for. */
  readonly last: number;
  readonly turns: readonly OfflineTurn[];
}

/** What a keeper is told by its session, and asks of it. */
export interface OfflineHost {
  readonly dialling: Dialling;
  /** The hash of the mirror's schema. */
  readonly schema: string;
  /** A fresh token, where the application has some. */
  token(): Promise<string | undefined>;
  /** The confirmed state; undefined while there is none that can be trusted. */
  state(): OfflineState | undefined;
  /** How far the state is. */
  since(): Since | undefined;
  /** How many turns may be sent and not answered. */
  turnsInFlight(): number;
  /** The device refuses something. */
  failed(error: CapsuleError): void;
  /** A turn of another tab, which is gone, was refused. */
  refused(refusal: CapsuleRefusal): void;
  /** The server has forgotten the queue of another tab, which is gone. */
  lost(turns: readonly CapsuleQueueLost[]): void;
  /** The user has signed out in another tab. */
  signedOut(): void;
}

/** What is kept of one session. */
export interface OfflineKeeper {
  /** The id of the queue of turns. */
  readonly client: string;
  /** What was kept under that id, or of the user who was here last; undefined where nothing was. */
  readonly kept: OfflineSession | undefined;
  /** The session is live, as a user. */
  live(user: string): void;
  /** The connection is gone. */
  lost(): void;
  /** Keeps a turn. Settles when it lasts, or the device has refused it; never rejects. */
  keep(turn: OfflineTurn): Promise<void>;
  /** The effect of a turn is confirmed; or it was refused and has none. */
  settled(turn: number, isDone: boolean): void;
  /** The confirmed state is another one. */
  changed(): void;
  /** The queue is under another id from now on, empty, and a user's; without one it is not known yet whose. */
  renew(user: string | undefined): void;
  /** Drops the queue of an id that was the session's before. */
  drop(client: string): void;
  /** The user may not see this: the state is not kept. */
  denied(): void;
  /** Drops all that is kept of the user. */
  signOut(): Promise<void>;
  /** The session is over. What waits is kept. */
  close(): void;
}
