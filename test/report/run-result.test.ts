import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RunState } from "../../src/model/run.ts";
import { toRunResult } from "../../src/report/run-result.ts";
import { givenGoal } from "../fakes/given.ts";
import { givenCause, givenRun, RESULTS, SPENT, VECTOR } from "./given-report.ts";

const goal = givenGoal();

function resultOf(more: Partial<RunState>, vector = VECTOR): ReturnType<typeof toRunResult> {
  return toRunResult({ goal, state: givenRun(more), vector });
}

describe("toRunResult()", () => {
  test("converged", () => {
    const landing = {
      wanted: "commit",
      reached: "commit",
      revision: "b".repeat(40),
      atMs: 0,
    } as const;
    expect(resultOf({ status: "converged", landing })).toMatchInlineSnapshot(`
      {
        "branch": "kazi/goal",
        "budget_spent": {
          "cost_usd": 0.125,
          "dispatches": 2,
          "exceeded": null,
          "iterations": 3,
          "tokens": 4200,
          "wall_clock_ms": 90000,
        },
        "economy": {
          "converged_predicates": 1,
          "cost_usd": 0.125,
          "harness": "scripted",
          "iterations": 3,
          "status": "converged",
          "stuck": false,
          "tokens": 4200,
          "wall_clock_s": 90,
        },
        "goal_id": "goal",
        "head": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "integration": {
          "landed": true,
          "reached": "commit",
          "task_branch": "kazi/goal",
          "wanted": "commit",
        },
        "iterations": 3,
        "ledger": {
          "approval": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
          "generation": 1,
        },
        "next_action": "done",
        "predicates": [
          {
            "id": "lint",
            "verdict": "pass",
          },
          {
            "direction": "higher_better",
            "evidence": [
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
            "id": "unit",
            "prior_score": 0.25,
            "score": 0.5,
            "verdict": "fail",
          },
        ],
        "reason": null,
        "release_ref": null,
        "schema_version": 2,
        "status": "converged",
        "usage": {
          "cached_input_tokens": 1000,
          "cost_usd": 0.125,
          "input_tokens": 4000,
          "output_tokens": 100,
        },
      }
    `);
  });

  test("stuck carries a bundle of what is left", () => {
    const {
      stuck_bundle: bundle,
      cause,
      next_action: next,
    } = resultOf({ status: "stuck", cause: givenCause() });
    expect({ bundle, cause, next }).toMatchInlineSnapshot(`
      {
        "bundle": {
          "bytes": 43,
          "changed_files": [
            "src/a.js",
            "src/b.js",
          ],
          "failing_predicates": [
            {
              "failure": "1 of 2 tests failed
      not ok 1
      at test/a.js:7",
              "id": "unit",
            },
          ],
        },
        "cause": {
          "class": "no_progress",
          "ids": [
            "unit",
          ],
          "next": "Fix it by hand.",
          "reason": "nothing changed about unit",
        },
        "next": "investigate",
      }
    `);
  });

  test("interrupted is a run that is still running", () => {
    const { status, next_action: next, reason, ...rest } = resultOf({ status: "running" });
    expect([status, next, reason]).toEqual(["interrupted", "resume", null]);
    expect(rest).not.toHaveProperty("cause");
    expect(rest).not.toHaveProperty("integration");
  });

  test.each([
    "max_iterations",
    "wall_clock",
    "token_budget",
    "max_dispatches",
    "max_cost_usd",
  ] as const)("over budget by %s", (dimension) => {
    const cause = givenCause({ class: "budget_exhausted", exceeded: dimension });
    const result = resultOf({ status: "over_budget", cause });
    expect(result.budget_spent).toMatchObject({
      exceeded: dimension,
      iterations: 3,
      tokens: 4_200,
    });
    expect(result.next_action).toBe("raise_budget");
  });

  test.each([
    ["error", "investigate"],
    ["tampered", "investigate"],
    ["stopped", "investigate"],
    ["stuck", "investigate"],
    ["converged", "done"],
  ] as const)("%s: next_action %s, and always the fields that never lack", (status, next) => {
    const result = resultOf({ status, cause: givenCause() });
    expect(result).toMatchObject({
      schema_version: 2,
      goal_id: "goal",
      status,
      iterations: 3,
      next_action: next,
      release_ref: null,
      budget_spent: { exceeded: null },
      economy: { status, stuck: status === "stuck", iterations: 3 },
    });
    expect(result.error).toBe(status === "error" ? "nothing changed about unit" : undefined);
  });

  test("predicates are sorted, with the score before and the diagnostics", () => {
    expect(resultOf({}).predicates).toEqual([
      { id: "lint", verdict: "pass" },
      {
        id: "unit",
        verdict: "fail",
        score: 0.5,
        prior_score: 0.25,
        direction: "higher_better",
        evidence: RESULTS[0]?.evidence.findings,
      },
    ]);
  });

  test("usage that nobody reported is said to be unreported, not zero", () => {
    const unreported = resultOf({ spent: { ...SPENT, usage: {}, unreported: 1 } });
    expect(unreported).not.toHaveProperty("usage");
    expect(unreported.usage_fidelity).toBe("unreported");
    expect(resultOf({}).usage).toEqual({
      input_tokens: 4_000,
      cached_input_tokens: 1_000,
      output_tokens: 100,
      cost_usd: 0.125,
    });
  });

  test("a landing that fell short says so", () => {
    const landing = {
      wanted: "pr",
      reached: "branch",
      revision: "b".repeat(40),
      reason: "needs GitHub",
      atMs: 0,
    } as const;
    expect(resultOf({ status: "converged", landing }).integration).toEqual({
      landed: false,
      wanted: "pr",
      reached: "branch",
      task_branch: "kazi/goal",
      reason: "needs GitHub",
    });
  });

  test("a run that never observed anything", () => {
    const result = toRunResult({
      goal,
      state: givenRun({ vector: [], history: [] }),
      vector: undefined,
    });
    expect(result.predicates).toEqual([]);
  });

  test("the bundle is at most 12,000 bytes, counted as such, whatever the evidence", () => {
    const text = fc.oneof(
      fc.constant("漢字🙂".repeat(5_000)),
      fc.constant("x\uD800".repeat(20_000)),
      fc.string({ unit: "binary", maxLength: 50 }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (excerpts) => {
        const results = excerpts.map((excerpt, index) => ({
          id: `p${index}`,
          status: "fail" as const,
          permanent: false,
          evidence: { message: "no", findings: [], durationMs: 1, excerpt },
        }));
        const { stuck_bundle: bundle } = resultOf({ status: "stuck" }, { ...VECTOR, results });
        const failures = bundle?.failing_predicates.map((it) => it.failure).join("") ?? "";
        expect(failures.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(failures)).toBe(bundle?.bytes);
        expect(bundle?.bytes).toBeLessThanOrEqual(12_000);
      }),
      { numRuns: 30 },
    );
  });
});
