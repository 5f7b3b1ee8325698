import type { Settlement } from "../model/entry.ts";
import type { ClaimTicket } from "../model/handover.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { appendEntry, type LedgerHead, readLedger } from "../record/ledger.ts";
import { draftSettlement } from "./draft-settlement.ts";
import type { Assignment, Bench, Host } from "./host.ts";
import { type CheckedEvidence, readEvidence } from "./read-evidence.ts";

const ATTEMPTS_MAX = 5;

/** Land job: checks what the others left as a stranger's, decides, and records code and verdict in one move. */
export async function land(
  host: Host,
  assignment: Assignment,
  claimed: { readonly ticket: ClaimTicket; readonly bench: Bench },
): Promise<LedgerHead> {
  const evidence = await readEvidence(host, assignment, claimed);
  if (evidence.received !== undefined) await host.repository.adopt(evidence.received.commit);
  const settled = await settle(host, assignment, { ticket: claimed.ticket, evidence });
  if (assignment.inPlace && settled.state.head !== claimed.ticket.head) {
    const { branch, head: from } = claimed.ticket;
    await advance(host, branch, { from, to: settled.state.head });
  }
  return settled;
}

/** Appends the settlement; when somebody was faster, looks again what that means. */
async function settle(
  host: Host,
  assignment: Assignment,
  work: { readonly ticket: ClaimTicket; readonly evidence: CheckedEvidence },
): Promise<LedgerHead> {
  const { ticket, evidence } = work;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
    if (ledger === undefined) throw vanished(ticket);
    if (!isOwn(ledger.state, ticket)) throw fenced(ticket);
    const draft = await draftSettlement(host, assignment, { ...work, state: ledger.state });
    const head = await appendEntry(host.store, ledger, draft.entry, {
      ...(isOfHead(draft.entry) ? { vector: draft.vector } : {}),
      alsoMove: draft.moves,
    });
    if (head === "lost") continue;
    host.events.emit({
      kind: "settled",
      iteration: ticket.iteration,
      vector: draft.vector,
      ...(draft.entry.attempt === undefined ? {} : { attempt: draft.entry.attempt }),
      ...(evidence.received === undefined ? {} : { diff: evidence.received.diff }),
      spent: head.state.spent,
      decision: draft.entry.decision,
    });
    return head;
  }
  throw new KaziError({
    code: "record-unwritable",
    message: `the result of iteration ${ticket.iteration} could not be recorded within ${ATTEMPTS_MAX} attempts; nothing was kept. Run apply again`,
  });
}

function isOwn(state: RunState, ticket: ClaimTicket): boolean {
  return state.claim?.epoch === ticket.epoch && state.claim.nonce === ticket.nonce;
}

function fenced(ticket: ClaimTicket): KaziError {
  return new KaziError({
    code: "goal-busy",
    message: `iteration ${ticket.iteration} of goal ${ticket.goal} was taken over or stopped by somebody else; the result of this run was not kept`,
  });
}

/** What a thrown-away candidate showed is in its entry; the evidence of the head stays as it was. */
function isOfHead({ attempt }: Settlement): boolean {
  return attempt === undefined || attempt.fate === "kept" || attempt.fate === "none";
}

function vanished(ticket: ClaimTicket): KaziError {
  return new KaziError({
    code: "record-forged",
    message: `the ledger of goal ${ticket.goal} was deleted while kazi worked, and with it what was spent; the result of iteration ${ticket.iteration} was not kept`,
  });
}

/** The result is recorded; the checkout follows it where it still stands on the branch. */
async function advance(host: Host, branch: string, move: { from: Oid; to: Oid }): Promise<void> {
  if (await host.repository.advance(move.from, move.to)) return;
  const now = await host.repository.inspect();
  if (now.branch !== branch) {
    const message = `the checkout left ${branch} meanwhile; the result is there, at ${move.to.slice(0, 12)}`;
    host.events.emit({ kind: "warned", message });
    return;
  }
  throw new KaziError({
    code: "workspace-unusable",
    message: `the result is ${move.to.slice(0, 12)} on ${branch}, but files of the checkout were changed meanwhile, so they were left as they are and still show the state before it. Bring both together with: git stash && git reset --hard && git stash pop`,
  });
}
