import { goalDigest } from "../goalfile/approval-digest.ts";
import type { Cause } from "../model/decision.ts";
import type { ClaimTicket } from "../model/handover.ts";
import { describeHolder } from "../model/holder.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Approval, RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import { livePrefix } from "../record/ledger-ref.ts";
import { type LedgerHead, readLedger } from "../record/ledger.ts";
import { assignApproved, GOAL_BYTES_MAX } from "./assign-approved.ts";
import { assign } from "./assign.ts";
import { claim, type ClaimOutcome } from "./claim.ts";
import { endAfterLosses } from "./end-after-losses.ts";
import type { Approver, Assignment, Bench, Host } from "./host.ts";
import { landHead } from "./land-head.ts";
import { openRun } from "./open-run.ts";
import { stopRun } from "./stop-run.ts";

/** Longer than this a run does not wait on a machine that is paid by the minute. */
const WAIT_MS_MAX = 60_000;
const PASSES_MAX = 8;

/** What a run is asked to work on. */
export interface ClaimRequest {
  /** From the root of the repository. */
  readonly goalPath: string;
  /** A yes that was found at its source; absent to go on with what was approved before. */
  readonly approved?: ApprovedStart;
  /** Says why an older approval holds no more, from the place where it was given. */
  readonly whyVoid: (approval: Approval) => Promise<string | undefined>;
}

/** Who said yes, and on which commit of which branch. */
export interface ApprovedStart {
  readonly approver: Approver;
  readonly commit: Oid;
  readonly branch: string;
}

/** One iteration to do, or why there is none now. */
export type ClaimPhase =
  | { readonly kind: "claimed"; readonly ticket: ClaimTicket; readonly bench: Bench }
  | { readonly kind: "none"; readonly reason: string; readonly state?: RunState };

/** Claim job of a workflow run: from an approval or a live generation to one claimed iteration. */
export async function claimPhase(host: Host, request: ClaimRequest): Promise<ClaimPhase> {
  const { approved, goalPath } = request;
  if (approved !== undefined) await open(host, goalPath, approved);
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const live = await findLive(host, goalPath);
    if (live === undefined) {
      return { kind: "none", reason: `no approved run of ${goalPath} is there to go on with` };
    }
    const { state } = live;
    if (state.status !== "running") return { kind: "none", reason: `it is ${state.status}`, state };
    const ended = (await endVoid(host, live, request)) ?? (await endLost(host, live));
    if (ended !== undefined) return ended;
    const outcome = await claimOnce(host, live);
    if (outcome !== "again") return outcome;
  }
  return { kind: "none", reason: "the run kept changing; the next one looks again" };
}

/** The run of a goal-file whose generation is not put away, running or ended. */
export async function findLive(
  { store }: Pick<Host, "store">,
  goalPath: string,
): Promise<LedgerHead | undefined> {
  for (const { ref } of await store.list(livePrefix(store))) {
    const ledger = await readLedger(store, ref);
    if (ledger?.state.approval.goalPath === goalPath) return ledger;
  }
  return undefined;
}

async function open(host: Host, goalPath: string, approved: ApprovedStart): Promise<void> {
  const { commit, branch, approver } = approved;
  const text = await host.repository.text(commit, goalPath, GOAL_BYTES_MAX);
  if (text === undefined) {
    throw new KaziError({
      code: "goal-unreadable",
      message: `expected ${goalPath} at ${commit.slice(0, 12)}, found nothing that can be read there`,
    });
  }
  const goalBytes = new TextEncoder().encode(text);
  const inPlace = approver.target?.inPlace ?? false;
  const place = { goalPath, shownPath: goalPath, standing: false, inPlace };
  const assigned = assign({ ...place, goalBytes, environment: host.environment });
  if (assigned.kind === "refused") {
    const found = assigned.issues[0]?.message ?? "it cannot be loaded";
    throw new KaziError({ code: "goal-invalid", message: `${goalPath}: ${found}` });
  }
  const { goal } = assigned.assignment;
  const baseBranch = goal.integration.base ?? approver.target?.baseBranch ?? branch;
  const target = { ...approver.target, inPlace, baseBranch };
  const assignment = { ...assigned.assignment, baseBranch, goalFile: goalPath };
  const world = await host.repository.inspect();
  const start = { ...world, head: commit, branch, user: approver.by };
  await openRun(host, assignment, { start, approver: { ...approver, target } });
}

/** Whatever was approved is not what stands there now: a person's word is needed again. */
async function endVoid(
  host: Host,
  live: LedgerHead,
  request: ClaimRequest,
): Promise<ClaimPhase | undefined> {
  const doubt = await request.whyVoid(live.state.approval);
  const cause = doubt === undefined ? await whyChanged(host, live) : voided(doubt);
  if (cause === undefined) return undefined;
  await stopRun(host, live, { status: "stopped", cause });
  return { kind: "none", reason: cause.reason, state: live.state };
}

async function endLost(host: Host, live: LedgerHead): Promise<ClaimPhase | undefined> {
  const ended = await endAfterLosses(host, live, "it ended without a word");
  return ended === undefined ? undefined : none(ended.state, "too many runs came to nothing");
}

async function whyChanged(host: Host, { state }: LedgerHead): Promise<Cause | undefined> {
  const { approval, target, branch } = state;
  const name = target?.inPlace === true ? branch : (target?.baseBranch ?? branch);
  const head = await host.repository.branch(name);
  if (head === undefined) return withdrawn(`the branch ${name} is gone`);
  const text = await host.repository.text(head, approval.goalPath, GOAL_BYTES_MAX);
  if (text === undefined) return withdrawn(`${approval.goalPath} was deleted from ${name}`);
  return goalDigest(new TextEncoder().encode(text)) === approval.goalDigest
    ? undefined
    : voided(`${approval.goalPath} was changed on ${name} after it was approved`);
}

/** Taking the goal away is a person's way to say that it is over. */
function withdrawn(reason: string): Cause {
  return { class: "operator", reason: toOneLine(reason, 500), next: "Nothing.", ids: [] };
}

function voided(reason: string): Cause {
  return {
    class: "approval_void",
    reason: toOneLine(reason, 500),
    next: "Look at what changed; comment /kazi approve to start a new generation with it.",
    ids: [],
  };
}

async function claimOnce(host: Host, live: LedgerHead): Promise<ClaimPhase | "again"> {
  const { ref, state } = live;
  const assignment = await assignApproved(host, state);
  const run = { ref, generation: state.generation, approval: state.approval.digest };
  const outcome = await claimOrVoid(host, live, async () => await claim(host, assignment, run));
  switch (outcome.kind) {
    case "none":
    case "claimed":
      return outcome;
    case "idle":
      return await finish(host, { assignment, live });
    case "waiting":
      return await waitFor(host, state, outcome);
    case "busy":
      return none(
        state,
        `iteration ${state.iteration + 1} is held by ${describeHolder(outcome.holder)}`,
      );
    case "blocked":
      return none(
        state,
        `goal ${outcome.by} (${describeHolder(outcome.holder)}) works on the same paths`,
      );
  }
}

/** A person's commit that changes what grades the goal voids the approval, which is no failure of this run. */
async function claimOrVoid(
  host: Host,
  live: LedgerHead,
  work: () => Promise<ClaimOutcome>,
): Promise<ClaimOutcome | Extract<ClaimPhase, { kind: "none" }>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KaziError) || error.code !== "approval-void") throw error;
    await stopRun(host, live, { status: "stopped", cause: voided(error.message) });
    return none(live.state, error.message);
  }
}

async function finish(
  host: Host,
  work: { readonly assignment: Assignment; readonly live: LedgerHead },
): Promise<ClaimPhase | "again"> {
  const { assignment, live } = work;
  const now = await readLedger(host.store, live.ref);
  if (now?.state.status !== "running" || now.state.next.kind !== "integrate") return "again";
  const landed = await landHead(host, assignment, now);
  if (landed === "lost") return "again";
  return "reason" in landed ? none(now.state, landed.reason) : "again";
}

async function waitFor(
  host: Host,
  state: RunState,
  { untilMs, reason }: { readonly untilMs: number; readonly reason: string },
): Promise<ClaimPhase | "again"> {
  const leftMs = untilMs - host.clock.now();
  if (leftMs > WAIT_MS_MAX) return none(state, reason);
  await host.clock.sleep(Math.max(0, leftMs), host.signal);
  return "again";
}

function none(state: RunState, reason: string): Extract<ClaimPhase, { kind: "none" }> {
  return { kind: "none", reason, state };
}
