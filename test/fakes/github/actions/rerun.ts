import type { RerunScope, WorkflowRun } from "../actions-seam.ts";
import type { User } from "../model.ts";
import { forbidden } from "../respond.ts";
import type { ActionsState } from "./actions-state.ts";
import { emitRun, eventsOf } from "./run-event.ts";

const MONTH_MS = 30 * 86_400_000;

/** The same run once more, as its next attempt: same commit, same event, same inputs. */
export async function rerun(
  state: ActionsState,
  run: WorkflowRun,
  it: { readonly scope: RerunScope; readonly actor: User },
): Promise<void> {
  const { world } = state;
  if (run.status !== "completed") throw forbidden("This workflow is already running");
  if (world.nowMs() - run.createdAtMs > MONTH_MS) {
    throw forbidden("Unable to retry this workflow run because it was created over a month ago");
  }
  run.pastConclusions.push(run.conclusion);
  run.attempt += 1;
  run.rerun = it.scope;
  run.triggeringActor = it.actor;
  run.status = "queued";
  run.conclusion = undefined;
  run.isCancelRequested = false;
  run.updatedAtMs = world.nowMs();
  emitRun(world, run, "requested");
  await eventsOf(run);
  for (const listener of state.queued) listener(run);
}
