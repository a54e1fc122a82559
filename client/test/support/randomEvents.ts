import fc from "fast-check";
import type { TreeEvent, Xport } from "capsule-client";
import type { Oracle } from "./Oracle.js";
import { author, card, comment, id, lane } from "./xports.js";

/** What happens next: a kind, and numbers that choose among what is there. */
export interface Step {
  readonly kind: "change" | "add" | "remove" | "move" | "child";
  readonly level: number;
  readonly what: number;
  readonly where: number;
  readonly at: number;
}

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("change", "add", "add", "remove", "move", "move", "child"),
  level: fc.nat(2),
  what: fc.nat(50),
  where: fc.nat(50),
  at: fc.nat(50),
});

/** Makes events that are right for the tree at their turn, and applies each to the oracle. */
export class RandomEvents {
  #made = 0;

  constructor(readonly oracle: Oracle) {}

  make(steps: readonly Step[]): TreeEvent[] {
    return steps.flatMap((next) => {
      const event = this.#event(next);
      if (event) this.oracle.apply(event);
      return event ? [event] : [];
    });
  }

  #event({ kind, level, what, where, at }: Step): TreeEvent | null {
    const name = ["lanes", "cards", "comments"][level]!;
    const collections = this.oracle.collections(name);
    if (collections.length === 0) return null;
    const from = collections[what % collections.length]!;
    const to = collections[where % collections.length]!;
    const item = from.models[at % Math.max(1, from.models.length)];
    switch (kind) {
      case "add":
        return { event: "add", collection: from.id, at: at % (from.models.length + 1), data: this.#fresh(level) };
      case "remove":
        return item ? { event: "remove", id: item.attrs.id, collection: from.id } : null;
      case "move": {
        if (!item) return null;
        const highest = to.models.length - (from === to ? 1 : 0);
        return { event: "move", collection: to.id, id: item.attrs.id, newPosition: where % (highest + 1), ...(from === to ? {} : { from: from.id }) };
      }
      case "change":
        return item ? { event: "change", id: item.attrs.id, data: level === 2 ? { text: `t${at}` } : { title: `t${at}`, ...(level === 1 ? { done: at % 2 === 0, tags: [`${at}`], after: this.#card(where) } : {}) } } : null;
      case "child":
        if (level === 0) return this.#aside(what, at);
        return level === 1 && item ? { event: "child", id: item.attrs.id, name: "author", data: at % 3 === 0 ? null : author(`by${++this.#made}`) } : null;
    }
  }

  /** A lane, which can be the child model of another one, gets one of its own, or loses it. */
  #aside(what: number, at: number): TreeEvent | null {
    const lanes = this.oracle.models().filter(({ collections }) => collections?.["cards"]);
    const owner = lanes[what % Math.max(1, lanes.length)];
    return owner ? { event: "child", id: owner.attrs.id, name: "aside", data: at % 3 === 0 ? null : this.#fresh(0) } : null;
  }

  /** The id of some card, or null. */
  #card(where: number): string | null {
    const cards = this.oracle.collections("cards").flatMap(({ models }) => models);
    return cards[where % (cards.length + 1)]?.attrs.id ?? null;
  }

  #fresh(level: number): Xport {
    const name = `n${++this.#made}`;
    if (level === 0) return lane(name, card(`${name}.1`, nobody), card(`${name}.2`, nobody, [comment(`${name}.3`)]));
    return level === 1 ? card(name, nobody, [comment(`${name}.4`)], author(`${name}.5`)) : comment(name);
  }
}

/** A card that refers to nothing. */
const nobody = { after: null, reviewer: null };

/** Something that fits no tree. */
export const misfit: TreeEvent = { event: "change", id: id("nobody"), data: {} };
