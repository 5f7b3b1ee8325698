import { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type { PullRequest, PullRequestOutcome } from "../ports/pull-requests.ts";
import type { GitHubAnswer } from "./github-client.ts";
import { readPull } from "./github-pull.ts";
import { askRepository, type GitHubRepository } from "./github-repository.ts";

/**
 * Leaves the merge to GitHub: it waits for what is required, and merges exactly this head. GitHub
 * refuses that where nothing is left to wait for, so then it is merged at once, under the same rules.
 */
export async function mergeWhenReady(
  repository: GitHubRepository,
  pull: PullRequest,
): Promise<PullRequestOutcome> {
  const later = await enableAutoMerge(repository, pull);
  if (later.kind === "answered") return { kind: "done", pull };
  const attempt = await mergeNow(repository, pull);
  const now = await readPull(repository, pull.number);
  if (now?.state === "merged") return { kind: "done", pull: now };
  if (attempt instanceof KaziError) throw attempt;
  const said = attempt.kind === "answered" ? "it is not merged" : attempt.said;
  const reason = `pull request #${pull.number} could not be merged; allow auto-merge and rebase merging in the repository, or merge it by hand. GitHub said: ${later.said}; ${said}`;
  return { kind: "refused", reason };
}

async function enableAutoMerge(
  repository: GitHubRepository,
  pull: PullRequest,
): Promise<GitHubAnswer<unknown>> {
  return await repository.client.askGraph({
    name: "enablePullRequestAutoMerge",
    purpose: `have pull request #${pull.number} merged when it is ready`,
    query: `mutation ($id: ID!, $head: GitObjectID!) {
      enablePullRequestAutoMerge(
        input: { pullRequestId: $id, mergeMethod: REBASE, expectedHeadOid: $head }
      ) {
        pullRequest { number }
      }
    }`,
    variables: { id: pull.nodeId, head: pull.headSha },
    answer: z.unknown(),
    isRepeatable: true,
  });
}

/** An error is an answer here: only a look at the pull request tells what became of it. */
async function mergeNow(
  repository: GitHubRepository,
  pull: PullRequest,
): Promise<GitHubAnswer<unknown> | KaziError> {
  try {
    return await askRepository(repository, {
      route: "PUT /pulls/{pull_number}/merge",
      purpose: `merge pull request #${pull.number}`,
      parameters: { pull_number: pull.number, merge_method: "rebase", sha: pull.headSha },
      answer: z.unknown(),
    });
  } catch (error) {
    if (error instanceof KaziError && error.code === "github-unavailable") return error;
    throw error;
  }
}
