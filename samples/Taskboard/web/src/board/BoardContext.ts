import type { Board, Card } from "../../models/index.js";
import type { Me } from "../identity/Me.js";
import type { CardView } from "./CardView.js";

/** What the parts of a board's page share. */
export interface BoardContext {
  readonly board: Board;
  readonly me: Me;
  /** Aborted when the page is left. */
  readonly signal: AbortSignal;
  /** The one view of a card, wherever the card is. */
  viewOf(card: Card): CardView;
}
