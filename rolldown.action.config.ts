import { defineConfig } from "rolldown";

// `action/dist` is committed: GitHub runs an Action as it stands in the repository. Not minified, so that
// a stack trace in a job's log can be read. Without the side effects of modules that nobody uses, a job
// starts in half the time, and each phase is a chunk of its own.
export default defineConfig({
  input: { index: "action/main.ts" },
  platform: "node",
  // Larger than all the rest, asked for by few goals, and not made to be bundled: it is looked up where it runs.
  external: ["playwright-core"],
  treeshake: { moduleSideEffects: false },
  output: {
    dir: "action/dist",
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name].mjs",
    cleanDir: true,
  },
});
