import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const client = fileURLToPath(new URL("..", import.meta.url));

/**
 * The client as one module for browsers.
 * @returns {Promise<string>}
 */
export function bundle() {
  return bundled("src/index.ts", []);
}

/**
 * The functions of computed values as another, which imports the first.
 * @returns {Promise<string>}
 */
export function bundleComputed() {
  const apart = {
    name: "apart",
    /** @param {import("esbuild").PluginBuild} esbuild */
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path: "./capsule-client.js", external: true }));
    },
  };
  return bundled("src/computed/index.ts", [apart]);
}

/**
 * @param {string} entry
 * @param {import("esbuild").Plugin[]} plugins
 */
async function bundled(entry, plugins) {
  const result = await build({
    absWorkingDir: client,
    entryPoints: [entry],
    plugins,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    legalComments: "none",
  });
  return result.outputFiles[0].text;
}
