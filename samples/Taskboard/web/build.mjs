// Bundles the page into ../wwwroot.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const output = fileURLToPath(new URL("../wwwroot", import.meta.url));

await mkdir(output, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.ts" },
  outdir: output,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  sourcemap: true,
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  logLevel: "warning",
});
await copyFile(new URL("src/index.html", import.meta.url), new URL("../wwwroot/index.html", import.meta.url));
