import { reservationFor } from "../decide/budget.ts";
import { charge } from "../decide/charge.ts";
import type { Decision } from "../model/decision.ts";
import type { Entry } from "../model/entry.ts";
import type { Goal } from "../model/goal.ts";
import type { ClaimTicket } from "../model/handover.ts";
import { describeHolder } from "../model/holder.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Claim, Holder, RunState } from "../model/run.ts";
import { scopesOverlap } from "../model/scope.ts";
import type { Oid } from "../model/vector.ts";
import type { RefHead, RefUpdate } from "../ports/ref-store.ts";
import { encode } from "../record/codec.ts";
import { livePrefix, turnRef } from "../record/ledger-ref.ts";
import { appendEntry, type LedgerHead, readLedgerAt } from "../record/ledger.ts";
import type { Assignment, Bench, Host, Run } from "./host.ts";
import { nextWork, type Work } from "./next-work.ts";
import { readRun } from "./read-run.ts";

/** Others may be faster this often before it is given up. */
const ATTEMPTS_MAX = 8;
/** Past its own deadline a holder gets this long to settle before it may be taken over. */
const GRACE_MS = 10 * 60_000;

/** Whether there is something to do now, and the right to do it. */
export type ClaimOutcome =
  | { readonly kind: "claimed"; readonly ticket: ClaimTicket; readonly bench: Bench }
  | { readonly kind: "busy"; readonly holder: Holder; readonly sinceMs: number }
  | { readonly kind: "blocked"; readonly by: string; readonly holder: Holder }
  | { readonly kind: "waiting"; readonly untilMs: number; readonly reason: string }
  /** Nothing to claim: the decision asks for no work, or the run is over. */
  | { readonly kind: "idle"; readonly state: RunState };

/** Claim job: reads the world, takes the next iteration, leaves a ticket. Executes nothing of the repository. */
export async function claim(host: Host, assignment: Assignment, run: Run): Promise<ClaimOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const turn = await host.store.head(turnRef(host.store));
    const ledger = await readRun(host, run);
    const outcome = await claimOnce(host, assignment, { ledger, turn });
    if (outcome !== "lost") return outcome;
  }
  throw new KaziError({
    code: "goal-busy",
    message: `the ledger of goal ${assignment.goal.id} kept changing; expected to claim it within ${ATTEMPTS_MAX} attempts. Run apply again`,
  });
}

/** One reading of the world. `turn` was read before the ledgers, so no dispatch can slip in between. */
interface World {
  readonly ledger: LedgerHead;
  readonly turn: Oid | undefined;
}

async function claimOnce(
  host: Host,
  assignment: Assignment,
  world: World,
): Promise<ClaimOutcome | "lost"> {
  const { state } = world.ledger;
  if (state.status !== "running") return { kind: "idle", state };
  if (state.claim !== undefined) {
    if (await isHeld(host, state.claim)) {
      return { kind: "busy", holder: state.claim.holder, sinceMs: state.claim.atMs };
    }
    await takeOver(host, world.ledger, state.claim);
    return "lost";
  }
  const work = await nextWork(host, state);
  switch (work.kind) {
    case "idle":
    case "waiting":
      return work;
    case "dispatch":
    case "observe":
      return await claimWork(host, assignment, { ...world, work });
  }
}

async function isHeld(host: Host, held: Claim): Promise<boolean> {
  const isOverdue = host.clock.now() > held.deadlineMs + GRACE_MS;
  switch (await host.liveness.stateOf(held.holder)) {
    case "alive":
      return true;
    case "gone":
      return false;
    case "unknown":
      return !isOverdue;
  }
}

/** Settles a dead holder's claim: what it had reserved counts as spent, and nothing it made is kept. */
async function takeOver(host: Host, ledger: LedgerHead, dead: Claim): Promise<void> {
  const nowMs = host.clock.now();
  const elapsedMs = Math.min(Math.max(0, nowMs - dead.atMs), dead.reservation.wallClockMs);
  const dispatch =
    dead.kind === "dispatch" ? { dispatch: { ending: "crashed", usage: {} } as const } : {};
  const entry: Entry = {
    kind: "released",
    atMs: nowMs,
    epoch: dead.epoch,
    nonce: dead.nonce,
    spend: charge(
      { ...dispatch, charged: false, wallClockMs: elapsedMs },
      dead.reservation,
      ledger.state.ceilings,
    ),
    reason: `its holder, ${describeHolder(dead.holder)}, is gone`,
    decision: ledger.state.next,
  };
  // First, so that a death in between leaves a claim that points at what is to be removed.
  await host.benches.remove(dead.nonce);
  if ((await appendEntry(host.store, ledger, entry)) === "lost") return;
  const holder = describeHolder(dead.holder);
  host.events.emit({ kind: "taken-over", iteration: dead.iteration, holder });
}

async function claimWork(
  host: Host,
  assignment: Assignment,
  world: World & { readonly work: Extract<Work, { kind: "dispatch" | "observe" }> },
): Promise<ClaimOutcome | "lost"> {
  const { ledger, work } = world;
  if (work.kind === "dispatch") {
    const other = await overlappingDispatch(host, assignment, ledger.ref);
    if (other !== undefined) return other;
  }
  const held = newClaim(host, assignment, { state: ledger.state, work });
  const alsoMove = work.kind === "dispatch" ? [await nextTurn(host, world.turn, held)] : [];
  const entry: Entry = { kind: "claimed", atMs: held.atMs, claim: held };
  if ((await appendEntry(host.store, ledger, entry, { alsoMove })) === "lost") return "lost";
  const { iteration, epoch } = held;
  host.events.emit({ kind: "claimed", iteration, epoch, work: held.kind });
  const ticket = toTicket(ledger.state, held, { ...work, baseBranch: assignment.baseBranch });
  const bench = await host.benches.open(held.nonce);
  await bench.handover.write("claim", encode(ticket));
  return { kind: "claimed", ticket, bench };
}

function newClaim(
  host: Host,
  { goal }: Assignment,
  from: {
    readonly state: RunState;
    readonly work: { readonly kind: Claim["kind"]; readonly head: Oid };
  },
): Claim {
  const { state, work } = from;
  const atMs = host.clock.now();
  const reservation = reservationFor(state.spent, state.ceilings);
  return {
    iteration: state.iteration + 1,
    epoch: state.epoch + 1,
    nonce: host.nonces.next(),
    kind: work.kind,
    holder: host.liveness.self(),
    atMs,
    deadlineMs: atMs + reservation.wallClockMs,
    reservation,
    head: work.head,
    paths: pathsOf(goal),
  };
}

/** Another goal whose agent is at work on paths that this goal's could touch as well. */
async function overlappingDispatch(
  host: Host,
  { goal }: Assignment,
  own: string,
): Promise<ClaimOutcome | undefined> {
  const mine = pathsOf(goal);
  for (const head of await host.store.list(livePrefix(host.store))) {
    if (head.ref === own) continue;
    const state = await stateOfOther(host, head);
    const held = state?.claim;
    if (state === undefined || held?.kind !== "dispatch") continue;
    if (!(await isHeld(host, held))) continue;
    if (scopesOverlap(mine, held.paths)) {
      return { kind: "blocked", by: state.goal, holder: held.holder };
    }
  }
  return undefined;
}

/** A damaged ledger is nobody's claim: no run goes on from it, and it must not stop other goals. */
async function stateOfOther(host: Host, head: RefHead): Promise<RunState | undefined> {
  try {
    return (await readLedgerAt(host.store, head)).state;
  } catch (error) {
    if (error instanceof KaziError && error.code === "record-forged") return undefined;
    throw error;
  }
}

/** `[scope].paths` from the root of the repository. */
function pathsOf({ scope }: Goal): readonly string[] {
  return scope.paths.map((path) => (scope.workspace === "" ? path : `${scope.workspace}/${path}`));
}

/** Every dispatch moves one shared ref, so that two of them cannot both have seen the other idle. */
async function nextTurn(host: Host, turn: Oid | undefined, held: Claim): Promise<RefUpdate> {
  const after = await host.store.write({
    parents: [],
    message: `kazi: turn of ${held.nonce}`,
    files: new Map(),
    folders: new Map(),
    atMs: held.atMs,
  });
  return { ref: turnRef(host.store), ...(turn === undefined ? {} : { before: turn }), after };
}

function toTicket(
  state: RunState,
  held: Claim,
  work: { readonly branchHead?: Oid; readonly decision: Decision; readonly baseBranch: string },
): ClaimTicket {
  const { decision, baseBranch } = work;
  return {
    format: 1,
    goal: state.goal,
    generation: state.generation,
    epoch: held.epoch,
    nonce: held.nonce,
    iteration: held.iteration,
    kind: held.kind,
    head: held.head,
    base: state.base,
    branch: state.branch,
    ...(work.branchHead === undefined ? {} : { branchHead: work.branchHead }),
    baseBranch,
    graders: state.approval.graders,
    goalDigest: state.approval.goalDigest,
    approvalDigest: state.approval.digest,
    deadlineMs: held.deadlineMs,
    reservation: held.reservation,
    failing: held.kind === "dispatch" && decision.kind === "dispatch" ? decision.failing : [],
    ...(state.baselines === undefined ? {} : { baselines: state.baselines }),
  };
}
