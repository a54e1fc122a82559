import type { ReportError } from "../events/Emitter.js";
import { mapValues } from "../mapValues.js";
import type { TreeEvent } from "../protocol/events.js";
import { fromWire } from "../schema/values.js";
import { ModelNode } from "../tree/ModelNode.js";
import type { Tree } from "../tree/Tree.js";

/** Tells of the happenings among events that are no state. One that the mirror does not know is nobody's concern here. */
export function raiseBroadcasts(tree: Tree, events: readonly TreeEvent[], report: ReportError): void {
  for (const event of events) {
    if (event.event !== "broadcast") continue;
    const node = tree.find(event.id);
    const { broadcasts = {} } = node instanceof ModelNode ? node.metadata : {};
    if (!(node instanceof ModelNode) || !Object.hasOwn(broadcasts, event.name)) continue;
    const data = Object.freeze(mapValues(broadcasts[event.name]!, (type, name) => fromWire(event.data[name], type)));
    node.emitter.emit(`broadcast:${event.name}`, { model: node.facade, data }, report);
  }
}
