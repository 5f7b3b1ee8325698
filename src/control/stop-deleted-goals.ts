import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { conversationOf } from "./conversation-of.ts";
import { readLiveRuns } from "./find-runs.ts";
import { pullOfRun } from "./pull-of-run.ts";
import { readGoalFile } from "./read-goals.ts";
import { refreshPull } from "./refresh-pull.ts";
import { stopRun } from "./stop-run.ts";
import { tellEnd } from "./tell-end.ts";

/** Ends the runs whose goal-file is not on the default branch any more; names their goals. */
export async function stopDeletedGoals(
  forge: Forge,
  store: RefStore,
  at: { readonly head: Oid; readonly nowMs: number },
): Promise<readonly string[]> {
  const stopped: string[] = [];
  for (const { ref, state } of (await readLiveRuns(store)).heads) {
    if (state.status !== "running" || state.target?.inPlace === true) continue;
    const { goalPath } = state.approval;
    if (!(await isDeleted(forge, at.head, goalPath))) continue;
    const reason = `${goalPath} was deleted from the default branch`;
    const next = "Bring the goal-file back to start over.";
    const order = { ref, generation: state.generation, reason, next };
    const outcome = await stopRun(store, order, at.nowMs);
    if (outcome.kind !== "stopped") continue;
    stopped.push(state.goal);
    await tellStopped(forge, store, outcome.state);
  }
  return stopped;
}

/** A file that is too large to be read is there all the same. */
async function isDeleted(forge: Forge, head: Oid, path: string): Promise<boolean> {
  if ((await readGoalFile(forge, head, path)).digest !== undefined) return false;
  return !(await forge.source.list(head, ".kazi")).includes(path);
}

async function tellStopped(forge: Forge, store: RefStore, run: RunState): Promise<void> {
  const number = await pullOfRun(forge, run);
  if (number === undefined) return;
  await refreshPull(forge, store, number);
  await tellEnd(forge, await conversationOf(forge.conversation, number), {
    run,
    digest: undefined,
  });
}
