import type { Goal } from "../model/goal.ts";
import { isSettled } from "../model/is-settled.ts";
import { judgedBy } from "../model/judged-by.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { Standing } from "../report/goal-view.ts";
import type { GoalFile } from "./read-goals.ts";

/** All that the standing of a goal depends on. */
export interface StandingFacts {
  readonly pull: PullRequest;
  readonly file: GoalFile;
  /** The newest generation of this id. */
  readonly run: RunState | undefined;
  /** Why the record cannot be read. */
  readonly damage: string | undefined;
}

/** What is the case with one goal at the head of a pull request. The first rule that applies wins. */
export function goalStanding(facts: StandingFacts): Standing {
  const { pull, file, run, damage } = facts;
  if (pull.isFork) return { kind: "fork" };
  if (damage !== undefined) return { kind: "damaged", reason: damage };
  if (file.digest === undefined) return { kind: hasEnded(run, pull) ? "ended" : "missing" };
  if (file.loaded.kind === "refused") return { kind: "unreadable" };
  if (run === undefined) return { kind: "unapproved" };
  if (!isRunOf(run, pull)) {
    const isLiveThere = run.status === "running";
    return isLiveThere ? { kind: "elsewhere", where: placeOf(run) } : { kind: "unapproved" };
  }
  return runStanding(run, { goal: file.loaded.goal, digest: file.digest, sha: pull.headSha });
}

function runStanding(
  run: RunState,
  now: { readonly goal: Goal; readonly digest: string; readonly sha: Oid },
): Standing {
  const { approval, status, cause } = run;
  const isVoid = cause?.class === "approval_void";
  if (approval.goalDigest !== now.digest) {
    const isAsked = isVoid || status === "running";
    return isAsked ? { kind: "void", by: approval.by } : { kind: "unapproved" };
  }
  if (isVoid) return { kind: "withdrawn", reason: cause.reason };
  if (mayLand(run, now.goal, now.sha)) return { kind: "passing" };
  if (status === "running") return { kind: "running" };
  return status === "converged" ? { kind: "passed-elsewhere" } : { kind: "ended" };
}

function hasEnded(run: RunState | undefined, pull: PullRequest): boolean {
  return run !== undefined && run.status !== "running" && isRunOf(run, pull);
}

/** Whether a generation belongs to this pull request: by its goal-file or by its work. */
export function isRunOf(run: RunState, pull: PullRequest): boolean {
  if (pull.isFork) return false;
  return run.target?.pull === pull.number || run.branch === pull.headBranch;
}

/** Where a generation that is going on can be seen. */
export function placeOf(run: RunState): string {
  const { target } = run;
  if (target?.pull !== undefined) return `#${target.pull}`;
  return `branch ${target?.baseBranch ?? run.branch}`;
}

/**
 * Whether all that can be true before the merge passes at exactly this commit. What comes after the
 * landing never holds it back, or a required check would wait for itself.
 */
function mayLand(run: RunState, goal: Goal, sha: Oid): boolean {
  if (run.head !== sha || run.vector.length === 0 || !isPastCode(run)) return false;
  const verdicts = new Map(run.vector.map((verdict) => [verdict.id, verdict]));
  return goal.predicates
    .filter((predicate) => judgedBy(predicate.check) === "tree")
    .every((predicate) => isSettled(verdicts.get(predicate.id) ?? { status: "unknown" }));
}

/** Whether only the landing and what follows it is left to do. */
function isPastCode({ status, cause, next, landing, head }: RunState): boolean {
  if (status === "converged") return true;
  if (status !== "running") {
    return cause?.class === "not_live" || cause?.class === "landing_failed";
  }
  switch (next.kind) {
    case "integrate":
    case "watch":
    case "converged":
      return true;
    case "observe":
      return landing?.revision === head;
    case "dispatch":
    case "stop":
      return false;
  }
}
