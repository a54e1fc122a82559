// Adds up what test runners reported. Arguments: name, exit code and report of each runner, three by three.
// Prints a line for each and, last, the total. Fails when a test failed, nothing ran, or a runner ended badly.
import { existsSync, readFileSync } from "node:fs";

/** Counts of a trx report. Its own "notExecuted" leaves out what was skipped, so that is what remains. */
function readTrx(text) {
  const counters = /<Counters ([^>]*)\/>/.exec(text)?.[1];
  if (counters === undefined) throw new Error("it has no counters");
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  const passed = count("passed");
  const failed = count("failed") + count("error") + count("timeout") + count("aborted");
  return { passed, failed, skipped: count("total") - passed - failed };
}

/** Counts of a vitest report. A file that could not be loaded has no test to fail: it counts as one failure. */
function readVitest(text) {
  const report = JSON.parse(text);
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The counts of a report, or, when the runner died before or while it wrote it, why there are none. */
function readReport(path) {
  if (!existsSync(path)) return { missing: "died without a report" };
  try {
    const text = readFileSync(path, "utf8");
    return path.endsWith(".trx") ? readTrx(text) : readVitest(text);
  } catch (error) {
    return { missing: `left a report that cannot be read, ${path}: ${error.message}` };
  }
}

/** What is wrong with a runner beside failed tests, which speak for themselves. */
function trouble(counts, exitCode) {
  if (counts.passed + counts.failed === 0) return "no test ran";
  if (counts.failed === 0 && exitCode !== 0) return `ended with exit code ${exitCode} though no test failed`;
  return null;
}

const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

const total = { passed: 0, failed: 0, skipped: 0 };
let good = true;
const runs = process.argv.slice(2);
for (let i = 0; i < runs.length; i += 3) {
  const [name, exitCode, path] = [runs[i], Number(runs[i + 1]), runs[i + 2]];
  const counts = readReport(path);
  if (counts.missing !== undefined) {
    console.log(`${name}: ${counts.missing} (exit code ${exitCode})`);
    good = false;
    continue;
  }

  const problem = trouble(counts, exitCode);
  console.log(`${name}: ${line(counts)}${problem === null ? "" : ` — ${problem}`}`);
  good &&= problem === null && counts.failed === 0;
  for (const key of Object.keys(total)) total[key] += counts[key];
}

if (total.passed + total.failed === 0) {
  console.log("No test ran.");
  good = false;
}

console.log(line(total));
process.exitCode = good ? 0 : 1;
