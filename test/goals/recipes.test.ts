import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import nock from "nock";
import { describe, expect, test } from "vitest";
import { findBrowser } from "../../src/adapters/browser-lookup.ts";
import { hostEnvironment } from "../../src/cli/local-host.ts";
import { lintGoalFile } from "../../src/control/lint-goal-file.ts";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import type { Check } from "../../src/model/check.ts";
import type { Goal } from "../../src/model/goal.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenLedger } from "../observe/given-ledger.ts";
import { type GivenPlace, givenPlace } from "./given-place.ts";
import { serveFolder } from "./serve-folder.ts";

// It would pretend that every connection is there, and the browser's own are none of its business.
nock.restore();

/** Where the pages of the recipes are said to be deployed. */
const PAGE = "https://shop.example.com";
const hasBrowser = findBrowser(hostEnvironment()).kind === "found";

/** What the failing fixture must be told, by predicate: enough to act on. */
const TOLD: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  sarif: {
    "no-new-findings": {
      seen: "1 new of 2 findings",
      findings: [{ file: "src/cart.mjs", line: 2, rule: "no-var" }, { rule: "eqeqeq" }],
    },
  },
  junit: {
    "unit-tests": {
      counts: { passed: 1, failed: 1, skipped: 0, total: 2 },
      findings: [{ file: "test/price.test.mjs" }],
    },
    "component-tests": {
      counts: { passed: 0, failed: 1, skipped: 0, total: 1 },
      findings: [{ file: "components/label.spec.mjs" }],
    },
  },
  mutation: {
    "mutants-die": {
      seen: "0.5",
      wanted: "at least 0.8",
      findings: [{ file: "src/price.mjs", line: 2, rule: "EqualityOperator" }],
    },
  },
  "coverage-ratchet": {
    "line-coverage": {
      seen: "50",
      wanted: "at least 99.9 (baseline 100, allowed regression 0.1)",
    },
  },
  "size-ratchet": {
    "bundle-size": {
      seen: "709",
      wanted: "at most 545 (baseline 33, allowed regression 512)",
    },
  },
  dialyzer: {
    "no-new-warnings": {
      seen: "1 new of 2 findings",
      findings: [{ file: "lib/cart.ex", line: 5, rule: "unknown_function" }, {}],
    },
  },
  contract: {
    "messages-compatible": {
      findings: [{ file: "proto/shop.proto", line: 5, column: 1 }],
    },
    "api-compatible": { seen: "1", wanted: "== 0" },
    "consumers-served": {
      counts: { passed: 1, failed: 1, skipped: 0, total: 2 },
      findings: [{ level: "error" }],
    },
  },
  performance: {
    "within-budget": { seen: "0.74", wanted: "at most 0.5" },
    "not-slower": {
      seen: "0.74",
      wanted: "at most 0.26 (baseline 0.21, allowed regression 0.05)",
    },
  },
  "secret-scan": {
    "no-secrets": { findings: [{ file: "config/service.py", line: 2, rule: "generic-api-key" }] },
  },
  accessibility: {
    "no-barriers": { findings: [{ rule: "html-has-lang" }, { rule: "image-alt" }] },
    "lighthouse-score": { seen: "0", wanted: ">= 0.9" },
  },
  infrastructure: {
    "no-misconfiguration": { findings: [{ file: "infra/main.tf", line: 3, rule: "AVD-AWS-0096" }] },
    "policies-hold": { findings: [{ file: "infra/main.tf", rule: "CKV_AWS_27" }] },
  },
  "container-scan": { "no-known-holes": { seen: "1", findings: [{ rule: "CVE-2000-0000" }] } },
  "visual-regression": {
    "looks-as-approved": {
      seen: "2400 of 9600 pixels differ (25%)",
      findings: [{ rule: "visual" }],
    },
  },
};
const RECIPES = Object.keys(TOLD);

test("every recipe has its fixtures", () => {
  const files = globSync("goals/recipes/*").map((file) => path.basename(file, ".goal.toml"));
  expect(files.toSorted()).toEqual(RECIPES.toSorted());
  expect(readdirSync("test/goals/fixtures").toSorted()).toEqual(RECIPES.toSorted());
});

describe.each(RECIPES)("goals/recipes/%s", (recipe) => {
  const needsBrowser = textOf(recipe).includes(PAGE);
  const needs = needsBrowser ? " (skipped: needs chromium)" : "";

  test("loads and lints without a warning", async () => {
    const source = { path: fileOf(recipe), bytes: Buffer.from(textOf(recipe)) };
    const { issues } = await lintGoalFile(source, async () => await Promise.resolve(undefined));
    expect(issues).toEqual([]);
    expect(Object.keys(TOLD[recipe] ?? {})).toEqual(load(recipe, PAGE).predicates.map(idOf));
  });

  test.skipIf(needsBrowser && !hasBrowser)(`passes on what is in order${needs}`, async () => {
    const results = await observePassing(recipe);
    expect(results.map(({ status, evidence }) => [status, evidence.message])).toEqual(
      results.map(({ evidence }) => ["pass", evidence.message]),
    );
  });

  test.skipIf(needsBrowser && !hasBrowser)(
    `fails on what is not, and says what to mend${needs}`,
    async () => {
      const results = await observeFailing(recipe);
      for (const { id, status, evidence } of results) {
        expect.soft(status, `${id}: ${evidence.message}`).toBe("fail");
        expect.soft(evidence, id).toMatchObject(TOLD[recipe]?.[id] ?? {});
        expect.soft(isUseful(evidence), id).toBe(true);
      }
    },
  );
});

/** Those that need more than node, npm and a browser. */
const WITH_TOOLS = RECIPES.filter(
  (recipe) => existsSync(`test/goals/fixtures/${recipe}/bin`) && !textOf(recipe).includes(PAGE),
);

test.each([...WITH_TOOLS, "sarif"])(
  "goals/recipes/%s: a missing tool is no pass",
  async (recipe) => {
    const place = givenPlace(recipe, "passing", "missing");
    try {
      const results = await observe(recipe, place);
      expect(results.filter(({ status }) => status === "pass")).toEqual([]);
    } finally {
      place.remove();
    }
  },
);

function fileOf(recipe: string): string {
  return `goals/recipes/${recipe}.goal.toml`;
}

function textOf(recipe: string): string {
  return readFileSync(fileOf(recipe), "utf8");
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function load(recipe: string, origin: string): Goal {
  const bytes = Buffer.from(textOf(recipe).replaceAll(PAGE, origin));
  const loaded = loadGoal({ path: fileOf(recipe), bytes });
  if (loaded.kind !== "loaded") throw new Error(JSON.stringify(loaded.issues));
  return loaded.goal;
}

function isUseful({ findings, seen, wanted }: PredicateResult["evidence"]): boolean {
  return findings.length > 0 || (seen !== undefined && wanted !== undefined);
}

async function observePassing(recipe: string): Promise<readonly PredicateResult[]> {
  const place = givenPlace(recipe, "passing");
  try {
    return await observe(recipe, place);
  } finally {
    place.remove();
  }
}

/** What passes is the tree that the work began with, and what was kept before. */
async function observeFailing(recipe: string): Promise<readonly PredicateResult[]> {
  const base = givenPlace(recipe, "passing");
  const place = givenPlace(recipe, "failing");
  try {
    return await observe(recipe, place, base);
  } finally {
    place.remove();
    base.remove();
  }
}

async function observe(
  recipe: string,
  place: GivenPlace,
  base: GivenPlace = place,
): Promise<readonly PredicateResult[]> {
  const ledger = givenLedger(base.context);
  const page = existsSync(path.join(place.folder, "public"))
    ? await serveFolder(path.join(place.folder, "public"))
    : undefined;
  const results: PredicateResult[] = [];
  try {
    for (const predicate of load(recipe, page?.origin ?? PAGE).predicates) {
      const { baselines } = ledger;
      if (base !== place && isRemembered(predicate.check)) {
        ledger.keep(await evaluate(predicate, { ...base.context, baselines }));
      }
      results.push(await evaluate(predicate, { ...place.context, baselines }));
    }
    return results;
  } finally {
    await page?.close();
  }
}

function isRemembered(check: Check): boolean {
  return "baseline" in check && check.baseline.kind === "stored";
}
