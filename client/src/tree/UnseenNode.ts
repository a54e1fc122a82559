import type { Xport, XportCollection } from "../protocol/Xport.js";
import type { ModelMetadata } from "../schema/ModelMetadata.js";
import type { ModelNode } from "./ModelNode.js";

/**
 * A model or a collection of which the server tells and the mirror does not know: the user may see more than the page was made for. It is nothing but an id, so that what is told of it can be told
 * from what does not fit.
 */
export class UnseenNode {
  /** What is in it: children and collections of a model by their names, items of a collection by their ids. */
  readonly below = new Map<string, UnseenNode>();

  constructor(readonly id: string | null) {}
}

/** The places of an xport that the mirror does not know; undefined where there are none. */
export function unseenIn({ collections = {}, models = {} }: ModelMetadata, data: Xport): Map<string, UnseenNode> | undefined {
  const unseen = new Map<string, UnseenNode>();
  for (const [name, collection] of Object.entries(data.collections ?? {})) if (!Object.hasOwn(collections, name)) unseen.set(name, unseenCollection(collection));
  for (const [name, child] of Object.entries(data.models ?? {})) if (!Object.hasOwn(models, name)) unseen.set(name, unseenModel(child));
  return unseen.size === 0 ? undefined : unseen;
}

/** A model of an xport with all below it. */
export function unseenModel({ attrs, collections = {}, models = {} }: Xport): UnseenNode {
  const node = new UnseenNode(attrs.id ?? null);
  for (const [name, collection] of Object.entries(collections)) node.below.set(name, unseenCollection(collection));
  for (const [name, child] of Object.entries(models)) node.below.set(name, unseenModel(child));
  return node;
}

/** A model that was seen with all below it. */
export function unseenFrom(model: ModelNode): UnseenNode {
  const node = new UnseenNode(model.id);
  for (const [name, collection] of model.collections) {
    const place = new UnseenNode(collection.id);
    for (const item of collection.items) place.below.set(item.id, unseenFrom(item));
    node.below.set(name, place);
  }
  for (const [name, child] of model.models) node.below.set(name, unseenFrom(child));
  for (const [name, unseen] of model.unseen ?? []) node.below.set(name, unseen);
  return node;
}

function unseenCollection({ id, models = [] }: XportCollection): UnseenNode {
  const node = new UnseenNode(id ?? null);
  for (const item of models) node.below.set(item.attrs.id ?? "", unseenModel(item));
  return node;
}
