import type { EndCode, HoldCode, VerdictCode } from "../codes.js";
import type * as kinds from "../frames.js";
import type { Codec } from "./Codec.js";
import { treeEvent } from "./events.js";
import { anything, array, code, dictionary, literal, number, object, optional, shape, text, union } from "./shape.js";
import { xport } from "./xport.js";

function error<Code extends string>(): Codec<kinds.WireError<Code>> {
  return shape<kinds.WireError<Code>>({ code: code<Code>(), message: text, op: optional(number), attribute: optional(text) });
}

const limits = shape<kinds.Limits>({ messageBytes: number, opsPerTurn: number, turnsInFlight: number, turnsPerSecond: number });

const verdict: Codec<kinds.VerdictFrame> = union<"outcome", kinds.VerdictFrame>("outcome", {
  applied: shape<kinds.AppliedFrame>({
    event: literal("verdict"),
    turn: number,
    outcome: literal("applied"),
    seq: optional(number),
    results: optional(array(anything)),
  }),
  rejected: shape<kinds.RejectedFrame>({
    event: literal("verdict"),
    turn: number,
    outcome: literal("rejected"),
    error: error<VerdictCode>(),
  }),
});

const lostTurns = shape<kinds.LostTurns>({ lost: literal(true) });
const knownTurns = shape<kinds.KnownTurns>({ last: number, verdicts: array(verdict) });
const turns: Codec<kinds.Turns> = {
  read: (json, place) => (Object.hasOwn(object.read(json, place), "lost") ? lostTurns : knownTurns).read(json, place),
  write: (value) => ("lost" in value ? lostTurns.write(value) : knownTurns.write(value)),
};

export const frame: Codec<kinds.Frame> = union<"event", kinds.Frame>("event", {
  templates: shape<kinds.TemplatesFrame>({ event: literal("templates"), templates: dictionary(text) }),
  initial: shape<kinds.InitialFrame>({
    event: literal("initial"),
    epoch: text,
    seq: number,
    view: text,
    user: text,
    schema: text,
    turns,
    limits,
    app: xport,
  }),
  resumed: shape<kinds.ResumedFrame>({ event: literal("resumed"), epoch: text, seq: number, view: text, user: text, turns }),
  batch: shape<kinds.BatchFrame>({ event: literal("batch"), seq: number, events: array(treeEvent) }),
  transient: shape<kinds.TransientFrame>({ event: literal("transient"), after: number, events: array(treeEvent), replaces: optional(array(text)) }),
  verdict,
  hold: shape<kinds.HoldFrame>({
    event: literal("hold"),
    turn: number,
    code: code<HoldCode>(),
    retryAfterMs: optional(number),
    next: optional(number),
  }),
  error: shape<kinds.ErrorFrame>({ event: literal("error"), error: error() }),
  ended: shape<kinds.EndedFrame>({ event: literal("ended"), error: error<EndCode>() }),
});
