/** A promise whose rejection is never an unhandled one, although whoever awaits it still gets it. */
export function guarded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
