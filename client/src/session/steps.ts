import type { Frame, TransientFrame } from "../protocol/frames.js";

/** Frames that mean something only after the state. */
export const needsState: ReadonlySet<Frame["event"]> = new Set(["batch", "transient", "verdict", "hold"] as const);

/** A frame, with what happened in the same turn to what is not stored: whoever looks sees both at once. */
export type Step = readonly [frame: Frame, transient?: TransientFrame];

/** The frames of a message, step by step. */
export function* stepsOf(frames: readonly Frame[]): Generator<Step> {
  for (let index = 0; index < frames.length; index++) {
    const next = frames[index + 1];
    const frame = frames[index]!;
    if (next?.event === "transient" && bringsEffect(frame)) {
      yield [frame, next];
      index++;
    } else yield [frame];
  }
}

/** Whether what is pending may end with this frame. Of a turn with a batch that is not the verdict. */
function bringsEffect(frame: Frame): boolean {
  return frame.event === "batch" || (frame.event === "verdict" && frame.outcome === "applied" && frame.seq === undefined);
}
