import type { Board } from "../../models/index.js";
import { element } from "../dom/element.js";
import { icon } from "../dom/icon.js";

/** A button at the end of the board that becomes a field. */
export function newLane(board: Board): HTMLElement {
  const field = element("input", { class: "new-lane-field", type: "text", maxlength: 80, placeholder: "Name of the lane", "aria-label": "Name of the new lane", on: { keydown, blur: close } });
  const button = element("button", { class: "new-lane-button", type: "button", on: { click: open } }, icon("plus"), "Add a lane");
  const view = element("div", { class: "new-lane" }, button);
  return view;

  function open(): void {
    view.replaceChildren(field);
    field.focus();
  }

  function close(): void {
    field.value = "";
    if (field.isConnected) view.replaceChildren(button);
  }

  function keydown(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      close();
      button.focus();
    } else if (event.key === "Enter" && field.value.trim() !== "") {
      void board.lanes.addServer({ title: field.value.trim() });
      field.value = "";
    }
  }
}
