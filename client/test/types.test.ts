import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const client = fileURLToPath(new URL("..", import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

function compile(project: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", project, "--pretty", "false"], { cwd: client, encoding: "utf8" });
  return stdout + stderr;
}

test("the sources, their tests and the mirrors pass tsc --strict", () => {
  expect(compile("tsconfig.json")).toBe("");
});

test("what must compile does, and every misuse is refused on its line with its code", () => {
  const wanted = readFileSync(join(client, "test/types/misuse.test-d.ts"), "utf8")
    .split("\n")
    .flatMap((line, index) => (/\/\/ error (TS\d+)$/.exec(line) ? [`misuse.test-d.ts:${index + 1} ${/TS\d+$/.exec(line)![0]}`] : []));
  const found = [...compile("test/types/tsconfig.json").matchAll(/([\w.-]+)\((\d+),\d+\): error (TS\d+)/g)].map(([, file, line, code]) => `${file}:${line} ${code}`);
  expect(wanted.length).toBeGreaterThan(30);
  expect(found).toEqual(wanted);
});
