import { CapsuleRefusal, type ErrorCode, type ErrorPlace } from "../errors.js";
import type { Limits } from "../protocol/frames.js";
import type { Json } from "../protocol/Json.js";
import type { Op } from "../protocol/ops.js";
import type { ValidationFailure } from "../schema/rules.js";
import { Deferred } from "./Deferred.js";
import type { Mark } from "./PendingMarks.js";

/** What the message of a turn has besides its ops, at the most. */
const envelopeBytes = 100;

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
  readonly #entries: Entry[] = [];
  readonly #whole = new Deferred<void>();

  /** A turn that was asked for before the page was loaded: nobody waits for its promises. */
  static of(ops: readonly Op[], marks: (op: Op) => readonly Mark[]): TurnDraft {
    const draft = new TurnDraft();
    for (const op of ops) void draft.add(op, 0, marks(op), () => undefined, undefined);
    return draft;
  }

  /** Settles with the whole turn. */
  get promise(): Promise<void> {
    return this.#whole.promise;
  }

  get length(): number {
    return this.#entries.length;
  }

  get ops(): readonly Op[] {
    return this.#entries.map(({ op }) => op);
  }

  get marks(): readonly Mark[] {
    return this.#entries.flatMap(({ marks }) => marks);
  }

  /** Why it is not even sent, if a rule or what the server takes at most says so. */
  refusal({ messageBytes, opsPerTurn }: Limits): CapsuleRefusal | undefined {
    const { ops } = this;
    const refused = (code: ErrorCode, message: string, place: ErrorPlace): CapsuleRefusal => new CapsuleRefusal(code, message, place, undefined, ops);
    const op = this.#entries.findIndex(({ failure }) => failure);
    const failure = this.#entries[op]?.failure;
    if (failure) return refused("invalid", failure.message, { op, attribute: failure.attribute });
    const place = ops.length === 1 ? { op: 0 } : {};
    if (ops.length > opsPerTurn) return refused("tooLarge", `These are ${ops.length} ops, and the server takes ${opsPerTurn} in one turn (opsPerTurn). Send it in parts.`, place);
    const bytes = this.#entries.reduce((sum, { size }) => sum + size + 1, envelopeBytes);
    if (bytes > messageBytes) return refused("tooLarge", `This is more than the server takes in one message (messageBytes: ${messageBytes}). Send it in parts.`, place);
    return undefined;
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
    this.#entries.push({ op, size, marks, failure, promise, done, failed: reject });
    return promise;
  }

  /** Whether a promise is that of an op. */
  gave(promise: unknown): boolean {
    return promise === this.promise || this.#entries.some((entry) => entry.promise === promise);
  }

  /** Drops the ops from a number on. */
  drop(from: number, error: unknown): void {
    for (const { failed } of this.#entries.splice(from)) failed(error);
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
