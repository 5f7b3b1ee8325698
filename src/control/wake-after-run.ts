import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { type LedgerHead, readHistory } from "../record/ledger.ts";
import { readLiveRuns } from "./find-runs.ts";
import { startRuns, type WakeReport } from "./start-runs.ts";

/** What its event says of a run that is over. It only chooses what is looked at. */
export interface FinishedRun {
  readonly runId: number;
  readonly hasFailed: boolean;
}

/** A claim, its settlement and how far that was taken are the last that a run writes. */
const ENTRIES_MAX = 3;

/**
 * Goes on with the goals that a finished run left behind: it ended without giving its claim back, or
 * failed between its last entry and the start of the next run. Others are left to the sweep, or a run
 * that fails at once would start the next one without end.
 */
export async function wakeAfterRun(
  forge: Forge,
  store: RefStore,
  run: FinishedRun,
): Promise<WakeReport> {
  const orphaned: LedgerHead[] = [];
  for (const head of (await readLiveRuns(store)).heads) {
    const isLeft =
      head.state.claim === undefined
        ? await isSettledLast(store, head, run)
        : await isStillHeld(forge, head, run);
    if (isLeft) orphaned.push(head);
  }
  return await startRuns(forge, orphaned);
}

async function isStillHeld(
  forge: Forge,
  { state }: LedgerHead,
  { runId }: FinishedRun,
): Promise<boolean> {
  const holder = state.claim?.holder;
  if (holder?.kind !== "workflow-run" || holder.runId !== runId) return false;
  return (await forge.runs.stateOf(holder)) === "gone";
}

/** A run that could not settle gives its claim back and starts the next one in the same breath. */
async function isSettledLast(
  store: RefStore,
  { oid, state }: LedgerHead,
  { runId, hasFailed }: FinishedRun,
): Promise<boolean> {
  if (!hasFailed || state.status !== "running") return false;
  for (const { entry } of await readHistory(store, oid, ENTRIES_MAX)) {
    if (entry.kind === "settled" || entry.kind === "landed") continue;
    const holder = entry.kind === "claimed" ? entry.claim.holder : undefined;
    return holder?.kind === "workflow-run" && holder.runId === runId;
  }
  return false;
}
