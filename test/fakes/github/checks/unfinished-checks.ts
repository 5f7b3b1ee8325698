import type { Repository } from "../model.ts";
import { PASSING_CONCLUSIONS } from "./required-check.ts";

/** Some check of a commit has not passed, whether required or not. */
export function hasUnfinishedChecks(repository: Repository, sha: string): boolean {
  const runs = repository.checkRuns.filter((run) => run.headSha === sha);
  const latest = new Map(runs.map((run) => [`${run.suite.app.id} ${run.name}`, run]));
  const statuses = repository.statuses.filter((status) => status.sha === sha);
  const latestStatuses = new Map(statuses.map((status) => [status.context, status]));
  return (
    [...latest.values()].some((run) => !PASSING_CONCLUSIONS.has(run.conclusion)) ||
    [...latestStatuses.values()].some((status) => status.state !== "success")
  );
}
