import type { Card } from "./Card.js";

export function misuse(card: Card): void {
  card.dueAt = null; // error TS2540
}
