// Runs scenarios: node run.mjs '{"server": "…/SimulationServer.dll", "seed": 1, "scenarios": 100}'. Settings in main.ts; besides them, "fault" puts something else into one file of the client.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const client = fileURLToPath(new URL("../../", import.meta.url));
const { fault } = JSON.parse(process.argv[2]);

/** The client with a fault in it. */
const planted = {
  name: "planted",
  /** @param {import("esbuild").PluginBuild} esbuild */
  setup(esbuild) {
    if (!fault) return;
    const file = join(client, "src", fault.file);
    esbuild.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path !== file) return undefined;
      const parts = (await readFile(file, "utf8")).split(fault.right);
      if (parts.length !== 2) throw new Error(`'${fault.right}' must stand in ${fault.file} once.`);
      return { contents: parts.join(fault.wrong), loader: "ts" };
    });
  },
};

const output = await mkdtemp(join(tmpdir(), "capsule-simulation-"));
try {
  const file = join(output, "main.mjs");
  await build({
    entryPoints: [join(client, "test/simulation/main.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile: file,
    plugins: [planted],
    alias: Object.fromEntries([["", "index"], ["/computed", "computed/index"], ["/protocol", "protocol/index"]].map(([name, path]) => [`capsule-client${name}`, join(client, `src/${path}.ts`)])),
  });
  await import(pathToFileURL(file).href);
} finally {
  await rm(output, { recursive: true });
}
