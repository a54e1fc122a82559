import { connect, type CapsuleError } from "capsule-client";
import { Board } from "../../models/index.js";
import { element } from "../dom/element.js";
import type { Me } from "../identity/Me.js";
import { connectionBanner } from "../notices/connectionBanner.js";
import { toast } from "../notices/toast.js";
import { boardView } from "./boardView.js";
import { refusalText } from "./refusalText.js";

/** Opens the board that the address names, as in `/?board=42`, and shows it. */
export async function openBoard(me: Me): Promise<void> {
  const key = new URLSearchParams(location.search).get("board") ?? "summer";
  const loading = element("p", { class: "loading", role: "status" }, "Fetching the board …");
  document.body.append(loading);
  try {
    const session = await connect(Board, "/capsule", { key });
    session.on("refused", (refusal) => toast(refusalText(refusal, session.root), { kind: "refusal" }));
    session.on("error", tellError);
    loading.replaceWith(connectionBanner(session), boardView(session.root, me));
  } catch (error) {
    loading.textContent = `The board could not be opened. ${error instanceof Error ? error.message : String(error)} `;
    loading.append(element("button", { class: "button small", type: "button", on: { click: () => location.reload() } }, "Try again"));
  }
}

function tellError(error: CapsuleError): void {
  toast(error.message, { kind: "refusal" });
}
