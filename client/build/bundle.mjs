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
  return bundled("src/computed/index.ts", [apart(/^\.\.\/index\.js$/)]);
}

/**
 * What keeps sessions on the device as one more. Its errors are those of the first.
 * @returns {Promise<string>}
 */
export function bundleOffline() {
  return bundled("src/offline/index.ts", [apart(/\/errors\.js$/)]);
}

/**
 * Takes what such modules export from the first bundle.
 * @param {RegExp} filter
 * @returns {import("esbuild").Plugin}
 */
function apart(filter) {
  return {
    name: "apart",
    setup(esbuild) {
      esbuild.onResolve({ filter }, () => ({ path: "./capsule-client.js", external: true }));
    },
  };
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
