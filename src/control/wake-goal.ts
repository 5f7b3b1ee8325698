import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import { whyApprovalVoid } from "./why-approval-void.ts";

/**
 * Starts the next run of a goal; says why not when it cannot. A run that could only find its approval
 * void would be for nothing, and one such run would wake the next.
 */
export async function wakeGoal(forge: Forge, run: RunState): Promise<string | undefined> {
  const doubt = await whyApprovalVoid(forge, run);
  if (doubt !== undefined) return doubt;
  const { target } = run;
  const { goalPath } = run.approval;
  const pull = target?.inPlace === true ? target.pull : undefined;
  const outcome = await forge.runs.dispatch({ goalPath, ...(pull === undefined ? {} : { pull }) });
  return outcome.kind === "started" ? undefined : outcome.reason;
}
