import { readFeatures } from "../goalfile/gherkin/read-features.ts";
import { lintGoal } from "../goalfile/lint/lint-goal.ts";
import type { FileSource } from "../goalfile/load-file.ts";
import { loadFleet } from "../goalfile/load-fleet.ts";
import { type GoalSource, loadGoal } from "../goalfile/load-goal.ts";
import { loadRoadmap } from "../goalfile/load-roadmap.ts";
import type { GoalIssue } from "../model/goal-issue.ts";

/** What is wrong with one goal-file. */
export interface LintReport {
  readonly path: string;
  readonly ok: boolean;
  readonly issues: readonly GoalIssue[];
}

/**
 * Reads a goal-file as `apply` would, executes nothing of it, and adds what it is probably not meant
 * to say. Roadmaps and fleet files are read as what they are.
 */
export async function lintGoalFile(
  { path, bytes }: FileSource,
  readFile: (path: string) => Promise<Uint8Array | undefined>,
): Promise<LintReport> {
  const source = { path, bytes, features: await readFeatures(bytes, readFile) };
  const loaded = loadGoal(source);
  if (loaded.issues.some((issue) => issue.code === "not-a-goal-file")) return lintOther(source);
  const beside = loaded.kind === "loaded" ? lintGoal({ ...source, goal: loaded.goal }) : [];
  const issues = [...loaded.issues, ...beside].toSorted(
    (one, other) => one.line - other.line || one.column - other.column,
  );
  return { path: source.path, ok: loaded.kind === "loaded", issues };
}

/** The same where a warning counts as an error. */
export function toStrict(report: LintReport): LintReport {
  const issues = report.issues.map((issue) => ({ ...issue, severity: "error" as const }));
  return { ...report, ok: report.ok && issues.length === 0, issues };
}

function lintOther(source: GoalSource): LintReport {
  const isFleet = /^\s*\[\[\s*member\s*\]\]/m.test(new TextDecoder().decode(source.bytes));
  const loaded = isFleet ? loadFleet(source) : loadRoadmap(source);
  return { path: source.path, ok: loaded.kind === "loaded", issues: loaded.issues };
}
