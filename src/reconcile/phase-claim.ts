import { goalDigest } from "../goalfile/approval-digest.ts";
import type { ClaimTicket } from "../model/handover.ts";
import { describeHolder } from "../model/holder.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import { type LedgerHead, readLedger } from "../record/ledger.ts";
import { assignApproved, GOAL_BYTES_MAX, readBeside } from "./assign-approved.ts";
import { assign } from "./assign.ts";
import { claim } from "./claim.ts";
import { endAfterLosses } from "./end-after-losses.ts";
import { findLive, type GoalPlace } from "./find-live.ts";
import type { Approver, Assignment, Bench, Host } from "./host.ts";
import { landHead } from "./land-head.ts";
import { openRun } from "./open-run.ts";
import { propose } from "./propose.ts";
import { stopRun } from "./stop-run.ts";
import { voided } from "./voided.ts";
import { whyChanged } from "./why-changed.ts";

/** Longer than this a run does not wait on a machine that is paid by the minute. */
const WAIT_MS_MAX = 60_000;
const PASSES_MAX = 8;

/** What a run is asked to work on. */
export interface ClaimRequest {
  /** From the root of the repository. */
  readonly goalPath: string;
  /** A yes that was found at its source; absent to go on with what was approved before. */
  readonly approved?: ApprovedStart;
  /** The pull request that the goal-file is in; absent for one on the default branch. */
  readonly pull?: number;
  /** Says why what a run records of its approval does not hold, from the place where that was given. */
  readonly whyVoid: (run: RunState) => Promise<string | undefined>;
}

/** Who said yes, and on which commit of which branch. */
export interface ApprovedStart {
  readonly approver: Approver;
  readonly commit: Oid;
  readonly branch: string;
  /** Of the bytes that were shown to that person: git has to find the same ones. */
  readonly goalDigest: string;
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
    const live = await findLive(host, placeOf(request));
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

/** What was just opened is gone on with, whatever else the run was told. */
function placeOf({ goalPath, approved, pull }: ClaimRequest): GoalPlace {
  const target = approved?.approver.target;
  const meant = target?.inPlace === true ? target.pull : undefined;
  const number = approved === undefined ? pull : meant;
  return { goalPath, ...(number === undefined ? {} : { pull: number }) };
}

async function open(host: Host, goalPath: string, approved: ApprovedStart): Promise<void> {
  const { commit, branch, approver } = approved;
  const goalBytes = await readShown(host, goalPath, approved);
  const inPlace = approver.target?.inPlace ?? false;
  const place = { goalPath, shownPath: goalPath, standing: false, inPlace };
  const { environment } = host;
  const assigned = await assign({
    ...place,
    goalBytes,
    environment,
    readFile: async (path) => await readBeside(host, commit, path),
  });
  if (assigned.kind === "refused") {
    const found = assigned.issues[0]?.message ?? "it cannot be loaded";
    throw new KaziError({ code: "goal-invalid", message: `${goalPath}: ${found}` });
  }
  const { goal } = assigned.assignment;
  // Where the goal-file lives and is looked for again, whatever branch the result is meant for.
  const goalBranch = approver.target?.baseBranch ?? branch;
  const target = { ...approver.target, inPlace, baseBranch: goalBranch };
  const baseBranch = goal.integration.base ?? goalBranch;
  const assignment = { ...assigned.assignment, baseBranch, goalFile: goalPath };
  const world = await host.repository.inspect();
  const start = { ...world, head: commit, branch, user: approver.by };
  await openRun(host, assignment, { start, approver: { ...approver, target } });
}

/** GitHub's API follows links where git shows them, so what a person saw may not be what is here. */
async function readShown(
  { repository }: Host,
  goalPath: string,
  { commit, goalDigest: shown }: ApprovedStart,
): Promise<Uint8Array> {
  const text = await repository.text(commit, goalPath, GOAL_BYTES_MAX);
  const place = `${goalPath} at ${commit.slice(0, 12)}`;
  if (text === undefined) {
    const message = `expected ${place}, found nothing that can be read there`;
    throw new KaziError({ code: "goal-unreadable", message });
  }
  const goalBytes = new TextEncoder().encode(text);
  if (goalDigest(goalBytes) === shown) return goalBytes;
  const message = `expected ${place} to be what was approved, found other bytes; make it a plain file, then approve it again`;
  throw new KaziError({ code: "approval-void", message });
}

/** Ends a run whose approval holds no more, or whose goal-file is not the approved one. */
async function endVoid(
  host: Host,
  live: LedgerHead,
  request: ClaimRequest,
): Promise<ClaimPhase | undefined> {
  const doubt = await request.whyVoid(live.state);
  const cause = doubt === undefined ? await whyChanged(host, live.state) : voided(doubt);
  if (cause === undefined) return undefined;
  await stopRun(host, live, { status: "stopped", cause });
  return { kind: "none", reason: cause.reason, state: live.state };
}

async function endLost(host: Host, live: LedgerHead): Promise<ClaimPhase | undefined> {
  const ended = await endAfterLosses(host, live, "it ended without a word");
  return ended === undefined ? undefined : none(ended.state, "too many runs came to nothing");
}

async function claimOnce(host: Host, live: LedgerHead): Promise<ClaimPhase | "again"> {
  const { ref, state } = live;
  const run = { ref, generation: state.generation, approval: state.approval.digest };
  const assignment = await orVoid(host, live, async () => await assignApproved(host, state));
  if ("kind" in assignment) return assignment;
  const outcome = await orVoid(host, live, async () => await claim(host, assignment, run));
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

/**
 * A commit that changes what grades the goal voids the approval, as does an agent that is set up otherwise
 * by now. A run that failed of it would be started again by every sweep.
 */
async function orVoid<Result>(
  host: Host,
  live: LedgerHead,
  work: () => Promise<Result>,
): Promise<Result | Extract<ClaimPhase, { kind: "none" }>> {
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
  await proposeMissing(host, assignment, now);
  const landed = await landHead(host, assignment, now);
  if (landed === "lost") return "again";
  return "reason" in landed ? none(now.state, landed.reason) : "again";
}

/** A land job that died behind its push left the branch without its pull request. */
async function proposeMissing(
  host: Host,
  assignment: Assignment,
  passing: LedgerHead,
): Promise<void> {
  const { branch, head } = passing.state;
  const pull = assignment.inPlace ? undefined : await host.pulls?.findByBranch(branch);
  const isThere = pull?.state === "open" || pull?.headSha === head;
  if (!isThere) await propose(host, assignment, passing);
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
