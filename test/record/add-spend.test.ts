import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Spend } from "../../src/model/run.ts";
import { addSpend, NO_SPEND } from "../../src/record/add-spend.ts";
import { spend } from "./sample-entries.ts";

test("addSpend() sums every part", () => {
  const other = spend({ unreported: 1, usage: { inputTokens: 1, costUsd: 2 } });
  expect(addSpend(spend(), other)).toEqual({
    iterations: 2,
    dispatches: 2,
    wallClockMs: 1_000,
    tokens: 200,
    costUsd: 0.5,
    usage: { inputTokens: 91, outputTokens: 10, costUsd: 2 },
    unreported: 1,
  });
});

test("addSpend() keeps what both do not know absent, and a reported zero zero", () => {
  const sum = addSpend(spend({ usage: {} }), spend({ usage: { outputTokens: 0 } }));
  expect(sum.usage).toEqual({ outputTokens: 0 });
  expect(Object.keys(sum.usage)).toEqual(["outputTokens"]);
});

const amount = fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true });
const spends: fc.Arbitrary<Spend> = fc.record({
  iterations: fc.nat(),
  dispatches: fc.nat(),
  wallClockMs: amount,
  tokens: amount,
  costUsd: amount,
  usage: fc.record({ inputTokens: amount, costUsd: amount }, { requiredKeys: [] }),
  unreported: fc.nat(),
});

test("addSpend() never falls, ignores order, and stays exact in the range of safe numbers", () => {
  fc.assert(
    fc.property(spends, spends, (left, right) => {
      const sum = addSpend(left, right);
      expect(sum).toEqual(addSpend(right, left));
      expect(sum.tokens).toBeGreaterThanOrEqual(Math.max(left.tokens, right.tokens));
      expect(sum.costUsd).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      expect(addSpend(left, NO_SPEND)).toEqual(left);
    }),
  );
});
