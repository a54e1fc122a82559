import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The client as one module for browsers.
 * @returns {Promise<string>}
 */
export async function bundle() {
  const result = await build({
    absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
    entryPoints: ["src/index.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    legalComments: "none",
  });
  return result.outputFiles[0].text;
}
