import type { Outcome } from "./simulate.js";

/** How often what happened in all scenarios. */
export class Histogram {
  readonly #totals = new Map<string, number>();
  #scenarios = 0;

  add({ counts }: Outcome): void {
    this.#scenarios++;
    for (const [what, times] of counts) this.#totals.set(what, (this.#totals.get(what) ?? 0) + times);
  }

  get scenarios(): number {
    return this.#scenarios;
  }

  toString(): string {
    return [...this.#totals]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, times]) => `${String(times).padStart(10)}  ${what}`)
      .join("\n");
  }
}
