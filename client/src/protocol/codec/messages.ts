import type * as kinds from "../messages.js";
import type { Codec } from "./Codec.js";
import { op } from "./ops.js";
import { array, literal, number, optional, shape, text, union } from "./shape.js";

const since = shape<kinds.Since>({ epoch: text, seq: number, view: text });

export const clientMessage: Codec<kinds.ClientMessage> = union<"event", kinds.ClientMessage>("event", {
  join: shape<kinds.JoinMessage>({
    event: literal("join"),
    client: text,
    confirmed: optional(number),
    schema: optional(text),
    since: optional(since),
    token: optional(text),
  }),
  turn: shape<kinds.TurnMessage>({ event: literal("turn"), turn: number, confirmed: number, ops: array(op) }),
  token: shape<kinds.TokenMessage>({ event: literal("token"), token: text }),
});
