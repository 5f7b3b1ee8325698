import type { Ceilings, HarnessEnding, Reservation, Spend, Usage } from "../model/run.ts";

/** What one claim used up, as far as anybody knows. */
export interface Used {
  /** Absent when no agent was started. */
  readonly dispatch?: { readonly ending: HarnessEnding; readonly usage: Usage };
  /** Whether the observation counts; the first one of a generation is free. */
  readonly charged: boolean;
  readonly wallClockMs: number;
}

/** Turns usage into spend. What a started agent did not report is charged as it was reserved. */
export function charge(used: Used, reservation: Reservation, ceilings: Ceilings): Spend {
  const observed = {
    iterations: used.charged ? 1 : 0,
    wallClockMs: Math.max(0, Math.round(used.wallClockMs)),
  };
  if (used.dispatch === undefined || used.dispatch.ending === "missing") {
    return { ...observed, dispatches: 0, tokens: 0, costUsd: 0, usage: {}, unreported: 0 };
  }
  const { usage } = used.dispatch;
  const tokens = weightedTokens(usage, ceilings.cachedReadWeight);
  return {
    ...observed,
    dispatches: 1,
    tokens: tokens ?? reservation.tokens ?? 0,
    costUsd: usage.costUsd ?? reservation.costUsd ?? 0,
    usage,
    unreported: isKnown(tokens, usage.costUsd, reservation) ? 0 : 1,
  };
}

/** A cost that nobody has a ceiling for need not be known. */
function isKnown(
  tokens: number | undefined,
  costUsd: number | undefined,
  reservation: Reservation,
): boolean {
  return tokens !== undefined && (costUsd !== undefined || reservation.costUsd === undefined);
}

function weightedTokens(usage: Usage, cachedReadWeight: number): number | undefined {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens } = usage;
  const full = [inputTokens, cacheWriteTokens, outputTokens, reasoningTokens];
  if ([...full, cachedInputTokens].every((count) => count === undefined)) return undefined;
  const sum = full.reduce<number>((sofar, count) => sofar + (count ?? 0), 0);
  return Math.round(sum + (cachedInputTokens ?? 0) * cachedReadWeight);
}
