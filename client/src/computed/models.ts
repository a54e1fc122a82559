import { fail } from "./failures.js";
import { where } from "./sequences.js";

/** A model, as far as it is asked where it stands. */
export interface Placed {
  readonly parent: Placed | null;
}

/** The class of a mirror. */
interface MirrorClass {
  readonly prototype: Placed;
}

/** A class, or those of a model and of all that derive from it: mirrors do not. */
type Classes = MirrorClass | readonly MirrorClass[];

/** Whether the model is of a class. */
export function is(model: unknown, type: Classes): boolean {
  return ("prototype" in type ? [type] : type).some((one) => model instanceof (one as unknown as new () => Placed));
}

/** The items that are of a class, found when they are asked for. */
export function ofType(source: Iterable<any>, type: Classes): Iterable<any> {
  return where(source, (item) => is(item, type));
}

/** The model, if it is of a class. */
export function as(model: Placed | null, type: Classes): any {
  return is(model, type) ? model : null;
}

/** The model, which must be of a class. */
export function cast(model: Placed | null, type: Classes): any {
  return model === null ? null : (as(model, type) ?? fail("cast"));
}

/** The nearest model above of a class. */
export function ancestor(model: Placed, type: Classes): any {
  for (let above = model.parent; above; above = above.parent) {
    const found = as(above, type);
    if (found) return found;
  }
  return null;
}
