import type { AnyModel } from "../models/Model.js";
import type { ModelMetadata } from "./ModelMetadata.js";

/** A mirror's class, as it is given to `connect`. */
export interface ModelClass<M extends AnyModel = AnyModel> {
  readonly metadata: ModelMetadata;
  readonly prototype: M;
}
