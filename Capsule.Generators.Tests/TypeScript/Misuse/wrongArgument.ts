import type { Card } from "./Card.js";

export function misuse(card: Card): Promise<number> {
  return card.callServerMethod("archive", 7); // error TS2345
}
