import type { AnySession, SessionState } from "capsule-client";
import { element, setText } from "../dom/element.js";

const texts: { readonly [S in SessionState]: string } = {
  live: "",
  connecting: "Connecting again …",
  offline: "Offline. You can go on: changes wait until the connection is back.",
  ended: "This session has ended.",
  updateNeeded: "There is a newer version of this page.",
};

/** Tells when what is shown may not be what is. */
export function connectionBanner(session: AnySession): HTMLElement {
  const text = element("span");
  const reload = element("button", { class: "button small", type: "button", on: { click: () => location.reload() } }, "Load again");
  const banner = element("div", { class: "banner", role: "status" }, element("i", { class: "banner-dot", "aria-hidden": "true" }), text, reload);
  const show = (state: SessionState) => {
    banner.hidden = state === "live";
    reload.hidden = state !== "ended" && state !== "updateNeeded";
    banner.dataset["state"] = state;
    document.documentElement.dataset["connection"] = state;
    setText(text, [texts[state], waiting()].join(" ").trim());
  };
  const waiting = (): string => {
    const { length } = session.pending;
    return length === 0 ? "" : `${length} ${length === 1 ? "change is" : "changes are"} still to be sent.`;
  };
  session.on("state", ({ state }) => show(state));
  session.on("pending", () => show(session.state));
  show(session.state);
  return banner;
}
