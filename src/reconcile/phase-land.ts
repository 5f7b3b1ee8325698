import type { ClaimTicket } from "../model/handover.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { RunState } from "../model/run.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { type LedgerHead, readLedger } from "../record/ledger.ts";
import { endAfterLosses } from "./end-after-losses.ts";
import type { Assignment, Host } from "./host.ts";
import { landHead } from "./land-head.ts";
import { land } from "./land.ts";
import { propose } from "./propose.ts";
import { type Claimed, lostClaim, readClaim, readReport } from "./read-claim.ts";
import { release } from "./release.ts";
import { stopRun } from "./stop-run.ts";
import { whyChanged } from "./why-changed.ts";

/** What a run came to, and whether another one is to follow at once. */
export interface LandPhase {
  readonly state: RunState;
  readonly again: boolean;
  /** Why nothing was settled. */
  readonly lost?: string;
}

/** Land job of a workflow run: settles or gives back what was claimed, and takes a passing head on. */
export async function landPhase(host: Host): Promise<LandPhase> {
  const claimed = await readClaim(host);
  const settled = await landOrRelease(host, claimed);
  if (typeof settled === "string") return await afterLoss(host, claimed.ticket, settled);
  await propose(host, claimed.assignment, settled);
  const changed = await endChanged(host, settled);
  if (changed !== undefined) return { state: changed.state, again: false };
  const next = await takeOn(host, claimed.assignment, settled);
  return { state: next.state, again: isToGoOn(next.state) };
}

/** A sentence where the documents of the work jobs cannot be used: then the claim is given back. */
async function landOrRelease(host: Host, claimed: Claimed): Promise<LedgerHead | string> {
  const { ticket, bench, assignment } = claimed;
  try {
    return await land(host, assignment, { ticket, bench });
  } catch (error) {
    if (!(error instanceof KaziError) || error.code === "goal-busy") throw error;
    const report = await readReport(claimed).catch(() => undefined);
    const reason = toOneLine(error.message, 500);
    await release(host, ticket, { reason, outcome: report?.outcome });
    if (error.code === "push-refused") await endRefused(host, ticket, reason);
    return reason;
  }
}

/** What the rules of the repository refuse once they refuse again: a person settles that first. */
async function endRefused(host: Host, ticket: ClaimTicket, reason: string): Promise<void> {
  const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
  if (ledger?.state.status !== "running") return;
  await stopRun(host, ledger, {
    status: "stuck",
    cause: {
      class: "landing_failed",
      reason: toOneLine(`GitHub refused the push of kept work: ${reason}`, 500),
      next: "Change the rule or the workflow files that it names, then comment /kazi approve.",
      ids: [],
    },
  });
}

async function afterLoss(host: Host, ticket: ClaimTicket, lost: string): Promise<LandPhase> {
  const ref = liveRef(host.store, ticket.goal);
  const ledger = await readLedger(host.store, ref);
  if (ledger === undefined) throw lostClaim(`the ledger ${ref} is gone`);
  const ended = await endAfterLosses(host, ledger, lost);
  const { state } = ended ?? ledger;
  return { state, again: isToGoOn(state), lost };
}

/** A goal-file that was changed while the last piece of work was done takes nothing home any more. */
async function endChanged(host: Host, settled: LedgerHead): Promise<LedgerHead | undefined> {
  if (settled.state.next.kind !== "integrate") return undefined;
  const cause = await whyChanged(host, settled.state);
  if (cause === undefined) return undefined;
  const ended = await stopRun(host, settled, { status: "stopped", cause });
  return ended === "lost" ? settled : ended;
}

async function takeOn(
  host: Host,
  assignment: Assignment,
  settled: LedgerHead,
): Promise<LedgerHead> {
  if (settled.state.next.kind !== "integrate") return settled;
  const landed = await landHead(host, assignment, settled);
  return landed === "lost" || "reason" in landed ? settled : landed;
}

/** What waits for the world, a merge or a standing goal, is woken by it. */
function isToGoOn({ status, next }: RunState): boolean {
  return status === "running" && (next.kind === "dispatch" || next.kind === "observe");
}
