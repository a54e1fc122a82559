import type { ReportError } from "../events/Emitter.js";
import { CapsuleError } from "../errors.js";
import type { OfflineSession } from "./Offline.js";
import { marksOf, type PendingMarks } from "./PendingMarks.js";
import type { Replica } from "./Replica.js";
import { TurnDraft } from "./TurnDraft.js";
import type { TurnQueue } from "./TurnQueue.js";

/**
 * Puts what was kept of a session in its place.
 * @returns whether the server can be asked for what came after it
 */
export function restore({ state, last, turns }: OfflineSession, replica: Replica, queue: TurnQueue, marks: PendingMarks, reportError: ReportError): boolean {
  let isHere = false;
  try {
    if (state) replica.initial(state);
    isHere = state !== undefined;
  } catch (cause) {
    reportError(new CapsuleError("storage", "The state that was kept cannot be read; the server is asked for it.", { cause }));
  }
  const requests = turns.map(({ turn, ops }) => ({ turn, request: TurnDraft.of(ops, (op) => marksOf(replica.tree, op)) }));
  for (const { request } of requests) marks.add(request.marks);
  queue.restore(last, requests);
  // What a narrowed mirror does not know was not kept, and events can be about it.
  return isHere && replica.rootType.metadata.schema === undefined;
}
