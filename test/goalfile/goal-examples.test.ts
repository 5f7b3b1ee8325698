import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { PROVIDERS, TABLES } from "../../src/goalfile/tables.ts";

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
  expect(Object.keys(PROVIDERS).filter((name) => !text.includes(`\`"${name}"\``))).toEqual([]);
});
