import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { errorJson } from "../../src/control/apply-report.ts";
import { lintLines } from "../../src/control/lint-report.ts";
import { tellProgram } from "../../src/control/tell-run.ts";
import type { GoalIssue } from "../../src/model/goal-issue.ts";
import type { RunState } from "../../src/model/run.ts";
import { toCheckResult } from "../../src/report/render-check.ts";
import { toRunsResult, toStatusResult } from "../../src/report/render-status.ts";
import { RESULT_PURPOSES, RESULT_SCHEMAS } from "../../src/report/result-schemas.ts";
import { toRunResult } from "../../src/report/run-result.ts";
import { givenGoal } from "../fakes/given.ts";
import { eventsWith, givenCause, givenRun, RESULTS, VECTOR } from "./given-report.ts";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const goal = givenGoal();
const issue: GoalIssue = {
  severity: "error",
  code: "unknown-key",
  file: "a.toml",
  line: 1,
  column: 1,
  message: "nothing reads it",
  suggestion: "Remove it.",
};

/** What the schema of this name sees wrong in an object that is printed as JSON. */
function wrong(name: string, printed: unknown): readonly string[] {
  const validate = ajv.compile(RESULT_SCHEMAS[name] ?? false);
  validate(JSON.parse(typeof printed === "string" ? printed : JSON.stringify(printed)));
  return (validate.errors ?? []).map(
    (it) => `${it.instancePath} ${it.message ?? ""} ${JSON.stringify(it.params)}`,
  );
}

describe("the schema of apply fits", () => {
  const landing = { wanted: "pr", reached: "branch", revision: "b".repeat(40), atMs: 0 } as const;
  test.each<[string, Partial<RunState>]>([
    ["a run that converged", { status: "converged", landing }],
    ["one that landed half way", { status: "converged", landing: { ...landing, reason: "no" } }],
    ["one that is stuck", { status: "stuck", cause: givenCause() }],
    [
      "one that spent all",
      { status: "over_budget", cause: givenCause({ exceeded: "max_cost_usd" }) },
    ],
    ["one that broke", { status: "error", cause: givenCause({ class: "run_lost" }) }],
    ["one that was interrupted", { status: "running" }],
  ])("%s", (_name, more) => {
    const state = givenRun(more);
    expect(wrong("apply", toRunResult({ goal, state, vector: VECTOR }))).toEqual([]);
    expect(wrong("apply", toRunResult({ goal, state, vector: undefined }))).toEqual([]);
  });

  test.each([
    ["a goal-file that does not load", { goalId: undefined, issues: [issue] }],
    ["a run that could not begin", { goalId: "g", issues: [] }],
  ])("%s", (_name, more) => {
    expect(wrong("apply", errorJson({ status: "error", message: "no", ...more }))).toEqual([]);
  });
});

test("the schema of iteration fits every line of a stream", () => {
  const lines: string[] = [];
  const sink = tellProgram((line) => lines.push(line));
  for (const event of eventsWith("x")) sink.emit(event);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.flatMap((line) => wrong("iteration", line))).toEqual([]);
});

test.each([
  ["all pass", RESULTS.filter((it) => it.status === "pass")],
  ["one fails", RESULTS],
])("the schema of check fits: %s", (_name, results) => {
  expect(wrong("check", toCheckResult({ goal, results }))).toEqual([]);
});

test("the schemas of status and runs fit what they are called by", () => {
  const states = [givenRun(), givenRun({ status: "stuck", cause: givenCause() })];
  const views = states.map((state) => ({ state, holder: "alive", nowMs: 5_000 }) as const);
  expect(views.flatMap((view) => wrong("status", toStatusResult(view)))).toEqual([]);
  expect(wrong("runs", toRunsResult(views))).toEqual([]);
  expect(wrong("runs", toRunsResult([]))).toEqual([]);
});

test("the schema of lint fits what it prints", () => {
  const reports = [{ path: "a.toml", ok: false, issues: [issue] }];
  const lines = lintLines(reports, { form: "json", colour: false, version: "1" });
  expect(lines.flatMap((line) => wrong("lint", line))).toEqual([]);
});

test("a key that no schema knows is seen", () => {
  expect(wrong("lint", { schema_version: 2, ok: true, files: [], more: 1 })).toHaveLength(1);
});

test("every schema says which command prints it", () => {
  expect(Object.keys(RESULT_PURPOSES)).toEqual(Object.keys(RESULT_SCHEMAS));
});
