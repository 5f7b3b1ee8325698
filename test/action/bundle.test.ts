import { mkdtempSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildAction, filesOf } from "./build-action.ts";

const DIST = "action/dist";
let folder: string;
let built: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-bundle-"));
  built = await buildAction(path.join(folder, "dist"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// To bring it in line: npm run build
test("action/dist is what the source builds", () => {
  const committed = filesOf(DIST);
  expect([...committed.keys()]).toEqual([...built.keys()]);
  const different = [...built].filter(([name, text]) => committed.get(name) !== text);
  expect(different.map(([name]) => name)).toEqual([]);
});

test("the jobs that run strangers' code load no client of GitHub's API", () => {
  const loaded = reachedFrom("phase-observe.mjs");
  expect(loaded.size).toBeGreaterThan(2);
  const telling = /\bclass Octokit\b|api\.github\.com/;
  expect([...loaded].filter((name) => telling.test(built.get(name) ?? ""))).toEqual([]);
  const trusted = [...reachedFrom("phase-land.mjs")];
  expect(trusted.some((name) => telling.test(built.get(name) ?? ""))).toBe(true);
});

test("nothing comes from this machine, and nothing from outside of the bundle but Node", () => {
  const text = [...built.values()].join("\n");
  expect(text).not.toContain(process.cwd());
  const outside = [...text.matchAll(/^import .* from "(?!\.\/)([^"]+)";$/gm)];
  expect(outside.map(([, name = ""]) => name).filter((name) => !isBuiltin(name))).toEqual([]);
});

/** Chunks that are loaded with this one; what is imported when it is needed does not count. */
function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) {
    const imports = (built.get(name) ?? "").matchAll(/^import .* from "\.\/([^"]+)";$/gm);
    for (const [, next = ""] of imports) reached.add(next);
  }
  return reached;
}
