import type { Card } from "./Card.js";

export function misuse(card: Card): Promise<void> {
  return card.setServer({ dueAt: null }); // error TS2353
}
