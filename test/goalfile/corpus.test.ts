import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { featurePaths } from "../../src/goalfile/gherkin/feature-paths.ts";
import { parseFeatures } from "../../src/goalfile/gherkin/parse-features.ts";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { loadRoadmap } from "../../src/goalfile/load-roadmap.ts";
import type { Goal, Predicate } from "../../src/model/goal.ts";
import {
  corpusFiles,
  digestOf,
  expectedOf,
  FEATURE,
  type GoalFacts,
  type PredicateFacts,
} from "./corpus-expectations.ts";

const files = corpusFiles();
const goals = [...files].filter(([name]) => !name.endsWith(".roadmap.toml"));
const digests = z
  .record(z.string(), z.string())
  .parse(
    JSON.parse(
      readFileSync(new URL("../fixtures/goal-corpus/digests.json", import.meta.url), "utf8"),
    ),
  );
/** What loads there and never passes here is said; nothing else is worth a word. */
const EXPECTED_WARNINGS: ReadonlySet<string> = new Set(["not-built", "not-enforced"]);

describe.skipIf(files.size === 0)("the original's goal-files (skipped: needs the corpus)", () => {
  test("are those whose digests were written down", () => {
    expect(goals.map(([name]) => name)).toEqual(Object.keys(digests));
    expect(goals.length).toBeGreaterThan(60);
  });

  test.each(goals)("%s means here what it means there", async (name, bytes) => {
    const expected = expectedOf(bytes);
    expect(digestOf(expected)).toBe(digests[name]);
    const texts = new Map(featurePaths(bytes).map((path) => [path, FEATURE]));
    const loaded = loadGoal({ path: name, bytes, features: await parseFeatures(texts) });
    expect(loaded.issues.filter((it) => !EXPECTED_WARNINGS.has(it.code))).toEqual([]);
    expect(loaded.kind === "loaded" ? factsOf(loaded.goal) : loaded.issues).toEqual(expected);
  });

  test("the roadmap among them loads with its edges", () => {
    const name = "examples/roadmap/pipeline.roadmap.toml";
    const loaded = loadRoadmap({ path: name, bytes: files.get(name) ?? new Uint8Array() });
    const folder = "examples/roadmap/goals";
    expect(loaded).toEqual({
      kind: "loaded",
      issues: [],
      value: {
        goals: ["foundation", "api", "ui"].map((id, index, ids) => ({
          id,
          needs: ids.slice(0, index).slice(-1),
          source: { kind: "path", path: `${folder}/${id}.goal.toml` },
        })),
      },
    });
    for (const id of ["foundation", "api", "ui"]) {
      expect(files.has(`${folder}/${id}.goal.toml`)).toBe(true);
    }
  });
});

function factsOf(goal: Goal): GoalFacts {
  const { budget } = goal;
  return {
    id: goal.id,
    mode: goal.mode,
    standing: goal.standing,
    budget: Object.fromEntries(
      Object.entries({
        cached_read_weight: budget.cachedReadWeight,
        max_iterations: budget.iterationsMax,
        max_dispatches: budget.dispatchesMax,
        max_wall_clock_ms: budget.wallClockMaxMs,
        max_tokens: budget.tokensMax,
      }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
    integration: goal.integration.mode ?? "none",
    enforced: goal.enforcement?.enabled ?? false,
    groups: (goal.groups ?? []).map((it) => [
      it.id,
      it.name,
      it.parent ?? "",
      it.iterationsMax ?? 0,
      it.needs,
    ]),
    predicates: goal.predicates.map(predicateFacts),
  };
}

function predicateFacts(it: Predicate): PredicateFacts {
  const provider = it.check.provider === "not_built" ? it.check.named : it.check.provider;
  return [it.id, provider, it.guard, it.acceptance ?? false, it.heldOut, it.group ?? ""];
}
