import { KaziError } from "../model/kazi-error.ts";
import type { LedgerHead } from "../record/ledger.ts";
import { renderProposal } from "../report/render-proposal.ts";
import type { Assignment, Host } from "./host.ts";

/** After the first kept commit the work branch gets its pull request. That it cannot be had is told, and ends nothing. */
export async function propose(
  host: Host,
  { goal, inPlace, baseBranch }: Assignment,
  { state }: LedgerHead,
): Promise<void> {
  const wanted = goal.integration.mode ?? "pr";
  const isWanted = wanted === "pr" || wanted === "merge";
  if (host.pulls === undefined || inPlace || !isWanted || state.head === state.base) return;
  const { title, body } = renderProposal(goal, state);
  const request = { branch: state.branch, base: baseBranch, title, body };
  const outcome = await host.pulls.open(request).catch(whyNotNow);
  if (outcome.kind === "done") return;
  const message = `no pull request could be opened for ${state.branch}: ${outcome.reason}`;
  host.events.emit({ kind: "warned", message });
}

/** GitHub is disturbed: the next run tries again, and this one has recorded what it did. */
function whyNotNow(error: unknown): { readonly kind: "refused"; readonly reason: string } {
  if (error instanceof KaziError && error.code === "github-unavailable") {
    return { kind: "refused", reason: error.message };
  }
  throw error;
}
