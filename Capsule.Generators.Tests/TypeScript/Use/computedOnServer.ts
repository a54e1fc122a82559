// What the server computes is read and listened to like any attribute.
import type { Depot, DepotInput } from "./Depot.js";
import type { ColdCrate } from "./ColdCrate.js";

export function use(depot: Depot, crate: ColdCrate): number {
  depot.on("change:amount", ({ value, previous }) => value - previous);
  depot.on("change:isFull", ({ value }) => value === true);
  const at: Date = depot.last.at;
  const fill: "empty" | "half" | "full" | null = depot.fill;
  return crate.isFrozen && fill !== null ? at.getTime() : depot.amount;
}

export const nothingToGive: DepotInput = {};
