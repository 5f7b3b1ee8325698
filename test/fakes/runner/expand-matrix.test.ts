import { expect, test } from "vitest";
import { expandMatrix } from "./expand-matrix.ts";

test("expandMatrix() adds `include` as in GitHub's own example", () => {
  const matrix = {
    fruit: ["apple", "pear"],
    animal: ["cat", "dog"],
    include: [
      { color: "green" },
      { color: "pink", animal: "cat" },
      { fruit: "apple", shape: "circle" },
      { fruit: "banana" },
      { fruit: "banana", animal: "cat" },
    ],
  };
  expect(expandMatrix({ matrix }).combinations).toEqual([
    { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
    { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
    { fruit: "pear", animal: "cat", color: "pink" },
    { fruit: "pear", animal: "dog", color: "green" },
    { fruit: "banana" },
    { fruit: "banana", animal: "cat" },
  ]);
});

test("expandMatrix() takes out what `exclude` describes in part", () => {
  const matrix = {
    os: ["linux", "mac"],
    version: [12, 14],
    environment: ["staging", "production"],
    exclude: [
      { os: "mac", version: 12, environment: "production" },
      { os: "linux", version: 14 },
    ],
  };
  expect(expandMatrix({ matrix }).combinations).toHaveLength(5);
});

test("expandMatrix() is one empty combination without a matrix", () => {
  expect(expandMatrix(null)).toEqual({
    failsFast: true,
    maxParallel: undefined,
    combinations: [{}],
  });
});

test("expandMatrix() refuses a matrix of more than 256 jobs", () => {
  const numbers = Array.from({ length: 257 }, (_, index) => index);
  expect(() => expandMatrix({ matrix: { numbers } })).toThrow("may have 256 jobs, found 257");
});

test("expandMatrix() refuses a matrix that comes to nothing", () => {
  expect(() => expandMatrix({ matrix: { os: [] } })).toThrow("does not contain any values");
});
