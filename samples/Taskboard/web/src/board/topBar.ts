import { toggleActivity } from "../activity/activityView.js";
import { element } from "../dom/element.js";
import { icon } from "../dom/icon.js";
import { signOut } from "../identity/Me.js";
import { toast } from "../notices/toast.js";
import { peopleView } from "../people/peopleView.js";
import type { BoardContext } from "./BoardContext.js";
import { editableText } from "./editableText.js";
import { keysDialog } from "./keysDialog.js";
import { undoButtons } from "./undoing.js";

/** The board's title, who is here, and the way out. */
export function topBar({ board, me, signal }: BoardContext): HTMLElement {
  const title = editableText("h1", "the board's title", board.title, me.isMember, (text) => (board.title = text));
  const showTitle = () => {
    title.show(board.title);
    document.title = `${board.title} – Taskboard`;
  };
  board.on("change:title", showTitle, { signal });
  showTitle();
  return element(
    "header",
    { class: "top" },
    element("div", { class: "logo small", "aria-hidden": "true" }, element("i"), element("i"), element("i")),
    title.element,
    !me.isMember && element("span", { class: "pill", title: "You see everything, live, and change nothing." }, "Just looking"),
    peopleView(board.presence, signal),
    element(
      "nav",
      { class: "top-actions", "aria-label": "Page" },
      ...(me.isMember ? undoButtons(board.session, signal) : []),
      element("button", { class: "icon-button", type: "button", title: "Keyboard (?)", "aria-label": "Keyboard", on: { click: keysDialog } }, icon("keyboard")),
      element(
        "button",
        { class: "icon-button activity-toggle", type: "button", title: "Activity", "aria-label": "Activity", "aria-controls": "activity", "aria-expanded": "false", on: { click: () => toggleActivity() } },
        icon("clock"),
      ),
      element("button", { class: "button quiet small", type: "button", title: `Signed in as ${me.name}`, on: { click: () => void signOut(board.session).catch(tellSignedIn) } }, "Sign out"),
    ),
  );
}

function tellSignedIn(): void {
  toast("The server cannot be reached, so you are still signed in.", { kind: "refusal" });
}
