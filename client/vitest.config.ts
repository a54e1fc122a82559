import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

function source(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^capsule-client$/, replacement: source("src/index.ts") },
      { find: /^capsule-client\/computed$/, replacement: source("src/computed/index.ts") },
      { find: /^capsule-client\/offline$/, replacement: source("src/offline/index.ts") },
      { find: /^capsule-client\/protocol$/, replacement: source("src/protocol/index.ts") },
    ],
  },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 30_000,
  },
});
