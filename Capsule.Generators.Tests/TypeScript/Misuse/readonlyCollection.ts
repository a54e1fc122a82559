import type { Card } from "./Card.js";

export function misuse(card: Card, other: Card): void {
  card.comments = other.comments; // error TS2540
}
