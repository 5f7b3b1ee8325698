import type { Ratchet } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { holdToBaseline } from "./hold-to-baseline.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { identityOf, runMeasure } from "./run-measure.ts";

/** A number that may get better and not worse. */
export const ratchet: Provider<Ratchet> = {
  triggers: ["tree"],
  permanent: ["not-started", "bad-check"],
  observe: observeRatchet,
};

async function observeRatchet(
  { id, check, timeoutMs }: SubjectOf<Ratchet>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { metric, direction } = check;
  const measured = await runMeasure(metric, timeoutMs, context);
  if (measured.kind === "not-measured") return measured.draft;
  const draft = await holdToBaseline(
    {
      name: "the metric",
      signal: measured.value,
      key: id,
      measuredBy: { ...identityOf(metric), direction },
      source: check.baseline,
      direction,
      allowedRegression: check.allowedRegression,
      measureAgain: async (there) => await runMeasure(metric, timeoutMs, there),
    },
    context,
  );
  const { output, secrets } = measured.program;
  return { output, secrets, ...draft, message: `${draft.message}${measured.note}` };
}
