import type { WorkflowRun } from "../actions-seam.ts";
import { conflict } from "../respond.ts";
import type { ActionsState } from "./actions-state.ts";
import { finishRun } from "./run-life.ts";

/** Asks the runner to stop. Where there is none, the run is over at once. */
export function cancelRun(state: ActionsState, run: WorkflowRun, isForced: boolean): void {
  if (run.status === "completed") {
    throw conflict("Cannot cancel a workflow run that is completed.");
  }
  run.isCancelRequested = true;
  run.updatedAtMs = state.world.nowMs();
  if (state.cancelled.size === 0) finishRun(state.world, run, "cancelled");
  for (const listener of state.cancelled) listener(run, isForced);
}
