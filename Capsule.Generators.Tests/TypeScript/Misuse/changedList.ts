import type { Card } from "./Card.js";

export function misuse(card: Card): number {
  return card.labels.push("urgent"); // error TS2339
}
