import { describe, expect, test } from "vitest";
import { isCheckPassed, renderCheck, toCheckResult } from "../../src/report/render-check.ts";
import { givenGoal } from "../fakes/given.ts";
import { RESULTS } from "./given-report.ts";

const goal = givenGoal();
const passing = RESULTS.filter((result) => result.status === "pass");

describe("isCheckPassed()", () => {
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
      lint: pass"
  `);
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
