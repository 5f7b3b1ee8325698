import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import type { ReadApproval } from "./approval.ts";
import { readApproval } from "./read-approval.ts";

/**
 * Why what a run records of its approval does not hold. Whoever may push can write a record, so neither its
 * word about a person counts nor a yes to something else: that one is looked up where it was given.
 */
export async function whyApprovalVoid(forge: Forge, run: RunState): Promise<string | undefined> {
  const { pointer, goalPath, goalDigest } = run.approval;
  if (pointer === undefined) return "its approval was not given on GitHub";
  const answer = await readApproval(forge, pointer, goalPath);
  if (answer.kind === "refused") return answer.reason;
  if (answer.goalDigest !== goalDigest) return "its goal-file changed since it was approved";
  return isOfPlace(run, answer) ? undefined : "it was approved for another branch or pull request";
}

function isOfPlace({ target, branch }: RunState, approved: ReadApproval): boolean {
  const { inPlace, pull } = approved.target;
  if (target?.inPlace !== inPlace) return false;
  return !inPlace || (target.pull === pull && branch === approved.branch);
}
