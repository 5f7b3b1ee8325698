import { expect, test } from "vitest";
import { killStorm } from "./kill-storm.ts";

/** The account of this goal has about twenty lines: each of them is a place to die at. */
test("kazi is killed again and again: it converges, and no iteration is counted twice", async () => {
  expect(await killStorm([1, 3, 4, 5, 6, 7, 9, 4, 6, 8])).toBe("converged");
});
