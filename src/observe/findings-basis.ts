import { checkDigest } from "../model/check-digest.ts";
import type { Static } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { createFindingTally } from "./finding-tally.ts";
import { type KnownFindings, openKnownFindings } from "./known-findings.ts";
import type { SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { runAnalyzer } from "./run-analyzer.ts";

/** What the findings of an analyzer are compared with. */
export type FindingsBasis =
  | { readonly kind: "number"; readonly value: number; readonly allowedRegression: number }
  | {
      readonly kind: "known";
      readonly known: KnownFindings;
      /** Of the check, where a pass is remembered. */
      readonly digest?: string;
      /** Nothing is kept yet, so that a pass is remembered whatever it found. */
      readonly isNew?: true;
    }
  /** Nothing was kept for this check yet. */
  | { readonly kind: "seed"; readonly digest: string }
  | { readonly kind: "none"; readonly draft: ResultDraft };

/** Looks up what was known before, or analyzes the tree that the work started from. */
export async function findFindingsBasis(
  { id, check, timeoutMs }: SubjectOf<Static>,
  context: EvaluationContext,
): Promise<FindingsBasis> {
  const { baseline, allowedRegression } = check;
  if (baseline === undefined) return { kind: "number", value: 0, allowedRegression: 0 };
  switch (baseline.kind) {
    case "number":
      return { kind: "number", value: baseline.value, allowedRegression };
    case "stored":
      return await findStored(id, { check, timeoutMs }, context);
    case "ref":
      return await findAtBase(baseline.ref, { check, timeoutMs }, context);
  }
}

/** Whoever changed the tree must not say what was known before: that is analyzed where the work began. */
async function findStored(
  key: string,
  subject: Pick<SubjectOf<Static>, "check" | "timeoutMs">,
  context: EvaluationContext,
): Promise<FindingsBasis> {
  const { baselines } = context;
  const digest = digestOf(subject.check);
  const stored = baselines.stored(key, digest);
  if (stored?.fingerprints !== undefined) {
    return { kind: "known", known: openKnownFindings(stored.fingerprints), digest };
  }
  if (stored !== undefined) {
    return noBaseline("what is kept as the baseline of this check names no findings");
  }
  if (baselines.isBase) return { kind: "seed", digest };
  const there = await findAtBase("HEAD", subject, context);
  return there.kind === "known" ? { ...there, digest, isNew: true } : there;
}

/** Of what the findings depend on: those of another command would all be new. */
function digestOf({ command, args, env, format, report, mergeStderr }: Static): string {
  return checkDigest({ command, args, env, format, report, mergeStderr });
}

async function findAtBase(
  ref: string,
  { check, timeoutMs }: Pick<SubjectOf<Static>, "check" | "timeoutMs">,
  context: EvaluationContext,
): Promise<FindingsBasis> {
  const tally = createFindingTally();
  const options = { timeoutMs, onFinding: tally.add };
  const there = await context.baselines.atBase(
    ref,
    async (base) => await runAnalyzer(check, options, base),
  );
  if (there.kind === "none") return noBaseline(`there is no baseline: ${there.reason}`);
  if (there.value.kind === "analyzed") {
    return { kind: "known", known: openKnownFindings(tally.entries()) };
  }
  const { draft } = there.value;
  const where = `the commit that the work began from (${there.commit.slice(0, 12)})`;
  return noBaseline(
    `there is no baseline: ${where} could not be analyzed: ${draft.message}`,
    draft,
  );
}

function noBaseline(message: string, rest: Partial<ResultDraft> = {}): FindingsBasis {
  return { kind: "none", draft: { ...rest, status: "error", error: "no-baseline", message } };
}
