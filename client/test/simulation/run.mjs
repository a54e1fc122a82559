import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));
const client = fileURLToPath(new URL("../../", import.meta.url));
const output = await mkdtemp(join(tmpdir(), "capsule-simulation-"));
try {
  const file = join(output, "main.mjs");
  await build({
    entryPoints: [join(folder, "main.ts")], bundle: true, platform: "node", format: "esm", target: "node20", outfile: file, sourcemap: "inline",
    alias: { "capsule-client": join(client, "src/index.ts"), "capsule-client/computed": join(client, "src/computed/index.ts"), "capsule-client/protocol": join(client, "src/protocol/index.ts") },
  });
  await import(pathToFileURL(file).href);
} finally {
  await rm(output, { recursive: true });
}
