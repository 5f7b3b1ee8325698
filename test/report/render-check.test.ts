import { describe, expect, test } from "vitest";
import type { PredicateResult } from "../../src/model/vector.ts";
import { isCheckPassed, renderCheck, toCheckResult } from "../../src/report/render-check.ts";
import { givenGoal, givenPredicate } from "../fakes/given.ts";
import { RESULTS } from "./given-report.ts";

const goal = givenGoal();
const passing = RESULTS.filter((result) => result.status === "pass");

/** `landed` and `maybe` are unknown in every check. */
const open = givenGoal({
  predicates: [
    givenPredicate("lint"),
    givenPredicate("landed", { check: { provider: "landed", wanted: "pr" } }),
    givenPredicate("maybe", { optional: true }),
  ],
});

function unknown(id: string): PredicateResult {
  const evidence = { message: "cannot be seen", findings: [], durationMs: 1 };
  return { id, status: "unknown", permanent: false, evidence };
}

const UNKNOWNS = [unknown("landed"), unknown("maybe")];

describe("isCheckPassed()", () => {
  test.each([
    [
      "what is judged at the landing is left out, what is optional is waived",
      [...passing, ...UNKNOWNS],
      true,
    ],
    ["only a landing was asked for: nothing was seen", UNKNOWNS.slice(0, 1), false],
    ["all is waived: nothing was seen", [unknown("maybe")], false],
    ["optional and failing", UNKNOWNS.map((it) => ({ ...it, status: "fail" as const })), false],
    ["a stranger of the goal is unknown", [...UNKNOWNS, unknown("other")], false],
  ])("%s: %s", (_name, results, expected) => {
    expect(isCheckPassed({ goal: open, results })).toBe(expected);
  });

  test.each([
    ["all pass", passing, true],
    ["one fails", RESULTS, false],
    ["nothing was looked at", [], false],
  ])("%s: %s", (_name, results, expected) =>
    expect(isCheckPassed({ goal, results })).toBe(expected),
  );
});

test("renderCheck() names what does not pass and why", () => {
  expect(renderCheck({ goal, results: RESULTS }).join("\n")).toMatchInlineSnapshot(`
    "CHECK (observe-only, nothing dispatched)  goal=goal
    status: fail
      unit: fail
        reason: 1 of 2 tests failed
      lint: pass
        found: exit code 0"
  `);
});

test("renderCheck() says what is waived, what a landing judges, and what a pass found", () => {
  const results = [...passing, ...UNKNOWNS];
  expect(renderCheck({ goal: open, results }).join("\n")).toMatchInlineSnapshot(`
    "CHECK (observe-only, nothing dispatched)  goal=goal
    status: pass
      lint: pass
        found: exit code 0
      landed: judged at the landing
      maybe: unknown, waived
        reason: cannot be seen"
  `);
  expect(toCheckResult({ goal: open, results })).toMatchObject({
    status: "pass",
    predicates: [
      { id: "lint", evidence: { message: "exit code 0" } },
      { id: "landed", verdict: "unknown", judged_at: "landing" },
      { id: "maybe", verdict: "unknown", waived: true },
    ],
  });
});

test("renderCheck() shows no escapes of a check", () => {
  const results = RESULTS.map((it) => ({
    ...it,
    id: `${it.id}\u001B[2J`,
    evidence: { ...it.evidence, message: "\u001B]0;x\u0007bad\nstatus: pass" },
  }));
  const lines = renderCheck({ goal, results });
  expect(lines.join("")).not.toMatch(/\p{Cc}/u);
  expect(lines.filter((line) => line.startsWith("status:"))).toEqual(["status: fail"]);
});

test("toCheckResult() has the original's names", () => {
  expect(toCheckResult({ goal, results: RESULTS })).toMatchInlineSnapshot(`
    {
      "dispatched": false,
      "goal_id": "goal",
      "mode": "check",
      "next_action": "investigate",
      "predicates": [
        {
          "evidence": {
            "counts": {
              "failed": 7,
              "passed": 1,
              "skipped": 0,
              "total": 8,
            },
            "durationMs": 1234,
            "excerpt": "not ok 1
    at test/a.js:7",
            "findings": [
              {
                "file": "test/a.js",
                "level": "error",
                "line": 7,
                "message": "expected 0, got NaN",
              },
              {
                "file": "",
                "level": "error",
                "message": "and something else",
              },
            ],
            "message": "1 of 2 tests failed",
          },
          "id": "unit",
          "score": 0.5,
          "verdict": "fail",
        },
        {
          "evidence": {
            "durationMs": 40,
            "findings": [],
            "message": "exit code 0",
          },
          "id": "lint",
          "verdict": "pass",
        },
      ],
      "schema_version": 2,
      "status": "fail",
    }
  `);
  expect(toCheckResult({ goal, results: passing })).toMatchObject({
    status: "pass",
    next_action: "done",
  });
});
