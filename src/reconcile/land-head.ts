import { integrate } from "../act/integrate.ts";
import { decide } from "../decide/decide.ts";
import type { Decision } from "../model/decision.ts";
import type { Entry } from "../model/entry.ts";
import type { RunState } from "../model/run.ts";
import type { RefUpdate } from "../ports/ref-store.ts";
import { applyEntry } from "../record/apply-entry.ts";
import { appendEntry, type LedgerHead } from "../record/ledger.ts";
import type { Assignment, Host } from "./host.ts";
import { landingVerdicts } from "./verdicts-of.ts";

/** Somebody else has the next word, and this is what for. */
export interface OnItsWay {
  readonly reason: string;
}

/** Takes a passing head where the goal wants it, and records how far it got. */
export async function landHead(
  host: Host,
  { goal, baseBranch }: Assignment,
  ledger: LedgerHead,
): Promise<LedgerHead | "lost" | OnItsWay> {
  const nowMs = host.clock.now();
  const { state: passing } = ledger;
  const outcome = await integrate(host, { goal, state: passing, nowMs, baseBranch });
  if (outcome.kind === "refused") {
    const decision = landingRefused(outcome.reason);
    return await appendEntry(host.store, ledger, { kind: "stopped", atMs: nowMs, decision });
  }
  if (outcome.kind === "waiting") return { reason: outcome.reason };
  const { landing } = outcome;
  const verdicts = landingVerdicts(goal, { head: passing.head, landing });
  const draft: Entry = { kind: "landed", atMs: nowMs, landing, verdicts, decision: passing.next };
  const state = applyEntry(passing, draft);
  const decision = decide({ goal, state, observedAfterLanding: false, nowMs });
  const entry: Entry = { ...draft, decision };
  const alsoMove = landing.reached === "merge" ? [] : await missingBranch(host, passing);
  const head = await appendEntry(host.store, ledger, entry, { alsoMove });
  if (head !== "lost") host.events.emit({ kind: "landed", landing, branch: head.state.branch });
  return head;
}

/** Landed means that the branch is there: one that was deleted meanwhile comes back. */
async function missingBranch(host: Host, state: RunState): Promise<readonly RefUpdate[]> {
  if (state.head === state.base) return [];
  const tip = await host.repository.branch(state.branch);
  return tip === undefined ? [{ ref: `refs/heads/${state.branch}`, after: state.head }] : [];
}

function landingRefused(reason: string): Decision {
  return {
    kind: "stop",
    status: "stuck",
    cause: {
      class: "landing_failed",
      reason: `everything passes, but the remote refused the branch: ${reason}`,
      next: "Settle that with the remote, then run apply again; the work is on the local branch.",
      ids: [],
    },
  };
}
