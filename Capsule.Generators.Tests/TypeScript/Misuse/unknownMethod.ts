import type { Card } from "./Card.js";

export function misuse(card: Card): unknown {
  return card.callServerMethod("destroy", "done"); // error TS2345
}
