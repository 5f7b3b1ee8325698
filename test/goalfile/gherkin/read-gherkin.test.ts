import { expect, test } from "vitest";
import type { ReadFeature } from "../../../src/goalfile/gherkin/feature-outline.ts";
import { featurePaths } from "../../../src/goalfile/gherkin/feature-paths.ts";
import { parseFeatures } from "../../../src/goalfile/gherkin/parse-features.ts";
import { loadGoal, type LoadedGoal } from "../../../src/goalfile/load-goal.ts";
import { CHECK } from "../goal-text.ts";

const FEATURE = `Feature: Check & out
  Scenario: Pay by card
    When I pay
  Scenario Outline: Buy
    When I buy <what>
    Examples:
      | what |
      | beer |
      | tea  |
`;
const GHERKIN = '[[predicate]]\nprovider = "gherkin"\nfeature = "./docs/shop.feature"\n';

async function loadWith(
  text: string,
  files: Readonly<Record<string, string>>,
): Promise<LoadedGoal> {
  const features = await parseFeatures(new Map(Object.entries(files)));
  return loadGoal({ path: "a.goal.toml", bytes: new TextEncoder().encode(text), features });
}

async function goalWith(text: string, feature: string) {
  const loaded = await loadWith(text, { "docs/shop.feature": feature });
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.issues));
  return loaded.goal;
}

test("a gherkin predicate becomes one for each scenario and each row of examples", async () => {
  const goal = await goalWith(
    `id = "g"\n${GHERKIN}runner_cmd = "npx"\nrunner_args = ["cucumber-js"]\nreport_path = "report.json"\nacceptance = true\ntimeout_ms = 5\n${CHECK}`,
    FEATURE,
  );
  expect(goal.predicates.map((it) => it.id)).toEqual([
    "check-out__pay-by-card",
    "check-out__buy__beer",
    "check-out__buy__tea",
    "p",
  ]);
  expect(goal.groups).toEqual([{ id: "check-out", name: "Check & out", needs: [] }]);
  expect(goal.predicates[1]).toEqual({
    id: "check-out__buy__beer",
    description: "Scenario: Buy / beer",
    guard: false,
    acceptance: true,
    heldOut: false,
    group: "check-out",
    timeoutMs: 5,
    check: {
      provider: "gherkin",
      feature: "docs/shop.feature",
      featureName: "Check & out",
      scenario: "Buy",
      row: 0,
      example: { what: "beer" },
      line: 8,
      runner: { command: "npx", args: ["cucumber-js"], env: {} },
      verdictFormat: "cucumber_json",
      report: "report.json",
    },
  });
});

test("what a gherkin predicate says of itself holds for its scenarios", async () => {
  const goal = await goalWith(
    `id = "g"\n[[group]]\nid = "Shop"\n${CHECK}${GHERKIN}guard = true\nheld_out = true\noptional = true\ngroup = "shop"\ncwd = "web"\nverdict_format = "scenario_map"\ndescription = "d"`,
    FEATURE,
  );
  const scenarios = goal.predicates.slice(1);
  expect(goal.predicates[0]?.id).toBe("p");
  expect(scenarios).toHaveLength(3);
  for (const it of scenarios) {
    expect(it).toMatchObject({
      guard: true,
      heldOut: true,
      optional: true,
      group: "shop",
      cwd: "web",
    });
    expect(it.check).toMatchObject({ verdictFormat: "scenario_map" });
    expect(it.check).not.toHaveProperty("runner");
    expect(it.description).toMatch(/^d \/ Scenario: /);
  }
  expect(goal.groups?.map((it) => it.id)).toEqual(["shop"]);
});

test("scenarios whose names say the same have ids of their own", async () => {
  const goal = await goalWith(
    `id = "g"\n${GHERKIN}`,
    "Feature: 日本\nScenario: a\nGiven x\nScenario: A!\nGiven x\nScenario: a-2\nGiven x\nScenario: 東京\nGiven x\n",
  );
  expect(goal.predicates.map((it) => it.id)).toEqual([
    "ungrouped__a",
    "ungrouped__a-2",
    "ungrouped__a-2-2",
    "ungrouped__scenario",
  ]);
  expect(goal.groups).toEqual([{ id: "ungrouped", name: "日本", needs: [] }]);
});

test.each([
  ["", {}, '2:1 gherkin predicate #1 is missing required key "feature"'],
  ["feature = 1", {}, '4:11 gherkin predicate #1 "feature" must be a non-empty string (got 1)'],
  ['feature = "/x"', {}, 'gherkin predicate #1 "feature" must name a path inside the repository'],
  [
    'feature = "x.feature"\nverdict_format = "json"',
    {},
    'gherkin predicate #1 has unknown verdict_format "json" (known: cucumber_json, scenario_map)',
  ],
  [
    'feature = "x.feature"',
    {},
    '4:11 gherkin predicate #1 feature file "x.feature" could not be read (no regular file there in the repository)',
  ],
  [
    'id = "shop"\nfeature = "x.feature"',
    { "x.feature": "Feature: a" },
    '5:11 gherkin predicate "shop" feature "x.feature": no runnable Scenario found in the gherkin source',
  ],
  [
    'feature = "x.feature"',
    { "x.feature": "Scenario: a" },
    'gherkin predicate #1 feature "x.feature": (1:1): expected: ',
  ],
  ['feature = "x.feature"\nsecrets = ["TOKEN"]', { "x.feature": FEATURE }, "secrets"],
])("readGherkin() refuses %j", async (keys, files, message) => {
  const text = `id = "g"\n[[predicate]]\nprovider = "gherkin"\n${keys}`;
  const loaded = await loadWith(text, files);
  expect(loaded.kind).toBe("refused");
  const told = loaded.issues.map((it) => `${it.line}:${it.column} ${it.message}`);
  expect(told.join("\n")).toContain(message);
});

test("two predicates over one feature are told to have the same ids", async () => {
  const loaded = await loadWith(`id = "g"\n${GHERKIN}${GHERKIN}`, {
    "docs/shop.feature": FEATURE,
  });
  expect(loaded.issues.map((it) => [it.code, it.line])).toEqual([
    ["duplicate-id", 7],
    ["duplicate-id", 7],
    ["duplicate-id", 7],
  ]);
});

test.each([
  ["no such word", []],
  [`id = "g"\n${GHERKIN}${GHERKIN}`, ["docs/shop.feature"]],
  [`id = "g"\nscope.workspace = "./web/"\n${GHERKIN}`, ["web/docs/shop.feature"]],
  [`id = "g"\nscope.workspace = "../web"\n${GHERKIN}`, []],
  ['[[predicate]]\nprovider = "gherkin"\nfeature = "../x"', []],
  ['[[predicate]]\nprovider = "gherkin"\nfeature = 1', []],
  ['predicate = "gherkin"', []],
  ['predicate = [1, "gherkin"]', []],
  ["gherkin =", []],
])("featurePaths() of %j", (text, paths) => {
  expect(featurePaths(new TextEncoder().encode(text))).toEqual(paths);
});

test("featurePaths() names no more than a host should read", () => {
  const many = Array.from({ length: 80 }, (_, index) => GHERKIN.replace("shop", `s${index}`));
  expect(featurePaths(new TextEncoder().encode(many.join("")))).toHaveLength(50);
});

test("parseFeatures() of nothing is nothing", async () => {
  const none: ReadonlyMap<string, ReadFeature> = new Map();
  expect(await parseFeatures(new Map())).toEqual(none);
});
