import type { Issue, PullDetails, Repository } from "../model.ts";

/** A pull request together with its issue, so that nobody asks again whether it is one. */
export interface Pull {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly details: PullDetails;
}

export function findPull(repository: Repository, number: number): Pull | undefined {
  const issue = repository.issues.find((it) => it.number === number);
  if (issue?.pull === undefined) return undefined;
  return { repository, issue, details: issue.pull };
}

/** Oldest first. */
export function listPulls(repository: Repository): readonly Pull[] {
  return repository.issues.flatMap((issue) =>
    issue.pull === undefined ? [] : [{ repository, issue, details: issue.pull }],
  );
}

export function isMerged(pull: Pull): boolean {
  return pull.details.mergedAtMs !== undefined;
}
