import type { PredicateId } from "./goal.ts";

/** The one next move of a goal. Delays are part of the decision. */
export type Decision =
  | { readonly kind: "dispatch"; readonly failing: readonly PredicateId[] }
  | { readonly kind: "observe"; readonly reason: string; readonly notBeforeMs: number }
  | { readonly kind: "integrate" }
  | { readonly kind: "watch"; readonly notBeforeMs: number }
  | { readonly kind: "converged" }
  | { readonly kind: "stop"; readonly status: StopStatus; readonly cause: Cause };

/** How a goal ends without having converged. */
export type StopStatus = "stuck" | "over_budget" | "error" | "tampered" | "stopped";

/** Why it ended, for a program (`class`) and for a person (`reason`, `next`). */
export interface Cause {
  readonly class: CauseClass;
  /** One sentence: what was found. */
  readonly reason: string;
  /** One sentence: what a person can do now. */
  readonly next: string;
  readonly ids: readonly PredicateId[];
  /** The ceiling that was reached, for `budget_exhausted`. */
  readonly exceeded?: BudgetDimension;
}

/** The closed list of reasons for an end. */
export type CauseClass =
  | "budget_exhausted"
  | "no_progress"
  | "no_diff"
  | "refused_diff"
  | "harness_unavailable"
  | "error_wedged"
  | "not_live"
  | "unmeasurable"
  | "vacuous"
  | "nothing_evaluated"
  | "landing_failed"
  | "branch_moved"
  | "record_forged"
  | "approval_void"
  | "run_lost"
  | "operator";

/** The budget dimensions by the names that results carry. */
export type BudgetDimension =
  | "max_iterations"
  | "wall_clock"
  | "token_budget"
  | "max_dispatches"
  | "max_cost_usd";
