import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { Lane } from "../../models/index.js";
import { bindCollection } from "../dom/bindCollection.js";
import { element, setText } from "../dom/element.js";
import type { BoardContext } from "./BoardContext.js";
import { editableText } from "./editableText.js";
import { laneMenu } from "./laneMenu.js";
import { newCard } from "./newCard.js";

/** A lane with its cards. */
export class LaneView {
  readonly element: HTMLElement;
  readonly #lane: Lane;
  readonly #count = element("span", { class: "count" });

  constructor(lane: Lane, context: BoardContext) {
    this.#lane = lane;
    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, context.signal]);
    const { isMember } = context.me;
    const title = editableText("h2", "the lane's title", lane.title, isMember, (text) => (lane.title = text));
    const list = element("ol", { class: "cards" });
    this.element = element(
      "section",
      { class: "lane", role: "listitem", "aria-label": lane.title, "data-id": lane.id },
      element("header", { class: "lane-head" }, title.element, this.#count, isMember && laneMenu(lane, context.board, title.edit)),
      list,
      element("p", { class: "lane-empty" }, isMember ? "Nothing here. Drop a card, or write one." : "Nothing here."),
      isMember && newCard(lane),
    );

    bindCollection(list, lane.cards, (card) => context.viewOf(card).element, { signal });
    lane.on("change:title", ({ value }) => (title.show(value), this.element.setAttribute("aria-label", value)), { signal });
    lane.on("change:limit", () => this.#showCount(), { signal });
    for (const event of ["add", "remove", "move"] as const) lane.cards.on(event, () => this.#showCount(), { signal });
    this.#showCount();

    const forgetDrops = dropTargetForElements({ element: this.element, getData: () => ({ lane }) });
    signal.addEventListener("abort", forgetDrops);
    lane.on("remove", () => gone.abort());
  }

  #showCount(): void {
    const { cards, limit } = this.#lane;
    setText(this.#count, limit === null ? String(cards.length) : `${cards.length} / ${limit}`);
    this.#count.title = limit === null ? "Cards in this lane" : `${cards.length} of at most ${limit} cards`;
    this.#count.classList.toggle("full", limit !== null && cards.length >= limit);
  }
}
