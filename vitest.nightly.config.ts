import { defineConfig } from "vitest/config";

/** The same rules with far more seeds, and the storms that take too long for every change. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.nightly.ts"],
    setupFiles: ["test/nightly/more-runs.ts", "test/no-network.ts"],
    server: { deps: { inline: [/@actions\//] } },
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
  },
});
