import { fail } from "./failures.js";

/** A model, as far as it is asked where it stands. */
export interface Placed {
  readonly parent: Placed | null;
}

/** The class of a mirror. */
interface MirrorClass<M> {
  readonly prototype: M;
}

/** The model, if it is of a class. */
export function as<M>(model: Placed | null, type: MirrorClass<M>): M | null {
  return model instanceof (type as unknown as new () => Placed) ? (model as M) : null;
}

/** The model, which must be of a class. */
export function cast<M>(model: Placed | null, type: MirrorClass<M>): M | null {
  return model === null ? null : (as(model, type) ?? fail("cast"));
}

/** The nearest model above of a class. */
export function ancestor<M>(model: Placed, type: MirrorClass<M>): M | null {
  for (let above = model.parent; above; above = above.parent) {
    const found = as(above, type);
    if (found) return found;
  }
  return null;
}
