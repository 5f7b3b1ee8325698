import type { ReadFeature } from "./feature-outline.ts";

/** Files that a host reads for one goal at most. */
export const FEATURES_MAX = 50;

/** What `loadGoal` needs to know of feature files, by path; loads the parser only where there is one. */
export async function parseFeatures(
  texts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, ReadFeature>> {
  if (texts.size === 0) return new Map();
  const { parseFeature } = await import("./parse-feature.ts");
  return new Map(
    [...texts].slice(0, FEATURES_MAX).map(([path, text]) => [path, parseFeature(text)]),
  );
}
