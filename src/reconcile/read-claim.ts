import type { ClaimTicket, DispatchReport } from "../model/handover.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Holder, RunState } from "../model/run.ts";
import {
  HANDOVER_BYTES_MAX,
  parseClaimTicket,
  parseDispatchReport,
} from "../record/handover-codec.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { readLedger } from "../record/ledger.ts";
import { assignApproved } from "./assign-approved.ts";
import type { Assignment, Bench, Host } from "./host.ts";

/** A claim of this run, with what it is a claim to. */
export interface Claimed {
  readonly ticket: ClaimTicket;
  readonly bench: Bench;
  readonly assignment: Assignment;
}

/** The claim that this run's first job left, when it is still the one that counts. */
export async function readClaim(host: Host): Promise<Claimed> {
  const bench = await host.benches.open("");
  const text = await bench.handover.read("claim", HANDOVER_BYTES_MAX);
  if (text === undefined) throw lostClaim("the claim job left no ticket");
  const ticket = parseClaimTicket(text);
  const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
  if (ledger === undefined) throw lostClaim(`the ledger of goal ${ticket.goal} is gone`);
  requireHeld(ledger.state, ticket);
  requireOwn(host, ledger.state.claim?.holder);
  const assignment = await assignApproved(host, ledger.state);
  for (const oid of [ticket.head, ticket.base]) await host.repository.treeOf(oid);
  return { ticket, bench, assignment };
}

function requireHeld({ claim }: RunState, ticket: ClaimTicket): void {
  if (claim?.nonce === ticket.nonce && claim.epoch === ticket.epoch) return;
  throw lostClaim(
    `iteration ${ticket.iteration} of goal ${ticket.goal} is not held by it any more`,
  );
}

/** A re-run of single jobs would answer to the claim of an attempt that is over. */
function requireOwn({ liveness }: Host, holder: Holder | undefined): void {
  const self = liveness.self();
  const isOwn =
    self.kind === "workflow-run" &&
    holder?.kind === "workflow-run" &&
    self.runId === holder.runId &&
    self.attempt === holder.attempt;
  if (!isOwn) throw lostClaim("the claim is of another run, or of an earlier attempt of this one");
}

/** What the dispatch job of this run left, if it was to leave something. */
export async function readReport({ ticket, bench }: Claimed): Promise<DispatchReport | undefined> {
  if (ticket.kind === "observe") return undefined;
  const text = await bench.handover.read("dispatch", HANDOVER_BYTES_MAX);
  return text === undefined ? undefined : parseDispatchReport(text);
}

/** There is nothing that this job may answer to. */
export function lostClaim(found: string): KaziError {
  return new KaziError({
    code: "handover-invalid",
    message: `expected the claim of this run and attempt, found that ${found}; nothing was done`,
  });
}
