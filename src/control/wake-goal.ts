import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import { readApproval } from "./read-approval.ts";

/**
 * Starts the next run of a goal; says why not when it cannot. A run that could only find its approval
 * void would be for nothing, and one such run would wake the next.
 */
export async function wakeGoal(
  forge: Forge,
  { approval, target }: RunState,
): Promise<string | undefined> {
  const { pointer, goalPath, goalDigest } = approval;
  if (pointer === undefined) return "its approval was not given on GitHub";
  const answer = await readApproval(forge, pointer, goalPath);
  if (answer.kind === "refused") return answer.reason;
  if (answer.goalDigest !== goalDigest) return "its goal-file changed since it was approved";
  const pull = target?.inPlace === true ? target.pull : undefined;
  const outcome = await forge.runs.dispatch({ goalPath, ...(pull === undefined ? {} : { pull }) });
  return outcome.kind === "started" ? undefined : outcome.reason;
}
