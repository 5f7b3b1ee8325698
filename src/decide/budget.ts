import type { BudgetDimension } from "../model/decision.ts";
import type { Ceilings, Reservation, Spend } from "../model/run.ts";

/** The first ceiling that is reached, in the order in which they are looked at. */
export function exceededBudget(spent: Spend, ceilings: Ceilings): BudgetDimension | undefined {
  if (isReached(spent.iterations, ceilings.iterationsMax)) return "max_iterations";
  if (isReached(spent.wallClockMs, ceilings.wallClockMaxMs)) return "wall_clock";
  if (isReached(spent.tokens, ceilings.tokensMax)) return "token_budget";
  if (isReached(spent.dispatches, ceilings.dispatchesMax)) return "max_dispatches";
  if (isReached(spent.costUsd, ceilings.costMaxUsd)) return "max_cost_usd";
  return undefined;
}

/** What one more dispatch may use: an equal share of what is left, and all the time that is left. */
export function reservationFor(spent: Spend, ceilings: Ceilings): Reservation {
  const shares = Math.max(1, ceilings.dispatchesMax - spent.dispatches);
  const { tokensMax, costMaxUsd } = ceilings;
  return {
    wallClockMs: Math.max(0, ceilings.wallClockMaxMs - spent.wallClockMs),
    ...(tokensMax === undefined
      ? {}
      : { tokens: Math.max(0, Math.floor((tokensMax - spent.tokens) / shares)) }),
    ...(costMaxUsd === undefined
      ? {}
      : { costUsd: Math.max(0, (costMaxUsd - spent.costUsd) / shares) }),
  };
}

function isReached(spent: number, ceiling: number | undefined): boolean {
  return ceiling !== undefined && spent >= ceiling;
}
