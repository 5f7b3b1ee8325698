import type { Goal } from "../model/goal.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { PredicateResult } from "../model/vector.ts";
import { SCHEMA_VERSION } from "./run-result.ts";

/** What `apply --check` found: an observation that dispatches and records nothing. */
export interface Check {
  readonly goal: Goal;
  readonly results: readonly PredicateResult[];
}

/** Whether every predicate passes; of none it is never true. */
export function isCheckPassed({ results }: Check): boolean {
  return results.length > 0 && results.every((result) => result.status === "pass");
}

/** For a person. */
export function renderCheck(check: Check): readonly string[] {
  const status = isCheckPassed(check) ? "pass" : "fail";
  return [
    `CHECK (observe-only, nothing dispatched)  goal=${toOneLine(check.goal.id, 200)}`,
    `status: ${status}`,
    ...check.results.flatMap((result) => [
      `  ${toOneLine(result.id, 200)}: ${result.status}`,
      ...(result.status === "pass"
        ? []
        : [`    reason: ${toOneLine(result.evidence.message, 500)}`]),
    ]),
  ];
}

/** For a program. */
export function toCheckResult(check: Check): Readonly<Record<string, unknown>> {
  const passed = isCheckPassed(check);
  return {
    schema_version: SCHEMA_VERSION,
    goal_id: check.goal.id,
    mode: "check",
    status: passed ? "pass" : "fail",
    dispatched: false,
    predicates: check.results.map((result) => ({
      id: result.id,
      verdict: result.status,
      ...(result.score === undefined ? {} : { score: result.score }),
      ...(result.status === "pass" ? {} : { evidence: result.evidence }),
    })),
    next_action: passed ? "done" : "investigate",
  };
}
