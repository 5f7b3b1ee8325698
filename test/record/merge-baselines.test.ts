import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Baseline } from "../../src/model/vector.ts";
import { baselinesSchema } from "../../src/record/baseline-schema.ts";
import { mergeBaselines } from "../../src/record/merge-baselines.ts";

const lines: Baseline = { key: "lines", check: "c1", value: 10 };

describe("mergeBaselines()", () => {
  test.each<readonly [string, readonly Baseline[], readonly Baseline[], readonly Baseline[]]>([
    ["nothing", [], [], []],
    ["a first one", [], [lines], [lines]],
    ["a newer one of the same key", [lines], [{ ...lines, value: 8 }], [{ ...lines, value: 8 }]],
    [
      "another key, sorted",
      [lines],
      [{ key: "a", check: "c2", fingerprints: ["x"] }],
      [{ key: "a", check: "c2", fingerprints: ["x"] }, lines],
    ],
  ])("%s", (_name, before, moved, expected) => {
    expect(mergeBaselines(before, moved)).toEqual(expected);
  });

  test("what does not fit is forgotten, and nothing else with it", () => {
    const big = { check: "c", fingerprints: Array.from({ length: 40_000 }, String) };
    const kept = mergeBaselines([{ key: "a", ...big }], [{ key: "b", ...big }, lines]);
    expect(kept.map((it) => it.key)).toEqual(["a", "lines"]);
  });

  test("gives what a ledger can hold, whatever is proposed", () => {
    const baseline = fc.record({
      key: fc.string({ minLength: 1, maxLength: 20 }),
      check: fc.constant("c"),
      fingerprints: fc.nat(40_000).map((count) => Array.from({ length: count }, String)),
    });
    fc.assert(
      fc.property(fc.array(baseline, { maxLength: 5 }), (moved) => {
        expect(baselinesSchema.safeParse(mergeBaselines([], moved)).success).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
