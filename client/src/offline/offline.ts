import type { OfflineHost, OfflineKeeper, OfflineStore } from "../session/Offline.js";
import { openDatabase } from "./database.js";
import { IndexedDbKeeper, refusedBy } from "./IndexedDbKeeper.js";
import type { Locks } from "./locks.js";
import { Shelf } from "./Shelf.js";

/** What `offline` may be told. */
export interface OfflineOptions {
  /**
   * Who the user is, in the application's own words: an id, or a name. What others left on the device is then not shown, not even before the server can say who is here. Without it, what is shown first
   * is what the user who was here last had.
   */
  readonly user?: string;
  /** The name of the database; `capsule` without it. */
  readonly database?: string;
  /** How long after a change the state is kept, in milliseconds; those that follow meanwhile are kept with it. Turns are kept at once. 2,000 without it. */
  readonly saveDelayMs?: number;
  /** Where locks come from; `navigator.locks` without it. */
  readonly locks?: Locks;
}

/** Keeps sessions in IndexedDB. */
export interface IndexedDbStore extends OfflineStore {
  /** Drops all that is kept on the device, of all users: for a page that signs out without a session. Sessions in other tabs end. */
  clear(): Promise<void>;
}

/**
 * Keeps the state and the turns that wait on the device, in IndexedDB: a change that was asked for is sent, once, also if the page is closed before there is a connection.
 *
 * ```ts
 * const session = await connect(Board, "/capsule", { key: "42", offline: offline({ user: me.id }) });
 * await session.signOut();   // ends it, and drops what is kept of the user
 * ```
 */
export function offline({ user = "", database = "capsule", saveDelayMs = 2_000, locks }: OfflineOptions = {}): IndexedDbStore {
  return { open, clear };

  async function open(host: OfflineHost): Promise<OfflineKeeper | undefined> {
    try {
      const present = locks ?? (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks;
      if (!present) throw new TypeError("there are no locks here (navigator.locks): browsers have them for pages over https and of localhost");
      return await IndexedDbKeeper.open(host, new Shelf(await openDatabase(database), host.dialling.url, user), { database, saveDelayMs, locks: present });
    } catch (cause) {
      host.failed(refusedBy(cause));
      return undefined;
    }
  }

  async function clear(): Promise<void> {
    const opened = await openDatabase(database);
    try {
      const names = [...opened.objectStoreNames];
      const transaction = opened.transaction(names, "readwrite");
      await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
    } finally {
      opened.close();
    }
  }
}
