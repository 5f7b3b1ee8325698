import { z } from "zod";
import type { PullRequest } from "../ports/pull-requests.ts";
import { GitHubUser, toAccount } from "./github-account.ts";
import { findInRepository, type GitHubRepository } from "./github-repository.ts";

/** A pull request in an answer; lists leave out who merged it. */
export const GitHubPull = z.object({
  number: z.int(),
  node_id: z.string(),
  title: z.string(),
  html_url: z.string(),
  state: z.enum(["open", "closed"]),
  draft: z.boolean().optional(),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    repo: z.object({ id: z.int() }).nullish(),
  }),
  base: z.object({ ref: z.string(), repo: z.object({ id: z.int() }) }),
  user: GitHubUser,
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  merged_by: GitHubUser,
});
export type GitHubPull = z.infer<typeof GitHubPull>;

export function toPull(found: GitHubPull): PullRequest {
  const isMerged = typeof found.merged_at === "string";
  // Before it is merged the same field names a commit that only tries the merge.
  const mergeCommit = isMerged ? (found.merge_commit_sha ?? undefined) : undefined;
  const mergedBy = isMerged && found.merged_by ? toAccount(found.merged_by) : undefined;
  return {
    number: found.number,
    nodeId: found.node_id,
    title: found.title,
    url: found.html_url,
    state: isMerged ? "merged" : found.state,
    isDraft: found.draft === true,
    // The repository behind a fork's head may be gone; the number of one that stays never changes.
    isFork: found.head.repo?.id !== found.base.repo.id,
    headBranch: found.head.ref,
    headSha: found.head.sha,
    baseBranch: found.base.ref,
    author: toAccount(found.user),
    ...(mergeCommit === undefined ? {} : { mergeCommit }),
    ...(mergedBy === undefined ? {} : { mergedBy }),
  };
}

export async function readPull(
  repository: GitHubRepository,
  number: number,
): Promise<PullRequest | undefined> {
  const found = await findInRepository(repository, {
    route: "GET /pulls/{pull_number}",
    purpose: `read pull request #${number}`,
    parameters: { pull_number: number },
    answer: GitHubPull,
  });
  return found === undefined ? undefined : toPull(found);
}
