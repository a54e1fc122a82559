import type { VirtualTime } from "./VirtualTime.js";

/** One direction of a connection: what is sent arrives later, in its order. */
export class Channel {
  #last = 0;
  #isOpen = true;
  /** It broke in the middle of something. */
  #isBroken = false;
  #cutsNext: ((sent: Buffer) => void) | null = null;
  inFlight = 0;

  /**
   * @param latency of the next that is sent
   * @param arrive gets what has arrived
   */
  constructor(
    readonly time: VirtualTime,
    readonly latency: () => number,
    readonly arrive: (bytes: Buffer) => void,
  ) {}

  /** Whether what is sent arrives. */
  get isWhole(): boolean {
    return this.#isOpen && !this.#isBroken;
  }

  send(bytes: Buffer): void {
    if (!this.isWhole) return;
    const cut = this.#cutsNext;
    this.#cutsNext = null;
    if (cut) return cut(bytes);
    this.#put(bytes);
  }

  /** Lets something happen at the other end when all that was sent before has arrived. */
  then(run: () => void): void {
    this.#last = Math.max(this.#last, this.time.now() + this.latency());
    this.time.at(this.#last, () => this.#isOpen && run());
  }

  /** Nothing arrives before this time has passed. */
  stall(ms: number): void {
    this.#last = Math.max(this.#last, this.time.now() + ms);
  }

  /** What was sent does not arrive any more. */
  close(): void {
    this.#isOpen = false;
    this.inFlight = 0;
  }

  /** Of what is sent next, only the beginning arrives; nothing after it. */
  cutNext(share: number, then: () => void): void {
    this.#cutsNext = (bytes) => {
      this.#put(bytes.subarray(0, Math.max(1, Math.floor(bytes.length * share))));
      this.#isBroken = true;
      then();
    };
  }

  #put(bytes: Buffer): void {
    this.#last = Math.max(this.#last, this.time.now() + this.latency());
    this.inFlight++;
    this.time.at(this.#last, () => {
      if (!this.#isOpen) return;
      this.inFlight--;
      this.arrive(bytes);
    });
  }
}
