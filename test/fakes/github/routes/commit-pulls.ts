import { findCommit } from "../git/find-commit.ts";
import { listPullCommits } from "../pulls/pull-files.ts";
import { listPulls, type Pull } from "../pulls/pull.ts";
import { renderSimplePull } from "../render/pull.ts";
import { pageReply, type Reply, unprocessable } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

export const routes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    scope: "repository",
    permission: { name: "pull_requests", level: "read" },
    handle: listPullsOfCommit,
  },
];

/** The pull requests that brought a commit, or that will if they are merged. */
async function listPullsOfCommit(call: RepositoryCall): Promise<Reply> {
  const name = call.params["commit_sha"] ?? "";
  const sha = await findCommit(call.world, call.repository, name);
  if (sha === undefined) {
    throw unprocessable(`No commit found for SHA: ${name}`);
  }
  const found: Pull[] = [];
  for (const pull of listPulls(call.repository)) {
    const commits = [pull.details.mergeCommitSha, ...(await listPullCommits(pull))];
    if (commits.includes(sha)) {
      found.push(pull);
    }
  }
  return await pageReply(call, found, (pull) => renderSimplePull(call.world, pull));
}
