import type { Card } from "./Card.js";

export function misuse(card: Card): void {
  void card.setServer({ answer: card.id }); // error TS2322
}
