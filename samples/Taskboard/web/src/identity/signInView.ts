import { element } from "../dom/element.js";
import { signIn, type Me } from "./Me.js";

/** The form that asks for a name. It goes when somebody has signed in. */
export function signInView(signedIn: (me: Me) => void): HTMLElement {
  const name = element("input", {
    id: "name",
    name: "name",
    type: "text",
    required: true,
    maxlength: 30,
    autocomplete: "nickname",
    autofocus: true,
    placeholder: "Your name",
    "aria-describedby": "sign-in-problem",
  });
  const looking = element("input", { type: "checkbox", name: "looking" });
  const problem = element("p", { id: "sign-in-problem", class: "sign-in-problem", role: "alert" });
  const form = element(
    "form",
    { class: "sign-in-form", on: { submit } },
    element("label", { class: "sign-in-label", for: "name" }, "What shall we call you?"),
    name,
    element("label", { class: "sign-in-looking" }, looking, element("span", {}, "Just looking", element("small", {}, "You see everything, live, and change nothing."))),
    problem,
    element("button", { class: "button primary", type: "submit" }, "Come in"),
  );
  const view = element(
    "main",
    { class: "sign-in" },
    element(
      "div",
      { class: "sign-in-sheet" },
      element("div", { class: "logo", "aria-hidden": "true" }, element("i"), element("i"), element("i")),
      element("h1", {}, "Taskboard"),
      element("p", { class: "sign-in-lead" }, "One board, everybody on it. What one of you changes, all of you see."),
      form,
    ),
  );
  return view;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const me = await signIn(name.value, looking.checked);
      view.remove();
      signedIn(me);
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
      name.focus();
    }
  }
}
