import type { Json, Xport } from "capsule-client";

/** The id of a thing with a short name: the same name, the same id. */
export function id(name: string): string {
  const hex = Array.from(name, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return `01981d40-0000-7000-8000-${hex.slice(-12).padStart(12, "0")}`;
}

export function author(name: string): Xport {
  return { attrs: { id: id(name), name } };
}

export function comment(name: string): Xport {
  return { attrs: { id: id(name), text: name } };
}

export function card(name: string, attrs: { readonly [name: string]: Json } = {}, comments: readonly Xport[] = [], by?: Xport): Xport {
  return {
    attrs: {
      id: id(name),
      title: name,
      points: 1,
      weight: 0.5,
      tags: ["a"],
      done: false,
      owner: id("owner"),
      createdBy: "me",
      dueAt: null,
      priority: "low",
      ...attrs,
    },
    collections: { comments: { id: id(`${name}/c`), models: comments } },
    models: by ? { author: by } : {},
  };
}

export function lane(name: string, ...cards: readonly Xport[]): Xport {
  return { attrs: { id: id(name), title: name }, collections: { cards: { id: id(`${name}/c`), models: cards } }, models: {} };
}

/** A lane with another one that is its child model. */
export function laneBeside(aside: Xport, name: string, ...cards: readonly Xport[]): Xport {
  return { ...lane(name, ...cards), models: { aside } };
}

export function board(...lanes: readonly Xport[]): Xport {
  return {
    attrs: { id: id("board"), title: "Board" },
    collections: { lanes: { id: id("lanes"), models: lanes } },
    models: { owner: author("boss") },
  };
}
