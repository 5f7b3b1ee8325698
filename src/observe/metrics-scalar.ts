import type { Comparison, MetricsQuestion } from "../model/check.ts";
import type { Finding } from "../model/vector.ts";
import { compare } from "./compare.ts";
import { formatSeries, type Series } from "./metrics-series.ts";
import type { ResultDraft } from "./result-draft.ts";

type Question = Extract<MetricsQuestion, { readonly kind: "scalar" }>;
type Aggregate = Exclude<Question["aggregate"], "every">;

/** Every series counts: each by itself, or all of them in one number. */
export function judgeScalar(
  { aggregate, passWhen }: Pick<Question, "aggregate" | "passWhen">,
  series: readonly Series[],
): ResultDraft {
  if (aggregate === "every") return judgeNumbers(series, passWhen);
  const value = AGGREGATES[aggregate](series.map((it) => it.value));
  const draft = judgeNumbers([{ labels: new Map(), value }], passWhen);
  return { ...draft, message: `${aggregate} of ${series.length} series: ${draft.message}` };
}

const AGGREGATES: { readonly [A in Aggregate]: (values: readonly number[]) => number } = {
  sum,
  avg: (values) => sum(values) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value)),
  max: (values) => values.reduce((most, value) => Math.max(most, value)),
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Each number has to hold; a pass is one of all. */
export function judgeNumbers(numbers: readonly Series[], passWhen: Comparison): ResultDraft {
  const wanted = `${passWhen.operator} ${passWhen.number}`;
  const seen = describeNumbers(numbers);
  const findings = numbers.filter(({ value }) => !compare(value, passWhen)).map(toFinding);
  if (findings.length === 0) {
    return { status: "pass", message: `${seen}, expected ${wanted}`, seen, wanted, score: 1 };
  }
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) {
    const score = closeness(only.value, passWhen.number);
    return { status: "fail", message: `${seen}, expected ${wanted}`, seen, wanted, score };
  }
  const message = `${findings.length} of ${numbers.length} series do not hold, such as ${findings[0]?.message ?? ""}; expected ${wanted}`;
  const score = 1 - findings.length / numbers.length;
  return { status: "fail", message, seen, wanted, findings, score };
}

function describeNumbers(numbers: readonly Series[]): string {
  const [first] = numbers;
  if (numbers.length === 1 && first !== undefined) return formatSeries(first);
  const values = numbers.map(({ value }) => value);
  return `${numbers.length} series from ${AGGREGATES.min(values)} to ${AGGREGATES.max(values)}`;
}

function toFinding(series: Series): Finding {
  return { file: "", level: "error", message: formatSeries(series) };
}

/** 1 where they are equal, 1/2 where they differ by as much as the wanted number itself. */
function closeness(value: number, wanted: number): number {
  const scale = wanted === 0 ? 1 : Math.abs(wanted);
  return 1 / (1 + Math.abs(value - wanted) / scale);
}
