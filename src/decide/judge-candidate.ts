import type { PredicateId } from "../model/goal.ts";
import type { Verdict } from "../model/run.ts";
import type { Status } from "../model/vector.ts";

/** Whether a candidate is worth having, and what it changed. */
export interface Judgement {
  readonly keep: boolean;
  readonly improved: readonly PredicateId[];
  readonly regressed: readonly PredicateId[];
}

const RANK: Readonly<Record<Status, number>> = { pass: 2, fail: 1, error: 0, unknown: 0 };

/**
 * Compares what a candidate's tree observed with what stood before it. A candidate that only makes
 * things worse is discarded; one that changes nothing measurable may be a first step and is kept.
 * Both vectors are of code predicates: a live one says nothing about a tree.
 */
export function judgeCandidate(before: readonly Verdict[], after: readonly Verdict[]): Judgement {
  const old = new Map(before.map((verdict) => [verdict.id, verdict]));
  const changes = after.map((verdict) => ({
    id: verdict.id,
    step: stepFrom(old.get(verdict.id), verdict),
  }));
  const improved = changes.filter((it) => it.step > 0).map((it) => it.id);
  const regressed = changes.filter((it) => it.step < 0).map((it) => it.id);
  return { keep: regressed.length === 0 || improved.length > 0, improved, regressed };
}

function stepFrom(before: Verdict | undefined, after: Verdict): number {
  if (before === undefined) return 0;
  const rank = RANK[after.status] - RANK[before.status];
  if (rank !== 0 || after.status !== "fail") return rank;
  return (after.score ?? 0) - (before.score ?? 0);
}
