import type { Goal, Predicate } from "../model/goal.ts";
import { judgedBy } from "../model/judged-by.ts";
import type { Landing, Verdict } from "../model/run.ts";
import { toVerdict } from "../model/to-verdict.ts";
import type { Oid, PredicateResult } from "../model/vector.ts";

/** What a commit is, and how far it has travelled. */
export interface Travelled {
  readonly head: Oid;
  readonly landing: Landing | undefined;
}

/** An observation as the record keeps it: what only a landing decides is decided, baselines stand elsewhere. */
export function recordedResults(
  goal: Goal,
  results: readonly PredicateResult[],
  travelled: Travelled,
): readonly PredicateResult[] {
  const landings = new Map(landingResults(goal, travelled).map((it) => [it.id, it]));
  return results.map((result) => {
    const { baselines: _kept, ...rest } = result;
    return landings.get(result.id) ?? rest;
  });
}

/** What nobody insists on is waived here, and not where strangers' code runs. */
export function verdictsOf(goal: Goal, results: readonly PredicateResult[]): readonly Verdict[] {
  const optional = new Set(goal.predicates.filter((it) => it.optional === true).map((it) => it.id));
  return results.map((result) => {
    const isWaived = result.status === "unknown" && optional.has(result.id);
    return isWaived ? { ...toVerdict(result), waived: true } : toVerdict(result);
  });
}

/** The verdicts that a landing changes. */
export function landingVerdicts(goal: Goal, travelled: Travelled): readonly Verdict[] {
  return verdictsOf(goal, landingResults(goal, travelled));
}

function landingResults(goal: Goal, travelled: Travelled): readonly PredicateResult[] {
  return goal.predicates
    .filter((predicate) => judgedBy(predicate.check) === "landing")
    .map((predicate) => landingResult(predicate, travelled));
}

function landingResult({ id, check }: Predicate, { head, landing }: Travelled): PredicateResult {
  const wanted = check.provider === "landed" ? check.wanted : "commit";
  const isHere = landing !== undefined && landing.revision === head;
  const reached = isHere ? landing.reached : "none";
  const isReached = LEVELS.indexOf(reached) >= LEVELS.indexOf(wanted);
  const reason = isHere && landing.reason !== undefined ? `: ${landing.reason}` : "";
  const message = isReached
    ? `has reached "${reached}"`
    : `has reached "${reached}", wanted "${wanted}"${reason}`;
  return {
    id,
    status: isReached ? "pass" : "fail",
    permanent: false,
    evidence: { message, seen: reached, wanted, findings: [], durationMs: 0 },
  };
}

const LEVELS = ["none", "commit", "branch", "pr", "merge"] as const;
