// Bundles the page into ../wwwroot.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const output = fileURLToPath(new URL("../wwwroot", import.meta.url));

await mkdir(output, { recursive: true });
const options = { absWorkingDir: here, outdir: output, bundle: true, target: "es2022", minify: true, logLevel: "warning" };
const { metafile } = await build({
  ...options,
  entryPoints: { page: "src/main.ts" },
  format: "esm",
  sourcemap: true,
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  metafile: true,
});
const made = Object.keys(metafile.outputs).filter((file) => !file.endsWith(".map"));
const files = ["/", ...made.map((file) => `/${relative(output, `${here}${file}`).replaceAll("\\", "/")}`)];
await build({ ...options, entryPoints: { worker: "worker/worker.ts" }, format: "iife", define: { files: JSON.stringify(files) } });
await copyFile(new URL("src/index.html", import.meta.url), new URL("../wwwroot/index.html", import.meta.url));
