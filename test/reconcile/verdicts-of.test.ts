import { describe, expect, test } from "vitest";
import type { Landing } from "../../src/model/run.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { landingVerdicts, recordedResults, verdictsOf } from "../../src/reconcile/verdicts-of.ts";
import { givenGoal, givenLive, givenPredicate } from "../fakes/given.ts";

const HEAD = "a".repeat(40);
const landing: Landing = { wanted: "pr", reached: "pr", revision: HEAD, atMs: 1 };
const goal = givenGoal({
  predicates: [
    givenPredicate("unit"),
    { ...givenLive("metric"), optional: true },
    givenPredicate("landed", { check: { provider: "landed", wanted: "pr" } }),
  ],
});

function result(id: string, status: PredicateResult["status"]): PredicateResult {
  const evidence = { message: status, findings: [], durationMs: 1 };
  return { id, status, permanent: false, evidence };
}

describe("landingVerdicts()", () => {
  test.each<readonly [string, Landing | undefined, string, string]>([
    ["nothing has landed", undefined, "fail", 'has reached "none", wanted "pr"'],
    ["it has landed", landing, "pass", 'has reached "pr"'],
    ["it went further", { ...landing, reached: "merge" }, "pass", 'has reached "merge"'],
    ["another commit landed", { ...landing, revision: "b".repeat(40) }, "fail", "none"],
    [
      "it got stuck on the way",
      { ...landing, reached: "branch", reason: "no GitHub" },
      "fail",
      'has reached "branch", wanted "pr": no GitHub',
    ],
  ])("%s", (_name, landed, status, message) => {
    const [verdict, ...others] = landingVerdicts(goal, { head: HEAD, landing: landed });
    expect(verdict).toMatchObject({ id: "landed", status });
    expect(verdict?.message).toContain(message);
    expect(others).toEqual([]);
  });
});

describe("recordedResults() and verdictsOf()", () => {
  test("what an observation says of a landing is not believed, and baselines stand elsewhere", () => {
    const seen = [
      { ...result("unit", "pass"), baselines: [{ key: "unit", check: "c", value: 1 }] },
      result("metric", "unknown"),
      result("landed", "pass"),
    ];
    const recorded = recordedResults(goal, seen, { head: HEAD, landing: undefined });
    expect(recorded[0]).toEqual(result("unit", "pass"));
    expect(recorded[2]).toMatchObject({ id: "landed", status: "fail" });
  });

  test.each([
    ["unknown and optional", "metric", "unknown", true],
    ["failing and optional", "metric", "fail", undefined],
    ["unknown and wanted", "unit", "unknown", undefined],
  ] as const)("%s", (_name, id, status, waived) => {
    expect(verdictsOf(goal, [result(id, status)])[0]?.waived).toBe(waived);
  });
});
