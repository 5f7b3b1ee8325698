import type { Claim, RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { LedgerHead } from "../record/ledger.ts";
import { readLiveRuns } from "./find-runs.ts";
import { pullOfRun } from "./pull-of-run.ts";
import { startRuns, type WakeReport } from "./start-runs.ts";

/** A run that was just triggered needs this long to take its claim. */
const QUIET_MS = 5 * 60_000;
/** So long a landing is tried again, in case that the run which was to do it died. */
const LANDING_MS = 2 * 3_600_000;
/** Behind its deadline a holder of whom nothing is known gets this long before it may be taken over. */
const GRACE_MS = 10 * 60_000;

/** Finds goals that are going on with nobody at work, and starts their next run. */
export async function wakeGoals(forge: Forge, store: RefStore, nowMs: number): Promise<WakeReport> {
  const asleep: LedgerHead[] = [];
  for (const head of (await readLiveRuns(store)).heads) {
    if (await isAsleep(forge, head.state, nowMs)) asleep.push(head);
  }
  return await startRuns(forge, asleep);
}

async function isAsleep(forge: Forge, state: RunState, nowMs: number): Promise<boolean> {
  if (state.status !== "running") return false;
  if (state.claim !== undefined) return await isAbandoned(forge, state.claim, nowMs);
  const { next } = state;
  if (next.kind === "integrate" && (await isMergeOnItsWay(forge, state, nowMs))) return false;
  const isWaiting = (next.kind === "observe" || next.kind === "watch") && next.notBeforeMs > nowMs;
  return !isWaiting && nowMs - state.updatedAtMs >= QUIET_MS;
}

/**
 * People take days for a review, and every look would be a machine. Its own event tells of the merge, and
 * where that got lost, the pull request is not open any more.
 */
async function isMergeOnItsWay(forge: Forge, state: RunState, nowMs: number): Promise<boolean> {
  if (nowMs - state.updatedAtMs < LANDING_MS) return false;
  const number = await pullOfRun(forge, state);
  const pull = number === undefined ? undefined : await forge.pulls.get(number);
  return pull?.state === "open" && pull.headSha === state.head;
}

async function isAbandoned(forge: Forge, claim: Claim, nowMs: number): Promise<boolean> {
  const { holder, deadlineMs } = claim;
  const isOverdue = nowMs > deadlineMs + GRACE_MS;
  if (holder.kind !== "workflow-run") return isOverdue;
  const presence = await forge.runs.stateOf(holder);
  return presence === "gone" || (presence === "unknown" && isOverdue);
}
