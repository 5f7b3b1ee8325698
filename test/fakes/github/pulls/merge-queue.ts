import { requiredCheckState } from "../checks/required-check.ts";
import { track } from "../deliver.ts";
import { moveRefs } from "../git/move-refs.ts";
import { ZERO_OID } from "../git/zero-oid.ts";
import type { GitHubEvent, QueueEntry, Repository, UserToken, World } from "../model.ts";
import { renderSimpleCommit } from "../render/simple-commit.ts";
import { unprocessable } from "../respond.ts";
import { resolveOid } from "../run-git.ts";
import { addUser } from "../seed.ts";
import { emit } from "../webhooks.ts";
import { markMerged } from "./close-pull.ts";
import { combineCommits } from "./combine-commits.ts";
import { mergeBlockers } from "./merge-blockers.ts";
import { mergeMessage } from "./merge-message.ts";
import { ANYBODY, mergeRulesOf } from "./merge-rules.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { emitPullEvent } from "./pull-event.ts";
import { listPulls, type Pull } from "./pull.ts";

type DestroyReason = "merged" | "invalidated" | "dequeued";
type Checking = Extract<QueueEntry, { kind: "checking" }>;

export function hasMergeQueue(pull: Pull): boolean {
  return queueMethod(pull) !== undefined;
}

function queueMethod({ repository, details }: Pull): "merge" | "squash" | "rebase" | undefined {
  return mergeRulesOf(repository, details.baseRef, ANYBODY).queueMethod;
}

/** Puts a pull request that meets the rules at the end of the queue of its base branch. */
export async function enqueue(world: World, pull: Pull): Promise<void> {
  await oneAtATime(pull.repository, async () => {
    const { issue, details } = pull;
    if (details.queueEntry !== undefined) return;
    const blockers = await mergeBlockers(pull);
    // The queue itself brings the base in.
    const blocker = blockers.find((it) => it.kind !== "behind");
    if (issue.state === "closed" || details.isDraft || blocker !== undefined) {
      throw unprocessable(blocker?.message ?? "Pull request is not mergeable");
    }
    details.queueEntry = { kind: "waiting", position: world.nextId() };
    await advance(world, pull.repository);
  });
}

/** A pull request whose head has moved has to queue again. */
export async function leaveQueue(world: World, pull: Pull): Promise<void> {
  const entry = pull.details.queueEntry;
  if (entry === undefined) return;
  pull.details.queueEntry = undefined;
  if (entry.kind === "checking") await destroyGroup(world, { pull, entry }, "dequeued");
  advanceLater(world, pull.repository);
}

/** What a check of a merge group means for the queue. */
export function queueAfterEvent(world: World, event: GitHubEvent): void {
  if (event.name !== "check_run" && event.name !== "status") return;
  if (listPulls(event.repository).some((pull) => pull.details.queueEntry !== undefined)) {
    advanceLater(world, event.repository);
  }
}

function advanceLater(world: World, repository: Repository): void {
  track(
    world,
    oneAtATime(repository, async () => await advance(world, repository)),
  );
}

/** The first of each branch is checked; what has passed is merged and makes room for the next. */
async function advance(world: World, repository: Repository): Promise<void> {
  for (const pull of firstOfEachBranch(repository)) {
    const entry = pull.details.queueEntry;
    const isDone =
      entry?.kind === "checking"
        ? await finishGroup(world, pull, entry)
        : await startGroup(world, pull);
    if (isDone) await advance(world, repository);
  }
}

function firstOfEachBranch(repository: Repository): readonly Pull[] {
  const queued = listPulls(repository)
    .filter((pull) => pull.details.queueEntry !== undefined)
    .toSorted((one, other) => positionOf(other) - positionOf(one));
  return [...new Map(queued.map((pull) => [pull.details.baseRef, pull])).values()];
}

function positionOf({ details }: Pull): number {
  return details.queueEntry?.position ?? 0;
}

/** Whether the place at the head of the queue is free again. */
async function startGroup(world: World, pull: Pull): Promise<boolean> {
  const { repository, issue, details } = pull;
  const method = queueMethod(pull) ?? "merge";
  const baseSha = (await resolveOid(repository, `refs/heads/${details.baseRef}`)) ?? ZERO_OID;
  const headSha = await combineCommits(repository, {
    base: baseSha,
    head: details.headSha,
    method,
    message: await mergeMessage(pull, method, { title: undefined, message: undefined }),
    merger: queueToken(world).actor,
    author: issue.author,
    nowMs: world.nowMs(),
  });
  if (headSha === undefined) {
    leave(pull);
    return true;
  }
  const headRef = `refs/heads/gh-readonly-queue/${details.baseRef}/pr-${issue.number}-${baseSha}`;
  const entry: Checking = {
    kind: "checking",
    position: positionOf(pull),
    headRef,
    headSha,
    baseSha,
  };
  details.queueEntry = entry;
  await moveQueueRef(world, repository, { ref: headRef, before: ZERO_OID, after: headSha });
  await emitGroup(world, { pull, entry }, "checks_requested");
  return await finishGroup(world, pull, entry);
}

async function finishGroup(world: World, pull: Pull, entry: Checking): Promise<boolean> {
  const { repository, details } = pull;
  const { requiredChecks } = mergeRulesOf(repository, details.baseRef, ANYBODY);
  const states = requiredChecks.map((it) => requiredCheckState(repository, entry.headSha, it));
  if (states.includes("failing")) {
    await destroyGroup(world, { pull, entry }, "invalidated");
    leave(pull);
    return true;
  }
  if (states.some((state) => state !== "passing")) return false;
  const ref = `refs/heads/${details.baseRef}`;
  const isMoved = await moveQueueRef(world, repository, {
    ref,
    before: entry.baseSha,
    after: entry.headSha,
  });
  await destroyGroup(world, { pull, entry }, isMoved ? "merged" : "invalidated");
  if (isMoved) await beMerged(world, pull, entry);
  // Somebody was quicker: the same pull request is tried again on what the base is now.
  else details.queueEntry = { kind: "waiting", position: entry.position };
  return true;
}

async function beMerged(world: World, pull: Pull, entry: Checking): Promise<void> {
  // A merge commit contains the head, so that the push alone has already closed the pull request.
  if (pull.issue.state === "closed") return;
  const token = queueToken(world);
  pull.details.baseSha = entry.baseSha;
  markMerged(world, pull, token.actor, entry.headSha);
  await emitPullEvent(world, pull, { action: "closed", actor: token.actor, token });
}

function leave(pull: Pull): void {
  pull.details.queueEntry = undefined;
  pull.details.autoMerge = undefined;
}

interface Group {
  readonly pull: Pull;
  readonly entry: Checking;
}

async function destroyGroup(world: World, group: Group, reason: DestroyReason): Promise<void> {
  const { headRef, headSha } = group.entry;
  await emitGroup(world, group, "destroyed", reason);
  const gone = { ref: headRef, before: headSha, after: ZERO_OID };
  await moveQueueRef(world, group.pull.repository, gone);
}

async function emitGroup(
  world: World,
  { pull, entry }: Group,
  action: "checks_requested" | "destroyed",
  reason?: DestroyReason,
): Promise<void> {
  const { repository, details } = pull;
  const token = queueToken(world);
  emit(world, {
    event: "merge_group",
    action,
    repository,
    actor: token.actor,
    token,
    payload: {
      merge_group: {
        head_sha: entry.headSha,
        head_ref: entry.headRef,
        base_sha: entry.baseSha,
        base_ref: `refs/heads/${details.baseRef}`,
        head_commit: await renderSimpleCommit(repository, entry.headSha),
      },
      ...(reason === undefined ? {} : { reason }),
    },
  });
}

async function moveQueueRef(
  world: World,
  repository: Repository,
  move: { readonly ref: string; readonly before: string; readonly after: string },
): Promise<boolean> {
  const place = { repository, token: queueToken(world) };
  const change = { ...move, isForced: true };
  const outcome = await moveRefs(world, place, [change], { isUnchecked: true });
  return outcome.kind === "moved";
}

/** The queue acts in its own name, and what it does starts workflows. */
function queueToken(world: World): UserToken {
  return {
    kind: "user",
    value: "",
    actor: addUser(world, "github-merge-queue[bot]", "Bot"),
    permissions: undefined,
    expiresAtMs: undefined,
    isRevoked: false,
  };
}
