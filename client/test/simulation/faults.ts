import type { Chance } from "./Chance.js";
import type { Connection } from "./Connection.js";
import type { World } from "./World.js";

export interface FaultKind {
  readonly name: string;
  readonly weight: number;
  /** @returns false where there was nothing to do it to */
  strike(world: World, who: number, chance: Chance): boolean;
}

/** What goes wrong. */
export const faultKinds: readonly FaultKind[] = [
  { name: "cut", weight: 3, strike: onConnection((world, connection, chance) => world.network.cut(connection, chance.between(0, 100), chance.between(0, 100))) },
  { name: "cut, seen by the client alone", weight: 2, strike: onConnection((world, connection, chance) => world.network.cut(connection, chance.between(0, 100), undefined)) },
  { name: "cut, seen by the server alone", weight: 1, strike: onConnection((world, connection, chance) => world.network.cut(connection, undefined, chance.between(0, 100))) },
  { name: "cut mid-frame on the way up", weight: 3, strike: onConnection((world, connection, chance) => connection.up.cutNext(chance.next(), () => world.network.cut(connection, chance.between(0, 100), chance.between(100, 3000)))) },
  { name: "cut mid-frame on the way down", weight: 3, strike: onConnection((world, connection, chance) => connection.down.cutNext(chance.next(), () => world.time.setTimeout(() => world.network.cut(connection, chance.between(0, 100), chance.between(0, 3000)), 2100))) },
  { name: "what was sent comes after who sent it came back", weight: 3, strike: onConnection(late) },
  { name: "delay on the way up", weight: 1, strike: onConnection((_, connection, chance) => connection.up.stall(chance.between(1000, 45_000))) },
  { name: "delay on the way down", weight: 1, strike: onConnection((_, connection, chance) => connection.down.stall(chance.between(1000, 45_000))) },
  { name: "the same turn twice", weight: 2, strike: onConnection((_, connection) => connection.repeatTurn()) },
  { name: "a client that does not read", weight: 2, strike: onConnection(block) },
  { name: "a client leaves and comes anew", weight: 1, strike: leave },
  { name: "a user has other roles", weight: 1.5, strike: otherRoles },
  { name: "a user comes back with other roles", weight: 1.5, strike: comeBackOther },
  { name: "the server is killed", weight: 3, strike: (world, _, chance) => world.kill(chance) },
  { name: "the server is killed while it writes", weight: 2, strike: killWhileItWrites },
  { name: "the server is stopped", weight: 1, strike: (world, _, chance) => world.stop(chance) },
  { name: "a slow disk", weight: 2, strike: slow },
  { name: "an append is lost", weight: 2, strike: (world) => whileUp(world, () => world.order(["fail", "lost"])) },
  { name: "an append is kept and said to be lost", weight: 2, strike: (world) => whileUp(world, () => world.order(["fail", "kept"])) },
  { name: "no snapshots", weight: 0.5, strike: (world) => whileUp(world, () => world.order(["full", true])) },
];

export function faultKind(name: string): FaultKind {
  const found = faultKinds.find((kind) => kind.name === name);
  if (!found) throw new Error(`There is no fault '${name}'.`);
  return found;
}

function onConnection(strike: (world: World, connection: Connection, chance: Chance) => void): FaultKind["strike"] {
  return (world, who, chance) => {
    const connection = world.network.used.find(({ owner }) => owner === world.people[who]!.name);
    if (connection) strike(world, connection, chance);
    return connection !== undefined;
  };
}

/** What is under way and what is sent until the client learns of the cut arrives later than the client comes back. */
function late(world: World, connection: Connection, chance: Chance): void {
  connection.up.stall(chance.between(500, 5000));
  world.network.cut(connection, chance.between(0, 500), chance.between(6000, 20_000));
}

function block(world: World, connection: Connection, chance: Chance): void {
  world.order(["block", connection.id, true]);
  world.time.setTimeout(() => world.order(["block", connection.id, false]), chance.between(1000, 25_000));
}

function leave(world: World, who: number): boolean {
  const person = world.people[who]!;
  const canLeave = person.session !== null;
  person.leave();
  return canLeave;
}

function killWhileItWrites(world: World, _: number, chance: Chance): boolean {
  return whileUp(world, () => {
    world.order(["slow", Math.ceil(chance.between(500, 3000))]);
    world.time.setTimeout(() => world.kill(chance), chance.between(500, 6000));
  });
}

function otherRoles(world: World, who: number, chance: Chance): boolean {
  world.giveRoles(world.people[who]!.user, chance.of([["staff"], ["member"], ["viewer"], ["member", "viewer"]]));
  return true;
}

/** The roles change while nobody of them is there. */
function comeBackOther(world: World, who: number, chance: Chance): boolean {
  const { user } = world.people[who]!;
  for (const connection of world.network.used) if (connection.owner.startsWith(user)) world.network.cut(connection, chance.between(0, 100), 0);
  world.time.setTimeout(() => otherRoles(world, who, chance), 1);
  return true;
}

function slow(world: World, _: number, chance: Chance): boolean {
  return whileUp(world, () => {
    world.order(["slow", Math.ceil(chance.between(10, 3000))]);
    world.time.setTimeout(() => world.network.isServerUp && world.order(["slow", 0]), chance.between(1000, 20_000));
  });
}

function whileUp(world: World, strike: () => void): boolean {
  if (world.network.isServerUp) strike();
  return world.network.isServerUp;
}
