import type * as kinds from "../events.js";
import type { Codec } from "./Codec.js";
import { literal, nullable, number, object, optional, shape, text, union } from "./shape.js";
import { xport } from "./xport.js";

export const treeEvent: Codec<kinds.TreeEvent> = union<"event", kinds.TreeEvent>("event", {
  change: shape<kinds.ChangeEvent>({ event: literal("change"), id: text, data: object }),
  add: shape<kinds.AddEvent>({ event: literal("add"), collection: text, at: number, data: xport }),
  remove: shape<kinds.RemoveEvent>({ event: literal("remove"), id: text, collection: text }),
  move: shape<kinds.MoveEvent>({
    event: literal("move"),
    collection: text,
    id: text,
    newPosition: number,
    from: optional(text),
  }),
  broadcast: shape<kinds.BroadcastEvent>({ event: literal("broadcast"), id: text, name: text, data: object }),
  child: shape<kinds.ChildEvent>({ event: literal("child"), id: text, name: text, data: nullable(xport) }),
});
