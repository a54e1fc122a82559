import { check } from "./checks.js";
import type { Plan } from "./plan.js";
import type { ServerProcess } from "./ServerProcess.js";
import { World } from "./World.js";

export interface Outcome {
  /** What did not hold. */
  readonly failures: readonly string[];
  /** What happened how often. */
  readonly counts: ReadonlyMap<string, number>;
  /** What was done and what went wrong, in order. */
  readonly log: readonly string[];
}

/** Runs a scenario to its end. */
export async function simulate(server: ServerProcess, plan: Plan): Promise<Outcome> {
  const world = new World(server, plan);
  await world.run();
  if (world.failures.length === 0) await check(world);
  return world;
}
