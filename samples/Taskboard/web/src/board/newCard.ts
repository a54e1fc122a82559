import type { Lane } from "../../models/index.js";
import { element } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { toldElsewhere } from "./actions.js";

/** A button below the cards that becomes a field, for one card after the other. */
export function newCard(lane: Lane): HTMLElement {
  const field = element("textarea", { class: "new-card-field", rows: 2, maxlength: 200, placeholder: "What is to be done?", "aria-label": `New card in ${lane.title}`, on: { keydown, blur } });
  const button = element("button", { class: "new-card-button", type: "button", on: { click: open } }, icon("plus"), "Add a card");
  const view = element("div", { class: "new-card" }, button);
  return view;

  function open(): void {
    view.replaceChildren(field, element("p", { class: "hint" }, element("kbd", {}, "Enter"), " adds · ", element("kbd", {}, "Esc"), " ends"));
    field.focus();
  }

  function close(): void {
    field.value = "";
    view.replaceChildren(button);
  }

  function blur(): void {
    if (field.isConnected && field.value.trim() === "") close();
  }

  function keydown(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      close();
      button.focus();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      add();
    }
  }

  function add(): void {
    const title = field.value.trim();
    if (title === "") return;
    field.value = "";
    // What was refused is there to be tried again.
    lane.cards.addServer({ title }).then(toldElsewhere, () => (field.value ||= title));
  }
}
