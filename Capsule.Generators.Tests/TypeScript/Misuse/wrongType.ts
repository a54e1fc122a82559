import type { Card } from "./Card.js";

export function misuse(card: Card): void {
  card.points = "3"; // error TS2322
}
