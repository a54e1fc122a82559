// Builds the package into a folder (dist without an argument): modules with declarations for a bundler, and the files that the host serves.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundleComputed, bundleOffline } from "./bundle.mjs";
import { rollUpDeclarations } from "./declarations.mjs";

const client = fileURLToPath(new URL("..", import.meta.url));
const target = resolve(process.argv[2] ?? join(client, "dist"));

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const compiled = spawnSync(process.execPath, [compiler, "-p", join(client, "tsconfig.build.json"), "--outDir", target], { stdio: "inherit" });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

writeFileSync(join(target, "capsule-client.js"), await bundle());
writeFileSync(join(target, "capsule-client-computed.js"), await bundleComputed());
writeFileSync(join(target, "capsule-client-offline.js"), await bundleOffline());
writeFileSync(join(target, "capsule-client.d.ts"), rollUpDeclarations(join(target, "index.d.ts")));
