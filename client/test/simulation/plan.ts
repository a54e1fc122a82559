import { Chance } from "./Chance.js";
import { faultKinds } from "./faults.js";
import { opKinds } from "./ops.js";

/** What happens in a scenario, and when. All that is left to chance in it follows from the seeds in it. */
export interface Plan {
  readonly seed: number;
  /** Those of WorldOptions.cs. */
  readonly options: { readonly [name: string]: number };
  /** Who takes part: names of users; one that comes twice has two tabs. */
  readonly people: readonly string[];
  readonly steps: readonly Step[];
}

export type Step = OpStep | FaultStep;

export interface OpStep {
  readonly at: number;
  readonly who: number;
  readonly seed: number;
  /** The kinds of ops of one turn. */
  readonly ops: readonly string[];
}

export interface FaultStep {
  readonly at: number;
  readonly who: number;
  readonly seed: number;
  readonly fault: string;
}

export const rolesAtFirst: { readonly [user: string]: readonly string[] } = { anna: ["staff"], bob: ["staff"], cleo: ["member"], dora: ["member"], eve: ["viewer"] };

export const leastOps = 50;
export const leastFaults = 3;

export function planOf(seed: number): Plan {
  const chance = new Chance(seed);
  const count = 2 + chance.below(4);
  const everybody = Object.keys(rolesAtFirst);
  const people = Array.from({ length: count }, (_, index) => (index > 0 && chance.oneIn(5) ? chance.of(everybody) : everybody.splice(chance.below(everybody.length), 1)[0]!));
  const span = chance.of([10_000, 30_000, 60_000]);
  const steps: Step[] = [];
  for (let ops = 0; ops < leastOps; ) {
    const first = chance.weighted(opKinds);
    const kinds = [first.name];
    while (!first.isAlone && kinds.length < 5 && chance.oneIn(4)) kinds.push(chance.weighted(opKinds.filter(({ isAlone }) => !isAlone)).name);
    ops += kinds.length;
    steps.push({ at: Math.floor(chance.between(0, span)), who: chance.below(count), seed: chance.seed(), ops: kinds });
  }
  const faults = leastFaults + chance.below(5);
  for (let fault = 0; fault < faults; fault++) {
    steps.push({ at: Math.floor(chance.between(0, span)), who: chance.below(count), seed: chance.seed(), fault: chance.weighted(faultKinds).name });
  }
  // Several in a row, as people work and lines break.
  if (chance.oneIn(2)) bunch(steps, chance);
  return { seed: chance.seed(), options: optionsOf(chance), people, steps: steps.sort((a, b) => a.at - b.at) };
}

function bunch(steps: Step[], chance: Chance): void {
  for (const [index, step] of steps.entries()) steps[index] = { ...step, at: Math.floor(step.at / 2000) * 2000 + chance.below(150) };
}

/** Limits are narrow now and then, so that they are reached. */
function optionsOf(chance: Chance): Plan["options"] {
  const some = { turnsInFlight: [1, 3, 8, 32], turnsPerSecond: [2, 50], turnBurst: [3, 100], backlogMessages: [2, 1000], queuedTurns: [1, 1000], unconfirmedTurns: [1, 3, 256], turnsPerSnapshot: [1, 5, 1000], resumeBatches: [0, 4, 10_000], resumeSeconds: [1, 120], diskMs: [0, 2, 30] };
  return Object.fromEntries(Object.entries(some).map(([name, values]) => [name, chance.of(values)]));
}
