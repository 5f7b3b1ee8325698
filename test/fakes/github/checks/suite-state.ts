import type { CheckRun, CheckStatus } from "../model.ts";

export interface SuiteState {
  readonly status: CheckStatus;
  readonly conclusion: string | undefined;
}

/** The worst first: a suite ends as its worst run does. */
const WORST_FIRST = [
  "failure",
  "timed_out",
  "action_required",
  "startup_failure",
  "cancelled",
  "stale",
  "success",
  "neutral",
  "skipped",
];

export function suiteState(runs: readonly CheckRun[]): SuiteState {
  if (runs.every((run) => run.status === "queued")) {
    return { status: "queued", conclusion: undefined };
  }
  if (runs.some((run) => run.status !== "completed")) {
    return { status: "in_progress", conclusion: undefined };
  }
  return {
    status: "completed",
    conclusion: WORST_FIRST.find((it) => runs.some((run) => run.conclusion === it)),
  };
}
