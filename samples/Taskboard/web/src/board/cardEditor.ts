import type { Card, CardInput } from "../../models/index.js";
import { element } from "../dom/element.js";
import { deleteCard, laneOf } from "./actions.js";
import type { BoardContext } from "./BoardContext.js";
import { dayOf, endOf } from "./dueLabel.js";

const priorities = ["low", "normal", "high"] as const satisfies readonly Card["priority"][];

/**
 * The form that changes a card. It sends what the writer changed, in one turn, so that what somebody else changes meanwhile stays.
 * @param closed called when it is done with
 */
export function cardEditor(card: Card, { board }: BoardContext, closed: () => void): HTMLFormElement {
  const title = element("textarea", { class: "field title-field", rows: 1, maxlength: 200, required: true, "aria-label": "Title" });
  const description = element("textarea", { class: "field", rows: 3, maxlength: 4000, placeholder: "Description", "aria-label": "Description" });
  const points = element("input", { class: "field", type: "number", min: 0, max: 999, step: 1, "aria-label": "Points" });
  const due = element("input", { class: "field", type: "date", "aria-label": "Due" });
  const tags = element("input", { class: "field", type: "text", placeholder: "tags, with, commas", "aria-label": "Tags" });
  const priority = element("select", { class: "field", "aria-label": "Priority" }, ...priorities.map((one) => element("option", { value: one }, one)));

  title.value = card.title;
  description.value = card.description;
  points.value = String(card.points);
  due.value = card.dueAt ? dayOf(card.dueAt) : "";
  tags.value = card.tags.join(", ");
  priority.value = card.priority;
  const before = { ...written(), dueAt: due.value };

  return element(
    "form",
    { class: "editor", novalidate: true, on: { submit, keydown } },
    title,
    description,
    element("div", { class: "editor-row" }, labelled("Points", points), labelled("Priority", priority), labelled("Due", due)),
    tags,
    element(
      "div",
      { class: "editor-actions" },
      element("button", { class: "button primary small", type: "submit" }, "Save"),
      element("button", { class: "button quiet small", type: "button", on: { click: closed } }, "Cancel"),
      element("button", { class: "button quiet small danger", type: "button", on: { click: remove } }, "Delete"),
    ),
  );

  function written() {
    return {
      title: title.value.trim() || card.title,
      description: description.value.trim(),
      points: points.checkValidity() && points.value !== "" ? points.valueAsNumber : card.points,
      tags: [...new Set(tags.value.split(",").map((tag) => tag.trim()).filter((tag) => tag !== ""))],
      priority: priorities[priority.selectedIndex] ?? card.priority,
    };
  }

  function changes(): CardInput {
    const now = written();
    return {
      ...(now.title !== before.title && { title: now.title }),
      ...(now.description !== before.description && { description: now.description }),
      ...(now.points !== before.points && { points: now.points }),
      ...(now.tags.join() !== before.tags.join() && { tags: now.tags }),
      ...(now.priority !== before.priority && { priority: now.priority }),
      ...(due.value !== before.dueAt && { dueAt: due.value === "" ? null : endOf(due.value) }),
    };
  }

  function submit(event: Event): void {
    event.preventDefault();
    const change = changes();
    closed();
    if (Object.keys(change).length > 0) void card.setServer(change);
  }

  function keydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") closed();
    else if (event.key === "Enter" && (event.target !== description || event.ctrlKey || event.metaKey)) {
      if (!(event.target instanceof HTMLButtonElement)) submit(event);
    }
  }

  function remove(): void {
    const lane = laneOf(board, card);
    closed();
    if (lane) deleteCard(card);
  }
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return element("label", { class: "labelled" }, element("span", { "aria-hidden": "true" }, text), field);
}
