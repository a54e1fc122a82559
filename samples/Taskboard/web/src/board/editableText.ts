import { element, setText } from "../dom/element.js";

/** A heading that becomes a field when it is clicked. */
export interface EditableText {
  readonly element: HTMLElement;
  show(text: string): void;
  edit(): void;
}

/**
 * @param what what it is, for those who do not see it: "the lane's title"
 * @param save gets a text that is new and not empty
 */
export function editableText(tag: "h1" | "h2", what: string, initial: string, canEdit: boolean, save: (text: string) => void): EditableText {
  const text = canEdit
    ? element("button", { class: "editable", type: "button", title: `Change ${what}`, on: { click: edit } }, initial)
    : element("span", { class: "editable" }, initial);
  const heading = element(tag, { class: "heading" }, text);
  return { element: heading, show: (shown) => setText(text, shown), edit };

  function edit(): void {
    if (text.hidden) return;
    const field = element("input", { class: "heading-field", type: "text", maxlength: 80, value: text.textContent, "aria-label": `Change ${what}`, on: { keydown, blur: () => finish(true, false) } });
    text.hidden = true;
    heading.append(field);
    field.select();
    let isOver = false;

    function keydown(event: KeyboardEvent): void {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      finish(event.key === "Enter", true);
    }

    function finish(keep: boolean, refocus: boolean): void {
      if (isOver) return;
      isOver = true;
      const value = field.value.trim();
      field.remove();
      text.hidden = false;
      if (refocus) text.focus();
      if (keep && value !== "" && value !== text.textContent) save(value);
    }
  }
}
