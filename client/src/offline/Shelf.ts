import { op as opCodec } from "../protocol/codec/ops.js";
import type { Op } from "../protocol/ops.js";
import { stringify } from "../protocol/stringify.js";
import type { OfflineState, OfflineTurn } from "../session/Offline.js";
import type { ClientRecord, Database } from "./database.js";

/** What is kept of one tree. What belongs together is one transaction; transactions take effect in the order of the calls. */
export class Shelf {
  /**
   * @param address of the tree's socket
   * @param name what the application calls the user; empty where it does not say
   */
  constructor(
    readonly database: Database,
    readonly address: string,
    readonly name: string,
  ) {}

  /** Who was live here last. */
  async lastUser(): Promise<string | undefined> {
    return (await this.database.get("users", [this.address, this.name]))?.user;
  }

  clients(user: string): Promise<ClientRecord[]> {
    return this.database.getAllFromIndex("clients", "place", [this.address, user]);
  }

  /** A queue, with the number of its last turn, whether that waits or not. */
  async client(client: string): Promise<ClientRecord | undefined> {
    const record = await this.database.get("clients", client);
    const waiting = (await this.database.getAllKeys("turns", turnsOf(client))).at(-1);
    return record && after(record, waiting?.[1]);
  }

  /** The turns of a queue, in their order. */
  async turns(client: string): Promise<OfflineTurn[]> {
    const records = await this.database.getAll("turns", turnsOf(client));
    return records.map(({ turn, ops }) => ({ turn, ops: JSON.parse(ops) as Op[] }));
  }

  async state(user: string): Promise<OfflineState | undefined> {
    return (await this.database.get("states", [this.address, user]))?.state;
  }

  /** Begins a queue; its user is the one who is live. All is asked of the device at once. */
  async begin(client: string, user: string): Promise<void> {
    const { address, name } = this;
    const transaction = this.database.transaction(["clients", "users"], "readwrite");
    const puts = [transaction.objectStore("clients").put({ client, address, user, last: 0 }), transaction.objectStore("users").put({ address, name, user })];
    transaction.commit();
    await Promise.all([...puts, transaction.done]);
  }

  /** Gives a queue to another user, who is the one who is live. */
  async give(client: string, user: string): Promise<void> {
    const { address, name } = this;
    const transaction = this.database.transaction(["clients", "users"], "readwrite");
    toldElsewhere(transaction.done);
    const clients = transaction.objectStore("clients");
    const last = (await clients.get(client))?.last ?? 0;
    await Promise.all([clients.put({ client, address, user, last }), transaction.objectStore("users").put({ address, name, user }), transaction.done]);
  }

  /** Drops turns whose queue is gone: they were asked for after its user had signed out in another tab. */
  async sweep(): Promise<void> {
    const transaction = this.database.transaction(["clients", "turns"], "readwrite");
    toldElsewhere(transaction.done);
    const turns = transaction.objectStore("turns");
    const [clients, keys] = await Promise.all([transaction.objectStore("clients").getAllKeys(), turns.getAllKeys()]);
    await Promise.all([...keys.filter(([client]) => !clients.includes(client)).map((key) => turns.delete(key)), transaction.done]);
  }

  /**
   * Adds turns to a queue. They last when this settles, also if the power fails then. All is asked of the device at once, so that they last as well if the page goes right now.
   * @returns false if the queue is not there any more
   */
  async keep(client: string, turns: readonly OfflineTurn[]): Promise<boolean> {
    const transaction = this.database.transaction(["clients", "turns"], "readwrite", { durability: "strict" });
    const key = transaction.objectStore("clients").getKey(client);
    const kept = turns.map(({ turn, ops }) => transaction.objectStore("turns").put({ client, turn, ops: stringify(ops.map((op) => opCodec.write(op))) }));
    transaction.commit();
    await Promise.all([key, ...kept, transaction.done]);
    if ((await key) !== undefined) return true;
    await this.dropClient(client);
    return false;
  }

  /**
   * Keeps a state, and with it drops the turns whose effect it has.
   * @returns false if the queue is not there any more
   */
  async save(client: string, state: OfflineState, done: readonly number[]): Promise<boolean> {
    const { address } = this;
    const transaction = this.database.transaction(["clients", "states", "turns"], "readwrite");
    toldElsewhere(transaction.done);
    const [clients, states] = [transaction.objectStore("clients"), transaction.objectStore("states")];
    const record = await clients.get(client);
    if (record) {
      const former = (await states.get([address, state.user]))?.state;
      // Another tab can be further.
      const isNewer = former?.schema !== state.schema || former.epoch !== state.epoch || former.seq <= state.seq;
      if (isNewer) await states.put({ address, user: state.user, state });
      await Promise.all([clients.put(after(record, ...done)), ...done.map((turn) => transaction.objectStore("turns").delete([client, turn]))]);
    }
    await transaction.done;
    return record !== undefined;
  }

  async dropTurn(client: string, turn: number): Promise<void> {
    const transaction = this.database.transaction(["clients", "turns"], "readwrite");
    toldElsewhere(transaction.done);
    const clients = transaction.objectStore("clients");
    const record = await clients.get(client);
    await Promise.all([record && clients.put(after(record, turn)), transaction.objectStore("turns").delete([client, turn]), transaction.done]);
  }

  async dropClient(client: string): Promise<void> {
    const transaction = this.database.transaction(["clients", "turns"], "readwrite");
    await Promise.all([transaction.objectStore("clients").delete(client), transaction.objectStore("turns").delete(turnsOf(client)), transaction.done]);
  }

  /** Drops what a user may not see any more. The user's queues stay. */
  async deny(user: string): Promise<void> {
    const { address, name } = this;
    const transaction = this.database.transaction(["states", "users"], "readwrite");
    await Promise.all([transaction.objectStore("states").delete([address, user]), transaction.objectStore("users").delete([address, name]), transaction.done]);
  }

  /** Drops all that is kept of a user of this server, of every tree. */
  async signOut(user: string): Promise<void> {
    const { host } = new URL(this.address);
    const transaction = this.database.transaction(["clients", "turns", "states", "users"], "readwrite");
    toldElsewhere(transaction.done);
    const turns = transaction.objectStore("turns");
    const isHere = ({ address }: { address: string }): boolean => new URL(address).host === host;
    for (const name of ["clients", "states", "users"] as const) {
      for (let cursor = await transaction.objectStore(name).index("user").openCursor(user); cursor; cursor = await cursor.continue()) {
        if (!isHere(cursor.value)) continue;
        if ("client" in cursor.value) await turns.delete(turnsOf(cursor.value.client));
        await cursor.delete();
      }
    }
    await transaction.done;
  }
}

/** A transaction that is taken back fails what waits for one of its requests, and its end as well, for which nobody waits then. */
function toldElsewhere(done: Promise<void>): void {
  done.catch(() => {});
}

/** A queue in which these numbers were given. */
function after(record: ClientRecord, ...turns: readonly (number | undefined)[]): ClientRecord {
  return { ...record, last: Math.max(record.last, ...turns.map((turn = 0) => turn)) };
}

function turnsOf(client: string): IDBKeyRange {
  return IDBKeyRange.bound([client], [client, []]);
}
