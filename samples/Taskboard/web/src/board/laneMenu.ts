import type { Board, Lane } from "../../models/index.js";
import { element } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { clearDone, deleteLane } from "./actions.js";

/** What can be done with a lane. */
export function laneMenu(lane: Lane, board: Board, rename: () => void): HTMLElement {
  const limit = element("input", { type: "number", min: 1, max: 99, placeholder: "any", "aria-label": "Most cards in this lane", on: { change: setLimit } });
  const choice = (label: string, run: () => void, kind = "") =>
    element("button", { class: `menu-choice ${kind}`, type: "button", on: { click: () => (menu.hidePopover(), run()) } }, label);
  const left = choice("Move left", () => move(-1));
  const right = choice("Move right", () => move(1));
  const menu = element(
    "div",
    { class: "menu", popover: "auto", on: { beforetoggle, keydown } },
    choice("Rename", rename),
    element("label", { class: "menu-field" }, "Limit", limit),
    choice("Clear what is done", () => clearDone(lane)),
    left,
    right,
    choice("Delete lane", () => deleteLane(lane, board), "danger"),
  );
  const button = element("button", { class: "icon-button", type: "button", "aria-label": `Menu of ${lane.title}`, "aria-haspopup": "true" }, icon("more"));
  button.popoverTargetElement = menu;
  return element("div", { class: "lane-menu" }, button, menu);

  function beforetoggle(event: Event): void {
    if ((event as ToggleEvent).newState !== "open") return;
    const box = button.getBoundingClientRect();
    menu.style.top = `${box.bottom + 6}px`;
    menu.style.left = `${Math.max(8, Math.min(box.right - 200, innerWidth - 216))}px`;
    limit.value = lane.limit === null ? "" : String(lane.limit);
    left.disabled = board.lanes.first() === lane;
    right.disabled = board.lanes.last() === lane;
  }

  function keydown(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const stops = [...menu.querySelectorAll<HTMLElement>("button:enabled, input")];
    const now = stops.indexOf(document.activeElement as HTMLElement);
    stops.at((now + (event.key === "ArrowDown" ? 1 : -1)) % stops.length)?.focus();
  }

  function setLimit(): void {
    if (limit.checkValidity()) lane.limit = limit.value === "" ? null : limit.valueAsNumber;
  }

  function move(by: number): void {
    void lane.moveServer(board.lanes.indexOf(lane) + by);
  }
}
