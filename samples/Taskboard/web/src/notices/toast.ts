import { element } from "../dom/element.js";
import { icon } from "../dom/icon.js";

const shelf = element("div", { class: "toasts", role: "status", "aria-live": "polite" });
const shownFor = 7_000;

export interface ToastOptions {
  /** A refusal looks like one. */
  readonly kind?: "note" | "refusal";
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** When it has nothing to say any more. */
  readonly until?: AbortSignal;
}

/** Shows a short message for a while, longer while the pointer or the focus is on it. */
export function toast(text: string, { kind = "note", action, until }: ToastOptions = {}): void {
  if (!shelf.isConnected) document.body.append(shelf);
  let timer = 0;
  const leave = () => shown.remove();
  const wait = () => void (timer = window.setTimeout(leave, shownFor));
  const stay = () => window.clearTimeout(timer);
  const shown = element(
    "div",
    { class: `toast ${kind}`, on: { pointerenter: stay, pointerleave: wait, focusin: stay, focusout: wait } },
    element("span", { class: "toast-text" }, text),
    action && element("button", { class: "toast-action", type: "button", on: { click: () => (leave(), action.run()) } }, action.label),
    element("button", { class: "toast-close", type: "button", "aria-label": "Dismiss", on: { click: leave } }, icon("close")),
  );
  while (shelf.children.length > 2) shelf.firstElementChild?.remove();
  shelf.append(shown);
  until?.addEventListener("abort", leave);
  wait();
}
