import { Emitter } from "../events/Emitter.js";
import { Collection } from "../models/Collection.js";
import type { AnyModel } from "../models/Model.js";
import type { ModelFamily } from "../schema/ModelFamily.js";
import type { ModelNode } from "./ModelNode.js";
import type { Tree } from "./Tree.js";

/** The state of a collection; {@link Collection} is what a user sees of it. */
export class CollectionNode {
  readonly items: ModelNode[] = [];
  readonly emitter = new Emitter();
  readonly facade: Collection<AnyModel>;

  constructor(
    readonly tree: Tree,
    readonly owner: ModelNode,
    readonly name: string,
    readonly family: ModelFamily,
    /** Null where the server does not show the collection. */
    public id: string | null,
  ) {
    this.facade = new Collection<AnyModel>(this);
  }
}
