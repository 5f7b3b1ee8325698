import { WATCH_EVERY_MS } from "../decide/decide.ts";
import type { ClaimTicket, DispatchReport } from "../model/handover.ts";
import { isSettled } from "../model/is-settled.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Holder, RunState } from "../model/run.ts";
import { archiveEnded } from "../record/ledger.ts";
import { check } from "./check.ts";
import { claim } from "./claim.ts";
import { dispatch } from "./dispatch.ts";
import type { Assignment, Bench, Host, Run } from "./host.ts";
import { landHead } from "./land-head.ts";
import { land } from "./land.ts";
import { observeHonestly } from "./observe-honestly.ts";
import { readRun } from "./read-run.ts";
import { release } from "./release.ts";
import { recordedResults, verdictsOf } from "./verdicts-of.ts";

const RESTING = "everything holds";

/** Where one pass left the run. */
export type PassOutcome =
  | { readonly kind: "ended"; readonly state: RunState }
  | { readonly kind: "again" }
  | { readonly kind: "wait"; readonly untilMs: number; readonly reason: string }
  | { readonly kind: "busy"; readonly holder: Holder; readonly sinceMs: number }
  | { readonly kind: "blocked"; readonly by: string; readonly holder: Holder };

/** One pass over one goal: reads the world, does what it asks for now, and says what comes next. */
export async function iterate(host: Host, assignment: Assignment, run: Run): Promise<PassOutcome> {
  const rest = await stillHolds(host, assignment, run);
  if (rest !== undefined) return rest;
  const claimed = await claim(host, assignment, run);
  switch (claimed.kind) {
    case "idle":
      return await finish(host, assignment, run);
    case "waiting":
      return { kind: "wait", untilMs: claimed.untilMs, reason: claimed.reason };
    case "busy":
    case "blocked":
      return claimed;
    case "claimed":
      await work(host, assignment, claimed);
      return { kind: "again" };
  }
}

/** A standing goal at rest is looked at without a claim, so that being healthy costs nothing. */
async function stillHolds(
  host: Host,
  assignment: Assignment,
  run: Run,
): Promise<PassOutcome | undefined> {
  const state = (await readRun(host, run)).state;
  if (state.status !== "running" || state.next.kind !== "watch") return undefined;
  const { notBeforeMs } = state.next;
  const nowMs = host.clock.now();
  if (notBeforeMs > nowMs) return { kind: "wait", untilMs: notBeforeMs, reason: RESTING };
  const head = (await host.repository.branch(state.branch)) ?? state.head;
  const { branch, landing, baselines } = state;
  const results = await check(host, assignment, {
    head,
    branch,
    base: { branch: assignment.baseBranch, commit: state.base },
    ...(baselines === undefined ? {} : { baselines }),
  });
  const { goal } = assignment;
  return verdictsOf(goal, recordedResults(goal, results, { head, landing })).every(isSettled)
    ? { kind: "wait", untilMs: nowMs + WATCH_EVERY_MS, reason: RESTING }
    : undefined;
}

/** The three jobs that follow a claim, in order; whatever happens the claim does not stay behind. */
async function work(host: Host, assignment: Assignment, claimed: Claimed): Promise<void> {
  let report: DispatchReport | undefined;
  try {
    if (claimed.ticket.kind === "dispatch") report = await dispatch(host, assignment, claimed);
    await observeHonestly(host, assignment, { ...claimed, report });
    await land(host, assignment, claimed);
  } catch (error) {
    await release(host, claimed.ticket, { reason: reasonOf(error), outcome: report?.outcome });
    throw error;
  } finally {
    await tidyUp(host, claimed.bench);
  }
}

interface Claimed {
  readonly ticket: ClaimTicket;
  readonly bench: Bench;
}

/** What cannot be removed is a nuisance; what was settled stays settled. */
async function tidyUp(host: Host, bench: Bench): Promise<void> {
  try {
    await bench.workshop.close();
  } catch (error) {
    host.events.emit({
      kind: "warned",
      message: `a folder could not be removed: ${reasonOf(error)}`,
    });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof KaziError ? error.message : "the run broke off unexpectedly";
}

/** What is left when there is nothing to claim: bring a passing head home, or put an ended run away. */
async function finish(host: Host, assignment: Assignment, run: Run): Promise<PassOutcome> {
  const ledger = await readRun(host, run);
  if (ledger.state.status === "running") {
    await landHead(host, assignment, ledger);
    return { kind: "again" };
  }
  await archiveEnded(host.store, ledger);
  return { kind: "ended", state: ledger.state };
}
