import type { Predicate } from "../model/goal.ts";
import type { PredicateResult } from "../model/vector.ts";
import { observeCustomScript } from "./custom-script.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { observeHttpProbe } from "./http-probe.ts";
import { type ResultDraft, toResult } from "./result-draft.ts";
import { observeTestRunner } from "./test-runner.ts";

/** Finds out whether one predicate holds; whatever goes wrong is this predicate's own error. */
export async function evaluate(
  predicate: Predicate,
  context: EvaluationContext,
): Promise<PredicateResult> {
  const startedAtMs = context.clock.now();
  const draft = await observeSafely(predicate, context);
  return toResult(context.signal.aborted ? INTERRUPTED : draft, {
    id: predicate.id,
    durationMs: Math.max(0, context.clock.now() - startedAtMs),
    secrets: context.secrets,
  });
}

const INTERRUPTED: ResultDraft = { status: "error", message: "interrupted" };

async function observeSafely(
  predicate: Predicate,
  context: EvaluationContext,
): Promise<ResultDraft> {
  if (context.signal.aborted) return INTERRUPTED;
  try {
    return await observe(predicate, context);
  } catch (error) {
    // One provider's mistake must not take the other predicates' results away.
    const words = error instanceof Error ? `${error.name}: ${error.message}` : "unknown reason";
    return { status: "error", message: `${predicate.check.provider} broke: ${words}` };
  }
}

async function observe(predicate: Predicate, context: EvaluationContext): Promise<ResultDraft> {
  const { check, timeoutMs } = predicate;
  switch (check.provider) {
    case "custom_script":
      return await observeCustomScript(check, timeoutMs, context);
    case "test_runner":
      return await observeTestRunner(check, timeoutMs, context);
    case "http_probe":
      return await observeHttpProbe(check, timeoutMs, context);
  }
}
