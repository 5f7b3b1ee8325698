import type { Budget } from "../model/goal.ts";
import type { Ceilings } from "../model/run.ts";

/** What a goal-file that says nothing may spend. Nothing is ever unbounded. */
const POLICY = {
  dispatchesMax: 8,
  wallClockMaxMs: 2 * 60 * 60_000,
  tokensMax: 2_000_000,
  costMaxUsd: 5,
} as const;

/**
 * The declared ceilings, completed by policy: dispatches and wall-clock always have one; tokens and
 * cost get theirs together, only when neither is declared. Declared iterations bound dispatches too.
 */
export function ceilingsOf(budget: Budget): Ceilings {
  const dispatchesMax = budget.dispatchesMax ?? budget.iterationsMax ?? POLICY.dispatchesMax;
  const meteredByFile = budget.tokensMax !== undefined || budget.costMaxUsd !== undefined;
  const { tokensMax, costMaxUsd } = meteredByFile ? budget : POLICY;
  return {
    dispatchesMax,
    wallClockMaxMs: budget.wallClockMaxMs ?? POLICY.wallClockMaxMs,
    cachedReadWeight: budget.cachedReadWeight,
    ...(budget.iterationsMax === undefined ? {} : { iterationsMax: budget.iterationsMax }),
    ...(tokensMax === undefined ? {} : { tokensMax }),
    ...(costMaxUsd === undefined ? {} : { costMaxUsd }),
  };
}
