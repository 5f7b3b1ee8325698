import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { ledgerKey } from "../record/ledger-ref.ts";
import type { Refusal } from "../report/refusal.ts";
import { renderNotice } from "../report/render-notice.ts";
import { conversationOf, sayOnce } from "./conversation-of.ts";
import { findRun, type LiveRuns, readLiveRuns } from "./find-runs.ts";
import { placeOf } from "./goal-standing.ts";
import { introducedBy } from "./introduced-by.ts";
import { openedBy } from "./opened-by.ts";
import { pullOfRun } from "./pull-of-run.ts";
import { readApproval } from "./read-approval.ts";
import { type GoalFile, goalIdOf, readDefaultGoals, readGoalFile } from "./read-goals.ts";
import { refreshPull } from "./refresh-pull.ts";
import { stopDeletedGoals } from "./stop-deleted-goals.ts";

/** A branch moved. */
export interface Push {
  /** In full, `refs/heads/main`. */
  readonly ref: string;
  readonly before: Oid;
  readonly after: Oid;
}

/** What a push to the default branch came to, by goal. */
export interface PushOutcome {
  readonly started: readonly string[];
  readonly stopped: readonly string[];
  readonly refused: readonly { readonly goal: string; readonly refusal: Refusal }[];
}

const NOTHING: PushOutcome = { started: [], stopped: [], refused: [] };

interface Around {
  readonly forge: Forge;
  readonly store: RefStore;
  readonly live: LiveRuns;
  readonly head: Oid;
  readonly before: Oid;
}

/**
 * The default branch moved: goal-files that came are approved by who brought them, a changed one makes
 * a run that is going on wait, a deleted one ends it.
 */
export async function handlePush(
  forge: Forge,
  store: RefStore,
  push: Push,
  nowMs: number,
): Promise<PushOutcome> {
  const branch = await forge.source.defaultBranch();
  if (push.ref !== `refs/heads/${branch}`) return NOTHING;
  const head = await forge.source.branch(branch);
  if (head === undefined) return NOTHING;
  const stopped = await stopDeletedGoals(forge, store, { head, nowMs });
  const around = { forge, store, head, before: push.before, live: await readLiveRuns(store) };
  const started: string[] = [];
  const refused: { readonly goal: string; readonly refusal: Refusal }[] = [];
  for (const file of await readDefaultGoals(forge)) {
    const outcome = await reviewGoal(around, file);
    if (outcome === "started") started.push(goalIdOf(file));
    if (typeof outcome === "object") refused.push({ goal: goalIdOf(file), refusal: outcome });
  }
  for (const it of refused) await tellMerger(forge, push.after, it);
  return { started, stopped, refused };
}

/** What one goal-file of the default branch came to; nothing when the push did not bring it. */
async function reviewGoal(
  around: Around,
  file: GoalFile,
): Promise<"started" | Refusal | undefined> {
  const { forge, store, live, head, before } = around;
  const { path, digest, loaded } = file;
  if (digest === undefined) return undefined;
  if ((await readGoalFile(forge, before, path)).digest === digest) return undefined;
  if (loaded.kind === "refused") return { kind: "unreadable", path, issues: loaded.issues };
  const run = (await findRun(store, live, loaded.goal.id))?.state;
  const settled = run === undefined ? undefined : await settledBy(around, run, file);
  if (settled !== undefined) return settled === "nothing" ? undefined : settled;
  const commit = await introducedBy(forge, { from: head, path, digest });
  return commit === undefined ? undefined : await startBy(around, file, commit);
}

/** What the newest generation of the id makes of new bytes; nothing when they may start another one. */
async function settledBy(
  around: Around,
  run: RunState,
  { digest }: GoalFile,
): Promise<"nothing" | Refusal | undefined> {
  const isSame = run.approval.goalDigest === digest;
  if (run.status === "running") return await settledByRunning(around, run, isSame);
  return isSame && run.status === "converged" ? "nothing" : undefined;
}

async function settledByRunning(
  around: Around,
  run: RunState,
  isSame: boolean,
): Promise<"nothing" | Refusal | undefined> {
  if (isSame && run.target?.inPlace !== true) return "nothing";
  const pull = await pullRequestOf(around.forge, run);
  if (pull?.state === "open") return await settledIn(around, run, pull);
  return isSame && isWaitingFor(run, pull) ? "nothing" : undefined;
}

async function settledIn(
  { forge, store }: Around,
  run: RunState,
  pull: PullRequest,
): Promise<"nothing" | Refusal> {
  if (run.target?.inPlace === true) {
    return { kind: "elsewhere", id: run.goal, where: placeOf(run) };
  }
  // There is a place to ask, so a change in mid-run is asked about and not taken for a yes.
  await refreshPull(forge, store, pull.number);
  return "nothing";
}

async function pullRequestOf(forge: Forge, run: RunState): Promise<PullRequest | undefined> {
  const number = await pullOfRun(forge, run);
  return number === undefined ? undefined : await forge.pulls.get(number);
}

/** The goal-file came by the merge that its own run waited for: that is no new beginning. */
function isWaitingFor({ head, landing, next }: RunState, pull: PullRequest | undefined): boolean {
  if (pull?.state !== "merged" || pull.headSha !== head) return false;
  return next.kind === "integrate" || landing?.revision === head;
}

async function startBy(
  { forge, store }: Around,
  file: GoalFile,
  commit: Oid,
): Promise<"started" | Refusal | undefined> {
  const id = goalIdOf(file);
  const source = `commit:${commit}`;
  if ((await openedBy(store, file.path, source)) !== undefined) return undefined;
  const approval = await readApproval(forge, source, file.path);
  if (approval.kind === "refused") return approval.refusal;
  const outcome = await forge.runs.dispatch({ goalPath: file.path, approval: source });
  return outcome.kind === "started" ? "started" : { kind: "blocked", id, reason: outcome.reason };
}

/** A refusal is said where the goal-file was merged. Turned off by a person's own word it is none. */
async function tellMerger(
  forge: Forge,
  after: Oid,
  refused: { readonly goal: string; readonly refusal: Refusal },
): Promise<void> {
  const { goal, refusal } = refused;
  if (refusal.kind === "merge-off") return;
  const [pull] = await forge.pulls.mergedWith(after);
  if (pull === undefined) return;
  const talk = await conversationOf(forge.conversation, pull.number);
  const key = `push-${after.slice(0, 12)}-${ledgerKey(goal)}`;
  const text = renderNotice({ kind: "refusals", refusals: [refusal] });
  await sayOnce(forge.conversation, talk, { key, text });
}
