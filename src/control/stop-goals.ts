import type { Comment } from "../ports/conversation.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { LedgerHead } from "../record/ledger.ts";
import type { Refusal } from "../report/refusal.ts";
import { stopRun } from "./stop-run.ts";

/** Which goals ended by one comment, and why not the others. */
export interface StopGoalsOutcome {
  readonly stopped: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Ends the runs that somebody asked to end. */
export async function stopGoals(
  store: RefStore,
  heads: readonly LedgerHead[],
  asked: { readonly comment: Comment; readonly nowMs: number },
): Promise<StopGoalsOutcome> {
  const stopped: string[] = [];
  const refusals: Refusal[] = [];
  const reason = `${asked.comment.author.login} stopped it with /kazi stop`;
  const next = "Approve it again to start over.";
  for (const { ref, state } of heads) {
    const { goal: id, generation } = state;
    const outcome = await stopRun(store, { ref, generation, reason, next }, asked.nowMs);
    if (outcome.kind === "stopped") stopped.push(id);
    if (outcome.kind === "busy") refusals.push({ kind: "busy", id });
    if (outcome.kind === "damaged") refusals.push({ kind: "damaged", id, reason: outcome.reason });
  }
  const isNothing = stopped.length === 0 && refusals.length === 0;
  return { stopped, refusals: isNothing ? [{ kind: "nothing-to-stop" }] : refusals };
}
