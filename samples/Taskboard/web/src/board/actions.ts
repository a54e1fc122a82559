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

export function deleteCard(card: Card, lane: Lane): void {
  const { title } = card;
  card.deleteServer().then(() => tellDeleted(lane.session, `Deleted “${title}”.`), toldElsewhere);
}

export function deleteLane(lane: Lane, board: Board): void {
  const { title } = lane;
  lane.deleteServer().then(() => tellDeleted(board.session, `Deleted the lane “${title}”.`), toldElsewhere);
}

/** Offers to take it back until something else is done: then an undo would take that back. */
function tellDeleted(session: AnySession, text: string): void {
  const dismiss = toast(text, { action: { label: "Undo", run: () => void session.undo().catch(toldElsewhere) } });
  session.once("pending", dismiss);
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
