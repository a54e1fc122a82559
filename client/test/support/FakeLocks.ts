type Callback = (lock: Lock | null) => unknown;

interface Waiting {
  readonly tab: TabLocks;
  readonly grant: () => void;
}

/** The locks of a device, as the tabs have them. */
export class FakeLocks {
  readonly holders = new Map<string, TabLocks>();
  readonly waiting = new Map<string, Waiting[]>();
  readonly #tabs = new Map<object, TabLocks>();

  of(tab: object): TabLocks {
    if (!this.#tabs.has(tab)) this.#tabs.set(tab, new TabLocks(this));
    return this.#tabs.get(tab)!;
  }

  free(name: string): void {
    this.holders.delete(name);
    this.waiting.get(name)?.shift()?.grant();
  }
}

/** The locks of one tab. */
export class TabLocks {
  #isGone = false;

  constructor(readonly device: FakeLocks) {}

  /** The tab is gone, and with it what it holds and waits for. */
  kill(): void {
    this.#isGone = true;
    for (const [name, waiting] of this.device.waiting) this.device.waiting.set(name, waiting.filter(({ tab }) => tab !== this));
    for (const [name, tab] of [...this.device.holders]) if (tab === this) this.device.free(name);
  }

  request = ((name: string, { ifAvailable, signal }: LockOptions, callback: Callback): Promise<unknown> => {
    if (this.#isGone) return new Promise(() => {});
    const { device } = this;
    const hold = async (): Promise<unknown> => {
      device.holders.set(name, this);
      try {
        return await callback({ name, mode: "exclusive" });
      } finally {
        if (device.holders.get(name) === this && !this.#isGone) device.free(name);
      }
    };
    if (!device.holders.has(name)) return hold();
    if (ifAvailable) return Promise.resolve(callback(null));
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { tab: this, grant: () => void hold().then(resolve, reject) };
      device.waiting.set(name, [...(device.waiting.get(name) ?? []), waiting]);
      signal?.addEventListener("abort", () => {
        device.waiting.set(name, device.waiting.get(name)!.filter((other) => other !== waiting));
        reject(signal.reason);
      });
    });
  }) as LockManager["request"];
}
