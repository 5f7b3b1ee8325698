import { expect, test } from "vitest";
import { readCounterexample } from "../../src/observe/read-counterexample.ts";

test.each<readonly [string, readonly string[], number | undefined, string]>([
  [
    "PropCheck",
    ["Failed: After 7 test(s).", "x", "", "Shrinking ...(3 time(s))", "[0, -1]", "", "more"],
    7,
    "[0, -1]",
  ],
  [
    "PropCheck by name",
    ["Failed: After 1 test(s).", "Counterexample is:", "", '   "abc"', ""],
    1,
    '"abc"',
  ],
  [
    "StreamData",
    [
      "  1) property sorts (SortTest)",
      "     Failed with generated values (after 5 successful runs):",
      "     ",
      "         * Clause:    list <- list_of(integer())",
      "           Generated: [0, -1]",
      "     ",
    ],
    6,
    "* Clause: list <- list_of(integer()) Generated: [0, -1]",
  ],
  [
    "fast-check",
    [
      "Error: Property failed after 12 tests",
      "{ seed: 1, path: '11' }",
      "Counterexample: [0,[1]]",
      "Shrunk 3 time(s)",
      "",
    ],
    12,
    "[0,[1]] Shrunk 3 time(s)",
  ],
  [
    "Hypothesis",
    ["E   Falsifying example: test_sum(", "E       a=0, b=1,", "E   )", ""],
    undefined,
    "test_sum( a=0, b=1, )",
  ],
  [
    "proptest",
    [
      "thread 'sums' panicked",
      "minimal failing input: a = 0, b = 1",
      "\tsuccesses: 3",
      "\tlocal rejects: 0",
      "",
    ],
    4,
    "a = 0, b = 1 successes: 3 local rejects: 0",
  ],
  [
    "quickcheck of Rust",
    ["[quickcheck] TEST FAILED. Arguments: ([0, 1])", ""],
    undefined,
    "([0, 1])",
  ],
  [
    "QuickCheck of Haskell",
    ["*** Failed! Falsified (after 3 tests and 2 shrinks):", "[0,1]", ""],
    3,
    "[0,1]",
  ],
  [
    "ScalaCheck",
    ["! Sum.adds: Falsified after 3 passed tests.", "> ARG_0: 1", ""],
    4,
    "> ARG_0: 1",
  ],
  [
    "rapid",
    ["[rapid] failed after 3 tests: wrong", "[rapid] draw x: 5", ""],
    4,
    "[rapid] draw x: 5",
  ],
  ["testing/quick", ["    sum_test.go:9: #3: failed on input 0x1", ""], 3, ""],
])("readCounterexample(): %s", (_case, lines, failedAt, values) => {
  expect(readCounterexample(`noise\n${lines.join("\n")}`)).toEqual(
    failedAt === undefined ? { values } : { values, failedAt },
  );
});

test.each(["", "ok", "OK: Passed 100 test(s).", "3 properties, 0 failures", "Failed: 3"])(
  "readCounterexample(): %j has none",
  (text) => {
    expect(readCounterexample(text)).toBeUndefined();
  },
);

test("readCounterexample() takes linear time over hostile lines", () => {
  const line = `*** Failed! ${"(after 1 ".repeat(10_000)}`;
  expect(readCounterexample(`${line}\n`.repeat(50))).toBeUndefined();
});
