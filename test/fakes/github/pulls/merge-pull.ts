import { moveRefs } from "../git/move-refs.ts";
import { ZERO_OID } from "../git/zero-oid.ts";
import type { RepositorySettings, Token, User, World } from "../model.ts";
import { hasRole } from "../permissions.ts";
import { conflict, forbidden, refusal } from "../respond.ts";
import { resolveOid } from "../run-git.ts";
import { appIdOf } from "./app-id-of.ts";
import { markMerged } from "./close-pull.ts";
import { combineCommits, type MergeMethod } from "./combine-commits.ts";
import { mergeBlockers } from "./merge-blockers.ts";
import { mergeMessage, type MergeTexts } from "./merge-message.ts";
import { type Merger, mergeRulesOf } from "./merge-rules.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { emitPullEvent } from "./pull-event.ts";
import type { Pull } from "./pull.ts";
import { refusedWorkflow } from "./refused-workflow.ts";

export interface MergeRequest extends MergeTexts {
  readonly method: MergeMethod;
  /** The head that the caller has seen. */
  readonly expectedHead: string | undefined;
  readonly actor: User;
  readonly token: Token;
  /** Auto-merge waits for every rule, also when an administrator switched it on. */
  readonly isAutomatic: boolean;
}

/** Merges, or refuses as GitHub does; the commit that is now the head of the base branch. */
export async function mergePull(world: World, pull: Pull, request: MergeRequest): Promise<string> {
  return await oneAtATime(pull.repository, async () => {
    refuseByState(pull, request);
    refuseByMethod(pull, request);
    await refuseByRules(world, pull, request);
    return await mergeNow(world, pull, request);
  });
}

function refuseByState({ issue, details }: Pull, request: MergeRequest): void {
  if (issue.state === "closed") throw refusal(405, "Pull Request is not mergeable");
  if (details.isDraft) throw refusal(405, "Pull Request is still a draft");
  if (request.expectedHead !== undefined && request.expectedHead !== details.headSha) {
    throw conflict("Head branch was modified. Review and try the merge again.");
  }
}

const SETTING_OF_METHOD = {
  merge: { setting: "allowsMergeCommit", noun: "Merge commits" },
  squash: { setting: "allowsSquashMerge", noun: "Squash merges" },
  rebase: { setting: "allowsRebaseMerge", noun: "Rebase merges" },
} as const satisfies Record<MergeMethod, { setting: keyof RepositorySettings; noun: string }>;

function refuseByMethod({ repository }: Pull, { method }: MergeRequest): void {
  const { setting, noun } = SETTING_OF_METHOD[method];
  if (!repository.settings[setting]) {
    throw refusal(405, `${noun} are not allowed on this repository.`);
  }
}

async function refuseByRules(world: World, pull: Pull, request: MergeRequest): Promise<void> {
  const merger = mergerOf(world, pull, request);
  const rules = mergeRulesOf(pull.repository, pull.details.baseRef, merger);
  if (request.method === "merge" && !rules.allowsMergeCommit) {
    throw refusal(405, "This branch must not contain merge commits.");
  }
  if (rules.queueMethod !== undefined) {
    throw refusal(405, "Changes must be made through the merge queue");
  }
  const blockers = await mergeBlockers(pull, merger);
  if (blockers.length > 0) throw refusal(405, blockers.map((it) => it.message).join("\n"));
  const workflow = await refusedWorkflow(pull, request.token);
  if (workflow !== undefined) {
    throw forbidden(
      `refusing to allow a GitHub App to create or update workflow \`${workflow}\` without \`workflows\` permission`,
    );
  }
}

function mergerOf(world: World, pull: Pull, request: MergeRequest): Merger {
  const { token } = request;
  const isUser = token.kind === "user";
  const isAdmin = isUser && hasRole(pull.repository, token.actor.login, "admin");
  return { appId: appIdOf(world, token), isAdmin: isAdmin && !request.isAutomatic };
}

async function mergeNow(world: World, pull: Pull, request: MergeRequest): Promise<string> {
  const { repository, details, issue } = pull;
  const ref = `refs/heads/${details.baseRef}`;
  const before = await resolveOid(repository, ref);
  if (before === undefined) throw refusal(405, "Pull Request is not mergeable");
  const after = await combineCommits(repository, {
    base: before,
    head: details.headSha,
    method: request.method,
    message: await mergeMessage(pull, request.method, request),
    merger: request.actor,
    author: issue.author,
    nowMs: world.nowMs(),
  });
  if (after === undefined) {
    const isRebase = request.method === "rebase";
    throw refusal(405, isRebase ? "This branch can't be rebased" : "Pull Request is not mergeable");
  }
  details.baseSha = before;
  const undo = beMerged(world, pull, request.actor, after);
  const place = { repository, token: request.token };
  const change = { ref, before, after, isForced: false };
  const outcome = await moveRefs(world, place, [change], { isUnchecked: true });
  if (outcome.kind !== "moved") {
    undo();
    throw conflict("Base branch was modified. Review and try the merge again.");
  }
  await emitPullEvent(world, pull, {
    action: "closed",
    actor: request.actor,
    token: request.token,
  });
  await deleteHeadBranch(world, pull, request);
  return after;
}

/** It is merged before the base moves, because whoever hears of the push looks at the pull request. */
function beMerged(world: World, pull: Pull, actor: User, commit: string): () => void {
  const { issue, details } = pull;
  const before = { issue: { ...issue }, details: { ...details } };
  markMerged(world, pull, actor, commit);
  return () => {
    Object.assign(issue, before.issue);
    Object.assign(details, before.details);
  };
}

async function deleteHeadBranch(world: World, pull: Pull, request: MergeRequest): Promise<void> {
  const { repository, details } = pull;
  const isOwn = details.headRepository.id === repository.id;
  if (!repository.settings.deletesBranchOnMerge || !isOwn) return;
  const ref = `refs/heads/${details.headRef}`;
  const change = { ref, before: details.headSha, after: ZERO_OID, isForced: true };
  await moveRefs(world, { repository, token: request.token }, [change]);
}
