import type { EvaluationContext } from "./evaluation-context.ts";

/** A test run of many packages writes one report for each. */
const REPORTS_MAX = 20_000;

/** The report files that a program left. */
export interface LeftReports {
  /** Written by this run, sorted. */
  readonly fresh: readonly string[];
  /** There before it and not written again: they say nothing of this run. */
  readonly stale: readonly string[];
  /** There may be more than anybody looks at. */
  readonly isCut: boolean;
}

/**
 * Call it before a program runs, and what it gives afterwards: only what is written in between counts.
 * A report that is named by its path is taken away first, so that the same bytes written again count.
 * What a glob matches may be anything, so it stays, and counts when it was not there or has changed.
 */
export async function watchReports(
  glob: string,
  { files }: Pick<EvaluationContext, "files">,
): Promise<() => Promise<LeftReports>> {
  const before = await files.find(glob, REPORTS_MAX);
  await files.remove(glob);
  const stamps = new Map<string, string | undefined>();
  for (const path of before.paths) stamps.set(path, await files.stamp(path));
  return async () => {
    const after = await files.find(glob, REPORTS_MAX);
    const fresh = new Set<string>();
    for (const path of after.paths) {
      const isNew = !stamps.has(path) || stamps.get(path) !== (await files.stamp(path));
      if (isNew) fresh.add(path);
    }
    const stale = before.paths.filter((path) => !fresh.has(path));
    return { fresh: [...fresh], stale, isCut: before.isCut || after.isCut };
  };
}
