import type { Spend, Usage } from "../model/run.ts";

/** What a generation has used up before its first claim. */
export const NO_SPEND: Spend = {
  iterations: 0,
  dispatches: 0,
  wallClockMs: 0,
  tokens: 0,
  costUsd: 0,
  usage: {},
  unreported: 0,
};

/** Sums are cut off where they would stop being exact: a ceiling is reached long before. */
export function addSpend(left: Spend, right: Spend): Spend {
  return {
    iterations: add(left.iterations, right.iterations),
    dispatches: add(left.dispatches, right.dispatches),
    wallClockMs: add(left.wallClockMs, right.wallClockMs),
    tokens: add(left.tokens, right.tokens),
    costUsd: add(left.costUsd, right.costUsd),
    usage: addUsage(left.usage, right.usage),
    unreported: add(left.unreported, right.unreported),
  };
}

const USAGE_KEYS = Object.keys({
  inputTokens: true,
  cachedInputTokens: true,
  cacheWriteTokens: true,
  outputTokens: true,
  reasoningTokens: true,
  costUsd: true,
} satisfies Record<keyof Usage, true>);

function addUsage(left: Usage, right: Usage): Usage {
  const before = new Map(Object.entries(left));
  const more = new Map(Object.entries(right));
  return Object.fromEntries(
    USAGE_KEYS.flatMap((key) => {
      const sum = addKnown(before.get(key), more.get(key));
      return sum === undefined ? [] : [[key, sum]];
    }),
  );
}

/** Absent is not zero: only two absent numbers stay absent. */
function addKnown(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined && right === undefined ? undefined : add(left ?? 0, right ?? 0);
}

function add(left: number, right: number): number {
  return Math.min(left + right, Number.MAX_SAFE_INTEGER);
}
