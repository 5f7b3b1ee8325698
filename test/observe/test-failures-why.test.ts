import { expect, test } from "vitest";
import { readTestFailures } from "../../src/observe/test-failures.ts";

test.each([
  [
    "node:test, spec reporter",
    [
      "test at test/price.test.js:10:1",
      "✖ parses what people write (1.2ms)",
      "  AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:",
      "  ",
      "  NaN !== 123456",
      "  ",
      "      at TestContext.<anonymous> (file:///x/test/price.test.js:11:10)",
    ],
    "parses what people write: Expected values to be strictly equal: NaN !== 123456",
  ],
  [
    "node:test, TAP, error on its line",
    [
      "not ok 1 - adds",
      "  ---",
      "  type: 'test'",
      "  location: '/x/sum.test.js:3:1'",
      "  error: 'no such function'",
      "  ...",
    ],
    "adds: no such function",
  ],
  [
    "node:test, TAP, error in a block",
    [
      "not ok 1 - adds",
      "  ---",
      "  location: '/x/sum.test.js:3:1'",
      "  error: |-",
      "    Expected values to be strictly equal:",
      "    ",
      "    1 !== 2",
      "    ",
      "  code: 'ERR_ASSERTION'",
    ],
    "adds: Expected values to be strictly equal: 1 !== 2",
  ],
  ["TAP without details", ["not ok 1 - adds", "ok 2 - subtracts"], "adds"],
])("readTestFailures() tells what the assertion said: %s", (_name, lines, message) => {
  expect(readTestFailures(lines.join("\n"), "/x").map((it) => it.message)).toEqual([message]);
});
