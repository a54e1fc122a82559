import type { Json, Op, TreeEvent, Xport } from "capsule-client";
import type { AddOp, Frame, TurnMessage, VerdictFrame } from "capsule-client/protocol";
import { Oracle } from "./Oracle.js";
import { initial, type Page } from "./Page.js";

/** What the mirror's classes begin with. */
const initialValues: { readonly [level: string]: { readonly [name: string]: Json } } = {
  lane: { title: "" },
  author: { name: "" },
  comment: { text: "" },
  card: { title: "", points: 0, weight: 0, tags: [], done: false, owner: "00000000-0000-0000-0000-000000000000", createdBy: "", dueAt: null, priority: "low", after: null, reviewer: null },
};

const below: { readonly [name: string]: string } = { lanes: "lane", cards: "card", comments: "comment", aside: "lane", author: "author" };

/** What an op does to a tree, in the most obvious way; null where it cannot be done. */
export function eventsOf(oracle: Oracle, op: Op): TreeEvent[] | null {
  switch (op.event) {
    case "set": {
      const model = oracle.model(op.id);
      // What the model has not is what this user is not shown.
      return model ? [{ event: "change", id: op.id, data: Object.fromEntries(Object.entries(op.change).filter(([name]) => name in model.attrs)) }] : null;
    }
    case "unset":
      return oracle.model(op.id) ? [{ event: "change", id: op.id, data: { [op.property]: initialValues["card"]![op.property]! } }] : null;
    case "increment": {
      const value = oracle.model(op.id)?.attrs[op.property];
      return typeof value === "number" ? [{ event: "change", id: op.id, data: { [op.property]: value + (op.by as number) } }] : null;
    }
    case "add": {
      const collection = oracle.collection(op.id);
      if (!collection) return null;
      return [{ event: "add", collection: op.id, at: place(collection.models, op.before, op.at), data: completed(op, nameOf(oracle, op.id)) }];
    }
    case "delete": {
      const from = collectionOf(oracle, op.id);
      if (!from) return [];
      const gone = new Set(new Oracle(oracle.model(op.id) as unknown as Xport).models().map(({ attrs }) => attrs.id));
      const referring = oracle.models().filter(({ attrs }) => !gone.has(attrs.id) && gone.has(attrs["after"] as string));
      return [{ event: "remove", id: op.id, collection: from.id }, ...referring.map(({ attrs }): TreeEvent => ({ event: "change", id: attrs.id, data: { after: null } }))];
    }
    case "move": {
      const from = collectionOf(oracle, op.id);
      const to = oracle.collection(op.collection);
      if (!from || !to || nameOf(oracle, from.id) !== nameOf(oracle, to.id)) return null;
      const others = to.models.filter(({ attrs }) => attrs.id !== op.id);
      return [{ event: "move", collection: to.id, id: op.id, newPosition: place(others, op.before, op.newPosition), ...(from === to ? {} : { from: from.id }) }];
    }
    default:
      return [];
  }
}

function place(items: readonly { attrs: { id: string } }[], before: string | null | undefined, at: number | undefined): number {
  const sibling = items.findIndex(({ attrs }) => attrs.id === before);
  if (before === null) return items.length;
  return sibling >= 0 ? sibling : Math.min(at ?? items.length, items.length);
}

function collectionOf(oracle: Oracle, id: string) {
  return ["lanes", "cards", "comments"].flatMap((name) => oracle.collections(name)).find(({ models }) => models.some(({ attrs }) => attrs.id === id));
}

function nameOf(oracle: Oracle, id: string): string {
  return ["lanes", "cards", "comments"].find((name) => oracle.collections(name).some((collection) => collection.id === id))!;
}

function completed({ data }: AddOp, collection: string): Xport {
  const complete = ({ attrs, collections = {}, models = {} }: Xport, level: string): Xport => ({
    attrs: { ...initialValues[level], ...attrs },
    ...(level === "lane" || level === "card" ? { collections: Object.fromEntries(Object.entries(collections).map(([name, items]) => [name, { id: items.id!, models: (items.models ?? []).map((item) => complete(item, below[name]!)) }])) } : {}),
    ...(level === "lane" || level === "card" ? { models: Object.fromEntries(Object.entries(models).map(([name, child]) => [name, complete(child, below[name]!)])) } : {}),
  });
  return complete(data as Xport, below[collection]!);
}

/** The other end of a page's socket: it does turns in their order, and remembers what became of them. */
export class NaiveServer {
  readonly oracle: Oracle;
  seq = 0;
  last = 0;
  readonly #verdicts: VerdictFrame[] = [];

  constructor(
    readonly page: Page,
    start: Xport,
  ) {
    this.oracle = new Oracle(start);
  }

  /** The turn that is next, if it has come. */
  get next(): TurnMessage | undefined {
    return this.page.socket.turns.find(({ turn }) => turn === this.last + 1);
  }

  /** Answers the next turn. What cannot be done is refused. @param also happens in the same turn */
  answer(isAllowed: boolean, also: () => TreeEvent[]): Frame[] {
    const turn = this.next;
    if (!turn) return [];
    this.last++;
    const draft = new Oracle(this.oracle.root as unknown as Xport);
    const events = isAllowed ? this.#attempt(draft, turn.ops) : null;
    if (!events) return [this.#verdict({ event: "verdict", turn: turn.turn, outcome: "rejected", error: { code: "forbidden", message: "" } })];
    const all = [...events, ...this.#done(events), ...also()];
    const results = turn.ops.map(() => null);
    if (all.length === 0) return [this.#verdict({ event: "verdict", turn: turn.turn, outcome: "applied", results })];
    return [this.#verdict({ event: "verdict", turn: turn.turn, outcome: "applied", seq: this.seq + 1, results }), this.batch(all)];
  }

  /** What was done already goes out. */
  batch(events: readonly TreeEvent[]): Frame {
    return { event: "batch", seq: ++this.seq, events };
  }

  /** The whole state. */
  state(): Frame {
    const confirmed = this.page.socket.join?.confirmed ?? 0;
    return initial(structuredClone(this.oracle.root) as unknown as Xport, { seq: this.seq, turns: { last: this.last, verdicts: this.#verdicts.filter(({ turn }) => turn > confirmed) } });
  }

  #attempt(draft: Oracle, ops: readonly Op[]): TreeEvent[] | null {
    const all: TreeEvent[] = [];
    for (const op of ops) {
      const events = eventsOf(draft, op);
      if (!events) return null;
      for (const event of events) draft.apply(event);
      all.push(...events);
    }
    return all;
  }

  /** Applies events; of what is new, the server knows who made it. */
  #done(events: readonly TreeEvent[]): TreeEvent[] {
    for (const event of events) this.oracle.apply(event);
    const created = events.flatMap((event) => (event.event === "add" && "createdBy" in event.data.attrs && this.oracle.model(event.data.attrs.id!) ? [event.data.attrs.id!] : []));
    const more = created.map((id): TreeEvent => ({ event: "change", id, data: { createdBy: "me" } }));
    for (const event of more) this.oracle.apply(event);
    return more;
  }

  #verdict(frame: VerdictFrame): VerdictFrame {
    this.#verdicts.push(frame);
    return frame;
  }
}
