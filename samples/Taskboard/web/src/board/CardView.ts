import type { Card } from "../../models/index.js";
import { element, setAttribute, setText } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { avatar } from "../people/avatar.js";
import type { BoardContext } from "./BoardContext.js";
import { cardEditor } from "./cardEditor.js";
import { dragCard } from "./dragging.js";
import { dueLabel } from "./dueLabel.js";

/** One card. It is made once and shows what the card says, part by part: what did not change is not touched. */
export class CardView {
  /** The place in the lane; the card fills it. */
  readonly element: HTMLLIElement;
  readonly #card: Card;
  readonly #context: BoardContext;
  readonly #box: HTMLElement;
  readonly #face: HTMLElement;
  readonly #tick: HTMLButtonElement;
  readonly #title = element("h3", { class: "card-title" });
  readonly #text = element("p", { class: "card-text" });
  readonly #tags = element("ul", { class: "tags", "aria-label": "Tags" });
  readonly #due = element("span", { class: "due" });
  readonly #points = element("span", { class: "points", title: "Points" });
  readonly #priority = element("span", { class: "priority" });
  readonly #taken: HTMLElement;

  constructor(card: Card, context: BoardContext) {
    this.#card = card;
    this.#context = context;
    const { isMember } = context.me;
    this.#tick = element("button", { class: "tick", type: "button", role: "checkbox", tabindex: -1, "aria-label": "Done", disabled: !isMember, on: { click: () => this.toggleDone() } }, icon("check"));
    this.#taken = element("button", { class: "taken", type: "button", tabindex: -1, disabled: !isMember, on: { click: () => this.take() } });
    this.#face = element(
      "div",
      { class: "card-face" },
      element("div", { class: "card-head" }, this.#tick, this.#title),
      this.#text,
      element("div", { class: "card-foot" }, this.#priority, this.#due, this.#points, this.#tags, this.#taken),
    );
    this.#box = element("article", { class: "card", tabindex: -1, "aria-roledescription": "card", "data-id": card.id, on: { dblclick: (event) => this.#doubleClick(event) } }, this.#face);
    this.element = element("li", { class: "slot" }, this.#box);

    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, context.signal]);
    card.on("change", () => this.#show(), { signal });
    card.on("pending", () => this.#showPending(), { signal });
    if (isMember) signal.addEventListener("abort", dragCard(card, this.element, this.#box));
    card.on("remove", () => gone.abort());
    this.#show();
    this.#showPending();
  }

  /** What has the focus, and shows it. */
  get box(): HTMLElement {
    return this.#box;
  }

  get isEditing(): boolean {
    return this.#box.classList.contains("editing");
  }

  /** Turns the card into a form. */
  edit(): void {
    if (this.isEditing || !this.#context.me.isMember) return;
    const form = cardEditor(this.#card, this.#context, () => {
      form.remove();
      this.#face.hidden = false;
      this.#box.classList.remove("editing");
      if (this.#box.isConnected) this.#box.focus();
    });
    this.#face.hidden = true;
    this.#box.classList.add("editing");
    this.#box.append(form);
    form.querySelector("textarea")?.select();
  }

  toggleDone(): void {
    void this.#card.toggleServer("done");
  }

  take(): void {
    void this.#card.callServerMethod("take");
  }

  #doubleClick(event: Event): void {
    if (!(event.target as Element).closest("button, form")) this.edit();
  }

  #show(): void {
    const { title, description, points, tags, done, priority, dueAt, createdBy } = this.#card;
    setText(this.#title, title);
    setText(this.#text, description);
    setText(this.#points, points === 0 ? "" : String(points));
    setText(this.#due, dueAt ? dueLabel(dueAt) : "");
    setText(this.#priority, priority === "normal" ? "" : priority);
    this.#due.classList.toggle("late", !done && dueAt !== null && dueAt.getTime() < Date.now());
    setAttribute(this.#priority, "data-priority", priority);
    setAttribute(this.#tick, "aria-checked", String(done));
    setAttribute(this.#box, "aria-label", [title, done && "done", priority !== "normal" && `${priority} priority`].filter(Boolean).join(", "));
    setAttribute(this.#title, "title", createdBy === "" ? undefined : `Added by ${createdBy}`);
    this.#box.classList.toggle("done", done);
    this.#showTags(tags);
    this.#showTaken();
  }

  /** What the server has not confirmed yet looks so, after a while: most is confirmed before. */
  #showPending(): void {
    this.#box.classList.toggle("pending", this.#card.isPending());
  }

  #showTags(tags: readonly string[]): void {
    const shown = [...this.#tags.children].map((tag) => tag.textContent);
    if (shown.join("\n") !== tags.join("\n")) this.#tags.replaceChildren(...tags.map((tag) => element("li", {}, tag)));
  }

  #showTaken(): void {
    const { takenBy } = this.#card;
    const label = takenBy === null ? "Take this card" : `Taken by ${takenBy}`;
    if (this.#taken.title === label) return;
    this.#taken.title = label;
    setAttribute(this.#taken, "aria-label", label);
    this.#taken.classList.toggle("nobody", takenBy === null);
    this.#taken.replaceChildren(takenBy === null ? icon("hand") : avatar(takenBy));
  }
}
