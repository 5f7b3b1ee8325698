import type { Baseline } from "../model/vector.ts";
import { fingerprintsIn } from "./baseline-schema.ts";
import { BASELINES_MAX, FINGERPRINTS_MAX } from "./limits.ts";

/**
 * The old ones with the new in their place, by key. What does not fit any more is left out, and
 * nothing else with it: a ratchet that is forgotten starts again, and says so.
 */
export function mergeBaselines(
  before: readonly Baseline[],
  moved: readonly Baseline[],
): readonly Baseline[] {
  const merged = new Map([...before, ...moved].map((it) => [it.key, it]));
  const kept: Baseline[] = [];
  let fingerprints = 0;
  for (const baseline of merged.values()) {
    const wanted = fingerprints + fingerprintsIn([baseline]);
    if (kept.length === BASELINES_MAX || wanted > FINGERPRINTS_MAX) continue;
    fingerprints = wanted;
    kept.push(baseline);
  }
  return kept.toSorted((left, right) => (left.key < right.key ? -1 : 1));
}
