import type { RunState } from "../model/run.ts";
import { formatDuration } from "./format-duration.ts";

/** The spend against the budget, on one line. */
export function renderSpend({ spent, ceilings }: RunState): string {
  const parts = [
    of(`${spent.iterations}`, ceilings.iterationsMax?.toString(), "iterations"),
    of(`${spent.dispatches}`, ceilings.dispatchesMax.toString(), "dispatches"),
    of(count(spent.tokens), optional(ceilings.tokensMax, count), "tokens"),
    of(
      spent.costUsd.toFixed(2),
      optional(ceilings.costMaxUsd, (usd) => usd.toFixed(2)),
      "USD",
    ),
    of(formatDuration(spent.wallClockMs), formatDuration(ceilings.wallClockMaxMs), "at work"),
  ];
  const unreported =
    spent.unreported === 0 ? "" : ` (${spent.unreported} dispatches charged as reserved)`;
  return `${parts.join(" · ")}${unreported}`;
}

function of(used: string, ceiling: string | undefined, unit: string): string {
  return ceiling === undefined ? `${used} ${unit}` : `${used} of ${ceiling} ${unit}`;
}

function optional(
  ceiling: number | undefined,
  format: (amount: number) => string,
): string | undefined {
  return ceiling === undefined ? undefined : format(ceiling);
}

/** 999, then 1.2k, then 3.4M. */
function count(tokens: number): string {
  if (tokens < 1_000) return Math.round(tokens).toString();
  if (tokens < 999_950) return `${(tokens / 1_000).toFixed(1)}k`;
  return `${(tokens / 1_000_000).toFixed(1)}M`;
}
