import "fake-indexeddb/auto";
import { openDB } from "idb";
import { vi } from "vitest";
import type { ConnectOptions, ModelClass, Session } from "capsule-client";
import { offline, type OfflineOptions } from "capsule-client/offline";
import { Board } from "../mirror/index.js";
import { FakeLocks } from "./FakeLocks.js";
import type { FakeSocket } from "./FakeSocket.js";
import { Page } from "./Page.js";

let devices = 0;

/** A page in a tab of a device: it can be gone at any moment. */
export class Tab extends Page {
  constructor(
    readonly device: Device,
    root: ModelClass<Board>,
  ) {
    super(root);
  }

  get locks() {
    return this.device.locks.of(this);
  }

  /** Begins to connect, with what the device keeps. */
  open({ offline: given = {}, ...options }: Omit<ConnectOptions, "offline"> & { offline?: OfflineOptions } = {}): Promise<Session<Board>> {
    const connecting = this.connect({ offline: offline({ database: this.device.database, locks: this.locks, saveDelayMs: 2_000, ...given }), ...options });
    connecting.then((session) => (this.session = session), () => {});
    return connecting;
  }

  /** Waits for a number of sockets. @returns the last of them */
  async socketsCame(count: number): Promise<FakeSocket> {
    await vi.waitFor(() => {
      if (this.sockets.length < count) throw new Error(`${this.sockets.length} sockets of ${count}`);
    });
    return this.sockets[count - 1]!;
  }

  /** The tab is gone, without a word. */
  kill(): void {
    this.locks.kill();
    for (const socket of this.sockets) {
      socket.onclose = socket.onmessage = null;
      socket.isClosed = true;
    }
  }
}

/** What tabs share: a database and locks. */
export class Device {
  readonly database = `device ${++devices}`;
  readonly locks = new FakeLocks();

  tab(root: ModelClass<Board> = Board): Tab {
    return new Tab(this, root);
  }

  /** All that is in the database, by store. */
  async kept(): Promise<{ clients: any[]; turns: any[]; states: any[]; users: any[] }> {
    const database = await openDB(this.database, 1);
    try {
      const read = (name: string): Promise<any[]> => database.getAll(name);
      const [clients, turns, states, users] = await Promise.all([read("clients"), read("turns"), read("states"), read("users")]);
      return { clients: clients!, turns: turns!, states: states!, users: users! };
    } finally {
      database.close();
    }
  }

  /** Waits until so many are kept. */
  async keeps(wanted: { clients?: number; turns?: number; states?: number; users?: number }): Promise<void> {
    await vi.waitFor(async () => {
      const kept = await this.kept();
      for (const [name, count] of Object.entries(wanted)) {
        const { length } = kept[name as keyof typeof kept];
        if (length !== count) throw new Error(`${length} ${name} are kept, not ${count}`);
      }
    });
  }
}
