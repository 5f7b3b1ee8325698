import { expect, test } from "vitest";
import { compare } from "../../src/observe/compare.ts";

test.each([
  ["==", [false, true, false]],
  ["!=", [true, false, true]],
  ["<", [true, false, false]],
  ["<=", [true, true, false]],
  [">", [false, false, true]],
  [">=", [false, true, true]],
] as const)("compare(): 1, 2 and 3 %s 2", (operator, holds) => {
  expect([1, 2, 3].map((observed) => compare(observed, { operator, number: 2 }))).toEqual(holds);
});
