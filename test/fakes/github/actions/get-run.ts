import type { WorkflowRun } from "../actions-seam.ts";
import { notFound } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";

/** The run that a route's `{run_id}` names. */
export function getRun(call: RepositoryCall): WorkflowRun {
  const id = Number(call.params["run_id"]);
  const run = call.repository.workflowRuns.find((it) => it.id === id);
  if (run === undefined) throw notFound();
  return run;
}
