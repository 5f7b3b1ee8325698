import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

const { name, version, description, license, engines } = JSON.parse(
  readFileSync(new URL("package.json", import.meta.url), "utf8"),
);

// `dist` is the whole package of an install: Node does not strip types below node_modules, and
// whoever installs kazi needs none of what builds it. Not minified, so that a stack trace can be read.
export default defineConfig({
  input: { kazi: "src/cli/main.ts" },
  platform: "node",
  // Larger than all the rest, asked for by few goals, and not made to be bundled: it is looked up where it runs.
  external: ["playwright-core"],
  treeshake: { moduleSideEffects: false },
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
    cleanDir: true,
  },
  plugins: [
    {
      name: "package-of-an-install",
      generateBundle() {
        const manifest = {
          name,
          version,
          description,
          license,
          type: "module",
          engines,
          bin: { kazi: "kazi.mjs" },
        };
        const source = `${JSON.stringify(manifest, undefined, 2)}\n`;
        this.emitFile({ type: "asset", fileName: "package.json", source });
        for (const file of ["README.md", "LICENSE"]) {
          this.emitFile({
            type: "asset",
            fileName: file,
            source: readFileSync(new URL(file, import.meta.url)),
          });
        }
      },
    },
  ],
});
