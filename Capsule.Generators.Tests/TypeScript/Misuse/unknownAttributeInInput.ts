import type { Card } from "./Card.js";

export function misuse(card: Card): unknown {
  return card.comments.addServer({ texts: "Done?" }); // error TS2561
}
