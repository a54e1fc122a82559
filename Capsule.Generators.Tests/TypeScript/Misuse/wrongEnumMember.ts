import type { Card } from "./Card.js";

export function misuse(card: Card): void {
  card.priority = "VeryHigh"; // error TS2820
}
