import type { ErrorPlace } from "../errors.js";
import type { Json } from "../protocol/Json.js";
import type { Op } from "../protocol/ops.js";
import type { ValidationFailure } from "../schema/rules.js";
import { Deferred } from "./Deferred.js";
import type { Mark } from "./PendingMarks.js";

interface Entry {
  readonly op: Op;
  /** In bytes, as it is sent. */
  readonly size: number;
  readonly marks: readonly Mark[];
  readonly failure: ValidationFailure | undefined;
  readonly promise: Promise<unknown>;
  readonly done: (result: Json) => void;
  readonly failed: (error: unknown) => void;
}

/** A turn: its ops, in the order in which they were asked for, and the promises that were given for them. */
export class TurnDraft {
  #entries: readonly Entry[] = [];
  readonly #whole = new Deferred<void>();

  /** Settles with the whole turn. */
  get promise(): Promise<void> {
    return this.#whole.promise;
  }

  get ops(): readonly Op[] {
    return this.#entries.map(({ op }) => op);
  }

  get marks(): readonly Mark[] {
    return this.#entries.flatMap(({ marks }) => marks);
  }

  /** In bytes, with what is between the ops. */
  get size(): number {
    return this.#entries.reduce((sum, { size }) => sum + size + 1, 0);
  }

  /** The first rule that is broken, and where. */
  get failure(): { readonly message: string; readonly place: ErrorPlace } | undefined {
    const op = this.#entries.findIndex(({ failure }) => failure);
    if (op < 0) return undefined;
    const { message, attribute } = this.#entries[op]!.failure!;
    return { message, place: { op, attribute } };
  }

  /**
   * @param size the op's bytes
   * @param complete makes the promise's value of the result
   */
  add<T>(op: Op, size: number, marks: readonly Mark[], complete: (result: Json) => T, failure: ValidationFailure | undefined): Promise<T> {
    const { promise, resolve, reject } = new Deferred<T>();
    const done = (result: Json): void => {
      try {
        resolve(complete(result));
      } catch (error) {
        reject(error);
      }
    };
    this.#entries = [...this.#entries, { op, size, marks, failure, promise, done, failed: reject }];
    return promise;
  }

  /** Whether a promise is that of an op. */
  gave(promise: unknown): boolean {
    return promise === this.promise || this.#entries.some((entry) => entry.promise === promise);
  }

  /** Drops the ops from a number on. */
  drop(from: number, error: unknown): void {
    const dropped = this.#entries.slice(from);
    this.#entries = this.#entries.slice(0, from);
    for (const { failed } of dropped) failed(error);
  }

  done(results: readonly Json[]): void {
    this.#entries.forEach(({ done }, index) => done(results[index] ?? null));
    this.#whole.resolve();
  }

  failed(error: unknown): void {
    for (const { failed } of this.#entries) failed(error);
    this.#whole.reject(error);
  }
}
