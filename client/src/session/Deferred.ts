import { guarded } from "./guarded.js";

/** A promise and what settles it. Its rejection is never an unhandled one. */
export class Deferred<T> {
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;
  readonly promise = guarded(
    new Promise<T>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    }),
  );
}
