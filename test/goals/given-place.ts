import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { z } from "zod";
import { createBrowserDriver } from "../../src/adapters/browser-playwright.ts";
import { createFolderFiles } from "../../src/adapters/folder-files.ts";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import { hostEnvironment } from "../../src/cli/local-host.ts";
import type { EvaluationContext } from "../../src/observe/evaluation-context.ts";
import { givenContext } from "../observe/given-context.ts";

/** A checkout of a fixture, on a machine that has the tools of its recipe. */
export interface GivenPlace {
  readonly folder: string;
  readonly context: EvaluationContext;
  remove(): void;
}

const FIXTURES = path.join(import.meta.dirname, "fixtures");
const { resolve } = createRequire(import.meta.url);

/**
 * What a fixture names in `devDependencies` is there as `npm ci` would have put it. Programs in the
 * fixture's `bin` stand in for tools that this machine may not have: on the search path, and for npx.
 */
export function givenPlace(
  recipe: string,
  state: "passing" | "failing",
  tools: "installed" | "missing" = "installed",
): GivenPlace {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-test-")));
  const folder = path.join(home, "checkout");
  const bin = path.join(home, "bin");
  cpSync(path.join(FIXTURES, recipe, state), folder, { recursive: true });
  mkdirSync(bin);
  if (tools === "installed") {
    installPackages(folder);
    installStandIns(path.join(FIXTURES, recipe, "bin"), { bin, folder });
  }
  const environment = tools === "installed" ? environmentWith(bin) : bareEnvironment(bin);
  return {
    folder,
    context: givenContext({
      context: {
        processes: createProcessRunner({ isolation: "process-group" }),
        browser: createBrowserDriver({ environment }),
        files: createFolderFiles({ root: folder, below: "" }),
        environment,
        folder,
        // The browser waits between its samples, and nothing changes in a fixture meanwhile.
        clock: { now: () => Date.now(), sleep: async () => await Promise.resolve() },
      },
    }),
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The tools of this machine, the node of this test before any other, and those that stand in. */
function environmentWith(bin: string): Readonly<Record<string, string>> {
  const environment = hostEnvironment();
  const parts = [bin, path.dirname(process.execPath), environment["PATH"] ?? ""];
  // npm asks nobody for news of itself where it takes the machine for a runner.
  return { ...environment, CI: "true", PATH: parts.join(path.delimiter) };
}

const BARE = ["sh", "env", "cat", "rm", "node", "npm", "npx"];

/** A machine with nothing but node, npm, and what a shell script begins with. */
function bareEnvironment(bin: string): Readonly<Record<string, string>> {
  const environment = environmentWith(bin);
  const folders = (environment["PATH"] ?? "").split(path.delimiter);
  for (const program of BARE) {
    const file = folders.map((it) => path.join(it, program)).find((it) => existsSync(it));
    if (file !== undefined) symlinkSync(file, path.join(bin, program));
  }
  return { ...environment, PATH: bin };
}

function installPackages(folder: string): void {
  const modules = path.join(folder, "node_modules");
  mkdirSync(path.join(modules, ".bin"), { recursive: true });
  for (const name of Object.keys(manifestAt(folder).devDependencies)) {
    const from = path.dirname(resolve(`${name}/package.json`));
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(from, path.join(modules, name));
    for (const [program, file] of Object.entries(manifestAt(from).bin)) {
      symlinkSync(path.join(from, file), path.join(modules, ".bin", program));
    }
  }
}

function installStandIns(
  from: string,
  { bin, folder }: { readonly bin: string; readonly folder: string },
): void {
  if (!existsSync(from)) return;
  cpSync(from, bin, { recursive: true });
  writeFileSync(path.join(bin, "package.json"), '{ "type": "module" }');
  for (const program of readdirSync(from)) {
    chmodSync(path.join(bin, program), 0o755);
    symlinkSync(path.join(bin, program), path.join(folder, "node_modules", ".bin", program));
  }
}

const Manifest = z.object({
  devDependencies: z.record(z.string(), z.string()).default({}),
  bin: z
    .union([z.string(), z.record(z.string(), z.string())])
    .default({})
    .transform((bin) => (typeof bin === "string" ? {} : bin)),
});

function manifestAt(folder: string): z.infer<typeof Manifest> {
  const file = path.join(folder, "package.json");
  return Manifest.parse(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
}
