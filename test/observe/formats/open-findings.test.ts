import { expect, test } from "vitest";
import type { FindingsFormat, MatcherPattern } from "../../../src/model/check.ts";
import { readReport } from "./samples.ts";

test.each<readonly [FindingsFormat["kind"], string, string]>([
  ["eslint", "", "there is no JSON in it"],
  ["eslint", "Oops! Something went wrong!\n", "there is no JSON in it"],
  ["eslint", '[{"filePath":"a.js","messages":[', "ends in the middle"],
  ["golangci", "level=error msg=panic\n", "there is no JSON in it"],
  ["golangci", "{}", 'found no "Report"'],
  ["golangci", '{"Issues":null,"Report":{"Error":"no go.mod"}}', "says: no go.mod"],
  ["checkstyle", "<html/>", "there is no XML in it"],
  ["checkstyle", "<?xml version='1.0'?><other/>", "found other XML"],
  ["mypy", "mypy: can't read file 'x'\n", "could not do its work: mypy: can't read"],
  ["mypy", "Traceback (most recent call last):\n", "could not do its work"],
  ["dialyzer", "dialyzer: Analysis failed with error:\n", "could not do its work"],
])("%s: %j is no clean bill", (kind, text, words) => {
  if (kind === "problem_matcher") return;
  expect(readReport({ kind }, text).problem).toContain(words);
});

test.each<readonly [FindingsFormat["kind"], string]>([
  ["eslint", "[]\n"],
  ["eslint", '> lint\n[info] starting\n[{"filePath":"a.js","messages":[]}]'],
  ["golangci", '{"Issues":null,"Report":{}}\n0 issues.\n'],
  ["golangci", '{"Issues":[],"Report":{"Warnings":[]}}'],
  ["checkstyle", '<checkstyle version="4.3"></checkstyle>'],
  ["tsc", ""],
  ["mypy", "Success: no issues found in 3 source files\n"],
  ["dialyzer", "done (passed successfully)\n"],
])("%s: %j is one", (kind, text) => {
  if (kind === "problem_matcher") return;
  expect(readReport({ kind }, text)).toEqual({ findings: [], problem: undefined });
});

function matcher(...patterns: readonly Partial<MatcherPattern>[]): FindingsFormat {
  return {
    kind: "problem_matcher",
    patterns: patterns.map((it) => ({ regexp: ".", loop: false, ...it })),
  };
}

const gcc = matcher({
  regexp: "^(.+?):(\\d+):(\\d+): (warning|error|note): (.+)$",
  file: 1,
  line: 2,
  column: 3,
  severity: 4,
  message: 5,
});

test("a problem matcher reads a line", () => {
  const text = "make: x\n\u001B[1ma.c:1:2: warning: unused\u001B[0m\r\nb.c:3:4: note: see\n";
  expect(readReport(gcc, text).findings).toMatchObject([
    { file: "a.c", line: 1, column: 2, level: "warning", message: "unused" },
    { file: "b.c", level: "note" },
  ]);
});

test("a problem matcher of several lines begins anew where a line does not fit", () => {
  const rust = matcher(
    { regexp: "^(error|warning)(?:\\[(\\w+)\\])?: (.+)$", severity: 1, code: 2, message: 3 },
    { regexp: "^\\s+--> (.+):(\\d+):(\\d+)$", file: 1, line: 2, column: 3 },
  );
  const text = "error: lost\nerror[E1]: kept\n  --> a.rs:1:2\n  --> b.rs:3:4\n";
  expect(readReport(rust, text).findings).toMatchObject([
    { file: "a.rs", line: 1, rule: "E1", level: "error", message: "kept" },
  ]);
});

test("a problem matcher without a severity means an error, and a group that is not there means nothing", () => {
  const format = matcher({ regexp: "^(\\S+) (.+)?$", file: 1, message: 2, code: 9 });
  expect(readReport(format, "a.c \n").findings).toMatchObject([
    { file: "a.c", level: "error", message: "" },
  ]);
});

test.each(["(", "(?=a)b", "(a)\\1"])("a problem matcher with %j says so", (regexp) => {
  expect(readReport(matcher({ regexp }), "a\n").problem).toContain("the problem matcher: ");
});

test("a problem matcher that explodes elsewhere is answered", () => {
  const format = matcher({ regexp: "^(a+)+$", message: 1 });
  expect(readReport(format, `${"a".repeat(9000)}!\n`).findings).toEqual([]);
});
