import { fail } from "./failures.js";

/** A model, as far as it is asked where it stands. */
export interface Placed {
  readonly parent: Placed | null;
}

/** The class of a mirror. */
interface MirrorClass {
  readonly prototype: Placed;
}

/** The model, if it is of a class. */
export function as(model: Placed | null, type: MirrorClass): any {
  return model instanceof (type as unknown as new () => Placed) ? model : null;
}

/** The model, which must be of a class. */
export function cast(model: Placed | null, type: MirrorClass): any {
  return model === null ? null : (as(model, type) ?? fail("cast"));
}

/** The nearest model above of a class. */
export function ancestor(model: Placed, type: MirrorClass): any {
  for (let above = model.parent; above; above = above.parent) {
    const found = as(above, type);
    if (found) return found;
  }
  return null;
}
