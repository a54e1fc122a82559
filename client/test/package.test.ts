import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

/** What a page may have to load for the client, in bytes after gzip: a little above what it is. Raise it knowingly. */
const budget = 23_700;

const client = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "capsule-client-"));
const first = join(folder, "first");

function node(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: client, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

beforeAll(() => void node("build/build.mjs", first), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test(`the bundle is smaller than ${budget} bytes after gzip`, () => {
  const size = gzipSync(readFileSync(join(first, "capsule-client.js")), { level: 9 }).length;
  console.log(`capsule-client.js: ${size} bytes after gzip`);
  expect(size).toBeLessThan(budget);
});

test("a second build is the same, byte for byte", () => {
  const second = join(folder, "second");
  node("build/build.mjs", second);
  expect(filesIn(second)).toEqual(filesIn(first));
  for (const file of filesIn(first)) expect(readFileSync(join(second, file), "utf8")).toBe(readFileSync(join(first, file), "utf8"));
});

test("the package has what its exports name, and no test", () => {
  const manifest = JSON.parse(readFileSync(join(client, "package.json"), "utf8")) as { exports: Record<string, string | Record<string, string>>; dependencies?: object };
  const files = filesIn(first);
  for (const target of Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [] : Object.values(entry)))) {
    expect(files).toContain(target.replace("./dist/", ""));
  }
  expect(files.filter((file) => /test/.test(file))).toEqual([]);
  // Only what is imported apart, for keeping sessions on the device, needs a package.
  expect(manifest.dependencies).toEqual({ idb: "8.0.4" });
  const importing = files.filter((file) => file.endsWith(".js") && /from "idb"/.test(readFileSync(join(first, file), "utf8")));
  expect(importing.every((file) => file.startsWith("offline/"))).toBe(true);
});

test("bundle, modules and joined declarations export the same", async () => {
  const declared = /^export \{ (.*) \};$/m.exec(readFileSync(join(first, "capsule-client.d.ts"), "utf8"))![1]!.split(", ");
  const bundle = Object.keys((await import(join(first, "capsule-client.js"))) as object).sort();
  const modules = Object.keys((await import(join(first, "index.js"))) as object).sort();
  expect(bundle).toEqual(modules);
  expect(declared).toEqual(expect.arrayContaining(bundle));
});

test("the bundle of what is kept offline takes the errors from the first one, and has all else", () => {
  const text = readFileSync(join(first, "capsule-client-offline.js"), "utf8");
  console.log(`capsule-client-offline.js: ${gzipSync(text, { level: 9 }).length} bytes after gzip`);
  expect(new Set([...text.matchAll(/from"([^"]+)"/g)].map(([, from]) => from))).toEqual(new Set(["./capsule-client.js"]));
  expect(text).toMatch(/export\{\w+ as offline\}/);
});

test("importing the bundle does nothing but define", () => {
  const script = `
    const before = Object.getOwnPropertyNames(globalThis).join();
    await import(${JSON.stringify(join(first, "capsule-client.js"))});
    if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error("a global was made");
    if (process.getActiveResourcesInfo().some((name) => name === "Timeout")) throw new Error("a timer was set");`;
  expect(node("--input-type=module", "--eval", script)).toBe("");
});

test("mirrors compile against the joined declarations, with nothing else at hand", () => {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true, noEmit: true, target: "ES2022", module: "ES2022", moduleResolution: "bundler", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [],
        paths: { "capsule-client": [join(first, "capsule-client.d.ts")], "capsule-client/computed": [join(first, "computed/index.d.ts")] },
      },
      files: [join(client, "test/mirror/index.ts"), join(first, "capsule-client.d.ts")],
    }),
  );
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  expect(node(compiler, "-p", folder)).toBe("");
});

test("the joined declarations do not speak of what is inside", () => {
  expect(readFileSync(join(first, "capsule-client.d.ts"), "utf8")).not.toMatch(/\b(ModelNode|CollectionNode|SessionCore|Emitter|TurnQueue)\b/);
});
