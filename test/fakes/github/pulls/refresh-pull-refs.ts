import type { World } from "../model.ts";
import { resolveOid, runGit } from "../run-git.ts";
import { combineCommits } from "./combine-commits.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Pull } from "./pull.ts";

/**
 * Brings `refs/pull/N/head` and `refs/pull/N/merge` up to date and learns whether the pull request can be merged.
 * On a conflict the merge ref stays where it was, as on GitHub.
 */
export async function refreshPullRefs(world: World, pull: Pull): Promise<void> {
  await oneAtATime(pull.details, async () => await refresh(world, pull));
}

async function refresh(world: World, pull: Pull): Promise<void> {
  await fetchHead(pull);
  const { repository, details, issue } = pull;
  const base = await resolveOid(repository, `refs/heads/${details.baseRef}`);
  if (base === undefined) return;
  const testMergeSha = await combineCommits(repository, {
    base,
    head: details.headSha,
    method: "merge",
    message: `Merge ${details.headSha} into ${base}`,
    merger: issue.author,
    author: issue.author,
    nowMs: world.nowMs(),
  });
  if (testMergeSha === undefined) {
    details.mergeability = { kind: "conflicting" };
    return;
  }
  await runGit(repository, ["update-ref", `refs/pull/${issue.number}/merge`, testMergeSha]);
  details.mergeability = { kind: "mergeable", testMergeSha };
}

/** The commits of a fork come into the base repository, where all that is said about the pull request is looked up. */
async function fetchHead({ repository, details, issue }: Pull): Promise<void> {
  const ref = `refs/pull/${issue.number}/head`;
  if (details.headRepository.id === repository.id) {
    await runGit(repository, ["update-ref", ref, details.headSha]);
    return;
  }
  const from = details.headRepository.gitDir;
  await runGit(repository, ["fetch", "--quiet", "--no-tags", from, `+${details.headSha}:${ref}`]);
}
