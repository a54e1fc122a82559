import { CapsuleError } from "../errors.js";
import { newSecretId } from "../ids.js";
import type { InitialFrame, ResumedFrame } from "../protocol/frames.js";
import type { OfflineHost, OfflineKeeper, OfflineSession, OfflineStore } from "./Offline.js";

/** Under which id and for whom a session's turns are queued; and its keeper, where it is kept on the device. */
export class Keeping {
  #client = newSecretId();
  /** Whose the queue is. */
  #owner: string | undefined;
  /** The queue was kept, and the server has not accepted it since. */
  #isAdopted = false;
  #keeper: OfflineKeeper | undefined;

  get client(): string {
    return this.#client;
  }

  get isAdopted(): boolean {
    return this.#isAdopted;
  }

  get keeper(): OfflineKeeper | undefined {
    return this.#keeper;
  }

  /** @returns what was kept, if anything was */
  async open(store: OfflineStore, host: OfflineHost): Promise<OfflineSession | undefined> {
    const keeper = (this.#keeper = await store.open(host));
    if (!keeper) return undefined;
    this.#client = keeper.client;
    this.#owner = keeper.kept?.user;
    this.#isAdopted = keeper.kept !== undefined;
    return keeper.kept;
  }

  /** The server has accepted the client. */
  accepted(user: string): void {
    this.#owner = user;
    this.#isAdopted = false;
  }

  /** Whether somebody else's turns wait, in a queue that the server has not found to be this user's. */
  isForeign({ user, turns }: InitialFrame | ResumedFrame): boolean {
    const isKnown = !("lost" in turns) && turns.last > 0;
    return user !== this.#owner && !isKnown;
  }

  /**
   * Goes on as another client, with an empty queue.
   * @param user whose it is, if that is known
   */
  renew(user: string | undefined): void {
    this.#isAdopted = false;
    this.#keeper?.renew(user);
    this.#client = this.#keeper?.client ?? newSecretId();
  }

  ended(error: CapsuleError): void {
    if (error.code === "forbidden" || error.code === "notFound") this.#keeper?.denied();
  }
}
