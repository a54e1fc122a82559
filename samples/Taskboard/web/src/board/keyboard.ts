import { Card, type Lane } from "../../models/index.js";
import { deleteCard, laneOf, moveCard } from "./actions.js";
import type { BoardContext } from "./BoardContext.js";
import { keysDialog } from "./keysDialog.js";

/** Everything that the pointer can do with cards, for the keyboard: one card is in the order of tabs, arrows go on from there. */
export function keyboard(page: HTMLElement, context: BoardContext): void {
  const { board, me, signal } = context;
  let current: Card | null = null;

  const cardAt = (target: EventTarget | null): Card | undefined => {
    const box = target instanceof Element && target.matches(".card") ? (target as HTMLElement) : null;
    return box ? board.session.get(box.dataset["id"]!, Card) : undefined;
  };

  /** One card, and only one, can be reached with Tab. */
  const makeCurrent = (card: Card | null) => {
    if (current) context.viewOf(current).box.tabIndex = -1;
    current = card;
    if (current) context.viewOf(current).box.tabIndex = 0;
  };

  const firstCard = () => board.lanes.find((lane) => lane.cards.length > 0)?.cards.first() ?? null;
  const focus = (card: Card | undefined) => card && context.viewOf(card).box.focus();

  page.addEventListener("focusin", ({ target }) => {
    const card = cardAt(target);
    if (card) makeCurrent(card);
  });
  board.on("publish", () => {
    if (!current?.collection) makeCurrent(firstCard());
  }, { signal });
  makeCurrent(firstCard());

  page.addEventListener("keydown", (event) => {
    const card = cardAt(event.target);
    const lane = card && laneOf(board, card);
    if (card && lane && act(event, card, lane)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !(event.target as Element).matches("input, textarea, select")) keysDialog();
  }, { signal });

  /** @returns whether the key means something here */
  function act(event: KeyboardEvent, card: Card, lane: Lane): boolean {
    const arrow = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key] as [number, number] | undefined;
    if (arrow) {
      const moves = event.ctrlKey || event.metaKey || event.altKey;
      if (!moves) walk(card, lane, ...arrow);
      else if (me.isMember) push(card, lane, ...arrow);
      return true;
    }
    return me.isMember && !event.ctrlKey && !event.metaKey && !event.altKey && change(event.key, card, lane);
  }

  function walk(card: Card, lane: Lane, sideways: number, down: number): void {
    const index = lane.cards.indexOf(card);
    if (down !== 0) {
      focus(index + down < 0 ? undefined : lane.cards.at(index + down));
      return;
    }
    for (let at = board.lanes.indexOf(lane) + sideways; at >= 0 && at < board.lanes.length; at += sideways) {
      const { cards } = board.lanes.at(at)!;
      if (cards.length > 0) return void focus(cards.at(Math.min(index, cards.length - 1)));
    }
  }

  function push(card: Card, lane: Lane, sideways: number, down: number): void {
    const index = lane.cards.indexOf(card);
    if (down !== 0) {
      const to = index + down;
      if (to >= 0 && to < lane.cards.length) moveCard(card, lane, lane.cards.at(down < 0 ? to : to + 1) ?? null);
      return;
    }
    const at = board.lanes.indexOf(lane) + sideways;
    const target = at < 0 ? undefined : board.lanes.at(at);
    if (target) moveCard(card, target, target.cards.at(index) ?? null);
  }

  function change(key: string, card: Card, lane: Lane): boolean {
    switch (key) {
      case "Enter":
      case "F2":
        context.viewOf(card).edit();
        return true;
      case " ":
        context.viewOf(card).toggleDone();
        return true;
      case "t":
        context.viewOf(card).take();
        return true;
      case "Delete":
      case "Backspace": {
        const index = lane.cards.indexOf(card);
        focus(lane.cards.at(index + 1) ?? (index > 0 ? lane.cards.at(index - 1) : undefined));
        deleteCard(card);
        return true;
      }
      default:
        return false;
    }
  }
}
