import { element } from "../dom/element.js";
import { bindCollection } from "../dom/bindCollection.js";
import type { Person, Presence } from "../../models/index.js";
import { avatar } from "./avatar.js";

/** Who is here. */
export function peopleView(presence: Presence, signal: AbortSignal): HTMLElement {
  const list = element("ul", { class: "people", "aria-label": "Who is here" });
  const views = new WeakMap<Person, HTMLElement>();
  const viewOf = (person: Person) => {
    const view = views.get(person) ?? personView(person);
    views.set(person, view);
    return view;
  };
  bindCollection(list, presence.people, viewOf, { signal });
  return list;
}

function personView(person: Person): HTMLElement {
  const how = person.isMember ? "" : " (just looking)";
  const badge = avatar(person.name);
  badge.title = person.name + how;
  return element("li", { class: person.isMember ? "person" : "person looking", "data-name": person.name }, badge, element("span", { class: "visually-hidden" }, person.name + how));
}
