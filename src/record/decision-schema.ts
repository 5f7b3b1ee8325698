import { z } from "zod";
import type {
  BudgetDimension,
  Cause,
  CauseClass,
  Decision,
  StopStatus,
} from "../model/decision.ts";
import { id, moment, sentence, type KeysOf, type MembersOf } from "./basic-schema.ts";
import { PREDICATES_MAX } from "./limits.ts";

type DecisionOf<K extends Decision["kind"]> = Extract<Decision, { readonly kind: K }>;

const ids = z.array(id).max(PREDICATES_MAX);

export const stopStatusSchema = z.enum({
  stuck: "stuck",
  over_budget: "over_budget",
  error: "error",
  tampered: "tampered",
  stopped: "stopped",
} satisfies MembersOf<StopStatus>);

const causeClassSchema = z.enum({
  budget_exhausted: "budget_exhausted",
  no_progress: "no_progress",
  no_diff: "no_diff",
  refused_diff: "refused_diff",
  harness_unavailable: "harness_unavailable",
  error_wedged: "error_wedged",
  not_live: "not_live",
  unmeasurable: "unmeasurable",
  vacuous: "vacuous",
  nothing_evaluated: "nothing_evaluated",
  landing_failed: "landing_failed",
  branch_moved: "branch_moved",
  record_forged: "record_forged",
  approval_void: "approval_void",
  run_lost: "run_lost",
  operator: "operator",
} satisfies MembersOf<CauseClass>);

const budgetDimensionSchema = z.enum({
  max_iterations: "max_iterations",
  wall_clock: "wall_clock",
  token_budget: "token_budget",
  max_dispatches: "max_dispatches",
  max_cost_usd: "max_cost_usd",
} satisfies MembersOf<BudgetDimension>);

export const causeSchema: z.ZodType<Cause> = z.strictObject({
  class: causeClassSchema,
  reason: sentence,
  next: sentence,
  ids,
  exceeded: budgetDimensionSchema.exactOptional(),
} satisfies KeysOf<Cause>);

const byKind = {
  dispatch: z.strictObject({
    kind: z.literal("dispatch"),
    failing: ids,
  } satisfies KeysOf<DecisionOf<"dispatch">>),
  observe: z.strictObject({
    kind: z.literal("observe"),
    reason: sentence,
    notBeforeMs: moment,
  } satisfies KeysOf<DecisionOf<"observe">>),
  integrate: z.strictObject({
    kind: z.literal("integrate"),
  } satisfies KeysOf<DecisionOf<"integrate">>),
  watch: z.strictObject({
    kind: z.literal("watch"),
    notBeforeMs: moment,
  } satisfies KeysOf<DecisionOf<"watch">>),
  converged: z.strictObject({
    kind: z.literal("converged"),
  } satisfies KeysOf<DecisionOf<"converged">>),
  stop: z.strictObject({
    kind: z.literal("stop"),
    status: stopStatusSchema,
    cause: causeSchema,
  } satisfies KeysOf<DecisionOf<"stop">>),
} satisfies { readonly [K in Decision["kind"]]: z.ZodType };

export const decisionSchema: z.ZodType<Decision> = z.discriminatedUnion("kind", [
  byKind.dispatch,
  byKind.observe,
  byKind.integrate,
  byKind.watch,
  byKind.converged,
  byKind.stop,
]);
