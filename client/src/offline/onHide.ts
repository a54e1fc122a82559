/**
 * Calls back when the page may be about to go: nobody looks at it any more, or it is left.
 * @returns ends it
 */
export function onHide(hide: () => void): () => void {
  const { document } = globalThis as { document?: Document };
  if (!document) return () => {};
  const hidden = (): void => {
    if (document.visibilityState === "hidden") hide();
  };
  document.addEventListener("visibilitychange", hidden);
  globalThis.addEventListener("pagehide", hide);
  return () => {
    document.removeEventListener("visibilitychange", hidden);
    globalThis.removeEventListener("pagehide", hide);
  };
}
