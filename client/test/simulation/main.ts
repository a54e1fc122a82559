import { planOf } from "./plan.js";
import { ServerProcess } from "./ServerProcess.js";
import { simulate } from "./simulate.js";

const { server: path, seed, scenarios } = JSON.parse(process.argv[2]!) as { server: string; seed: number; scenarios: number };
const server = new ServerProcess(path);
const totals = new Map<string, number>();
let failed = 0;
const started = process.hrtime.bigint();
for (let index = 0; index < scenarios; index++) {
  const { failures, counts, log } = await simulate(server, planOf(seed + index));
  for (const [what, times] of counts) totals.set(what, (totals.get(what) ?? 0) + times);
  if (failures.length === 0) continue;
  failed++;
  console.log(`seed ${seed + index}:\n${failures.join("\n")}\n${log.join("\n")}\n`);
  if (failed >= 3) break;
}
server.end();
console.log([...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => `${String(times).padStart(9)}  ${what}`).join("\n"));
console.log(`${failed} failed; ${Number(process.hrtime.bigint() - started) / 1e6 / scenarios} ms each`);
