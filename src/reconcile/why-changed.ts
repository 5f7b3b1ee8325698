import { goalDigest } from "../goalfile/approval-digest.ts";
import type { Cause } from "../model/decision.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { RunState, Target } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import { GOAL_BYTES_MAX } from "./assign-approved.ts";
import type { Host } from "./host.ts";
import { voided } from "./voided.ts";

/** Why an approved goal-file is not the one that stands where the run looks for it. */
export async function whyChanged(
  { repository }: Pick<Host, "repository">,
  { approval, target, branch }: RunState,
): Promise<Cause | undefined> {
  const name = target?.inPlace === true ? branch : (target?.baseBranch ?? branch);
  const head = (await repository.branch(name)) ?? (await mergedTo(repository, target));
  if (head === undefined) return withdrawn(`the branch ${name} is gone`);
  const text = await repository.text(head, approval.goalPath, GOAL_BYTES_MAX);
  if (text === undefined) return withdrawn(`${approval.goalPath} was deleted from ${name}`);
  return goalDigest(new TextEncoder().encode(text)) === approval.goalDigest
    ? undefined
    : voided(`${approval.goalPath} was changed on ${name} after it was approved`);
}

/** Many repositories delete a branch with its merge: then the goal-file stands where it was merged to. */
async function mergedTo(
  repository: Host["repository"],
  target: Target | undefined,
): Promise<Oid | undefined> {
  return target?.inPlace === true ? await repository.branch(target.baseBranch) : undefined;
}

/** Taking the goal away is a person's way to say that it is over. */
function withdrawn(reason: string): Cause {
  return { class: "operator", reason: toOneLine(reason, 500), next: "Nothing.", ids: [] };
}
