import { checkDigest } from "../model/check-digest.ts";
import type { BaselineSource, Direction } from "../model/check.ts";
import type { Baseline } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { judgeRatchet } from "./judge-ratchet.ts";
import type { ResultDraft } from "./result-draft.ts";

/** A number that was measured and how far it may be from what it was before. */
export interface HeldNumber {
  /** What the number is, for messages. */
  readonly name: string;
  readonly signal: number;
  /** What a later observation finds the baseline by. */
  readonly key: string;
  /** Whatever a baseline depends on: with another command or unit it would mean nothing. */
  readonly measuredBy: object;
  readonly source: BaselineSource;
  readonly direction: Direction;
  readonly allowedRegression: number;
  /** The same number in another tree. */
  readonly measureAgain: (context: EvaluationContext) => Promise<MeasuredAgain>;
}

/** The number, or the draft that says why there is none. */
export type MeasuredAgain =
  | { readonly kind: "measured"; readonly value: number }
  | { readonly kind: "not-measured"; readonly draft: ResultDraft };

/** Compares a number with its baseline; without an earlier one it becomes the baseline. */
export async function holdToBaseline(
  number: HeldNumber,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { source } = number;
  switch (source.kind) {
    case "number":
      return judge(number, source.value, "the baseline is the goal-file's");
    case "stored":
      return await holdToStored(number, context);
    case "ref":
      return await holdToRef(number, source.ref, context);
  }
}

async function holdToStored(number: HeldNumber, context: EvaluationContext): Promise<ResultDraft> {
  const check = checkDigest(number.measuredBy);
  const stored = context.baselines.stored(number.key, check);
  if (stored === undefined) return await startStore(number, check, context);
  if (stored.value === undefined) {
    // Taking the number of today instead would let every regression through.
    return noBaseline(`what is kept as the baseline of ${number.name} holds no number`);
  }
  return tighten(number, check, {
    value: stored.value,
    kept: stored.value,
    origin: "the baseline is the best that was kept",
  });
}

/** Whoever changed the tree must not say where it started: that is measured where the work began. */
async function startStore(
  number: HeldNumber,
  check: string,
  context: EvaluationContext,
): Promise<ResultDraft> {
  if (context.baselines.isBase) return seed(number, check);
  const base = await measureAtBase(number, "HEAD", context);
  return base.kind === "none"
    ? base.draft
    : tighten(number, check, { value: base.value, origin: base.origin });
}

/** A pass is remembered where it is better than what is kept. */
function tighten(
  number: HeldNumber,
  check: string,
  past: { readonly value: number; readonly kept?: number; readonly origin: string },
): ResultDraft {
  const draft = judge(number, past.value, past.origin);
  const { best } = judgeRatchet({ ...number, baseline: past.value });
  if (draft.status !== "pass" || best === past.kept) return draft;
  return { ...draft, baselines: [toBaseline(number, check, best)] };
}

function seed(number: HeldNumber, check: string): ResultDraft {
  const { seen } = judgeRatchet({ ...number, baseline: number.signal });
  return {
    status: "pass",
    message: `${number.name} is ${seen}: there is no earlier one, so it is the baseline from now on`,
    score: 1,
    seen,
    wanted: "no baseline yet",
    baselines: [toBaseline(number, check, number.signal)],
  };
}

function toBaseline({ key }: HeldNumber, check: string, value: number): Baseline {
  return { key, check, value };
}

async function holdToRef(
  number: HeldNumber,
  ref: string,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const base = await measureAtBase(number, ref, context);
  return base.kind === "none" ? base.draft : judge(number, base.value, base.origin);
}

type BaseNumber =
  | { readonly kind: "measured"; readonly value: number; readonly origin: string }
  | { readonly kind: "none"; readonly draft: ResultDraft };

async function measureAtBase(
  number: HeldNumber,
  ref: string,
  context: EvaluationContext,
): Promise<BaseNumber> {
  const there = await context.baselines.atBase(ref, number.measureAgain);
  if (there.kind === "none") {
    const draft = noBaseline(`there is no baseline: ${there.reason}`);
    return { kind: "none", draft };
  }
  const where = `the commit that the work began from (${there.commit.slice(0, 12)})`;
  if (there.value.kind === "measured") {
    const origin = `the baseline is what ${where} gives`;
    return { kind: "measured", value: there.value.value, origin };
  }
  const { draft } = there.value;
  const why = noBaseline(`there is no baseline: ${where} could not be measured: ${draft.message}`);
  return { kind: "none", draft: { ...draft, ...why } };
}

function noBaseline(message: string): ResultDraft {
  return { status: "error", error: "no-baseline", message };
}

function judge(number: HeldNumber, baseline: number, origin: string): ResultDraft {
  const { holds, score, seen, wanted } = judgeRatchet({ ...number, baseline });
  return {
    status: holds ? "pass" : "fail",
    message: `${number.name} is ${seen}, expected ${wanted}; ${origin}`,
    score,
    seen,
    wanted,
  };
}
