import type { AnyModel, ModelClass } from "../index.js";
import { fail } from "./failures.js";

/** The model, if it is of a class. */
export function as<M extends AnyModel>(model: AnyModel | null, type: ModelClass<M>): M | null {
  return model instanceof (type as unknown as new () => M) ? model : null;
}

/** The model, which must be of a class. */
export function cast<M extends AnyModel>(model: AnyModel | null, type: ModelClass<M>): M | null {
  return model === null ? null : (as(model, type) ?? fail("cast"));
}

/** The nearest model above of a class. */
export function ancestor<M extends AnyModel>(model: AnyModel, type: ModelClass<M>): M | null {
  for (let above: AnyModel | null = model.parent; above; above = above.parent) {
    const found = as(above, type);
    if (found) return found;
  }
  return null;
}
