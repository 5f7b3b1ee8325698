import { isJsonObject } from "./expressions.ts";
import type { Json } from "./template.ts";

type Combination = Readonly<Record<string, Json>>;

export interface Strategy {
  readonly failsFast: boolean;
  readonly maxParallel: number | undefined;
  /** One empty combination when the job has no matrix. */
  readonly combinations: readonly Combination[];
}

const COMBINATIONS_MAX = 256;

/** The jobs that a `strategy:` stands for, its expressions already evaluated. */
export function expandMatrix(strategy: Json): Strategy {
  const fields = isJsonObject(strategy) ? strategy : {};
  const matrix = isJsonObject(fields["matrix"]) ? fields["matrix"] : undefined;
  const combinations = matrix === undefined ? [{}] : combine(matrix);
  if (combinations.length > COMBINATIONS_MAX) {
    throw new Error(`A matrix may have ${COMBINATIONS_MAX} jobs, found ${combinations.length}.`);
  }
  if (combinations.length === 0) throw new Error("Matrix vector does not contain any values");
  const maxParallel = fields["max-parallel"];
  return {
    failsFast: fields["fail-fast"] !== false,
    maxParallel: typeof maxParallel === "number" ? maxParallel : undefined,
    combinations,
  };
}

function combine({ include, exclude, ...vectors }: Combination): readonly Combination[] {
  const excluded = toCombinations(exclude);
  const original = multiply(vectors).filter(
    (combination) => !excluded.some((one) => isPartOf(one, combination)),
  );
  const extended: Combination[] = [...original];
  for (const addition of toCombinations(include)) addTo(extended, original, addition);
  return extended;
}

function multiply(vectors: Combination): readonly Combination[] {
  let combinations: readonly Combination[] = Object.keys(vectors).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(vectors)) {
    const items: readonly Json[] = Array.isArray(values) ? values : [];
    combinations = combinations.flatMap((one) => items.map((item) => ({ ...one, [name]: item })));
  }
  return combinations;
}

/** Goes into every combination whose own values it does not contradict, or else becomes one more. */
function addTo(
  extended: Combination[],
  original: readonly Combination[],
  addition: Combination,
): void {
  let isAdded = false;
  for (const [index, combination] of original.entries()) {
    const shared = Object.keys(addition).filter((key) => key in combination);
    if (shared.every((key) => isSame(combination[key], addition[key]))) {
      extended[index] = { ...extended[index], ...addition };
      isAdded = true;
    }
  }
  if (!isAdded) extended.push(addition);
}

function isPartOf(part: Combination, whole: Combination): boolean {
  return Object.entries(part).every(([key, value]) => isSame(whole[key], value));
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function toCombinations(value: Json | undefined): readonly Combination[] {
  return Array.isArray(value) ? value.filter((item) => isJsonObject(item)) : [];
}
