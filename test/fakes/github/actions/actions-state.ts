import type { WorkflowRun } from "../actions-seam.ts";
import type { World } from "../model.ts";

/** What the parts of the service share. */
export interface ActionsState {
  readonly world: World;
  readonly queued: Set<(run: WorkflowRun) => void>;
  readonly cancelled: Set<(run: WorkflowRun, isForced: boolean) => void>;
}
