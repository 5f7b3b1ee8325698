import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { archiveEnded } from "../record/ledger.ts";
import { readLiveRuns } from "./find-runs.ts";
import { pullOfRun } from "./pull-of-run.ts";

/** What somebody may still look at stays where it is found at once. */
const KEPT_MS = 24 * 3_600_000;
/** Of one pass; the next one goes on. */
const RUNS_MAX = 10;

/**
 * Folds ended runs into the archive whose pull request is not open any more: every event reads all records
 * that are not put away, so they must not become more with the years. Names their goals.
 */
export async function putAway(
  forge: Forge,
  store: RefStore,
  nowMs: number,
): Promise<readonly string[]> {
  const put: string[] = [];
  for (const head of (await readLiveRuns(store)).heads) {
    if (put.length >= RUNS_MAX) break;
    if (!(await isDone(forge, head.state, nowMs))) continue;
    if ((await archiveEnded(store, head)) === "moved") put.push(head.state.goal);
  }
  return put;
}

async function isDone(forge: Forge, state: RunState, nowMs: number): Promise<boolean> {
  if (state.status === "running" || nowMs - state.updatedAtMs < KEPT_MS) return false;
  const number = await pullOfRun(forge, state);
  if (number === undefined) return true;
  return (await forge.pulls.get(number))?.state !== "open";
}
