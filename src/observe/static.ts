import type { Static } from "../model/check.ts";
import { type CollectedFindings, collectFindings } from "./collect-findings.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { type Closeness, closenessOf } from "./finding-tally.ts";
import { type FindingsBasis, findFindingsBasis } from "./findings-basis.ts";
import { judgeRatchet } from "./judge-ratchet.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { runAnalyzer } from "./run-analyzer.ts";

/** What counts stands in the findings. */
const SHOWN_CHARACTERS_MAX = 2000;

/** An analyzer finds nothing, or nothing that was not known before. */
export const staticAnalysis: Provider<Static> = {
  triggers: ["tree"],
  permanent: ["not-started", "bad-check"],
  observe: observeStatic,
};

async function observeStatic(
  subject: SubjectOf<Static>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { check, timeoutMs } = subject;
  const basis = await findFindingsBasis(subject, context);
  if (basis.kind === "none") return basis.draft;
  const collected = collectFindings(basis.kind === "known" ? basis.known : undefined);
  const run = await runAnalyzer(check, { timeoutMs, onFinding: collected.add }, context);
  if (run.kind === "not-analyzed") return run.draft;
  const draft = judge(basis, subject, collected);
  const { output, secrets } = run.program;
  const findings = draft.status === "fail" ? collected.shown() : [];
  return { output, outputCharactersMax: SHOWN_CHARACTERS_MAX, secrets, ...draft, findings };
}

function judge(
  basis: Exclude<FindingsBasis, { readonly kind: "none" }>,
  subject: SubjectOf<Static>,
  collected: CollectedFindings,
): ResultDraft {
  switch (basis.kind) {
    case "number":
      return judgeNumber(basis, collected.tally.total());
    case "seed":
      return seed(subject.id, basis.digest, collected);
    case "known":
      return judgeKnown(basis, subject, collected);
  }
}

function judgeNumber(
  { value, allowedRegression }: Extract<FindingsBasis, { readonly kind: "number" }>,
  total: number,
): ResultDraft {
  const { holds, score, wanted } = judgeRatchet({
    signal: total,
    baseline: value,
    direction: "lower_better",
    allowedRegression,
  });
  const seen = describeFindings(total);
  const status = holds ? "pass" : "fail";
  return { status, message: `${seen}, expected ${wanted}`, score, seen, wanted };
}

function seed(key: string, check: string, { tally }: CollectedFindings): ResultDraft {
  const seen = describeFindings(tally.total());
  const fingerprints = tally.entries();
  const note = NOTES[closenessOf(fingerprints)];
  return {
    status: "pass",
    message: `${seen}: none are known from earlier, so these are the baseline from now on${note}`,
    score: 1,
    seen,
    wanted: "no baseline yet",
    baselines: [{ key, check, fingerprints }],
  };
}

function judgeKnown(
  { known, digest, isNew }: Extract<FindingsBasis, { readonly kind: "known" }>,
  { id, check }: SubjectOf<Static>,
  { tally, newCount }: CollectedFindings,
): ResultDraft {
  const { holds, score, wanted } = judgeRatchet({
    signal: newCount(),
    baseline: 0,
    direction: "lower_better",
    allowedRegression: check.allowedRegression,
  });
  const seen = `${newCount()} new of ${describeFindings(tally.total())}`;
  const message = `${seen}, expected ${wanted} new${NOTES[known.closeness]}`;
  const judged = { message, score, seen, wanted: `${wanted} new` };
  if (!holds) return { status: "fail", ...judged };
  // New ones that are allowed stay new, or they would be allowed again and again.
  const fingerprints = newCount() === 0 ? tally.entries() : known.entriesFound();
  const isKept = isNew !== true && areEqual(fingerprints, known.entries);
  if (digest === undefined || isKept) {
    return { status: "pass", ...judged };
  }
  return { status: "pass", ...judged, baselines: [{ key: id, check: digest, fingerprints }] };
}

/** What is remembered less closely is told, because another finding can take the place of one. */
const NOTES: Readonly<Record<Closeness, string>> = {
  finding: "",
  "rule-and-file": "; there were too many to know each, so those of a rule in a file are counted",
  number: "; there were too many to know each, so they are counted",
};

function describeFindings(count: number): string {
  return count === 1 ? "1 finding" : `${count} findings`;
}

function areEqual(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((entry, index) => entry === right[index]);
}
