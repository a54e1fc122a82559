import type { ModelClass } from "./ModelClass.js";

/** What can be in a place: models of one class, or each of one of several, as its `type` says. */
export type ModelFamily = ModelClass | readonly ModelClass[];

/** The classes of a place. */
export function classesOf(family: ModelFamily): readonly ModelClass[] {
  return "metadata" in family ? [family] : family;
}

/** The class of data that say their type where there are several; undefined if no such model can be in the place. */
export function classFor(family: ModelFamily, type: unknown): ModelClass | undefined {
  if (type === undefined && "metadata" in family) return family;
  return classesOf(family).find(({ metadata }) => metadata.type === type);
}

/** The types that can be in a place, for messages. */
export function typesOf(family: ModelFamily): string {
  return classesOf(family)
    .map(({ metadata }) => metadata.type)
    .join(", ");
}
