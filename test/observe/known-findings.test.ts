import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closenessOf, createFindingTally, parseEntry } from "../../src/observe/finding-tally.ts";
import type { ReportedFinding } from "../../src/observe/formats/findings-reader.ts";
import { openKnownFindings } from "../../src/observe/known-findings.ts";

function finding(fingerprint: string): ReportedFinding {
  return { file: "a.ts", rule: "R", level: "error", message: fingerprint, fingerprint };
}

function entriesOf(fingerprints: readonly string[]): readonly string[] {
  const tally = createFindingTally();
  for (const it of fingerprints) tally.add(finding(it));
  expect(tally.total()).toBe(fingerprints.length);
  return tally.entries();
}

test.each([
  ["nothing", [], "finding"],
  ["fingerprints", ["00ff", "01aa*3"], "finding"],
  ["rules in files", ["~00ff", "~01aa*3"], "rule-and-file"],
  ["a number", ["~*7000"], "number"],
  ["the number one", ["~"], "number"],
])("closenessOf() %s", (_case, entries, closeness) => {
  expect(closenessOf(entries)).toBe(closeness);
});

test.each([
  ["00ff", "00ff", 1],
  ["00ff*12", "00ff", 12],
  ["~*5", "~", 5],
  ["*", "*", 1],
  ["a*b", "a*b", 1],
])("parseEntry() %s", (entry, key, count) => {
  expect(parseEntry(entry)).toEqual({ key, count });
});

describe("known findings, for all reports", () => {
  const report = fc.array(fc.constantFrom("aa", "bb", "cc", "dd"), { maxLength: 30 });

  function countOf(list: readonly string[], wanted: string): number {
    return list.filter((it) => it === wanted).length;
  }

  test("new is exactly what there are more of than before", () => {
    fc.assert(
      fc.property(report, report, (before, after) => {
        const known = openKnownFindings(entriesOf(before));
        const fresh = after.filter((it) => !known.recognizes(finding(it)));
        for (const it of new Set(after)) {
          const more = Math.max(0, countOf(after, it) - countOf(before, it));
          expect(countOf(fresh, it)).toBe(more);
        }
      }),
    );
  });

  test("a report knows itself, and finds all of itself again", () => {
    fc.assert(
      fc.property(report, (findings) => {
        const entries = entriesOf(findings);
        const known = openKnownFindings(entries);
        expect(findings.every((it) => known.recognizes(finding(it)))).toBe(true);
        expect(known.entriesFound()).toEqual(entries);
      }),
    );
  });

  test("a baseline that was tightened never knows more than before", () => {
    fc.assert(
      fc.property(report, report, report, (before, between, after) => {
        const loose = openKnownFindings(entriesOf(before));
        for (const it of between) loose.recognizes(finding(it));
        const tight = openKnownFindings(loose.entriesFound());
        const again = openKnownFindings(entriesOf(before));
        for (const it of after) {
          const wasKnown = again.recognizes(finding(it));
          const isKnown = tight.recognizes(finding(it));
          expect(wasKnown || !isKnown).toBe(true);
        }
      }),
    );
  });
});
