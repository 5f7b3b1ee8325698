import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { NOT_ENFORCED, PROVIDERS, TABLES } from "../../src/goalfile/tables.ts";

const CORPUS = path.resolve("../shared/corpus/goal-files");
const corpus = existsSync(CORPUS) ? globSync(`${CORPUS}/**/*.toml`) : [];

test("goals/ holds the two examples", () => {
  expect(globSync("goals/*.toml").toSorted()).toEqual([
    "goals/fix-the-tests.goal.toml",
    "goals/release-ready.goal.toml",
  ]);
});

test.each(globSync("goals/*.toml"))("loadGoal() loads %s without a warning", (file) => {
  expect(loadGoal({ path: file, bytes: readFileSync(file) })).toMatchObject({
    kind: "loaded",
    issues: [],
  });
});

test("goals/README.md names every key and table that is read", () => {
  const text = readFileSync("goals/README.md", "utf8");
  const keys = [...Object.values(TABLES), ...Object.values(PROVIDERS)].flatMap((schema) =>
    Object.keys(schema.shape),
  );
  const tables = Object.keys(TABLES).filter((name) => name !== "goal");
  expect(keys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  expect(tables.filter((name) => !text.includes(`### \`[${name}]\``))).toEqual([]);
  expect([...NOT_ENFORCED].filter((name) => !text.includes(`[${name}]`))).toEqual([]);
  expect(Object.keys(PROVIDERS).filter((name) => !text.includes(`\`"${name}"\``))).toEqual([]);
});

test.skipIf(corpus.length === 0)(
  "loadGoal() loads the original's files, or says that a provider is not supported",
  () => {
    const strange = corpus.flatMap((file) => {
      const loaded = loadGoal({ path: file, bytes: readFileSync(file) });
      const expected = file.endsWith(".roadmap.toml") ? "not-a-goal-file" : "unsupported-provider";
      return loaded.issues.filter((it) => it.severity === "error" && it.code !== expected);
    });
    expect(strange).toEqual([]);
    expect(corpus.length).toBeGreaterThan(60);
  },
);
