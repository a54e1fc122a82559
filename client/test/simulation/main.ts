import { readFileSync } from "node:fs";
import { Histogram } from "./Histogram.js";
import { planOf, type Plan } from "./plan.js";
import { ServerProcess } from "./ServerProcess.js";
import { shrink } from "./shrink.js";
import { simulate, type Outcome } from "./simulate.js";

/** What run.mjs was told. */
interface Settings {
  /** The server's program. */
  readonly server: string;
  /** Of the first scenario; the others follow. */
  readonly seed: number;
  readonly scenarios: number;
  /** A file with scenarios, in place of those. */
  readonly cases?: string;
  /** Whether to stop at the first that fails. */
  readonly first?: boolean;
  /** Whether a scenario that fails is made as small as it can be. */
  readonly shrink?: boolean;
  /** Whether each is run twice, and has to go the same way. */
  readonly twice?: boolean;
}

const settings = JSON.parse(process.argv[2]!) as Settings;
const server = new ServerProcess(settings.server);
const histogram = new Histogram();
const failed: string[] = [];
const longestLog = 100;

for (const [name, plan] of plans()) {
  const outcome = await simulate(server, plan);
  histogram.add(outcome);
  const failures = [...outcome.failures];
  if (settings.twice && account(await simulate(server, plan)) !== account(outcome)) failures.push("It went another way when it was run again.");
  if (histogram.scenarios % 1000 === 0) console.log(`${histogram.scenarios} scenarios, ${failed.length} failed; ${new Date(performance.timeOrigin + performance.now()).toISOString()}`);
  if (failures.length === 0) continue;
  failed.push(name);
  await tell(name, plan, { ...outcome, failures });
  if (settings.first) break;
}
server.end();
console.log(`${histogram}`);
console.log(JSON.stringify({ scenarios: histogram.scenarios, failed }));
process.exitCode = failed.length === 0 ? 0 : 1;

function* plans(): Iterable<readonly [string, Plan]> {
  if (settings.cases) yield* Object.entries(JSON.parse(readFileSync(settings.cases, "utf8")) as { [name: string]: Plan });
  else for (let index = 0; index < settings.scenarios; index++) yield [`seed ${settings.seed + index}`, planOf(settings.seed + index)];
}

/** Tells what went wrong, and the least with which it still does. */
async function tell(name: string, plan: Plan, outcome: Outcome): Promise<void> {
  let [least, shown] = [plan, outcome];
  if (settings.shrink) {
    least = await shrink(plan, async (candidate) => (await simulate(server, candidate)).failures.length > 0);
    shown = await simulate(server, least);
  }
  console.log(`${name}:\n${shown.failures.join("\n")}\n${shown.log.slice(-longestLog).join("\n")}`);
  if (settings.shrink) console.log(`For cases.json: ${JSON.stringify(least)}`);
}

/** All that was done and happened. */
function account({ log, counts, failures }: Outcome): string {
  return JSON.stringify([log, [...counts], failures]);
}
