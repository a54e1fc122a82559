import type { OfflineHost } from "../session/Offline.js";
import { Carrier } from "./Carrier.js";
import { lockOf, takeLock, type Locks } from "./locks.js";
import type { Shelf } from "./Shelf.js";

/** Sends what tabs that are gone have left, one queue after the other, for as long as there is a connection. Without one it is left to whoever opens the tree. */
export class Inheritance {
  readonly #awaited = new Set<string>();
  readonly #end = new AbortController();
  #carrying: Promise<unknown> = Promise.resolve();

  /**
   * @param own the session's own queue
   * @param users whose queues are sent
   * @param tried watches over work that can fail
   */
  constructor(
    readonly host: OfflineHost,
    readonly shelf: Shelf,
    readonly locks: Locks,
    readonly own: string,
    readonly users: readonly string[],
    readonly tried: (work: Promise<unknown>) => void,
  ) {}

  /** Looks for queues of other tabs, and waits for each to be left. */
  look(): void {
    this.tried(this.#look());
  }

  end(): void {
    this.#end.abort();
  }

  async #look(): Promise<void> {
    const records = await Promise.all(this.users.map((user) => this.shelf.clients(user)));
    for (const { client } of records.flat()) {
      if (client === this.own || this.#awaited.has(client) || this.#end.signal.aborted) continue;
      this.#awaited.add(client);
      this.tried(this.#inherit(client));
    }
  }

  async #inherit(client: string): Promise<void> {
    const release = await takeLock(this.locks, lockOf(client), { signal: this.#end.signal });
    if (!release) return;
    try {
      await (this.#carrying = this.#carrying.then(() => this.#carry(client)));
    } finally {
      release();
    }
  }

  async #carry(client: string): Promise<void> {
    const { shelf, host } = this;
    const record = await shelf.client(client);
    const turns = await shelf.turns(client);
    if (!record || this.#end.signal.aborted) return;
    const settled = (turn: number): void => this.tried(shelf.dropTurn(client, turn));
    if (turns.length === 0 || (await new Carrier(host, record, turns, this.#end.signal, settled).done)) await shelf.dropClient(client);
  }
}
