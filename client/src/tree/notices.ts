import type { ReportError } from "../events/Emitter.js";
import { mapValues } from "../mapValues.js";
import type { TreeEvent } from "../protocol/events.js";
import type { Json } from "../protocol/Json.js";
import type { Xport } from "../protocol/Xport.js";
import type { CollectionNode } from "./CollectionNode.js";
import { pathToRoot, type Entry, type ModelNode, type TreeNode } from "./ModelNode.js";
import { valueOf } from "./valueOf.js";
import { raiseComputed } from "./Watch.js";

/** Raises an event on a node. */
export type Raise = (node: TreeNode, name: string, payload: unknown) => void;

/** Attributes with values of the wire; undefined where there is none. */
export type Values = readonly (readonly [name: string, value: Json | undefined])[];

/** One thing that happened to a tree, and whom to tell. */
export interface Notice {
  /** In the shape of the wire. */
  readonly event: TreeEvent;
  /** From where it happened to the root, as the tree was when it was noted: who hears `publish`. */
  readonly path: readonly TreeNode[];
  readonly tell: (raise: Raise) => void;
}

/** Raises all events. */
export function raiseNotices(notices: readonly Notice[], report: ReportError): void {
  const raise: Raise = (node, name, payload) => node.emitter.emit(name, payload, report);
  for (const { event, path, tell } of notices) {
    tell(raise);
    for (const node of path) raise(node, "publish", event);
  }
  raiseComputed(notices.map(({ event, path }) => ({ event, at: path[0]! })), raise);
}

/** Attributes have other values. */
export function changed(node: ModelNode, values: Values, previous: Values, find: (id: string) => Entry | undefined): Notice {
  const { collection, id, metadata } = node;
  const data = mapValues(Object.fromEntries(values), (value) => value ?? null);
  return noticed(node, { event: "change", id, data }, (raise) => {
    const seen = (entries: Values) => mapValues(Object.fromEntries(entries), (value, name) => valueOf(value, metadata.attributes[name]!, find));
    const now = seen(values);
    const before = seen(previous);
    const tell = (name: string, payload: unknown): void => {
      raise(node, name, payload);
      if (collection) raise(collection, name, payload);
    };
    for (const [name] of values) tell(`change:${name}`, { model: node.facade, value: now[name], previous: before[name] });
    tell("change", { model: node.facade, changed: now, previous: before });
  });
}

/** An item came. */
export function added(node: ModelNode, collection: CollectionNode, at: number, data: Xport): Notice {
  return noticed(collection, { event: "add", collection: collection.id ?? "", at, data }, (raise) =>
    raise(collection, "add", { model: node.facade, collection: collection.facade, at }),
  );
}

/** An item went. */
export function removed(node: ModelNode, collection: CollectionNode, at: number): Notice {
  return noticed(collection, { event: "remove", id: node.id, collection: collection.id ?? "" }, (raise) => {
    const payload = { model: node.facade, collection: collection.facade, at };
    raise(node, "remove", payload);
    raise(collection, "remove", payload);
  });
}

/** An item stands elsewhere. */
export function moved(node: ModelNode, from: CollectionNode, previousAt: number, to: CollectionNode, at: number): Notice {
  const other = from === to ? {} : { from: from.id ?? "" };
  return noticed(to, { event: "move", collection: to.id ?? "", id: node.id, newPosition: at, ...other }, (raise) => {
    const payload = { model: node.facade, collection: to.facade, at, from: from.facade, previousAt };
    raise(node, "move", payload);
    raise(to, "move", payload);
    if (from !== to) raise(from, "move", payload);
  });
}

/** A child model is another one, or none. */
export function replaced(parent: ModelNode, name: string, previous: ModelNode | null, next: ModelNode | null, data: Xport | null): Notice {
  return noticed(parent, { event: "child", id: parent.id, name, data }, (raise) =>
    raise(parent, "child", { model: parent.facade, name, value: next?.facade ?? null, previous: previous?.facade ?? null }),
  );
}

function noticed(at: TreeNode, event: TreeEvent, tell: Notice["tell"]): Notice {
  return { event, path: pathToRoot(at), tell };
}
