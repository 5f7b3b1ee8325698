import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { BrowserType } from "playwright-core";

/** The part of Playwright that drives Chromium, or in words why it is not there. */
export type PlaywrightLookup =
  | { readonly kind: "found"; readonly chromium: BrowserType }
  | { readonly kind: "missing"; readonly reason: string };

const PACKAGES = ["playwright-core", "playwright"];

/**
 * Loaded when a browser is wanted and not before: it is megabytes of code. It is looked for beside kazi
 * and where npm installs globally for the Node of `searchPath`, and never in the repository, whose
 * packages are a stranger's.
 */
export async function loadPlaywright(searchPath: string): Promise<PlaywrightLookup> {
  try {
    const { chromium } = await import("playwright-core");
    return { kind: "found", chromium };
  } catch (error) {
    const chromium = loadGlobal(globalFolders(searchPath));
    if (chromium !== undefined) return { kind: "found", chromium };
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return {
      kind: "missing",
      reason: `playwright-core is not installed${code}: run npm install --global playwright-core`,
    };
  }
}

/** npm puts global packages beside the Node that it runs on, which need not be ours. */
function globalFolders(searchPath: string): readonly string[] {
  const beside = searchPath
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder) && existsSync(path.join(folder, "node")));
  const programs = [path.dirname(process.execPath), ...beside];
  const own = programs.map((folder) => path.resolve(folder, "..", "lib", "node_modules"));
  return [...new Set([...own, "/usr/local/lib/node_modules", "/usr/lib/node_modules"])];
}

function loadGlobal(folders: readonly string[]): BrowserType | undefined {
  for (const folder of folders) {
    const load = createRequire(path.join(folder, "kazi.cjs"));
    for (const name of PACKAGES) {
      const chromium = chromiumOf(tryLoad(load, path.join(folder, name)));
      if (chromium !== undefined) return chromium;
    }
  }
  return undefined;
}

function tryLoad(load: NodeJS.Require, file: string): unknown {
  try {
    return load(file);
  } catch {
    return undefined;
  }
}

function chromiumOf(loaded: unknown): BrowserType | undefined {
  if (typeof loaded !== "object" || loaded === null || !("chromium" in loaded)) return undefined;
  return isBrowserType(loaded.chromium) ? loaded.chromium : undefined;
}

function isBrowserType(value: unknown): value is BrowserType {
  return (
    typeof value === "object" &&
    value !== null &&
    "launchPersistentContext" in value &&
    typeof value.launchPersistentContext === "function"
  );
}
