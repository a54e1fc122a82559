import { connect, type AnySession, type CapsuleError } from "capsule-client";
import { offline } from "capsule-client/offline";
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
    const session = await connect(Board, "/capsule", { key, offline: offline({ user: me.name }) });
    session.on("refused", (refusal) => toast(refusalText(refusal, session.root), { kind: "refusal" }));
    session.on("error", tellError);
    session.on("queueLost", ({ turns }) => tellLost(session, turns));
    loading.replaceWith(connectionBanner(session), boardView(session.root, me));
  } catch (error) {
    loading.textContent = `The board could not be opened. ${error instanceof Error ? error.message : String(error)} `;
    loading.append(element("button", { class: "button small", type: "button", on: { click: () => location.reload() } }, "Try again"));
  }
}

function tellError(error: CapsuleError): void {
  toast(error.message, { kind: "refusal" });
}

function tellLost(session: AnySession, turns: Parameters<AnySession["resend"]>[0]): void {
  const text = `You were away for so long that it is not known whether ${turns.length === 1 ? "a change" : `${turns.length} changes`} of yours arrived.`;
  toast(text, { kind: "refusal", action: { label: "Send again", run: () => void session.resend(turns) } });
}
