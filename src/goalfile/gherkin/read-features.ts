import type { ReadFeature } from "./feature-outline.ts";
import { featurePaths } from "./feature-paths.ts";
import { parseFeatures } from "./parse-features.ts";

/**
 * The feature files that a goal-file names, for `loadGoal`. A host reads them where it read the
 * goal-file, at the same commit; a file that is not there is none, and the loader says so.
 */
export async function readFeatures(
  goalBytes: Uint8Array,
  readFile: (path: string) => Promise<Uint8Array | undefined>,
): Promise<ReadonlyMap<string, ReadFeature>> {
  const texts = new Map<string, string>();
  for (const path of featurePaths(goalBytes)) {
    const bytes = await readFile(path);
    if (bytes !== undefined) texts.set(path, new TextDecoder().decode(bytes));
  }
  return await parseFeatures(texts);
}
