import { hasUnfinishedChecks } from "../checks/unfinished-checks.ts";
import { mergeBlockers } from "./merge-blockers.ts";
import type { Pull } from "./pull.ts";

export type MergeState =
  | "unknown"
  | "draft"
  | "dirty"
  | "behind"
  | "blocked"
  | "unstable"
  | "clean";

/** GitHub's `mergeable_state`. */
export async function mergeState(pull: Pull): Promise<MergeState> {
  const { mergeability, isDraft } = pull.details;
  if (pull.issue.state === "closed" || mergeability.kind === "unknown") return "unknown";
  if (mergeability.kind === "conflicting") return "dirty";
  if (isDraft) return "draft";
  const blockers = await mergeBlockers(pull);
  if (blockers.length > 0) {
    return blockers.every((blocker) => blocker.kind === "behind") ? "behind" : "blocked";
  }
  return hasUnfinishedChecks(pull.repository, pull.details.headSha) ? "unstable" : "clean";
}
