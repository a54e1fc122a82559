import type { Json } from "capsule-client";
import type { Asked } from "./Asked.js";
import { visible, type Plain } from "./visible.js";
import type { World } from "./World.js";

interface Entry {
  readonly position: number;
  readonly user: string | null;
  readonly turn: { readonly client: string; readonly number: number; readonly verdict: { readonly outcome: "applied" | "rejected"; readonly error?: { readonly code: string } } } | null;
  readonly seq: number | null;
  readonly events: readonly Event[];
}

type Event = { readonly event: "change"; readonly id: string; readonly data: { readonly [name: string]: Json } } | { readonly event: "add"; readonly data: Plain } | { readonly event: "remove" | "move" | "child" };

/** Of whom nobody can know whether the server did it: the session was closed before the answer came. */
const unknown = new Set<Asked["outcome"]>(["closed"]);

/** What has to hold when nothing is under way any more. */
export async function check(world: World): Promise<void> {
  const yard = (await world.ask(["state"])) as unknown as Plain;
  const journal = (await world.ask(["journal"])) as unknown as Entry[];
  if (world.failures.length > 0) return;
  checkClients(world, yard, journal);
  checkNumbers(world, journal);
  const asked = world.people.flatMap((person) => person.asked);
  checkTurns(world, asked, journal);
  checkEffects(world, asked, yard, journal);
  const again = (await world.ask(["kill", 0], ["start"], ["state"])) as unknown as Plain;
  if (canonical(again as unknown as Json) !== canonical(yard as unknown as Json)) world.fail(`after a restart there is something else:\n${difference(again, yard)}`);
}

/** Every client has the tree as its user sees it. */
function checkClients(world: World, yard: Plain, journal: readonly Entry[]): void {
  const last = Math.max(0, ...journal.map(({ seq }) => seq ?? 0));
  for (const { name, user, session } of world.people) {
    const should = visible(yard, user, world.roles.get(user)!);
    const has = session!.root.toJSON() as unknown as Plain;
    withoutHidden(has);
    if (canonical(has as unknown as Json) !== canonical(should as unknown as Json)) world.fail(`${name} has something else:\n${difference(has, should)}`);
    if (session!.seq !== last) world.fail(`${name} is at batch ${session!.seq}, the journal at ${last}`);
  }
}

/** What the server does not show has no place on the wire; in the client it is null. None of these is null where it is shown. */
function withoutHidden(model: Plain): void {
  for (const name of ["memo", "contents"]) if (model.attrs[name] === null) delete model.attrs[name];
  for (const [name, { id, models }] of Object.entries(model.collections ?? {})) {
    if (id === null) delete model.collections![name];
    else models.forEach(withoutHidden);
  }
  if (Object.keys(model.collections ?? {}).length === 0) delete model.collections;
  Object.values(model.models ?? {}).forEach(withoutHidden);
}

/** Positions and batches are numbered without holes, each once. */
function checkNumbers(world: World, journal: readonly Entry[]): void {
  journal.forEach(({ position }, index) => position === index + 1 || world.fail(`entry ${index + 1} of the journal has the position ${position}`));
  journal.flatMap(({ seq }) => seq ?? []).forEach((seq, index) => seq === index + 1 || world.fail(`batch ${index + 1} has the number ${seq}`));
}

/** The journal has what each client was told, once. */
function checkTurns(world: World, asked: readonly Asked[], journal: readonly Entry[]): void {
  const recorded = new Map<string, Entry[]>();
  for (const entry of journal) {
    if (entry.turn) recorded.set(key(entry.turn), [...(recorded.get(key(entry.turn)) ?? []), entry]);
  }
  for (const turn of asked) {
    world.count(`outcome ${turn.outcome}`);
    const entries = turn.number === undefined ? [] : (recorded.get(key({ client: turn.client!, number: turn.number })) ?? []);
    // A call that waits is written down twice: when it begins, and at its end.
    const most = turn.kinds.includes("call deliver") ? 2 : 1;
    if (entries.length > most) world.fail(`${told(turn)} is in the journal ${entries.length} times`);
    if (turn.outcome === "waiting") world.fail(`${told(turn)} was never answered`);
    if (unknown.has(turn.outcome) || turn.number === undefined) continue;
    const last = entries.at(-1)?.turn?.verdict;
    const outcome = last?.outcome === "applied" ? "done" : last?.error?.code;
    if (outcome !== turn.outcome) world.fail(`${told(turn)}: the journal has ${outcome ?? "nothing"}`);
    if (outcome !== "done" && entries.some(({ events }) => events.length > 0)) world.fail(`${told(turn)} left events in the journal`);
  }
}

/** What was done is there once; what was refused is not there at all. */
function checkEffects(world: World, asked: readonly Asked[], yard: Plain, journal: readonly Entry[]): void {
  const undos = asked.filter(({ takesBack }) => takesBack !== undefined);
  const takenBack = new Set(undos.map(({ client, takesBack }) => key({ client: client!, number: takesBack! })));
  const undoing = new Set(undos.map(({ client, number }) => key({ client: client!, number: number! })));
  // What an undo writes has been written before.
  const written = writtenTexts(journal.filter(({ turn }) => !turn || !undoing.has(key(turn))));
  const ledger = yard.attrs["ledger"] as string[];
  const isOpen = (turn: Asked): boolean =>
    unknown.has(turn.outcome) || (turn.kinds.includes("call deliver") && turn.outcome === "failed") || (turn.number !== undefined && takenBack.has(key({ client: turn.client!, number: turn.number })));
  for (const turn of asked) {
    const isDone = turn.outcome === "done";
    for (const stamp of turn.stamps) {
      const times = ledger.filter((one) => one === stamp).length;
      if (times > 1 || (!isOpen(turn) && times !== (isDone ? 1 : 0))) world.fail(`${told(turn)}: its stamp ${stamp} is in the ledger ${times} times`);
    }
    for (const mark of turn.marks.filter((mark) => !turn.stamps.includes(mark))) {
      const times = written.get(mark) ?? 0;
      if (times > 1 || (!isOpen(turn) && !isDone && times > 0)) world.fail(`${told(turn)}: ${mark} was written ${times} times`);
      if (isDone && turn.kinds.length === 1 && times === 0) world.fail(`${told(turn)}: ${mark} was never written`);
    }
  }
  const sum = (some: readonly Asked[]): bigint => some.reduce((total, turn) => total + turn.total, 0n);
  const open = sum(asked.filter(isOpen));
  const left = BigInt(yard.attrs["total"] as string) - sum(asked.filter((turn) => turn.outcome === "done" && !isOpen(turn)));
  // Each amount is a power of two: what is left over consists of those of which nothing is known.
  if ((left & ~open) !== 0n || left < 0n) world.fail(`the total is off by ${left}`);
}

/** How often each text was given to an attribute: by a change, or with a model that did not have it. What is moved into something new is no news. */
function writtenTexts(journal: readonly Entry[]): ReadonlyMap<string, number> {
  const written = new Map<string, number>();
  const had = new Set<string>();
  const write = (id: string, attributes: { readonly [name: string]: Json }, isNews: boolean): void => {
    for (const value of Object.values(attributes)) {
      if (typeof value !== "string") continue;
      if (isNews || !had.has(`${id} ${value}`)) written.set(value, (written.get(value) ?? 0) + 1);
      had.add(`${id} ${value}`);
    }
  };
  const add = ({ attrs, collections = {}, models: children = {} }: Plain): void => {
    write(attrs.id, attrs, false);
    for (const { models } of Object.values(collections)) models.forEach(add);
    Object.values(children).forEach(add);
  };
  for (const event of journal.flatMap(({ events }) => events)) {
    if (event.event === "change") write(event.id, event.data, true);
    else if (event.event === "add") add(event.data);
  }
  return written;
}

function key({ client, number }: { readonly client: string; readonly number: number }): string {
  return `${client} ${number}`;
}

function told({ who, number, kinds, outcome }: Asked): string {
  return `turn ${number ?? "-"} of ${who} (${kinds.join(", ")}), which ended with ${outcome},`;
}

/** JSON with its members in order. */
function canonical(json: Json): string {
  if (Array.isArray(json)) return `[${json.map((item) => canonical(item as Json)).join()}]`;
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  const object = json as { [name: string]: Json };
  return `{${Object.keys(object).sort().map((name) => `${JSON.stringify(name)}:${canonical(object[name]!)}`).join()}}`;
}

/** Where two trees are not the same. */
function difference(has: Plain, should: Plain): string {
  const lines = (plain: Plain): string[] => lay(plain as unknown as Json, "");
  const [left, right] = [lines(has), lines(should)];
  return [...left.filter((line) => !right.includes(line)).map((line) => `  has    ${line}`), ...right.filter((line) => !left.includes(line)).map((line) => `  should ${line}`)].slice(0, 20).join("\n");
}

function lay(json: Json, path: string): string[] {
  if (typeof json !== "object" || json === null) return [`${path} = ${JSON.stringify(json)}`];
  return Object.entries(json as object).flatMap(([name, value]) => lay(value as Json, `${path}/${name}`));
}
