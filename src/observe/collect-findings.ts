import type { Finding } from "../model/vector.ts";
import { createFindingTally, type FindingTally } from "./finding-tally.ts";
import type { OnFinding } from "./formats/findings-reader.ts";
import type { KnownFindings } from "./known-findings.ts";

const FINDINGS_MAX = 50;

/** The findings of one run, as much of them as is needed. */
export interface CollectedFindings {
  readonly add: OnFinding;
  readonly tally: FindingTally;
  readonly newCount: () => number;
  /** At most 50, new ones first. */
  readonly shown: () => readonly Finding[];
}

/** Without known ones every finding is new. */
export function collectFindings(known: KnownFindings | undefined): CollectedFindings {
  const tally = createFindingTally();
  const fresh: Finding[] = [];
  const old: Finding[] = [];
  let newCount = 0;
  return {
    tally,
    add: (reported) => {
      tally.add(reported);
      const isNew = known?.recognizes(reported) !== true;
      if (isNew) newCount += 1;
      const kept = isNew ? fresh : old;
      const { fingerprint: _fingerprint, ...finding } = reported;
      if (kept.length < FINDINGS_MAX) kept.push(finding);
    },
    newCount: () => newCount,
    shown: () => [...fresh, ...old].slice(0, FINDINGS_MAX),
  };
}
