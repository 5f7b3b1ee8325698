import { loadGoal } from "../goalfile/load-goal.ts";
import type { GoalIssue } from "../model/goal-issue.ts";

/** What is wrong with one goal-file. */
export interface LintReport {
  readonly path: string;
  readonly ok: boolean;
  readonly issues: readonly GoalIssue[];
}

/** Reads a goal-file as `apply` would, and executes nothing of it. */
export function lintGoalFile(source: {
  readonly path: string;
  readonly bytes: Uint8Array;
}): LintReport {
  const loaded = loadGoal(source);
  return { path: source.path, ok: loaded.kind === "loaded", issues: loaded.issues };
}
