import { CapsuleError } from "../errors.js";
import { newSecretId } from "../ids.js";
import type { OfflineHost, OfflineKeeper, OfflineSession, OfflineTurn } from "../session/Offline.js";
import { Bulletin, type News } from "./Bulletin.js";
import { openDatabase, type ClientRecord } from "./database.js";
import { Inheritance } from "./Inheritance.js";
import { lockOf, takeLock, type Locks } from "./locks.js";
import { onHide } from "./onHide.js";
import { Shelf } from "./Shelf.js";

export interface KeeperOptions {
  /** The name of the database. */
  readonly database: string;
  readonly locks: Locks;
  readonly saveDelayMs: number;
}

/** The turns that were asked for in one go: they are kept together. */
interface Batch {
  readonly turns: OfflineTurn[];
  readonly kept: Promise<void>;
  readonly write: () => void;
}

/** Keeps a session in IndexedDB. The tab holds the lock of its queue; queues whose lock is free are of tabs that are gone. */
export class IndexedDbKeeper implements OfflineKeeper {
  client = newSecretId();
  kept: OfflineSession | undefined;
  #user: string | undefined;
  /** Users who became the present one: guests who have signed in. */
  readonly #former = new Set<string>();
  /** Gives the queue's lock back. */
  #release: () => void = () => {};
  #batch: Batch | undefined;
  /** What is being written. */
  readonly #writing = new Set<Promise<unknown>>();
  /** Turns whose effect is confirmed, and dropped with the next state. */
  #done: number[] = [];
  #timer: unknown = null;
  /** The state is another one than that which was kept last. */
  #isDirty = false;
  #hasReported = false;
  #isClosed = false;
  #inheritance: Inheritance | undefined;
  readonly #bulletin: Bulletin;
  readonly #endHide: () => void;

  private constructor(
    readonly host: OfflineHost,
    readonly shelf: Shelf,
    readonly options: KeeperOptions,
  ) {
    this.#bulletin = new Bulletin(options.database, (news) => this.#heard(news));
    this.#endHide = onHide(() => this.#save());
  }

  static async open(host: OfflineHost, shelf: Shelf, options: KeeperOptions): Promise<IndexedDbKeeper> {
    const keeper = new IndexedDbKeeper(host, shelf, options);
    try {
      await keeper.#open();
    } catch (error) {
      keeper.close();
      throw error;
    }
    return keeper;
  }

  async #open(): Promise<void> {
    const { shelf, host } = this;
    const user = (this.#user = await shelf.lastUser());
    const free = user === undefined ? undefined : await this.#adopt(user);
    if (free) this.client = free.client;
    else this.#release = (await takeLock(this.options.locks, lockOf(this.client), { ifAvailable: true })) ?? this.#release;
    if (user === undefined) return;
    if (!free) await shelf.begin(this.client, user);
    void this.#try(shelf.sweep());
    const [turns, state] = await Promise.all([shelf.turns(this.client), shelf.state(user)]);
    this.kept = { user, last: free?.last ?? 0, turns, state: state?.schema === host.schema ? state : undefined };
  }

  /** Takes a queue whose tab is gone: the first with turns that wait, else any. Those without turns are dropped. */
  async #adopt(user: string): Promise<ClientRecord | undefined> {
    const { shelf } = this;
    let adopted: ClientRecord | undefined;
    for (const { client } of await shelf.clients(user)) {
      const release = await takeLock(this.options.locks, lockOf(client), { ifAvailable: true });
      if (!release) continue;
      const record = await shelf.client(client);
      const isWaiting = (await shelf.turns(client)).length > 0;
      if (record && isWaiting) {
        if (adopted) await shelf.dropClient(adopted.client);
        this.#release();
        this.#release = release;
        return record;
      }
      if (record && !adopted) {
        adopted = record;
        this.#release = release;
        continue;
      }
      if (record) await shelf.dropClient(client);
      release();
    }
    return adopted;
  }

  live(user: string): void {
    if (user !== this.#user) {
      const isNew = this.#user === undefined;
      if (this.#user !== undefined) this.#former.add(this.#user);
      this.#user = user;
      this.#try(isNew ? this.shelf.begin(this.client, user) : this.shelf.give(this.client, user));
    }
    this.#bulletin.tell({ event: "queue", address: this.shelf.address, user });
    this.changed();
    this.lost();
    this.#inheritance = new Inheritance(this.host, this.shelf, this.options.locks, this.client, [user, ...this.#former], (work) => void this.#try(work));
    this.#inheritance.look();
  }

  lost(): void {
    this.#inheritance?.end();
    this.#inheritance = undefined;
  }

  keep(turn: OfflineTurn): Promise<void> {
    if (this.#user === undefined || this.#isClosed) return Promise.resolve();
    this.#batch ??= this.#newBatch();
    this.#batch.turns.push(turn);
    return this.#batch.kept;
  }

  #newBatch(): Batch {
    const turns: OfflineTurn[] = [];
    let write!: () => void;
    const { client } = this;
    const kept = new Promise<void>((resolve) => {
      write = () => {
        if (this.#batch?.turns !== turns) return;
        this.#batch = undefined;
        this.#try(this.shelf.keep(client, turns).then((isThere) => this.#check(isThere))).then(resolve);
      };
    });
    queueMicrotask(write);
    return { turns, kept, write };
  }

  settled(turn: number, isDone: boolean): void {
    if (!isDone) return void this.#try(this.shelf.dropTurn(this.client, turn));
    this.#done.push(turn);
    this.changed();
  }

  changed(): void {
    this.#isDirty = true;
    if (this.#timer !== null || this.#isClosed) return;
    this.#timer = this.host.dialling.clock.setTimeout(() => this.#save(), this.options.saveDelayMs);
  }

  #save(): void {
    this.host.dialling.clock.clearTimeout(this.#timer);
    this.#timer = null;
    const state = this.#isDirty ? this.host.state() : undefined;
    if (!state || state.user !== this.#user) return;
    this.#isDirty = false;
    this.#try(this.shelf.save(this.client, state, this.#done.splice(0)).then((isThere) => this.#check(isThere)));
  }

  renew(user: string | undefined): void {
    this.#batch?.write();
    void this.#afterWriting().then(this.#release);
    this.client = newSecretId();
    this.#done = [];
    this.#user = user;
    // Nobody else knows the id: the lock is there at once.
    const lock = takeLock(this.options.locks, lockOf(this.client), { ifAvailable: true });
    this.#release = () => void lock.then((release) => release?.());
    this.#try(lock);
    if (user !== undefined) this.#try(this.shelf.begin(this.client, user));
  }

  drop(client: string): void {
    this.#batch?.write();
    this.#try(this.shelf.dropClient(client));
  }

  denied(): void {
    if (this.#user !== undefined) this.#try(this.shelf.deny(this.#user));
    this.#isDirty = false;
  }

  async signOut(): Promise<void> {
    const user = this.#user;
    await this.#afterWriting();
    if (user === undefined) return;
    const { address, name } = this.shelf;
    const database = await openDatabase(this.options.database);
    try {
      await new Shelf(database, address, name).signOut(user);
    } finally {
      database.close();
    }
    const bulletin = new Bulletin(this.options.database, () => {});
    bulletin.tell({ event: "signed out", host: new URL(address).host, user });
    bulletin.close();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#batch?.write();
    this.#save();
    this.#isClosed = true;
    this.#endHide();
    this.lost();
    this.#bulletin.close();
    void this.#afterWriting().then(() => {
      this.shelf.database.close();
      this.#release();
    });
  }

  async #afterWriting(): Promise<void> {
    while (this.#writing.size > 0) await Promise.allSettled(this.#writing);
  }

  #heard(news: News): void {
    const { address } = this.shelf;
    if (news.user !== this.#user) return;
    if (news.event === "signed out") {
      if (news.host === new URL(address).host) this.host.signedOut();
    } else if (news.address === address) this.#inheritance?.look();
  }

  /** Without its queue, the user has signed out in another tab. */
  #check(isThere: boolean): void {
    if (!isThere && !this.#isClosed) this.host.signedOut();
  }

  /** Tells, once, when the device refuses something. */
  async #try(work: Promise<unknown>): Promise<void> {
    this.#writing.add(work);
    try {
      await work;
    } catch (cause) {
      if (!this.#hasReported) this.host.failed(refusedBy(cause));
      this.#hasReported = true;
    } finally {
      this.#writing.delete(work);
    }
  }
}

export function refusedBy(cause: unknown): CapsuleError {
  return new CapsuleError("storage", `The device does not keep what it was asked to: ${String(cause)}. What waits lasts as long as the page.`, { cause });
}
