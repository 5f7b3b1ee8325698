import type { GoalIssue } from "../model/goal-issue.ts";
import type { Goal } from "../model/goal.ts";
import type { RunState } from "../model/run.ts";
import type { PredicateResult, Vector } from "../model/vector.ts";
import { paintFor } from "../report/paint.ts";
import { isCheckPassed, renderCheck, toCheckResult } from "../report/render-check.ts";
import { renderIssues } from "../report/render-issues.ts";
import { renderOutcome } from "../report/render-outcome.ts";
import { SCHEMA_VERSION, toRunResult } from "../report/run-result.ts";

/** A run that is over or was broken off. */
export interface EndedRun {
  readonly goal: Goal;
  readonly state: RunState;
  readonly vector: Vector | undefined;
}

/** The end of a run for a person; the last line begins with `OUTCOME:`. */
export function outcomeLines(state: RunState, colour: boolean): readonly string[] {
  return renderOutcome(state, paintFor(colour));
}

/** The same for a program. */
export function resultJson(run: EndedRun): string {
  return JSON.stringify(toRunResult(run));
}

/** Problems of a goal-file for a person. */
export function issueLines(issues: readonly GoalIssue[], colour: boolean): readonly string[] {
  return renderIssues(issues, paintFor(colour));
}

/** A run that could not begin or go on, for a program. */
export function errorJson(failure: {
  readonly goalId: string | undefined;
  readonly status: "error" | "tampered";
  readonly message: string;
  readonly issues: readonly GoalIssue[];
}): string {
  const { goalId, status, message, issues } = failure;
  return JSON.stringify({
    schema_version: SCHEMA_VERSION,
    goal_id: goalId ?? null,
    status,
    predicates: [],
    iterations: 0,
    next_action: "investigate",
    reason: message,
    release_ref: null,
    error: message,
    ...(issues.length === 0 ? {} : { issues }),
  });
}

/** What a mere check found, for a person and for a program, and whether all of it passes. */
export function checkReport(
  goal: Goal,
  results: readonly PredicateResult[],
): { readonly passed: boolean; readonly lines: readonly string[]; readonly json: string } {
  const check = { goal, results };
  return {
    passed: isCheckPassed(check),
    lines: renderCheck(check),
    json: JSON.stringify(toCheckResult(check)),
  };
}
