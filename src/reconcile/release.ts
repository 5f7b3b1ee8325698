import { charge } from "../decide/charge.ts";
import type { ClaimTicket, ReportedOutcome } from "../model/handover.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { appendEntry, readLedger } from "../record/ledger.ts";
import type { Host } from "./host.ts";

const ATTEMPTS_MAX = 3;
const CRASHED = { ending: "crashed", usage: {} } as const;

/**
 * Gives a claim back that came to nothing, so that the next run need not wait for its end. What its
 * agent reported counts as spent, and what it had reserved where nothing was. Best effort: a claim that stays is taken over later.
 */
export async function release(
  host: Host,
  ticket: ClaimTicket,
  end: { readonly reason: string; readonly outcome: ReportedOutcome | undefined },
): Promise<void> {
  const { reason } = end;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
    const held = ledger?.state.claim;
    if (ledger === undefined || held?.nonce !== ticket.nonce) return;
    const nowMs = host.clock.now();
    const used = {
      ...(ticket.kind === "dispatch" ? { dispatch: end.outcome ?? CRASHED } : {}),
      charged: false,
      wallClockMs: nowMs - held.atMs,
    };
    const head = await appendEntry(host.store, ledger, {
      kind: "released",
      atMs: nowMs,
      epoch: held.epoch,
      nonce: held.nonce,
      spend: charge(used, held.reservation, ledger.state.ceilings),
      reason,
      decision: ledger.state.next,
    });
    if (head === "lost") continue;
    host.events.emit({ kind: "released", iteration: ticket.iteration, reason });
    return;
  }
}
