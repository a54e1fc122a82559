import { type CapsuleError, CapsuleRefusal } from "../errors.js";
import { op as opCodec } from "../protocol/codec/ops.js";
import type { Json } from "../protocol/Json.js";
import type { Op } from "../protocol/ops.js";
import { stringify } from "../protocol/stringify.js";
import type { ValidationFailure } from "../schema/rules.js";
import type { Notice } from "../tree/notices.js";
import type { Overlay } from "../tree/Overlay.js";
import type { Tree } from "../tree/Tree.js";
import { marksOf } from "./PendingMarks.js";
import { TurnDraft } from "./TurnDraft.js";

export interface ComposerEvents {
  /** Whether nothing is pending. */
  isIdle(): boolean;
  /** Why a turn is not even queued, if so. */
  refusal(draft: TurnDraft): CapsuleError | undefined;
  composed(draft: TurnDraft): void;
  refused(refusal: CapsuleRefusal): void;
  /** What a turn showed at once is to be told. */
  announce(notices: readonly Notice[]): void;
}

/** Puts turns together of what is asked for, and shows at once what that is expected to do. */
export class Composer {
  /** The turn that is being put together. */
  #draft: TurnDraft | null = null;

  constructor(
    readonly tree: Tree,
    readonly overlay: Overlay,
    readonly events: ComposerEvents,
  ) {}

  /** What has been asked for in the turn that is being put together. */
  get ops(): readonly Op[] {
    return this.#draft?.ops ?? [];
  }

  submit<T>(op: Op, complete: (result: Json) => T, failure?: ValidationFailure): Promise<T> {
    if (!this.#draft) {
      let promise!: Promise<T>;
      this.turn(() => void (promise = this.submit(op, complete, failure)));
      return promise;
    }
    // What is kept is a copy: a turn that is sent again is the same to the letter.
    const text = stringify(opCodec.write(op));
    const copy = JSON.parse(text) as Op;
    const promise = this.#draft.add(copy, new TextEncoder().encode(text).length, marksOf(this.tree, copy), complete, failure);
    this.overlay.lay(copy);
    return promise;
  }

  turn(act: () => unknown): Promise<void> {
    if (this.#draft) {
      this.#collect(this.#draft, act);
      return this.#draft.promise;
    }
    if (this.events.isIdle()) this.tree.forgetGuesses();
    const draft = (this.#draft = new TurnDraft());
    const notices = this.overlay.compare(() => {
      try {
        this.#collect(draft, act);
      } finally {
        this.#draft = null;
      }
      const no = this.events.refusal(draft);
      if (draft.length === 0) draft.done([]);
      else if (no) this.#discard(draft, no);
      else this.events.composed(draft);
    });
    this.events.announce(notices);
    return draft.promise;
  }

  /** Runs what asks for the ops of a turn. If it throws, nothing of it is left. */
  #collect(draft: TurnDraft, act: () => unknown): void {
    const before = draft.length;
    try {
      const result = act();
      if (typeof (result as PromiseLike<unknown> | undefined)?.then === "function" && !draft.gave(result)) {
        throw new TypeError("The function of a turn must not be async: what it asks for is sent when it returns. Await what turn gives back.");
      }
    } catch (error) {
      this.overlay.rebase(() => {
        draft.drop(before, error);
        return [];
      });
      throw error;
    }
  }

  #discard(draft: TurnDraft, error: CapsuleError): void {
    this.overlay.rebase(() => {
      draft.failed(error);
      return [];
    });
    if (error instanceof CapsuleRefusal) this.events.refused(error);
  }
}
