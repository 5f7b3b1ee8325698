import type { ApprovalPointer } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import { refusalWords } from "../report/refusal-words.ts";
import type { Refusal } from "../report/refusal.ts";
import { approvalByComment } from "./approval-by-comment.ts";
import { approvalByCommit } from "./approval-by-commit.ts";
import type { ReadApproval } from "./approval.ts";

/** An approval, or one sentence why it is none and what would work. */
export type ApprovalAnswer =
  | ReadApproval
  | { readonly kind: "refused"; readonly reason: string; readonly refusal: Refusal };

/** What a run is told: `comment:<id>` or `commit:<sha>`. */
const TEXT = /^(?:comment:(\d{1,15})|commit:([0-9a-f]{40}|[0-9a-f]{64}))$/;

/**
 * Reads an approval at its source, for the first time or again. `source` is what the ledger points
 * at, or the input of a run; neither is believed.
 */
export async function readApproval(
  forge: Forge,
  source: ApprovalPointer | string,
  goalPath: string,
): Promise<ApprovalAnswer> {
  const answer = await readPlace(forge, source, goalPath);
  if (answer.kind === "approved") return answer;
  return { kind: "refused", reason: refusalWords(answer), refusal: answer };
}

async function readPlace(
  forge: Forge,
  source: ApprovalPointer | string,
  goalPath: string,
): Promise<ReadApproval | Refusal> {
  if (typeof source !== "string") {
    return source.kind === "comment"
      ? await approvalByComment(forge, source, goalPath)
      : await approvalByCommit(forge, source, goalPath);
  }
  const [, commentId, commit] = TEXT.exec(source) ?? [];
  if (commentId !== undefined) {
    return await approvalByComment(forge, { commentId: Number(commentId) }, goalPath);
  }
  if (commit !== undefined) return await approvalByCommit(forge, { commit }, goalPath);
  return { kind: "pointer-unreadable", given: source.slice(0, 100) };
}
