import { manifestPaths } from "../act/grader-paths.ts";
import type { Goal } from "../model/goal.ts";
import type { Oid } from "../model/vector.ts";
import type { Repository } from "../ports/repository.ts";

/** Longer than anything that a person writes to be run. */
const BYTES_MAX = 256_000;
const TEXTS_MAX = 200;
/** A manifest names scripts, which name others: each is known only when the one before was read. */
const ROUNDS_MAX = 8;

/** Reads what has to be known of a commit, or of a tree of graders, to find what grades the goal. */
export async function readGraderTexts(
  repository: Repository,
  from: { readonly commit: Oid; readonly paths: readonly string[] },
  goal: Goal,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const unread = manifestPaths(from.paths, goal, texts).slice(0, TEXTS_MAX - texts.size);
    if (unread.length === 0) break;
    for (const path of unread) {
      texts.set(path, (await repository.text(from.commit, path, BYTES_MAX)) ?? "");
    }
  }
  return texts;
}
