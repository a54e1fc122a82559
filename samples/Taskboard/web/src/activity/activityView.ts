import { bindCollection } from "../dom/bindCollection.js";
import { element, setText } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import type { ActivityEntry, ActivityLog } from "../../models/index.js";
import { avatar } from "../people/avatar.js";
import { relativeTime } from "./relativeTime.js";

/** Who did what, the latest first. */
export function activityView(log: ActivityLog, signal: AbortSignal): HTMLElement {
  const list = element("ol", { class: "entries" });
  const panel = element(
    "aside",
    { class: "activity", id: "activity", "aria-label": "Activity" },
    element(
      "header",
      { class: "activity-head" },
      element("h2", {}, "Activity"),
      element("button", { class: "icon-button activity-close", type: "button", "aria-label": "Close the activity", on: { click: () => toggleActivity(false) } }, icon("close")),
    ),
    list,
    element("p", { class: "activity-empty" }, "Nothing has happened yet. It is written down here when it does."),
  );

  const views = new WeakMap<ActivityEntry, HTMLElement>();
  const viewOf = (entry: ActivityEntry) => {
    const view = views.get(entry) ?? entryView(entry);
    views.set(entry, view);
    return view;
  };
  bindCollection(list, log.entries, viewOf, { signal, newestFirst: true });

  const timer = window.setInterval(() => {
    for (const entry of log.entries) showTime(viewOf(entry), entry);
  }, 30_000);
  signal.addEventListener("abort", () => window.clearInterval(timer));
  return panel;
}

/** Shows or hides the panel where it does not stand beside the board. */
export function toggleActivity(open?: boolean): void {
  const isOpen = document.body.classList.toggle("activity-open", open);
  document.querySelector("[aria-controls=activity]")?.setAttribute("aria-expanded", String(isOpen));
}

function entryView(entry: ActivityEntry): HTMLElement {
  const view = element(
    "li",
    { class: "entry" },
    avatar(entry.by),
    element("p", {}, element("strong", {}, entry.by), ` ${entry.text} `, element("time", { datetime: entry.at.toISOString(), title: entry.at.toLocaleString() })),
  );
  showTime(view, entry);
  return view;
}

function showTime(view: Element, entry: ActivityEntry): void {
  setText(view.querySelector("time")!, relativeTime(entry.at, Date.now()));
}
