import type { ReportError } from "./Emitter.js";

/** What a handler threw goes where the page's own uncaught errors go (`window.onerror`), or to the console where there is no such place. */
export const defaultReportError: ReportError = (error) => {
  if (typeof globalThis.reportError === "function") globalThis.reportError(error);
  else console.error(error);
};
