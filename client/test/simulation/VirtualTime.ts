import type { Clock } from "capsule-client";

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Time that goes from one thing that is to happen to the next. */
export class VirtualTime implements Clock {
  #now = 0;
  #order = 0;
  /** A heap: what comes first is at its top. */
  readonly #heap: Entry[] = [];

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): unknown {
    return this.at(this.#now + Math.max(0, ms), run);
  }

  clearTimeout(timer: unknown): void {
    if (timer) (timer as Entry).isCancelled = true;
  }

  at(at: number, run: () => void): unknown {
    const entry = { at, order: this.#order++, run, isCancelled: false };
    this.#heap.push(entry);
    for (let child = this.#heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (this.#isInOrder(parent, child)) break;
      this.#swap(parent, child);
      child = parent;
    }
    return entry;
  }

  /** When something is to happen next. */
  get next(): number {
    while (this.#heap[0]?.isCancelled) this.#pop();
    return this.#heap[0]?.at ?? Infinity;
  }

  goTo(now: number): void {
    this.#now = Math.max(this.#now, now);
  }

  /** Goes on to what is to happen next, and lets it happen. */
  runNext(): void {
    const { at, run } = this.#pop();
    this.goTo(at);
    run();
  }

  #pop(): Entry {
    const first = this.#heap[0]!;
    const last = this.#heap.pop()!;
    if (this.#heap.length === 0) return first;
    this.#heap[0] = last;
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      const right = left + 1;
      if (left >= this.#heap.length) break;
      const child = right < this.#heap.length && this.#isInOrder(right, left) ? right : left;
      if (this.#isInOrder(parent, child)) break;
      this.#swap(parent, child);
      parent = child;
    }
    return first;
  }

  #isInOrder(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a]!, this.#heap[b]!];
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }
}
