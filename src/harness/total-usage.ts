import type { Usage } from "../model/run.ts";

/** One step's counts; `undefined` where the CLI did not say. */
export type UsagePart = { readonly [Kind in keyof Usage]: Usage[Kind] | undefined };

const KINDS = [
  "inputTokens",
  "cachedInputTokens",
  "cacheWriteTokens",
  "outputTokens",
  "reasoningTokens",
  "costUsd",
] as const;

/** Adds up by kind. A kind that no part reports stays absent, and so does a sum that is no number. */
export function totalUsage(parts: readonly UsagePart[]): Usage {
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const counts = parts.flatMap((part) => part[kind] ?? []);
      const sum = counts.reduce((sofar, count) => sofar + count, 0);
      return counts.length > 0 && sum <= Number.MAX_SAFE_INTEGER ? [[kind, sum]] : [];
    }),
  );
}

/** A count less the part of it that is reported as a kind of its own. */
export function without(
  total: number | undefined,
  parts: readonly (number | undefined)[],
): number | undefined {
  if (total === undefined) return undefined;
  return Math.max(
    0,
    parts.reduce<number>((rest, part) => rest - (part ?? 0), total),
  );
}
