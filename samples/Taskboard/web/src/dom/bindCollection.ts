import type { AnyModel, Collection } from "capsule-client";
import { glide } from "./glide.js";
import { place } from "./place.js";

/**
 * Keeps the children of an element as the items of a collection are. One element for each item, made once: an element that a change
 * does not concern is not touched, and that of an item that moves, moves.
 * @param elementOf the same element whenever it is asked for the same item
 */
export function bindCollection<M extends AnyModel>(
  parent: Element,
  collection: Collection<M>,
  elementOf: (item: M) => Element,
  options: { readonly signal: AbortSignal; readonly newestFirst?: boolean },
): void {
  const inOrder = () => {
    const elements = collection.map(elementOf);
    return options.newestFirst ? elements.reverse() : elements;
  };

  /** Alone it would do; but a move by one place could be seen as a move of the other one. */
  const moveFirst = (item: M) => {
    if (item.collection !== collection) return;
    const elements = inOrder();
    const mine = elementOf(item);
    place(parent, mine, elements[elements.indexOf(mine) + 1] ?? null);
  };

  const arrange = (moved?: M) => {
    const elements = inOrder();
    glide(new Set([...parent.children, ...elements]), () => {
      for (const child of [...parent.children]) if (!elements.includes(child)) child.remove();
      if (moved) moveFirst(moved);
      let next: Element | null = null;
      for (const one of elements.reverse()) {
        if (one.parentElement !== parent || one.nextElementSibling !== next) place(parent, one, next);
        next = one;
      }
    });
  };

  const { signal } = options;
  collection.on("add", () => arrange(), { signal });
  collection.on("remove", () => arrange(), { signal });
  collection.on("move", ({ model }) => arrange(model), { signal });
  arrange();
}
