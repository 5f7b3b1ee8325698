import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ALLOWED } from "./allowed.ts";

const IMPORT =
  /^\s*(?:import|export)\b[^"';]*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/gm;

function layerOf(file: string): string {
  return file.startsWith("src/")
    ? file.split("/").slice(0, 2).join("/")
    : (file.split("/")[0] ?? "");
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith("."))
    return layerOf(path.posix.join(path.posix.dirname(file), specifier));
  return specifier.startsWith("node:") ? specifier : `npm:${specifier}`;
}

function mayImport(from: string, to: string): boolean {
  return (
    from === to ||
    (ALLOWED[from] ?? []).some(
      (rule) => rule === to || (rule.endsWith("*") && to.startsWith(rule.slice(0, -1))),
    )
  );
}

const files = globSync("{src,app,action}/**/*.ts");

test("the house has files to check", () => {
  expect(files.length).toBeGreaterThan(5);
});

test.each(files)("%s imports only what its layer may", (file) => {
  const wrong = [...readFileSync(file, "utf8").matchAll(IMPORT)]
    .map((match) => targetOf(file, match[1] ?? match[2] ?? match[3] ?? ""))
    .filter((target) => !mayImport(layerOf(file), target));
  expect(wrong).toEqual([]);
});
