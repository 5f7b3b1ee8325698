import { unprocessable } from "../respond.ts";
import { resolveOid } from "../run-git.ts";
import { isMerged, type Pull } from "./pull.ts";

/** A merged pull request stays closed, and so does one whose branch is gone. */
export async function refuseReopening(pull: Pull): Promise<void> {
  if (pull.issue.state === "open") return;
  const { headRepository, headRef, headSha } = pull.details;
  const tip = await resolveOid(headRepository, `refs/heads/${headRef}`);
  const reason = reasonAgainst(pull, tip, headSha);
  if (reason === undefined) return;
  throw unprocessable("Validation Failed", [
    { resource: "PullRequest", code: "invalid", field: "state", message: reason },
  ]);
}

function reasonAgainst(pull: Pull, tip: string | undefined, headSha: string): string | undefined {
  const { headRef } = pull.details;
  if (isMerged(pull)) return "state cannot be changed. The pull request cannot be reopened.";
  if (tip === undefined) return `state cannot be changed. The ${headRef} branch has been deleted.`;
  if (tip === headSha) return undefined;
  return `state cannot be changed. The ${headRef} branch was force-pushed or recreated.`;
}
