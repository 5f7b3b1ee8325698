import { expect, test } from "vitest";
import { readTestFailures } from "../../src/observe/test-failures.ts";

test.each([
  [
    "node, spec",
    "test at src/a.test.js:3:5\n✖ b bad (0.9ms)\n",
    { file: "src/a.test.js", line: 3, column: 5, message: "b bad" },
  ],
  [
    "node, TAP",
    "not ok 2 - b bad\n  ---\n  type: 'test'\n  location: '/repository/a.test.js:3:1'\n",
    { file: "a.test.js", line: 3, column: 1, message: "b bad" },
  ],
  [
    "TAP without a place",
    "not ok 2 - b\nok 3\n  location: 'c.js:1:1'\n",
    { file: "", message: "b" },
  ],
  [
    "vitest",
    " FAIL  test/a.test.ts > group > name\n",
    { file: "test/a.test.ts", message: "group > name" },
  ],
  ["vitest project", " FAIL  |unit| a.test.ts > name\n", { file: "a.test.ts", message: "name" }],
  ["jest", "  ● group › name\n", { file: "", message: "group › name" }],
  [
    "pytest",
    "FAILED tests/test_a.py::T::test_b - AssertionError: 1\n",
    { file: "tests/test_a.py", message: "T::test_b: AssertionError: 1" },
  ],
  [
    "pytest collection",
    "ERROR tests/test_a.py\n",
    { file: "tests/test_a.py", message: "could not be collected" },
  ],
  [
    "go",
    "--- FAIL: TestX (0.00s)\n    x_test.go:12: got 1\n",
    { file: "x_test.go", line: 12, message: "TestX: got 1" },
  ],
  ["go without a place", "--- FAIL: TestX (0.00s)\nFAIL\n", { file: "", message: "TestX" }],
  ["cargo", "test tests::it_works ... FAILED\n", { file: "", message: "tests::it_works" }],
  [
    "rspec",
    "rspec ./spec/a_spec.rb:3 # A does b\n",
    { file: "./spec/a_spec.rb", line: 3, message: "A does b" },
  ],
  [
    "mix",
    "  1) test adds (MathTest)\n     test/math_test.exs:4\n",
    { file: "test/math_test.exs", line: 4, message: "adds (MathTest)" },
  ],
])("readTestFailures(): %s", (_case, output, finding) => {
  expect(readTestFailures(output, "/repository")).toEqual([{ level: "error", ...finding }]);
});

test.each([
  "not ok 1 - later # TODO\n",
  "not ok 6 - s\n  type: 'suite'\n",
  "FAIL src/a.js\n",
  "failed\n",
])("readTestFailures(): %j names no test", (output) => {
  expect(readTestFailures(output, "/repository")).toEqual([]);
});

test("readTestFailures() names each test once and not more than fifty", () => {
  const lines = Array.from({ length: 200 }, (_value, index) => `test t${index} ... FAILED\n`);
  expect(readTestFailures([...lines.slice(0, 3), ...lines.slice(0, 3)].join(""), "/")).toHaveLength(
    3,
  );
  expect(readTestFailures(lines.join(""), "/")).toHaveLength(50);
});
