import * as fc from "fast-check";
import { expect, test } from "vitest";
import { killStorm } from "../scenarios/kill-storm.ts";

test("kazi is killed at any sequence of moments: it converges, and no iteration is counted twice", async () => {
  const moments = fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(moments, async (it) => {
      expect(await killStorm(it)).toBe("converged");
    }),
    { numRuns: 40 },
  );
});
