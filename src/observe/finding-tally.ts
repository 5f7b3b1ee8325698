import { checkDigest } from "../model/check-digest.ts";
import type { OnFinding, ReportedFinding } from "./formats/findings-reader.ts";

/** So many entries are remembered one by one; more findings are remembered less closely. */
const ENTRIES_MAX = 5000;

/** How closely findings are remembered: each, how many of a rule in a file, or just how many. */
export type Closeness = "finding" | "rule-and-file" | "number";

/** Closest first. */
const CLOSENESSES = ["finding", "rule-and-file", "number"] as const;

/** Marks an entry that stands for more than one finding, so that it is never taken for a fingerprint. */
const COARSE_MARK = "~";
const NUMBER_KEY = COARSE_MARK;

/** Findings of one run, in memory that does not grow with them. */
export interface FindingTally {
  readonly add: OnFinding;
  readonly total: () => number;
  /** What a baseline remembers of them, as closely as there is room for; sorted. */
  readonly entries: () => readonly string[];
}

/** An empty one. */
export function createFindingTally(): FindingTally {
  const counts = CLOSENESSES.map((closeness) => ({ closeness, keys: new Map<string, number>() }));
  let total = 0;
  return {
    add: (finding) => {
      total += 1;
      for (const { closeness, keys } of counts) {
        // One more than fit says that they do not fit.
        if (keys.size <= ENTRIES_MAX) increment(keys, keyOf(finding, closeness));
      }
    },
    total: () => total,
    entries: () => formatEntries(counts.find(({ keys }) => keys.size <= ENTRIES_MAX)?.keys ?? NONE),
  };
}

const NONE: ReadonlyMap<string, number> = new Map();

/** What a finding is remembered by. */
export function keyOf(finding: ReportedFinding, closeness: Closeness): string {
  switch (closeness) {
    case "finding":
      return finding.fingerprint;
    case "rule-and-file":
      return `${COARSE_MARK}${checkDigest([finding.rule ?? "", finding.file])}`;
    case "number":
      return NUMBER_KEY;
  }
}

/** How closely these entries were remembered. */
export function closenessOf(entries: readonly string[]): Closeness {
  const [first = ""] = entries;
  if (!first.startsWith(COARSE_MARK)) return "finding";
  return parseEntry(first).key === NUMBER_KEY ? "number" : "rule-and-file";
}

/** As a baseline keeps them: the key, and how often where it is more than once. */
export function formatEntries(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].map(([key, count]) => (count === 1 ? key : `${key}*${count}`)).toSorted();
}

/** One entry of a baseline. */
export function parseEntry(entry: string): { readonly key: string; readonly count: number } {
  const [, key, count] = /^(.{1,64})\*(\d{1,9})$/.exec(entry) ?? [];
  return key === undefined ? { key: entry, count: 1 } : { key, count: Number(count) };
}

function increment(keys: Map<string, number>, key: string): void {
  keys.set(key, (keys.get(key) ?? 0) + 1);
}
