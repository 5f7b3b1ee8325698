import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "../../src/model/check.ts";
import { judgeRatchet, type RatchetTerms } from "../../src/observe/judge-ratchet.ts";

function terms(
  direction: Direction,
  signal: number,
  baseline: number,
  allowedRegression = 0,
): RatchetTerms {
  return { direction, signal, baseline, allowedRegression };
}

test.each<readonly [string, RatchetTerms, boolean, string, number]>([
  ["higher is better", terms("higher_better", 81, 80), true, "at least 80", 81],
  ["the same", terms("higher_better", 80, 80), true, "at least 80", 80],
  ["worse", terms("higher_better", 79, 80), false, "at least 80", 80],
  ["lower is better", terms("lower_better", 2, 3), true, "at most 3", 2],
  ["more than before", terms("lower_better", 4, 3), false, "at most 3", 3],
  [
    "exactly as much worse as is allowed",
    terms("lower_better", 5, 3, 2),
    true,
    "at most 5 (baseline 3, allowed regression 2)",
    3,
  ],
  [
    "decimal fractions that are not exact",
    terms("higher_better", 80.1, 80.3, 0.2),
    true,
    "at least 80.1 (baseline 80.3, allowed regression 0.2)",
    80.3,
  ],
  ["below zero", terms("lower_better", -2, -3), false, "at most -3", -3],
  ["no baseline in sight", terms("higher_better", 1e-9, 2e-9), false, "at least 2e-9", 2e-9],
])("judgeRatchet(): %s", (_case, given, holds, wanted, best) => {
  expect(judgeRatchet(given)).toMatchObject({ holds, wanted, best });
});

describe("judgeRatchet() for all numbers", () => {
  const number = fc.double({ noNaN: true, min: -1e12, max: 1e12 });
  const given = fc.record<RatchetTerms>({
    signal: number,
    baseline: number,
    direction: fc.constantFrom("higher_better", "lower_better"),
    allowedRegression: fc.double({ noNaN: true, min: 0, max: 1e6 }),
  });

  test("what is remembered is never worse than the baseline", () => {
    fc.assert(
      fc.property(given, (it) => {
        const { best } = judgeRatchet(it);
        const isHigherBetter = it.direction === "higher_better";
        expect(isHigherBetter ? best >= it.baseline : best <= it.baseline).toBe(true);
      }),
    );
  });

  test("the score is 1 for a pass, and below it the nearer the better", () => {
    fc.assert(
      fc.property(given, fc.double({ noNaN: true, min: 1, max: 1e6 }), (it, worse) => {
        const { holds, score } = judgeRatchet(it);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score === 1).toBe(holds);
        const step = it.direction === "higher_better" ? -worse : worse;
        const further = judgeRatchet({ ...it, signal: it.signal + step });
        expect(further.score).toBeLessThanOrEqual(score);
      }),
    );
  });
});
