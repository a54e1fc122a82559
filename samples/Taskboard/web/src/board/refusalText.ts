import type { CapsuleRefusal } from "capsule-client";
import type { Board, Lane } from "../../models/index.js";

/** What to tell somebody whom the server refused something. */
export function refusalText(refusal: CapsuleRefusal, board: Board): string {
  const lane = laneThatShouldTake(refusal, board);
  return refusal.code === "forbidden" && lane && lane.limit !== null && lane.cards.length >= lane.limit
    ? `“${lane.title}” is full: it takes ${lane.limit}.`
    : refusal.message;
}

function laneThatShouldTake({ ops: [op] }: CapsuleRefusal, board: Board): Lane | undefined {
  const collection = op?.event === "move" ? op.collection : op?.event === "add" ? op.id : undefined;
  return board.lanes.find((lane) => lane.cards.id === collection);
}
