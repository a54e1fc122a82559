import type { Card } from "./Card.js";

export function misuse(card: Card): unknown {
  return card.titel; // error TS2551
}
