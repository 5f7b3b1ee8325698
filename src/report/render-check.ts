import type { Goal } from "../model/goal.ts";
import { isSettled } from "../model/is-settled.ts";
import { judgedBy } from "../model/judged-by.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Verdict } from "../model/run.ts";
import type { PredicateResult } from "../model/vector.ts";
import { keptFiles } from "./kept-files.ts";
import { SCHEMA_VERSION } from "./run-result.ts";
import { verdictWord } from "./verdict-word.ts";

/** What `apply --check` found: an observation that dispatches and records nothing. */
export interface Check {
  readonly goal: Goal;
  readonly results: readonly PredicateResult[];
}

/** Whether every predicate that a check can judge passes or is waived, and one at least was seen to pass. */
export function isCheckPassed(check: Check): boolean {
  const judged = check.results.filter(({ id }) => !isOfLanding(check, id));
  return (
    judged.some((result) => result.status === "pass") &&
    judged.every((result) => isSettled(standing(check, result)))
  );
}

/** For a person. */
export function renderCheck(check: Check): readonly string[] {
  const status = isCheckPassed(check) ? "pass" : "fail";
  return [
    `CHECK (observe-only, nothing dispatched)  goal=${toOneLine(check.goal.id, 200)}`,
    `status: ${status}`,
    ...check.results.flatMap((result) => renderResult(check, result)),
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
      ...(isWaived(check, result) ? { waived: true } : {}),
      ...(isOfLanding(check, result.id) ? { judged_at: "landing" } : {}),
      ...(result.score === undefined ? {} : { score: result.score }),
      evidence: result.evidence,
    })),
    next_action: passed ? "done" : "investigate",
  };
}

function renderResult(check: Check, result: PredicateResult): readonly string[] {
  const id = toOneLine(result.id, 200);
  if (isOfLanding(check, result.id)) return [`  ${id}: judged at the landing`];
  const label = result.status === "pass" ? "found" : "reason";
  return [
    `  ${id}: ${verdictWord(standing(check, result))}`,
    `    ${label}: ${toOneLine(result.evidence.message, 500)}`,
    ...keptFiles(result.evidence).map((file) => `    ${file}`),
  ];
}

/** Nothing of a checkout says how far the result will travel. */
function isOfLanding({ goal }: Check, id: string): boolean {
  const predicate = goal.predicates.find((it) => it.id === id);
  return predicate !== undefined && judgedBy(predicate.check) === "landing";
}

function standing(check: Check, result: PredicateResult): Pick<Verdict, "status" | "waived"> {
  const { status } = result;
  return isWaived(check, result) ? { status, waived: true } : { status };
}

function isWaived({ goal }: Check, { id, status }: PredicateResult): boolean {
  const isOptional = goal.predicates.some((it) => it.id === id && it.optional === true);
  return isOptional && status === "unknown";
}
