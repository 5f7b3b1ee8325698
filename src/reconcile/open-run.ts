import { graderPaths } from "../act/grader-paths.ts";
import { ceilingsOf } from "../decide/ceilings.ts";
import { approvalDigest, goalDigest } from "../goalfile/approval-digest.ts";
import type { Decision } from "../model/decision.ts";
import type { Entry } from "../model/entry.ts";
import { describeHolder } from "../model/holder.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Approval, ApprovalPointer } from "../model/run.ts";
import { liveRef } from "../record/ledger-ref.ts";
import {
  appendEntry,
  type LedgerHead,
  listRuns,
  lastGeneration,
  openLedger,
  readLedger,
} from "../record/ledger.ts";
import { verifyLedger } from "../record/verify-ledger.ts";
import { type ChosenBranch, chooseBranch } from "./choose-branch.ts";
import type { Approver, Assignment, Host } from "./host.ts";
import { readGraderTexts } from "./read-grader-texts.ts";
import { requireSameGraders } from "./require-same-graders.ts";
import type { StartingPoint } from "./starting-point.ts";

/** The run to go on with: the live one when exactly this was approved before, else a new generation. */
export async function openRun(
  host: Host,
  assignment: Assignment,
  { start, approver }: { readonly start: StartingPoint; readonly approver: Approver },
): Promise<LedgerHead> {
  await host.benches.sweep(host.clock.now());
  const live = await readLedger(host.store, liveRef(host.store, assignment.goal.id));
  if (live !== undefined) await requireWhole(host, live);
  const branch = await chooseBranch(host, assignment, { start, before: live?.state });
  const approval = await approve(host, assignment, { start, approver });
  const isSame = live !== undefined && (await isSameRun(host, live, { approval, branch }));
  const head = isSame
    ? live
    : await openGeneration(host, { assignment, approver, approval, branch, live });
  host.events.emit({
    kind: "opened",
    goal: assignment.goal.id,
    generation: head.state.generation,
    resumed: isSame,
    branch: head.state.branch,
    base: head.state.base,
    digest: head.state.approval.digest,
    graders: approval.graderCount,
    ceilings: head.state.ceilings,
  });
  return head;
}

/** A run goes on only for the same bytes, on the same branch, over all that the base has by now. */
async function isSameRun(
  { repository }: Host,
  { state }: LedgerHead,
  now: { readonly approval: Approval; readonly branch: ChosenBranch },
): Promise<boolean> {
  return (
    state.status === "running" &&
    state.approval.digest === now.approval.digest &&
    state.branch === now.branch.name &&
    (await repository.isAncestor(now.branch.base, state.head))
  );
}

/** A record that its own entries do not explain is nobody's authority for going on. */
async function requireWhole(host: Host, live: LedgerHead): Promise<void> {
  const report = await verifyLedger(host.store, live.oid);
  if (report.ok) return;
  throw new KaziError({
    code: "record-forged",
    message: `the ledger ${live.ref} is not what kazi wrote: ${report.reason} (at ${report.at.slice(0, 12)}). Look at it with kazi ledger verify; git update-ref -d ${live.ref} gives it up`,
  });
}

async function approve(
  host: Host,
  { goal, goalBytes, goalPath, harness }: Assignment,
  { start, approver }: { readonly start: StartingPoint; readonly approver: Approver },
): Promise<Approval & { readonly graderCount: number }> {
  const files = await host.repository.files(start.head);
  const all = files.filter((file) => file.mode !== "160000").map((file) => file.path);
  const here = { commit: start.head, paths: all };
  const paths = graderPaths(all, goal, await readGraderTexts(host.repository, here, goal));
  const graders = await host.repository.subtree(start.head, paths);
  return {
    digest: approvalDigest({ goalBytes, harness, graders }),
    goalDigest: goalDigest(goalBytes),
    goalPath,
    graders,
    graderCount: paths.length,
    commit: start.head,
    harness: harness.id,
    ...(harness.model === undefined ? {} : { model: harness.model }),
    via: approver.via,
    ...(approver.pointer === undefined ? {} : { pointer: approver.pointer }),
    by: approver.by,
    atMs: host.clock.now(),
  };
}

async function openGeneration(
  host: Host,
  opening: {
    readonly assignment: Assignment;
    readonly approver: Approver;
    readonly approval: Approval & { readonly graderCount: number };
    readonly branch: ChosenBranch;
    readonly live: LedgerHead | undefined;
  },
): Promise<LedgerHead> {
  const { assignment, branch, live, approver } = opening;
  const { target } = approver;
  const { graders } = opening.approval;
  await requireSameGraders(host, { graders, branch: branch.name, head: branch.head });
  await requireUnused(host, assignment.goal.id, approver.pointer);
  if (live?.state.status === "running") await supersede(host, live);
  const { graderCount: _count, ...approval } = opening.approval;
  const before = await lastGeneration(host.store, assignment.goal.id);
  const entry: Entry = {
    kind: "opened",
    atMs: host.clock.now(),
    goal: assignment.goal.id,
    generation: (before?.generation ?? 0) + 1,
    approval,
    ceilings: ceilingsOf(assignment.goal.budget),
    ...(target === undefined ? {} : { target }),
    branch: branch.name,
    base: branch.base,
    head: branch.head,
    ...(before?.baselines === undefined ? {} : { baselines: before.baselines }),
  };
  const opened = await openLedger(host.store, entry);
  if (opened !== "lost") return opened;
  throw new KaziError({
    code: "goal-busy",
    message: `goal ${assignment.goal.id} was opened by another run at the same moment; run apply again to see it`,
  });
}

/** One yes opens one generation: said again by a machine, it is no new one. */
async function requireUnused(
  { store }: Host,
  goal: string,
  pointer: ApprovalPointer | undefined,
): Promise<void> {
  if (pointer === undefined) return;
  const { runs } = await listRuns(store);
  const used = runs.find(
    ({ state }) => state.goal === goal && isSamePlace(state.approval.pointer, pointer),
  );
  if (used === undefined) return;
  throw new KaziError({
    code: "approval-void",
    message: `this approval opened generation ${used.state.generation} of goal ${goal} already, and that one is over; expected a new one. Comment /kazi approve again to start afresh`,
  });
}

function isSamePlace(one: ApprovalPointer | undefined, other: ApprovalPointer): boolean {
  if (one?.kind === "comment" && other.kind === "comment") {
    return one.commentId === other.commentId;
  }
  return one?.kind === "commit" && other.kind === "commit" && one.commit === other.commit;
}

/** Ends the run of an older approval; a holder that still works on it keeps it. */
async function supersede(host: Host, live: LedgerHead): Promise<void> {
  const { claim, goal } = live.state;
  if (claim !== undefined && (await host.liveness.stateOf(claim.holder)) === "alive") {
    throw new KaziError({
      code: "goal-busy",
      message: `goal ${goal} is being worked on under an older approval by ${describeHolder(claim.holder)}; stop that run first`,
    });
  }
  const decision: Decision = {
    kind: "stop",
    status: "stopped",
    cause: {
      class: "operator",
      reason: "the goal-file, a grader, the harness or the branch changed, so the approval is void",
      next: "Nothing: the new approval has its own run.",
      ids: [],
    },
  };
  const entry: Entry = { kind: "stopped", atMs: host.clock.now(), decision };
  if ((await appendEntry(host.store, live, entry)) !== "lost") return;
  throw new KaziError({
    code: "goal-busy",
    message: `goal ${goal} changed hands at this moment; run apply again`,
  });
}
