import type {
  BudgetDimension,
  Cause,
  CauseClass,
  Decision,
  StopStatus,
} from "../model/decision.ts";
import type { Goal, Predicate } from "../model/goal.ts";
import { isLive } from "../model/is-live.ts";
import { isSettled } from "../model/is-settled.ts";
import { judgedBy } from "../model/judged-by.ts";
import type { Landing, RunState, Verdict } from "../model/run.ts";
import { backoffMs } from "./backoff.ts";
import { exceededBudget } from "./budget.ts";
import { harnessTrouble } from "./harness-trouble.ts";
import { isStuck } from "./stuck.ts";

/** Looks that may change nothing before a check counts as broken. */
const ERROR_LOOKS_MAX = 3;
/** The same for a service that should be live. */
const LIVE_LOOKS_MAX = 6;
/** How often a standing goal that holds is looked at. */
export const WATCH_EVERY_MS = 30_000;

/** Everything that the next move depends on. */
export interface Situation {
  readonly goal: Goal;
  /** The state with the newest observation in it. */
  readonly state: RunState;
  /** Live predicates count only when they were observed after the landing of this head. */
  readonly observedAfterLanding: boolean;
  readonly nowMs: number;
}

/** A predicate with what was seen of it. */
interface Seen {
  readonly predicate: Predicate;
  readonly verdict: Verdict;
}

/** Chooses the one next move. The first rule that applies wins; nothing is landed unless all of the code passes. */
export function decide(situation: Situation): Decision {
  const seen = seenOf(situation.goal, situation.state);
  if (seen.length === 0) return stopNothing();
  if (seen.every(isNoEvidence)) return stopNothing();
  const unmeasurable = seen.filter(isUnmeasurable);
  if (unmeasurable.length > 0) return stopUnmeasurable(unmeasurable);
  const code = seen.filter((it) => judgedBy(it.predicate.check) === "tree");
  const live = seen.filter((it) => isLive(it.predicate));
  const open = code.filter((it) => !isSettled(it.verdict));
  if (open.length === 0) return whenCodePasses(situation, live);
  const work = open.filter((it) => it.verdict.status === "fail" || isOwnFault(it, situation.state));
  return work.length > 0 ? whenWorkIsLeft(situation, work) : whenCodeIsUnclear(situation, open);
}

function seenOf(goal: Goal, state: RunState): readonly Seen[] {
  const verdicts = new Map(state.vector.map((verdict) => [verdict.id, verdict]));
  if (verdicts.size === 0) return [];
  return goal.predicates.map((predicate) => ({
    predicate,
    verdict: verdicts.get(predicate.id) ?? unseen(predicate),
  }));
}

function unseen(predicate: Predicate): Verdict {
  const message = "was not evaluated";
  return { id: predicate.id, status: "unknown", signature: "", message, permanent: false };
}

/** A check that a kept candidate broke is work; one that never could be evaluated is not. */
function isOwnFault(seen: Seen, state: RunState): boolean {
  const latest = state.history.at(-1);
  return (
    seen.verdict.status === "error" &&
    latest?.attempt?.fate === "kept" &&
    latest.attempt.regressed.includes(seen.predicate.id)
  );
}

function whenCodePasses(situation: Situation, live: readonly Seen[]): Decision {
  const { goal, state, nowMs } = situation;
  const open = live.filter((it) => !isSettled(it.verdict));
  if (isVacuous(situation, open)) return stopVacuous(goal);
  const { landing } = state;
  if (landing?.revision !== state.head) return { kind: "integrate" };
  if (!isAsFarAsWanted(situation)) return stopShort(landing);
  if (live.length > 0 && !situation.observedAfterLanding) {
    return {
      kind: "observe",
      reason: "live predicates count after the landing",
      notBeforeMs: nowMs,
    };
  }
  if (open.length > 0) return whenNotLive(situation, open);
  return goal.standing
    ? { kind: "watch", notBeforeMs: nowMs + WATCH_EVERY_MS }
    : { kind: "converged" };
}

/** Only where the goal says how far: without it every host goes as far as it can. */
function isAsFarAsWanted({ goal, state }: Situation): boolean {
  const verdicts = new Map(state.vector.map((verdict) => [verdict.id, verdict]));
  return goal.predicates
    .filter((it) => judgedBy(it.check) === "landing")
    .every((it) => isSettled(verdicts.get(it.id) ?? { status: "unknown" }));
}

function stopShort({ wanted, reached, reason }: Landing): Decision {
  const why = reason === undefined ? "" : `: ${reason}`;
  return {
    kind: "stop",
    status: "stuck",
    cause: {
      class: "landing_failed",
      reason: `everything passes, but the result reached "${reached}" and not "${wanted}"${why}`,
      next: `Take it there by hand, or set [integration] mode = "${reached}", then run apply again.`,
      ids: [],
    },
  };
}

/** What is waived says nothing, and a landing says nothing of what landed. */
function isNoEvidence({ predicate, verdict }: Seen): boolean {
  return verdict.waived === true || judgedBy(predicate.check) === "landing";
}

/** No attempt and no waiting can make it known, so nothing is spent on the rest either. */
function isUnmeasurable({ verdict }: Seen): boolean {
  return verdict.status === "unknown" && verdict.permanent && !isSettled(verdict);
}

function stopUnmeasurable(seen: readonly Seen[]): Decision {
  return stop("stuck", "unmeasurable", seen, {
    reason: `cannot be known here: ${told(seen)}`,
    next: "Give it what it names, remove the predicate, or mark it optional = true; then run apply again.",
  });
}

/** Nothing to build: green before any work, and not because an earlier run did it. */
function isVacuous({ goal, state }: Situation, open: readonly Seen[]): boolean {
  const isUntouched = state.iteration === 0 && state.head === state.base;
  return goal.mode === "create" && isUntouched && open.length === 0;
}

function whenNotLive(situation: Situation, open: readonly Seen[]): Decision {
  const looks = trailingLooks(situation, (verdicts) =>
    open.some((it) => verdicts.get(it.predicate.id) !== "pass"),
  );
  if (open.some((it) => it.verdict.permanent) || looks >= LIVE_LOOKS_MAX) {
    return stop("stuck", "not_live", open, {
      reason: `the code passes and is landed, but the service does not: ${told(open)}`,
      next: "Deploy the landed revision, then run apply again.",
    });
  }
  return lookAgain(situation, "the service does not answer as wanted yet", looks);
}

function whenWorkIsLeft(situation: Situation, work: readonly Seen[]): Decision {
  const { goal, state } = situation;
  const ids = work.map((it) => it.predicate.id);
  const trouble = harnessTrouble(state.history);
  if (trouble !== undefined) return { kind: "stop", status: "stuck", cause: { ...trouble, ids } };
  const code = new Set(
    goal.predicates.filter((it) => judgedBy(it.check) === "tree").map((it) => it.id),
  );
  if (isStuck(state.history, (id) => code.has(id))) {
    return stop("stuck", "no_progress", work, {
      reason: `several attempts in a row changed nothing about ${told(work)}`,
      next: "Read the attempts above; sharpen the predicate's description, fix the first obstacle by hand, or choose another harness or model, then run apply again.",
    });
  }
  return stopOverBudget(situation, work) ?? { kind: "dispatch", failing: ids };
}

function whenCodeIsUnclear(situation: Situation, open: readonly Seen[]): Decision {
  const looks = trailingLooks(situation, (verdicts) =>
    open.every((it) => verdicts.get(it.predicate.id) === it.verdict.status),
  );
  if (open.some((it) => it.verdict.permanent) || looks >= ERROR_LOOKS_MAX) {
    return stop("stuck", "error_wedged", open, {
      reason: `cannot be evaluated: ${told(open)}`,
      next: "Repair the check itself (its command, its tools, [setup]), then run apply again.",
    });
  }
  return (
    stopOverBudget(situation, open) ??
    lookAgain(situation, `could not be evaluated: ${told(open)}`, looks)
  );
}

/** How many of the newest observations, this one included, look the same to `alike`. */
function trailingLooks(
  { state }: Situation,
  alike: (statuses: ReadonlyMap<string, string>) => boolean,
): number {
  const statuses = state.history.map(
    (item) => new Map(item.vector.map((verdict) => [verdict.id, verdict.status])),
  );
  const different = statuses.findLastIndex((it) => !alike(it));
  return statuses.length - 1 - different;
}

function lookAgain({ nowMs }: Situation, reason: string, looks: number): Decision {
  return { kind: "observe", reason, notBeforeMs: nowMs + backoffMs(looks - 1) };
}

/** The key of `[budget]` behind each dimension: what a person has to write. */
const KEYS: Readonly<Record<BudgetDimension, string>> = {
  max_iterations: "max_iterations",
  wall_clock: "max_wall_clock_ms",
  token_budget: "max_tokens",
  max_dispatches: "max_dispatches",
  max_cost_usd: "max_cost_usd",
};

function stopOverBudget({ state }: Situation, open: readonly Seen[]): Decision | undefined {
  const exceeded = exceededBudget(state.spent, state.ceilings);
  if (exceeded === undefined) return undefined;
  const cause: Cause = {
    class: "budget_exhausted",
    exceeded,
    reason: `the ceiling ${KEYS[exceeded]} is reached while these do not pass: ${told(open)}`,
    next: `Raise ${KEYS[exceeded]} in [budget] or narrow the goal, then run apply again; unchanged, it would start over with the same budget.`,
    ids: open.map((it) => it.predicate.id),
  };
  return { kind: "stop", status: "over_budget", cause };
}

function stopVacuous(goal: Goal): Decision {
  return {
    kind: "stop",
    status: "error",
    cause: {
      class: "vacuous",
      reason: "goal is vacuous: every predicate already passes, so there is nothing to build",
      next: 'Add a predicate that fails until the work is done, or set mode = "repair".',
      ids: goal.predicates.map((predicate) => predicate.id),
    },
  };
}

function stopNothing(): Decision {
  return {
    kind: "stop",
    status: "error",
    cause: {
      class: "nothing_evaluated",
      reason: "no predicate was evaluated, and zero of zero is not success",
      next: "Declare at least one [[predicate]] that can be evaluated here and is not optional.",
      ids: [],
    },
  };
}

function stop(
  status: StopStatus,
  causeClass: CauseClass,
  open: readonly Seen[],
  words: Pick<Cause, "reason" | "next">,
): Decision {
  const ids = open.map((it) => it.predicate.id);
  return { kind: "stop", status, cause: { class: causeClass, ...words, ids } };
}

/** At most three predicates with what was seen of each. */
function told(open: readonly Seen[]): string {
  const named = open.slice(0, 3).map((it) => `${it.predicate.id} (${it.verdict.message})`);
  return [...named, ...(open.length > 3 ? [`${open.length - 3} more`] : [])].join(", ");
}
