import type { Collection } from "capsule-client";
import type { Asked } from "./Asked.js";
import type { Chance } from "./Chance.js";
import type { Bay, Crate, Note, Yard } from "./mirror/index.js";

/** What an op is made with. */
export interface Hand {
  readonly yard: Yard;
  readonly chance: Chance;
  readonly asked: Asked;
  /** A text that nobody else writes. */
  mark(): string;
  /** An amount that nobody else adds; undefined where there are no more. */
  amount(): bigint | undefined;
  /** Takes back the last turn, or does it again. */
  undo(): Promise<unknown> | undefined;
  redo(): Promise<unknown> | undefined;
}

export interface OpKind {
  readonly name: string;
  readonly weight: number;
  /** It cannot be one of several in a turn. */
  readonly isAlone?: true;
  /** Asks for it; undefined where there is nothing to do it with. */
  act(hand: Hand): Promise<unknown> | undefined;
}

/** What the simulated do. Another kind is another line; committed cases name theirs. */
export const opKinds: readonly OpKind[] = [
  { name: "set title", weight: 1, act: (hand) => hand.yard.setServer({ title: hand.mark() }) },
  { name: "set memo", weight: 1, act: (hand) => hand.yard.setServer({ memo: hand.mark() }) },
  { name: "set best", weight: 2, act: (hand) => hand.yard.setServer({ best: hand.chance.oneIn(4) ? null : (crate(hand) ?? null) }) },
  { name: "set name", weight: 2, act: (hand) => bay(hand)?.setServer({ name: hand.mark() }) },
  { name: "set if", weight: 1, act: setIf },
  { name: "set open", weight: 2, act: (hand) => bay(hand)?.setServer({ isOpen: hand.chance.oneIn(2) }) },
  { name: "set guests", weight: 2, act: (hand) => bay(hand)?.setServer({ guests: ["cleo", "dora", "eve"].filter(() => hand.chance.oneIn(2)) }) },
  { name: "set code", weight: 2, act: (hand) => bay(hand)?.gate.setServer({ code: hand.mark() }) },
  { name: "set label", weight: 4, act: (hand) => crate(hand)?.setServer({ label: hand.mark() }) },
  { name: "set owner", weight: 2, act: (hand) => crate(hand)?.setServer({ owner: hand.chance.of(["anna", "cleo", "dora", ""]) }) },
  { name: "set contents", weight: 2, act: (hand) => crate(hand)?.setServer({ contents: hand.mark() }) },
  { name: "set text", weight: 2, act: (hand) => note(hand)?.setServer({ text: hand.mark() }) },
  { name: "set pinned", weight: 2, act: (hand) => note(hand)?.setServer({ isPinned: hand.chance.oneIn(4) ? false : true }) },
  { name: "unset label", weight: 1, act: (hand) => crate(hand)?.unsetServer("label") },
  { name: "increment total", weight: 5, act: increment },
  { name: "increment weight", weight: 3, act: (hand) => crate(hand)?.incrementServer("weight", BigInt(hand.chance.below(100) - 20)) },
  { name: "add bay", weight: 1, act: (hand) => hand.yard.bays.addServer({ name: hand.mark(), isOpen: hand.chance.oneIn(2), crates: [{ label: "inside", notes: [{ text: "inside" }] }] }, place(hand, hand.yard.bays)) },
  { name: "add bay and go on", weight: 1, act: addBayAndGoOn },
  { name: "add remark", weight: 1, act: (hand) => addNote(hand, bay(hand)?.gate.remarks) },
  { name: "add crate", weight: 3, act: (hand) => addCrate(hand, bay(hand)?.crates) },
  { name: "add to cellar", weight: 1, act: (hand) => addCrate(hand, hand.yard.cellar) },
  { name: "add note", weight: 3, act: (hand) => addNote(hand, crate(hand)?.notes) },
  { name: "add and go on", weight: 2, act: addAndGoOn },
  { name: "move bay", weight: 1, act: (hand) => move(hand, bay(hand), hand.yard.bays) },
  { name: "move crate", weight: 3, act: (hand) => move(hand, crate(hand), collectionOf(hand, crate(hand))) },
  { name: "move crate elsewhere", weight: 3, act: (hand) => move(hand, crate(hand), hand.chance.oneIn(4) && hand.yard.cellar.id ? hand.yard.cellar : bay(hand)?.crates) },
  { name: "move note elsewhere", weight: 2, act: (hand) => move(hand, note(hand), crate(hand)?.notes) },
  { name: "delete bay", weight: 0.5, act: (hand) => (hand.yard.bays.length > 2 ? bay(hand)?.deleteServer() : undefined) },
  { name: "delete crate", weight: 2, act: (hand) => crate(hand)?.deleteServer() },
  { name: "delete note", weight: 1, act: (hand) => note(hand)?.deleteServer() },
  { name: "call stamp", weight: 4, act: (hand) => hand.yard.callServerMethod("stamp", stamp(hand)) },
  { name: "call build", weight: 1, act: (hand) => hand.yard.callServerMethod("build", stamp(hand)) },
  { name: "call collapse", weight: 1, act: (hand) => hand.yard.callServerMethod("collapse", stamp(hand)) },
  { name: "call deliver", weight: 1, isAlone: true, act: (hand) => hand.yard.callServerMethod("deliver", stamp(hand), hand.chance.below(12)) },
  { name: "undo", weight: 4, isAlone: true, act: (hand) => hand.undo() },
  { name: "redo", weight: 2, isAlone: true, act: (hand) => hand.redo() },
];

export function opKind(name: string): OpKind {
  const found = opKinds.find((kind) => kind.name === name);
  if (!found) throw new Error(`There is no kind of op '${name}'.`);
  return found;
}

function stamp(hand: Hand): string {
  const mark = hand.mark();
  hand.asked.stamps.push(mark);
  return mark;
}

function increment(hand: Hand): Promise<unknown> | undefined {
  const amount = hand.amount();
  if (amount === undefined) return undefined;
  hand.asked.total += amount;
  return hand.yard.incrementServer("total", amount);
}

function setIf(hand: Hand): Promise<unknown> | undefined {
  const found = crate(hand);
  return found?.setServer({ label: hand.mark() }, { was: { label: found.label } });
}

function addCrate(hand: Hand, to: Collection<Crate> | undefined): Promise<unknown> | undefined {
  const owner = hand.chance.of(["anna", "cleo", "dora", "eve"]);
  return to?.id ? to.addServer({ label: hand.mark(), owner, notes: hand.chance.oneIn(2) ? [{ text: "inside" }] : [] }, place(hand, to)) : undefined;
}

function addNote(hand: Hand, to: Collection<Note> | undefined): Promise<unknown> | undefined {
  return to?.id ? to.addServer({ text: hand.mark(), isPinned: hand.chance.oneIn(3) }, place(hand, to)) : undefined;
}

/** Works on with what is new, before the server knows of it. */
function addAndGoOn(hand: Hand): Promise<unknown> | undefined {
  const to = bay(hand)?.crates;
  if (!to) return undefined;
  const adding = to.addServer({ label: hand.mark() }, place(hand, to));
  const all = [adding, adding.model.incrementServer("weight", 3n), adding.model.notes.addServer({ text: hand.mark() })];
  return Promise.all(all);
}

/** Works with what the server makes of what is new. */
function addBayAndGoOn(hand: Hand): Promise<unknown> {
  const adding = hand.yard.bays.addServer({ name: hand.mark() }, place(hand, hand.yard.bays));
  return Promise.all([adding, adding.model.gate.setServer({ code: hand.mark() })]);
}

function move<M extends Bay | Crate | Note>(hand: Hand, item: M | undefined, to: Collection<M> | undefined): Promise<unknown> | undefined {
  return item && to?.id ? to.moveServer(item, { to, ...place(hand, to) }) : undefined;
}

function place<M extends Bay | Crate | Note>({ chance }: Hand, collection: Collection<M>): { before?: M | null; at?: number } {
  const siblings = [...collection];
  return chance.of([{}, { before: null }, { at: chance.below(siblings.length + 2) }, siblings.length > 0 ? { before: chance.of(siblings) } : {}]);
}

function bay({ yard, chance }: Hand): Bay | undefined {
  return one(chance, [...yard.bays]);
}

function crate(hand: Hand): Crate | undefined {
  return one(hand.chance, [...[...hand.yard.bays].flatMap(({ crates }) => [...crates]), ...hand.yard.cellar]);
}

function note(hand: Hand): Note | undefined {
  const crates = [...[...hand.yard.bays].flatMap(({ crates }) => [...crates]), ...hand.yard.cellar];
  return one(hand.chance, crates.flatMap(({ notes }) => [...notes]));
}

function collectionOf(hand: Hand, item: Crate | undefined): Collection<Crate> | undefined {
  return item && [...[...hand.yard.bays].map(({ crates }) => crates), hand.yard.cellar].find((collection) => collection.indexOf(item) >= 0);
}

function one<T>(chance: Chance, list: readonly T[]): T | undefined {
  return list.length > 0 ? chance.of(list) : undefined;
}
