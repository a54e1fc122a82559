import { element } from "../dom/element.js";

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["↑", "↓", "←", "→"], "go from card to card"],
  [["Ctrl", "↑ ↓ ← →"], "move the card"],
  [["Enter"], "change the card"],
  [["Space"], "done, or not"],
  [["T"], "take the card, or put it back"],
  [["Delete"], "delete the card"],
  [["Esc"], "leave a form as it was"],
  [["Ctrl", "Z"], "undo; with Shift, do it again"],
];

/** Tells what the keyboard can do. */
export function keysDialog(): void {
  if (document.querySelector("dialog[open]")) return;
  const rows = keys.map(([names, does]) => element("div", {}, element("dt", {}, ...names.map((name) => element("kbd", {}, name))), element("dd", {}, does)));
  const dialog: HTMLDialogElement = element(
    "dialog",
    { class: "keys", "aria-labelledby": "keys-title", on: { close: () => dialog.remove(), click: (event) => event.target === dialog && dialog.close() } },
    element("h2", { id: "keys-title" }, "Keyboard"),
    element("p", {}, "With a card in focus:"),
    element("dl", {}, ...rows),
    element("button", { class: "button primary small", type: "button", on: { click: () => dialog.close() } }, "Close"),
  );
  document.body.append(dialog);
  dialog.showModal();
}
