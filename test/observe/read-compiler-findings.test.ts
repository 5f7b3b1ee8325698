import { expect, test } from "vitest";
import { readCompilerFindings } from "../../src/observe/read-compiler-findings.ts";

test.each([
  [
    "gcc",
    "src/a.c:3:7: error: expected ';'",
    { file: "src/a.c", line: 3, column: 7, message: "error: expected ';'" },
  ],
  ["a warning", "src/a.c:3:7: warning: unused", { level: "warning" }],
  [
    "go",
    "./a.go:12:3: undefined: x",
    { file: "a.go", line: 12, column: 3, message: "undefined: x" },
  ],
  ["no column", "lib/a.ex:3: syntax error", { file: "lib/a.ex", line: 3, message: "syntax error" }],
  ["absolute", "/work/src/a.c:3:7: error: x", { file: "src/a.c" }],
  [
    "tsc",
    "src/a.ts(3,7): error TS2304: no x",
    { file: "src/a.ts", line: 3, column: 7, message: "error TS2304: no x" },
  ],
  [
    "rustc",
    "error[E0425]: no x\n --> src/a.rs:3:7",
    { file: "src/a.rs", line: 3, column: 7, message: "error[E0425]: no x" },
  ],
  [
    "Python",
    'Traceback (most recent call last):\n  File "/work/a.py", line 3, in <module>\n    x()\nNameError: no x',
    { file: "a.py", line: 3, message: "NameError: no x" },
  ],
])("readCompilerFindings(): %s", (_case, output, finding) => {
  expect(readCompilerFindings(`noise\n${output}\nnoise`, "/work")).toMatchObject([finding]);
});

test.each([
  "",
  "12:30:45: started",
  "http://localhost:80: refused",
  '  File "<stdin>", line 1',
  "done",
])("readCompilerFindings(): %j is none", (output) => {
  expect(readCompilerFindings(output, "/work")).toEqual([]);
});

test("readCompilerFindings() is bounded", () => {
  const output = "a.c:1:1: error: x\n".repeat(1000);
  expect(readCompilerFindings(output, "/work")).toHaveLength(50);
});
