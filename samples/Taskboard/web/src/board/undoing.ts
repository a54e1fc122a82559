import type { AnySession } from "capsule-client";
import { element } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { takeBack } from "./actions.js";

/** Buttons that take back what was done in this page, and do it again; Ctrl+Z and Ctrl+Shift+Z do the same. */
export function undoButtons(session: AnySession, signal: AbortSignal): readonly HTMLButtonElement[] {
  const button = (label: string, keys: string, step: "undo" | "redo") =>
    element("button", { class: "icon-button", type: "button", title: `${label} (${keys})`, "aria-label": label, on: { click: () => takeBack(session, step) } }, icon(step));
  const undo = button("Undo", "Ctrl+Z", "undo");
  const redo = button("Redo", "Ctrl+Shift+Z", "redo");
  const show = () => {
    undo.disabled = !session.canUndo;
    redo.disabled = !session.canRedo;
  };
  session.on("pending", show, { signal });
  show();
  document.addEventListener("keydown", (event) => {
    const step = stepOf(event);
    // A field takes back what was typed in it, as fields do; a dialog is in front of the board.
    if (!step || (event.target as Element).matches("input, textarea, select") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    takeBack(session, step);
  }, { signal });
  return [undo, redo];
}

function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : undefined;
}
