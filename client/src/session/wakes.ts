/** What a page is asked for its events; a worker has some of it, and Node nothing. */
interface PageLike {
  addEventListener?(type: string, listener: (event: any) => void): void;
  removeEventListener?(type: string, listener: (event: any) => void): void;
  document?: { readonly visibilityState: string; addEventListener: EventTarget["addEventListener"]; removeEventListener: EventTarget["removeEventListener"] };
}

/**
 * Calls back when there is reason to believe that a connection can be made now: the device is online again, or somebody looks at the page again.
 * @returns ends it
 */
export function onWake(wake: () => void): () => void {
  const page = globalThis as PageLike;
  const seen = (): void => {
    if (page.document!.visibilityState === "visible") wake();
  };
  const back = ({ persisted }: { persisted: boolean }): void => {
    if (persisted) wake();
  };
  const { document } = page;
  page.addEventListener?.("online", wake);
  page.addEventListener?.("pageshow", back);
  document?.addEventListener("visibilitychange", seen);
  return () => {
    page.removeEventListener?.("online", wake);
    page.removeEventListener?.("pageshow", back);
    document?.removeEventListener("visibilitychange", seen);
  };
}
