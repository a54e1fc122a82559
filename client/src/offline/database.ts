import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { OfflineState } from "../session/Offline.js";

/** A queue of turns. */
export interface ClientRecord {
  readonly client: string;
  /** Of the tree's socket. */
  readonly address: string;
  /** Whose it is: the tag that the server gave. */
  readonly user: string;
  /** The number of the last turn that has gone; those that wait have higher ones. */
  readonly last: number;
}

export interface TurnRecord {
  readonly client: string;
  readonly turn: number;
  /** The ops as JSON: a turn that is sent again is the same to the letter. */
  readonly ops: string;
}

export interface StateRecord {
  readonly address: string;
  readonly user: string;
  readonly state: OfflineState;
}

/** Who was live last. */
export interface UserRecord {
  readonly address: string;
  /** What the application calls the user; empty where it does not say. */
  readonly name: string;
  readonly user: string;
}

interface Schema extends DBSchema {
  clients: { key: string; value: ClientRecord; indexes: { place: [string, string]; user: string } };
  turns: { key: [string, number]; value: TurnRecord };
  states: { key: [string, string]; value: StateRecord; indexes: { user: string } };
  users: { key: [string, string]; value: UserRecord; indexes: { user: string } };
}

export type Database = IDBPDatabase<Schema>;

export function openDatabase(name: string): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      const clients = database.createObjectStore("clients", { keyPath: "client" });
      clients.createIndex("place", ["address", "user"]);
      clients.createIndex("user", "user");
      database.createObjectStore("turns", { keyPath: ["client", "turn"] });
      database.createObjectStore("states", { keyPath: ["address", "user"] }).createIndex("user", "user");
      database.createObjectStore("users", { keyPath: ["address", "name"] }).createIndex("user", "user");
    },
    // Another tab has a newer version of the page: it must not wait for this one.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
}
