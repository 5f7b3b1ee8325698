import { defineConfig } from "vitest/config";

export default defineConfig({
  // The packages of Actions name sources that they do not ship, and vite warns of each.
  logLevel: "error",
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/fixed-seed.ts", "test/no-network.ts"],
    // GitHub's parser imports JSON without saying so, which node refuses and vite does not.
    server: { deps: { inline: [/@actions\//] } },
    // Most of the time goes by in git and in other programs, which leave a core to a second worker.
    maxWorkers: "100%",
    // Real git and real processes: generous, because a loaded machine is not a failure.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
