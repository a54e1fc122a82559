/** What is needed of `navigator.locks`. */
export type Locks = Pick<LockManager, "request">;

/** The lock of a queue: who holds it sends the turns. */
export function lockOf(client: string): string {
  return `capsule: ${client}`;
}

/**
 * Takes a lock, which the tab holds until it gives it back or is gone.
 * @returns gives it back; undefined if it was not to be had: it is held elsewhere (`ifAvailable`), or the signal was aborted
 */
export function takeLock(locks: Locks, name: string, options: { readonly ifAvailable: true } | { readonly signal: AbortSignal }): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const request = locks.request(name, options, (lock) => (lock ? new Promise<void>((release) => resolve(release)) : resolve(undefined)));
    request.catch((error: unknown) => ("signal" in options && options.signal.aborted ? resolve(undefined) : reject(error)));
  });
}
