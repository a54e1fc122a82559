import type { Board, Card, Lane } from "../../models/index.js";
import { activityView } from "../activity/activityView.js";
import { bindCollection } from "../dom/bindCollection.js";
import { element } from "../dom/element.js";
import type { Me } from "../identity/Me.js";
import type { BoardContext } from "./BoardContext.js";
import { CardView } from "./CardView.js";
import { dragging } from "./dragging.js";
import { keyboard } from "./keyboard.js";
import { LaneView } from "./LaneView.js";
import { newLane } from "./newLane.js";
import { topBar } from "./topBar.js";

/** The whole board: lanes, who is here, what happened. */
export function boardView(board: Board, me: Me): HTMLElement {
  const leaving = new AbortController();
  const cards = new WeakMap<Card, CardView>();
  const context: BoardContext = {
    board,
    me,
    signal: leaving.signal,
    viewOf: (card) => {
      const known = cards.get(card);
      if (known) return known;
      const view = new CardView(card, context);
      cards.set(card, view);
      // A deletion that is refused brings it back: with another view, for this one has ended.
      card.once("remove", () => cards.delete(card), { signal: leaving.signal });
      return view;
    },
  };

  const lanes = element("div", { class: "lanes", role: "list", "aria-label": "Lanes" });
  const views = new WeakMap<Lane, LaneView>();
  const laneOf = (lane: Lane) => {
    const known = views.get(lane);
    if (known) return known.element;
    const view = new LaneView(lane, context);
    views.set(lane, view);
    lane.once("remove", () => views.delete(lane), { signal: leaving.signal });
    return view.element;
  };
  bindCollection(lanes, board.lanes, laneOf, { signal: context.signal });

  const scroller = element("div", { class: "board" }, lanes, me.isMember && newLane(board));
  keyboard(scroller, context);
  if (me.isMember) dragging(context);
  document.body.classList.toggle("viewer", !me.isMember);
  return element("div", { class: "page" }, topBar(context), element("main", { class: "main" }, scroller, activityView(board.activity, context.signal)));
}
