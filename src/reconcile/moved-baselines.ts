import { isKeyOf } from "../model/baseline-key.ts";
import type { Settlement } from "../model/entry.ts";
import type { Attempt } from "../model/run.ts";
import type { PredicateResult } from "../model/vector.ts";
import { mergeBaselines } from "../record/merge-baselines.ts";

/** What ratchets remember: only of what passes, and only of a tree that stays. */
export function movedBaselines(
  results: readonly PredicateResult[],
  attempt: Attempt | undefined,
): Pick<Settlement, "baselines"> {
  if (attempt?.fate === "discarded" || attempt?.fate === "void") return {};
  const moved = results
    .filter((result) => result.status === "pass")
    // A predicate remembers for itself and for no other.
    .flatMap((result) => (result.baselines ?? []).filter((it) => isKeyOf(it.key, result.id)));
  const bounded = mergeBaselines([], moved);
  return bounded.length === 0 ? {} : { baselines: bounded };
}
