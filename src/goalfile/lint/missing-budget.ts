import type { Budget } from "../../model/goal.ts";
import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";

/** A goal that leaves what it may cost to the policy, which people should know before they approve it. */
export function missingBudget({ goal }: LintContext): readonly Problem[] {
  if (CEILINGS.some((name) => goal.budget[name] !== undefined)) return [];
  return [
    {
      severity: "warning",
      code: "missing-budget",
      message:
        "[budget] sets no ceiling, so that policy does: 8 dispatches, 2 hours, 2,000,000 tokens and 5 USD",
      suggestion: "Say in [budget] what it may cost, such as max_cost_usd = 2.5.",
      path: ["budget"],
      at: "key",
    },
  ];
}

const CEILINGS = [
  "iterationsMax",
  "dispatchesMax",
  "wallClockMaxMs",
  "tokensMax",
  "costMaxUsd",
] as const satisfies readonly (keyof Budget)[];
