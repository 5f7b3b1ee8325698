import { isAncestor, moveRefs } from "../git/move-refs.ts";
import type { Token, World } from "../model.ts";
import { conflict, forbidden, unprocessable } from "../respond.ts";
import { resolveOid, runGit } from "../run-git.ts";
import { combineCommits } from "./combine-commits.ts";
import type { Pull } from "./pull.ts";

interface BranchUpdate {
  readonly expectedHead: string | undefined;
  readonly token: Token;
}

/** Merges the base branch into the head branch. */
export async function updatePullBranch(
  world: World,
  pull: Pull,
  { expectedHead, token }: BranchUpdate,
): Promise<void> {
  const { details, repository, issue } = pull;
  if (issue.state === "closed") throw unprocessable("There are no new commits on the base branch.");
  if (expectedHead !== undefined && expectedHead !== details.headSha) {
    throw unprocessable("expected_head_sha does not match the pull request's HEAD ref.");
  }
  const base = await resolveOid(repository, `refs/heads/${details.baseRef}`);
  if (base === undefined || (await isAncestor(repository, base, details.headSha))) {
    throw unprocessable("There are no new commits on the base branch.");
  }
  const after = await combineCommits(repository, {
    base: details.headSha,
    head: base,
    method: "merge",
    message: `Merge branch '${details.baseRef}' into ${details.headRef}`,
    merger: token.actor,
    author: token.actor,
    nowMs: world.nowMs(),
  });
  if (after === undefined) throw unprocessable("merge conflict between base and head");
  await moveHead(world, pull, { after, token });
}

async function moveHead(
  world: World,
  { repository, details }: Pull,
  it: { readonly after: string; readonly token: Token },
): Promise<void> {
  if (details.headRepository.id !== repository.id) {
    await runGit(details.headRepository, ["fetch", "--quiet", repository.gitDir, it.after]);
  }
  const outcome = await moveRefs(world, { repository: details.headRepository, token: it.token }, [
    {
      ref: `refs/heads/${details.headRef}`,
      before: details.headSha,
      after: it.after,
      isForced: false,
    },
  ]);
  if (outcome.kind === "refused") throw forbidden(outcome.refusal.message);
  if (outcome.kind !== "moved") throw conflict("Head branch was modified. Review and try again.");
}
