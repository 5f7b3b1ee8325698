import type { Direction } from "../model/check.ts";

/** Decimal fractions such as 80.3 - 80.1 are not exact; so many last places are forgiven. */
const FORGIVEN_PLACES = 8;
/** However little is missing, it is not all. */
const FAILING_SCORE_MAX = 0.999_999;

/** A number and what it is held to. */
export interface RatchetTerms {
  readonly signal: number;
  readonly baseline: number;
  readonly direction: Direction;
  /** How much worse than the baseline is still good. */
  readonly allowedRegression: number;
}

/** Whether the number is good enough, and how near it is. */
export interface RatchetVerdict {
  readonly holds: boolean;
  /** Progress towards a pass, 0 to 1. */
  readonly score: number;
  readonly seen: string;
  readonly wanted: string;
  /** The better of the two: what a pass is remembered by. */
  readonly best: number;
}

/** Passes while the number is at most `allowedRegression` worse than the baseline. */
export function judgeRatchet(terms: RatchetTerms): RatchetVerdict {
  const { signal, baseline, direction, allowedRegression } = terms;
  const isHigherBetter = direction === "higher_better";
  const regression = isHigherBetter ? baseline - signal : signal - baseline;
  const missing = regression - allowedRegression;
  const size = Math.max(Math.abs(signal), Math.abs(baseline), Math.abs(allowedRegression));
  const holds = missing <= size * Number.EPSILON * FORGIVEN_PLACES;
  const scale = Math.max(1, Math.abs(baseline));
  return {
    holds,
    score: holds ? 1 : Math.min(FAILING_SCORE_MAX, scale / (scale + missing)),
    seen: formatNumber(signal),
    wanted: describeWanted(terms),
    best: isHigherBetter ? Math.max(baseline, signal) : Math.min(baseline, signal),
  };
}

function describeWanted({ baseline, direction, allowedRegression }: RatchetTerms): string {
  const isHigherBetter = direction === "higher_better";
  const limit = isHigherBetter ? baseline - allowedRegression : baseline + allowedRegression;
  const words = `${isHigherBetter ? "at least" : "at most"} ${formatNumber(limit)}`;
  return allowedRegression === 0
    ? words
    : `${words} (baseline ${formatNumber(baseline)}, allowed regression ${formatNumber(allowedRegression)})`;
}

/** Without the tail that binary fractions leave. */
export function formatNumber(value: number): string {
  return `${Number(value.toPrecision(12))}`;
}
