import { element } from "../dom/element.js";

const region = element("div", { class: "visually-hidden", "aria-live": "polite" });

/** Says something to those who hear the page. */
export function announce(text: string): void {
  if (!region.isConnected) document.body.append(region);
  region.textContent = text;
}
