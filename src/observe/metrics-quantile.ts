import type { MetricsQuestion } from "../model/check.ts";
import { judgeNumbers } from "./metrics-scalar.ts";
import { formatLabels, type Series } from "./metrics-series.ts";
import type { ResultDraft } from "./result-draft.ts";

type Question = Extract<MetricsQuestion, { readonly kind: "quantile" }>;
type Labels = Series["labels"];

interface Bucket {
  readonly upperBound: number;
  readonly count: number;
}

/** One histogram for each set of labels beside `le`; the quantile of every one has to hold. */
export function judgeQuantile(
  { quantile, passWhen }: Pick<Question, "quantile" | "passWhen">,
  series: readonly Series[],
): ResultDraft {
  const numbers: Series[] = [];
  for (const { labels, buckets } of groupsOf(series)) {
    const value = typeof buckets === "string" ? buckets : quantileOf(quantile, buckets);
    if (typeof value === "string") {
      const name = labels.size === 0 ? "the histogram" : formatLabels(labels);
      const message = `${name}: ${value}`;
      return { status: "error", error: "unreadable-output", message };
    }
    numbers.push({ labels, value });
  }
  const draft = judgeNumbers(numbers, passWhen);
  return { ...draft, message: `quantile ${quantile}: ${draft.message}` };
}

interface Group {
  readonly labels: Labels;
  /** Sorted by their bounds, or why they are none. */
  readonly buckets: readonly Bucket[] | string;
}

function groupsOf(series: readonly Series[]): readonly Group[] {
  const groups = Map.groupBy(series, ({ labels }) => JSON.stringify(otherLabels(labels)));
  return [...groups.values()].map((members) => ({
    labels: new Map(otherLabels(members[0]?.labels ?? new Map())),
    buckets: bucketsOf(members),
  }));
}

function otherLabels(labels: Labels): readonly (readonly [string, string])[] {
  return [...labels]
    .filter(([name]) => name !== "le")
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
}

function bucketsOf(members: readonly Series[]): readonly Bucket[] | string {
  const counts = new Map<number, number>();
  for (const { labels, value } of members) {
    const upperBound = boundOf(labels.get("le"));
    if (upperBound === undefined) return NO_BUCKETS;
    counts.set(upperBound, (counts.get(upperBound) ?? 0) + value);
  }
  return [...counts]
    .map(([upperBound, count]) => ({ upperBound, count }))
    .toSorted((left, right) => left.upperBound - right.upperBound);
}

const NO_BUCKETS =
  'expected buckets with a number in the label "le", such as sum by (le) (rate(..._bucket[5m])), found none';

function boundOf(label: string | undefined): number | undefined {
  if (label === undefined || label.trim() === "") return undefined;
  const bound = Number(label.replace(/^(\+?)Inf$/i, "$1Infinity"));
  return Number.isNaN(bound) ? undefined : bound;
}

function quantileOf(quantile: number, sorted: readonly Bucket[]): number | string {
  const buckets = rising(sorted);
  const last = buckets.at(-1);
  if (last?.upperBound !== Infinity) return "the bucket for +Inf is missing";
  if (buckets.length < 2) return "one bucket is too few";
  return last.count > 0 ? interpolate(quantile * last.count, buckets) : "nothing was observed";
}

/** As Prometheus does it: linear inside a bucket, and never beyond the last bound that is finite. */
function interpolate(rank: number, buckets: readonly Bucket[]): number {
  const index = buckets.findIndex(({ count }) => count >= rank);
  const found = buckets[index];
  if (found === undefined || found.upperBound === Infinity) return buckets.at(-2)?.upperBound ?? 0;
  // The first bucket begins at zero, unless it ends before: then nobody knows where.
  const below = buckets[index - 1] ?? { upperBound: Math.min(0, found.upperBound), count: 0 };
  if (below.upperBound === found.upperBound || below.count === rank) return below.upperBound;
  const share = (rank - below.count) / (found.count - below.count);
  return below.upperBound + (found.upperBound - below.upperBound) * share;
}

/** Rounding in a rate can make a bucket hold less than the one below it. */
function rising(buckets: readonly Bucket[]): readonly Bucket[] {
  let most = -Infinity;
  return buckets.map(({ upperBound, count }) => {
    most = Math.max(most, count);
    return { upperBound, count: most };
  });
}
