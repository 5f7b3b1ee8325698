import { type Closeness, closenessOf, formatEntries, keyOf, parseEntry } from "./finding-tally.ts";
import type { ReportedFinding } from "./formats/findings-reader.ts";

/** The findings that a baseline remembers; each is found again once. */
export interface KnownFindings {
  readonly entries: readonly string[];
  readonly closeness: Closeness;
  /** Whether it was there before. */
  readonly recognizes: (finding: ReportedFinding) => boolean;
  /** Those that were found again; what was not is mended and not known any more. */
  readonly entriesFound: () => readonly string[];
}

/** From the entries of a baseline. */
export function openKnownFindings(entries: readonly string[]): KnownFindings {
  const closeness = closenessOf(entries);
  const waiting = new Map(entries.map(parseEntry).map(({ key, count }) => [key, count]));
  const found = new Map<string, number>();
  return {
    entries,
    closeness,
    recognizes: (finding) => {
      const key = keyOf(finding, closeness);
      const left = waiting.get(key) ?? 0;
      if (left === 0) return false;
      waiting.set(key, left - 1);
      found.set(key, (found.get(key) ?? 0) + 1);
      return true;
    },
    entriesFound: () => formatEntries(found),
  };
}
