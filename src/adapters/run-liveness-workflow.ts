import type { RunHolder } from "../model/run.ts";
import type { RunLiveness } from "../ports/run-liveness.ts";
import type { WorkflowRuns } from "../ports/workflow-runs.ts";

/** Runs of GitHub Actions, alive or gone by GitHub's word. */
export function createWorkflowLiveness(
  self: RunHolder,
  runs: Pick<WorkflowRuns, "stateOf"> | undefined,
): RunLiveness {
  return {
    self: () => self,
    stateOf: async (holder) => {
      if (holder.kind !== "workflow-run") return "unknown";
      if (holder.runId === self.runId) {
        // An attempt starts when the one before it is over.
        return holder.attempt === self.attempt ? "alive" : "gone";
      }
      return (await runs?.stateOf(holder)) ?? "unknown";
    },
  };
}
