import type { Card } from "./Card.js";

export function misuse(card: Card): unknown {
  return card.get("ownerId"); // error TS2345
}
