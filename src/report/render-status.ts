import { toOneLine } from "../model/plain-text.ts";
import type { RunState } from "../model/run.ts";
import type { Paint } from "./paint.ts";
import { spentText } from "./render-event.ts";
import { SCHEMA_VERSION, toBudgetSpent } from "./run-result.ts";
import { verdictWord } from "./verdict-word.ts";

/** One run with what a reader outside cannot see in its state. */
export interface RunView {
  readonly state: RunState;
  readonly holder: "none" | "alive" | "gone" | "unknown";
  readonly nowMs: number;
}

/** All runs for a person, newest first. */
export function renderRuns(views: readonly RunView[], paint: Paint): readonly string[] {
  if (views.length === 0) return ["no runs in this repository"];
  return views.map(({ state, holder, nowMs }) => {
    const passed = state.vector.filter((verdict) => verdict.status === "pass").length;
    const age = `${Math.max(0, Math.round((nowMs - state.updatedAtMs) / 1_000))} s ago`;
    const held = holder === "none" ? "" : `, claimed (${holder})`;
    return `${paint.bold(toOneLine(state.goal, 200))}  generation ${state.generation}  ${state.status}${held}  ${passed}/${state.vector.length} pass  ${paint.dim(age)}`;
  });
}

/** One run for a person. */
export function renderRun({ state, holder }: RunView, paint: Paint): readonly string[] {
  const lines = [
    `${paint.bold(toOneLine(state.goal, 200))}  generation ${state.generation}: ${state.status}`,
    `  branch ${toOneLine(state.branch, 200)} at ${state.head.slice(0, 12)}, iteration ${state.iteration}, ${spentText(state.spent)}`,
    `  approved ${state.approval.digest.slice(0, 12)} by ${toOneLine(state.approval.by, 200)}`,
    ...(holder === "none" ? [] : [`  claimed by a run that is ${holder}`]),
    ...state.vector.map(
      (verdict) =>
        `  ${verdictWord(verdict)}  ${toOneLine(`${verdict.id}: ${verdict.message}`, 500)}`,
    ),
  ];
  const { cause } = state;
  return cause === undefined
    ? lines
    : [
        ...lines,
        `  why: ${toOneLine(cause.reason, 2_000)}`,
        `  now: ${toOneLine(cause.next, 2_000)}`,
      ];
}

/** All runs for a program. */
export function toRunsResult(views: readonly RunView[]): Readonly<Record<string, unknown>> {
  return {
    schema_version: SCHEMA_VERSION,
    kind: "live_runs",
    count: views.length,
    runs: views.map(({ state, holder, nowMs }) => ({
      goal_ref: state.goal,
      run_id: `${state.goal}#${state.generation}`,
      status: state.status,
      holder,
      heartbeat_age_s: Math.max(0, Math.round((nowMs - state.updatedAtMs) / 1_000)),
    })),
  };
}

/** One run for a program. */
export function toStatusResult({ state, holder }: RunView): Readonly<Record<string, unknown>> {
  return {
    schema_version: SCHEMA_VERSION,
    kind: "run",
    ref: state.goal,
    generation: state.generation,
    status: state.status === "running" ? "in_progress" : state.status,
    converged: state.status === "converged",
    iteration: state.iteration,
    predicates: state.vector.map(({ id, status, score, message }) => ({
      id,
      verdict: status,
      ...(score === undefined ? {} : { score }),
      message,
    })),
    branch: state.branch,
    head: state.head,
    holder,
    budget_spent: toBudgetSpent(state.spent),
    ...(state.cause === undefined ? {} : { cause: state.cause }),
    release_ref: null,
    observed_at_ms: state.updatedAtMs,
  };
}
