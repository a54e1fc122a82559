import type { Author } from "./Author.js";
import type { Card } from "./Card.js";

export function misuse(card: Card, author: Author): void {
  card.answer = author; // error TS2739
}
