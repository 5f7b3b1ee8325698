import type { CheckRun, CommitStatus, Repository, RequiredCheck } from "../model.ts";

export type RequiredCheckState = "passing" | "failing" | "pending" | "expected";

/** A check that was skipped is no reason against a merge. */
export const PASSING_CONCLUSIONS: ReadonlySet<string | undefined> = new Set([
  "success",
  "neutral",
  "skipped",
]);

/**
 * Whether a required check lets a commit be merged. A check-run and a status of the same name are both required,
 * and check-runs of runs that were started by hand count for nothing: they belong to no pull request.
 */
export function requiredCheckState(
  repository: Repository,
  sha: string,
  required: RequiredCheck,
): RequiredCheckState {
  const states = [
    ...latestRuns(repository, sha, required).map(stateOfRun),
    ...latestStatus(repository, sha, required).map(stateOfStatus),
  ];
  if (states.length === 0) return "expected";
  if (states.includes("failing")) return "failing";
  return states.includes("pending") ? "pending" : "passing";
}

function latestRuns(repository: Repository, sha: string, required: RequiredCheck): CheckRun[] {
  const ofApp = new Map<number, CheckRun>();
  for (const run of repository.checkRuns) {
    if (run.headSha === sha && run.name === required.context && counts(run, required)) {
      ofApp.set(run.suite.app.id, run);
    }
  }
  return [...ofApp.values()];
}

function counts(run: CheckRun, required: RequiredCheck): boolean {
  if (run.madeInRunEvent === "workflow_dispatch") return false;
  return required.appId === undefined || required.appId === run.suite.app.id;
}

function latestStatus(
  repository: Repository,
  sha: string,
  required: RequiredCheck,
): readonly CommitStatus[] {
  const latest = repository.statuses.findLast(
    (status) =>
      status.sha === sha &&
      status.context === required.context &&
      (required.appId === undefined || required.appId === status.appId),
  );
  return latest === undefined ? [] : [latest];
}

function stateOfRun(run: CheckRun): RequiredCheckState {
  if (run.status !== "completed") return "pending";
  return PASSING_CONCLUSIONS.has(run.conclusion) ? "passing" : "failing";
}

function stateOfStatus(status: CommitStatus): RequiredCheckState {
  if (status.state === "pending") return "pending";
  return status.state === "success" ? "passing" : "failing";
}
