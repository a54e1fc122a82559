import { element } from "../dom/element.js";

/** A round badge with initials, in a colour that follows from the name. */
export function avatar(name: string): HTMLElement {
  const badge = element("span", { class: "avatar", title: name, "aria-hidden": "true" }, initials(name));
  badge.style.setProperty("--hue", String(hue(name)));
  return badge;
}

function initials(name: string): string {
  const words = name.split(" ");
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!].map((word) => [...word][0]) : [...name].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

function hue(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) % 3600;
  return (hash * 47) % 360;
}
