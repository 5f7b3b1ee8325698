import type { Baseline, PredicateResult } from "../../src/model/vector.ts";
import type { Baselines, EvaluationContext } from "../../src/observe/evaluation-context.ts";

/** Remembers as the ledger does: what a kept pass proposes, by key and check. */
export interface GivenLedger {
  readonly baselines: Baselines;
  readonly keep: (result: PredicateResult) => PredicateResult;
  /** What is remembered now. */
  readonly kept: () => readonly Baseline[];
}

/** An empty one; `base` is the context of the tree that the work started from. */
export function givenLedger(base?: EvaluationContext, isBase = true): GivenLedger {
  const kept = new Map<string, Baseline>();
  return {
    baselines: {
      isBase,
      stored: (key, check) => {
        const found = kept.get(key);
        return found?.check === check ? found : undefined;
      },
      atBase: async (ref, work) => {
        if (base === undefined) return { kind: "none", reason: `${ref} is not an ancestor` };
        return { kind: "done", value: await work(base), commit: "b".repeat(40) };
      },
    },
    keep: (result) => {
      for (const baseline of result.baselines ?? []) kept.set(baseline.key, baseline);
      return result;
    },
    kept: () => [...kept.values()],
  };
}
