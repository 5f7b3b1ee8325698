import { charge } from "../decide/charge.ts";
import { decide } from "../decide/decide.ts";
import { judgeCandidate } from "../decide/judge-candidate.ts";
import type { Decision } from "../model/decision.ts";
import type { Settlement } from "../model/entry.ts";
import type { Goal } from "../model/goal.ts";
import type { ClaimTicket } from "../model/handover.ts";
import { judgedBy } from "../model/judged-by.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Attempt, CandidateFate, RunState, Verdict } from "../model/run.ts";
import type { Oid, Vector } from "../model/vector.ts";
import type { RefUpdate } from "../ports/ref-store.ts";
import { applyEntry } from "../record/apply-entry.ts";
import type { Assignment, Host } from "./host.ts";
import { movedBaselines } from "./moved-baselines.ts";
import type { CheckedEvidence } from "./read-evidence.ts";
import { recordedResults, verdictsOf } from "./verdicts-of.ts";

/** What is to be recorded, and which refs move with it. */
export interface Draft {
  readonly entry: Settlement;
  readonly moves: readonly RefUpdate[];
  /** The evidence that belongs to it. */
  readonly vector: Vector;
}

/** A finished iteration, before it is known whether somebody was faster. */
export interface Finished {
  readonly ticket: ClaimTicket;
  readonly evidence: CheckedEvidence;
  readonly state: RunState;
}

/** Judges the candidate, decides the next move, and writes both down as one entry. */
export async function draftSettlement(
  host: Host,
  assignment: Assignment,
  work: Finished,
): Promise<Draft> {
  const { ticket, evidence, state } = work;
  const branchHead = await host.repository.branch(ticket.branch);
  const isMoved = branchHead !== ticket.branchHead;
  const vector = recordedVector(assignment.goal, work);
  const observed = verdictsOf(assignment.goal, vector.results);
  const attempt = judgeAttempt(assignment.goal, { ...work, observed, isMoved });
  const candidate = attempt?.fate === "kept" ? evidence.received?.commit : undefined;
  if (candidate !== undefined && !assignment.inPlace) await requireNotCheckedOut(host, ticket);
  const nowMs = host.clock.now();
  const entry = toEntry(work, { observed, attempt, head: candidate ?? ticket.head, nowMs });
  const decision =
    suspicion(work, attempt) ??
    decide({
      goal: assignment.goal,
      state: applyEntry(state, entry),
      observedAfterLanding: state.landing?.revision === ticket.head,
      nowMs,
    });
  return { entry: { ...entry, decision }, moves: movesOf(ticket, candidate), vector };
}

function recordedVector(goal: Goal, { ticket, evidence, state }: Finished): Vector {
  const { vector } = evidence.observation;
  const head = evidence.received?.commit ?? ticket.head;
  return {
    ...vector,
    results: recordedResults(goal, vector.results, { head, landing: state.landing }),
  };
}

function toEntry(
  work: Finished,
  found: {
    readonly observed: readonly Verdict[];
    readonly attempt: Attempt | undefined;
    readonly head: Oid;
    readonly nowMs: number;
  },
): Settlement {
  const { observed, attempt, head, nowMs } = found;
  const { iteration, epoch, nonce } = work.ticket;
  return {
    kind: "settled",
    atMs: nowMs,
    iteration,
    epoch,
    nonce,
    spend: spendOf(nowMs, work),
    observed,
    ...(attempt === undefined ? {} : { attempt }),
    head,
    ...movedBaselines(work.evidence.observation.vector.results, attempt),
    decision: { kind: "observe", reason: "not decided yet", notBeforeMs: nowMs },
  };
}

function movesOf(ticket: ClaimTicket, candidate: Oid | undefined): readonly RefUpdate[] {
  if (candidate === undefined) return [];
  const before = ticket.branchHead === undefined ? {} : { before: ticket.branchHead };
  return [{ ref: `refs/heads/${ticket.branch}`, ...before, after: candidate }];
}

/** Moving a branch that stands in a checkout would turn its files into a reversal of the work. */
async function requireNotCheckedOut(host: Host, { branch }: ClaimTicket): Promise<void> {
  const { checkedOut } = await host.repository.inspect();
  if (!checkedOut.includes(branch)) return;
  throw new KaziError({
    code: "workspace-unusable",
    message: `${branch} was checked out while kazi worked on it, so the result was not put there. Switch that checkout to another branch, then run apply again`,
  });
}

/** Without a namespace an agent can reach the person's refs: who moved the branch is then nobody's guess. */
function suspicion(
  { ticket, evidence }: Finished,
  attempt: Attempt | undefined,
): Decision | undefined {
  const isConfined = evidence.observation.vector.isolation === "namespace";
  if (attempt?.fate !== "void" || isConfined) return undefined;
  return {
    kind: "stop",
    status: "stuck",
    cause: {
      class: "branch_moved",
      reason: `${ticket.branch} was moved while an agent was at work, and nothing on this machine could have kept the agent from doing it`,
      next: `Look at what ${ticket.branch} holds now; if it is yours, run apply again to go on from it.`,
      ids: [],
    },
  };
}

function spendOf(nowMs: number, { ticket, evidence, state }: Finished): Settlement["spend"] {
  const outcome = evidence.report?.outcome;
  const dispatch = outcome === undefined ? {} : { dispatch: outcome };
  const used = {
    ...dispatch,
    charged: ticket.iteration > 0,
    wallClockMs: nowMs - (state.claim?.atMs ?? nowMs),
  };
  return charge(used, ticket.reservation, state.ceilings);
}

/** What became of the dispatch, if there was one. */
function judgeAttempt(
  goal: Goal,
  work: {
    readonly evidence: CheckedEvidence;
    readonly state: RunState;
    readonly observed: readonly Verdict[];
    readonly isMoved: boolean;
  },
): Attempt | undefined {
  const { report, received } = work.evidence;
  if (report === undefined) return undefined;
  const ofTree = goal.predicates.filter((it) => judgedBy(it.check) === "tree");
  const code = new Set(ofTree.map((predicate) => predicate.id));
  const [before, after] = [work.state.vector, work.observed].map((verdicts) =>
    verdicts.filter((verdict) => code.has(verdict.id)),
  );
  const judgement = judgeCandidate(before ?? [], after ?? []);
  return {
    ending: report.outcome.ending,
    summary: report.outcome.summary,
    changed: report.changed.slice(0, LISTED_MAX),
    refused: report.refused.slice(0, LISTED_MAX),
    fate: received === undefined ? "none" : fateOf(judgement.keep, work.isMoved),
    regressed: received === undefined ? [] : judgement.regressed,
  };
}

/** A person's commit on the branch wins: the candidate was made for a head that is no more. */
function fateOf(keep: boolean, isMoved: boolean): CandidateFate {
  if (isMoved) return "void";
  return keep ? "kept" : "discarded";
}

/** Paths of one attempt that a checkpoint names. */
const LISTED_MAX = 50;
