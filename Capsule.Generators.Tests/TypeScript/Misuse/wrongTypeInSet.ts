import type { Card } from "./Card.js";

export function misuse(card: Card): Promise<void> {
  return card.setServer({ labels: "urgent" }); // error TS2322
}
