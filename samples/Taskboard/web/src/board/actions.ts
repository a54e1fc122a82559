import type { AnySession } from "capsule-client";
import type { Board, Card, Lane } from "../../models/index.js";
import { announce } from "../notices/announce.js";
import { toast } from "../notices/toast.js";

/** The session's event `refused` tells of it, in one place for all. */
export function toldElsewhere(): void {}

/** The lane that a card is in; undefined for one that was removed. */
export function laneOf(board: Board, card: Card): Lane | undefined {
  return board.lanes.find((lane) => lane.cards === card.collection);
}

/** Moves a card in front of another one, or to the end of a lane. */
export function moveCard(card: Card, to: Lane, before: Card | null): void {
  if (card === before || isThere(card, to, before)) return;
  card.moveServer({ to: to.cards, before }).then(
    () => announce(`${card.title}: ${to.title}, ${to.cards.indexOf(card) + 1} of ${to.cards.length}.`),
    toldElsewhere,
  );
}

export function deleteCard(card: Card): void {
  const { session, title } = card;
  tellDeleted(session, card.deleteServer(), `Deleted “${title}”.`);
}

export function deleteLane(lane: Lane, board: Board): void {
  tellDeleted(board.session, lane.deleteServer(), `Deleted the lane “${lane.title}”.`);
}

/** Offers to take back what was asked for last, until something else is: then an undo would take that back. */
function tellDeleted(session: AnySession, deleted: Promise<unknown>, text: string): void {
  const last = session.pending.at(-1)?.turn ?? Infinity;
  const later = new AbortController();
  session.on("pending", ({ turns }) => turns.some(({ turn }) => turn > last) && later.abort(), { signal: later.signal });
  const undo = { label: "Undo", run: () => takeBack(session, "undo") };
  deleted.then(() => toast(text, later.signal.aborted ? {} : { action: undo, until: later.signal }), toldElsewhere);
}

/** Takes back what was done in this page last, or does it again. */
export function takeBack(session: AnySession, step: "undo" | "redo"): void {
  session[step]().then((undone) => {
    if (undone && undone.skipped.length > 0) toast("Somebody has changed some of it since: that stays as it is.");
  }, toldElsewhere);
}

export function clearDone(lane: Lane): void {
  lane.callServerMethod("clearDone").then(
    (count) => toast(count === 0 ? `Nothing in “${lane.title}” is done yet.` : `Cleared ${count} done ${count === 1 ? "card" : "cards"}.`),
    toldElsewhere,
  );
}

function isThere(card: Card, lane: Lane, before: Card | null): boolean {
  const index = lane.cards.indexOf(card);
  return index >= 0 && (lane.cards.at(index + 1) ?? null) === before;
}
