import type { Check } from "../model/check.ts";
import type { Predicate } from "../model/goal.ts";
import type { PredicateResult } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { Provider } from "./provider.ts";
import { PROVIDERS } from "./providers.ts";
import { type ResultDraft, toResult } from "./result-draft.ts";

/** Finds out whether one predicate holds; whatever goes wrong is this predicate's own error. */
export async function evaluate(
  predicate: Predicate,
  context: EvaluationContext,
): Promise<PredicateResult> {
  const startedAtMs = context.clock.now();
  const draft = await observeSafely(predicate, context);
  const { provider } = predicate.check;
  return toResult(context.signal.aborted ? INTERRUPTED : draft, {
    id: predicate.id,
    durationMs: Math.max(0, context.clock.now() - startedAtMs),
    secrets: context.secrets,
    permanent: PROVIDERS[provider].permanent,
    below: FROM_ROOT.has(provider) ? "" : context.below,
  });
}

/** They name files as git or the goal-file does. */
const FROM_ROOT: ReadonlySet<Check["provider"]> = new Set([
  "no_stubs",
  "docs_updated",
  "scope_guard",
  "gherkin",
]);

const INTERRUPTED: ResultDraft = { status: "error", error: "interrupted", message: "interrupted" };

async function observeSafely(
  predicate: Predicate,
  context: EvaluationContext,
): Promise<ResultDraft> {
  if (context.signal.aborted) return INTERRUPTED;
  try {
    return await observe(predicate, predicate.check, context);
  } catch (error) {
    // One provider's mistake must not take the other predicates' results away.
    const words = error instanceof Error ? `${error.name}: ${error.message}` : "unknown reason";
    const { provider } = predicate.check;
    return { status: "error", error: "broken", message: `${provider} broke: ${words}` };
  }
}

async function observe<P extends Check["provider"]>(
  predicate: Predicate,
  check: Extract<Check, { readonly provider: P }>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const provider: Provider<Extract<Check, { readonly provider: P }>> = PROVIDERS[check.provider];
  return await provider.observe({ ...predicate, check }, context);
}
