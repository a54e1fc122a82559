import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements, monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { Card, Lane } from "../../models/index.js";
import { laneOf, moveCard } from "./actions.js";
import type { BoardContext } from "./BoardContext.js";

type DropTargets = readonly { readonly data: Record<string | symbol, unknown>; readonly element: Element }[];

/** Where a dragged card would go. */
interface Drop {
  readonly lane: Lane;
  readonly before: Card | null;
}

/**
 * Lets a card be dragged, and others be dropped above and below it.
 * @returns ends it
 */
export function dragCard(card: Card, slot: HTMLElement, box: HTMLElement): () => void {
  return combine(
    draggable({
      element: box,
      canDrag: () => !box.classList.contains("editing"),
      getInitialData: () => ({ card }),
      onDragStart: () => box.classList.add("dragged"),
      onDrop: () => box.classList.remove("dragged"),
    }),
    dropTargetForElements({
      element: slot,
      getData: ({ input }) => attachClosestEdge({ card }, { element: slot, input, allowedEdges: ["top", "bottom"] }),
    }),
  );
}

/** Shows where the dragged card would go, and asks to move it there. */
export function dragging({ board, viewOf, signal }: BoardContext): void {
  let marked: Element | undefined;
  const mark = (element?: Element, where = "") => {
    if (marked && marked !== element) delete (marked as HTMLElement).dataset["drop"];
    marked = element;
    if (element) (element as HTMLElement).dataset["drop"] = where;
  };

  const show = (targets: DropTargets) => {
    const drop = dropAt(targets);
    if (!drop) mark();
    else if (drop.before) mark(viewOf(drop.before).element, "before");
    else mark(targets.at(-1)!.element, "end");
  };

  const dropAt = (targets: DropTargets): Drop | null => {
    const target = targets[0]?.data;
    if (target?.["lane"] instanceof Lane) return { lane: target["lane"], before: null };
    const over = target?.["card"];
    const lane = over instanceof Card ? laneOf(board, over) : undefined;
    if (!(over instanceof Card) || !lane) return null;
    return { lane, before: extractClosestEdge(target!) === "top" ? over : (lane.cards.at(lane.cards.indexOf(over) + 1) ?? null) };
  };

  const forget = monitorForElements({
    canMonitor: ({ source }) => source.data["card"] instanceof Card,
    onDrag: ({ location }) => show(location.current.dropTargets),
    onDrop: ({ source, location }) => {
      mark();
      const drop = dropAt(location.current.dropTargets);
      if (drop) moveCard(source.data["card"] as Card, drop.lane, drop.before);
    },
  });
  signal.addEventListener("abort", forget);
}
