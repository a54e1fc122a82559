import type { TreeEvent } from "../protocol/events.js";
import { dateText } from "../schema/dates.js";
import type { Raise } from "./notices.js";
import type { ModelNode, TreeNode } from "./ModelNode.js";

/** A computed value that somebody listens to, as it was when it was looked at last. */
export interface Watch {
  readonly node: ModelNode;
  readonly event: string;
  readonly dependencies: ReadonlySet<string>;
  value: unknown;
}

/** A watch for an event, if it is of a computed value. */
export function watchOf(node: ModelNode, event: string): Watch | undefined {
  const dependencies = node.metadata.computed?.[event.slice("change:".length)];
  return dependencies && { node, event, dependencies: new Set(dependencies), value: valueOf(node, event) };
}

/** Tells of the watched values that are others after a batch. Those that nobody listens to any more are let go. */
export function raiseComputed(steps: readonly { readonly at: TreeNode; readonly event: TreeEvent }[], raise: Raise): void {
  const tree = steps[0]?.at.tree;
  if (!tree || tree.watches.length === 0) return;
  const touched = new Set(steps.flatMap(({ at, event }) => namesOf(at, event)));
  tree.watches = tree.watches.filter(({ node, event }) => node.emitter.has(event));
  for (const watch of tree.watches) {
    if (![...watch.dependencies].some((name) => touched.has(name))) continue;
    const { node, event, value: previous } = watch;
    const value = (watch.value = valueOf(node, event));
    if (!Object.is(seen(value), seen(previous))) raise(node, event, { model: node.facade, value, previous });
  }
}

/** Where the expression fails there is no value. */
function valueOf(node: ModelNode, event: string): unknown {
  try {
    return (node.facade as unknown as { readonly [name: string]: unknown })[event.slice("change:".length)];
  } catch {
    return undefined;
  }
}

/** What an event touched, as mirrors name it. All that is not a change of attributes may have put a model elsewhere. */
function namesOf(at: TreeNode, event: TreeEvent): readonly string[] {
  if (event.event === "change") return Object.keys(event.data).map((name) => `${(at as ModelNode).metadata.type}.${name}`);
  const places = "items" in at ? [at, ...(event.event === "move" && event.from ? [at.tree.find(event.from)] : [])] : [];
  const names = places.map((place) => (place && "items" in place ? `${place.owner.metadata.type}.${place.name}` : ""));
  return ["*.parent", ...names, ...(event.event === "child" ? [`${(at as ModelNode).metadata.type}.${event.name}`] : [])];
}

/** Values as texts that are the same where they are. */
function seen(value: unknown): unknown {
  if (value instanceof Date) return dateText(value);
  return typeof value === "object" && value !== null ? JSON.stringify(Object.entries(value).map(([name, item]) => [name, String(seen(item))])) : Object.is(value, -0) ? 0 : value;
}
