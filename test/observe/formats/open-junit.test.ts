import { expect, test } from "vitest";
import { type Finding } from "../../../src/model/vector.ts";
import { openJunit } from "../../../src/observe/formats/open-junit.ts";
import { FOLDER } from "./samples.ts";

interface Read {
  readonly findings: readonly Finding[];
  readonly problem: string | undefined;
  readonly counts: readonly number[];
}

function read(xml: string): Read {
  const findings: Finding[] = [];
  const reader = openJunit((toFinding) => findings.push(toFinding()), {
    folder: FOLDER,
  });
  reader.write(xml);
  const problem = reader.end();
  const { passed, failed, skipped, total } = reader.counts();
  return { findings, problem, counts: [passed, failed, skipped, total] };
}

test.each([
  ["no suite", "<testsuites/>", [0, 0, 0, 0]],
  ["a suite without cases", '<testsuite tests="9"/>', [0, 0, 0, 0]],
  [
    "a file without a test",
    '<testsuites><testcase name="a.test.js" classname="test" file="/x/a.test.js"/></testsuites>',
    [0, 0, 0, 0],
  ],
  [
    "a file that does not load",
    '<testsuites><testcase name="a.js" file="/x/a.js"><failure/></testcase></testsuites>',
    [0, 1, 0, 1],
  ],
  ["one that passed", "<testsuite><testcase/></testsuite>", [1, 0, 0, 1]],
  ["one left out", "<testsuite><testcase><skipped/></testcase></testsuite>", [0, 0, 1, 1]],
  ["one disabled", "<testsuite><testcase><disabled/></testcase></testsuite>", [0, 0, 1, 1]],
  ["one not run", '<testsuite><testcase status="notrun"/></testsuite>', [0, 0, 1, 1]],
  ["one suppressed", '<testsuite><testcase result="suppressed"/></testsuite>', [0, 0, 1, 1]],
  ["one failed by its status", '<testsuite><testcase status="fail"/></testsuite>', [0, 1, 0, 1]],
  [
    "a failure and an error of one case",
    "<testsuite><testcase><failure/><error/></testcase></testsuite>",
    [0, 1, 0, 1],
  ],
  [
    "a failure beside a skip",
    "<testsuite><testcase><skipped/><failure/></testcase></testsuite>",
    [0, 1, 0, 1],
  ],
  [
    "one that passed at the second try",
    "<testsuite><testcase><flakyFailure>x</flakyFailure><flakyError/></testcase></testsuite>",
    [1, 0, 0, 1],
  ],
  [
    "one that failed at every try",
    "<testsuite><testcase><failure/><rerunFailure/><rerunError/></testcase></testsuite>",
    [0, 1, 0, 1],
  ],
  [
    "suites in suites",
    "<testsuites><testsuite><testcase/><testsuite><testcase/></testsuite><testcase/></testsuite></testsuites>",
    [3, 0, 0, 3],
  ],
  [
    "a suite that could not be loaded",
    '<testsuite name="s"><error message="no module"/></testsuite>',
    [0, 1, 0, 1],
  ],
  [
    "fewer cases than one that failed in two ways claims",
    '<testsuites failures="1" errors="1"><testsuite failures="1" errors="1"><testcase><failure/><error/></testcase></testsuite></testsuites>',
    [0, 1, 0, 1],
  ],
  [
    "the error of a suite that claims it",
    '<testsuite tests="0" errors="1"><error message="no module"/></testsuite>',
    [0, 1, 0, 1],
  ],
  [
    "markup in what a test printed",
    "<testsuite><testcase><system-out><![CDATA[<testcase><failure/></testcase>]]></system-out></testcase></testsuite>",
    [1, 0, 0, 1],
  ],
  [
    "two reports",
    "<testsuite><testcase/></testsuite>\n<testsuite><testcase/></testsuite>",
    [2, 0, 0, 2],
  ],
  [
    "noise around it",
    "> test\n<testsuite><testcase/></testsuite>\nDone in 1s & < 2s\n",
    [1, 0, 0, 1],
  ],
])("counts %s", (_case, xml, counts) => {
  expect(read(xml)).toMatchObject({ counts, problem: undefined });
});

function failing(attributes: string, details: string, suite = ""): Finding | undefined {
  const xml = `<testsuite ${suite}><testcase ${attributes}><failure>${details}</failure></testcase></testsuite>`;
  return read(xml).findings[0];
}

test.each<readonly [string, Finding | undefined, Partial<Finding>]>([
  ["what the case says", failing('name="n" file="t.py" line="7"', ""), { file: "t.py", line: 7 }],
  [
    "pytest's own words",
    failing(
      'classname="tests.test_a" name="n"',
      "def test():\n&gt; assert 1\ntests/test_a.py:4: AssertionError",
    ),
    { file: "tests/test_a.py", line: 4 },
  ],
  [
    "a frame of the file that the case names",
    failing(
      `name="n" file="${FOLDER}/a.test.js"`,
      `at lib (${FOLDER}/lib.js:1:2)\n at t (file://${FOLDER}/a.test.js:5:10)`,
    ),
    { file: "a.test.js", line: 5, column: 10 },
  ],
  [
    "a frame of the class, not of its library",
    failing(
      'classname="p.CalcTest" name="n"',
      "at org.Assert.fail(Assert.java:86)\nat p.CalcTest.n(CalcTest.java:12)",
    ),
    { file: "CalcTest.java", line: 12 },
  ],
  [
    "a panic",
    failing('name="n"', "thread panicked at src/lib.rs:10:9:\nno"),
    { file: "src/lib.rs", line: 10 },
  ],
  [
    "go's words",
    failing('classname="p" name="TestX"', "    a_test.go:5: no"),
    { file: "a_test.go", line: 5 },
  ],
  [
    "a trace of .NET",
    failing('name="n"', `at T.N() in ${FOLDER}/T.cs:line 12`),
    { file: "T.cs", line: 12 },
  ],
  [
    "a trace of python",
    failing('name="n"', `  File "${FOLDER}/a.py", line 3, in x`),
    { file: "a.py", line: 3 },
  ],
  ["the suite's file", failing('name="n"', "", 'file="s.rb"'), { file: "s.rb" }],
  [
    "nothing but foreign frames",
    failing('name="n"', "at x (node:internal/a.js:1:1)\nat y (/usr/lib/b.js:2:2)"),
    { file: "" },
  ],
])("finds the place by %s", (_case, finding, wanted) => {
  expect(finding).toMatchObject(wanted);
});

test("says what failed and why, in any order of attributes", () => {
  const one = '<failure type="E" message="1 &lt; 2&#10;more"/>';
  const two = "<error message='' type='Boom'/>";
  const xml = `<testsuite><testcase name="n" classname="c">${one}</testcase><testcase classname="a/b.ts" name="m">${two}</testcase></testsuite>`;
  expect(read(xml).findings).toEqual([
    { file: "", level: "error", message: "c: n: 1 < 2 more" },
    { file: "a/b.ts", level: "error", message: "m: Boom" },
  ]);
});

test.each([
  ["nothing", "", "there is no XML in it"],
  ["words", "BUILD FAILURE\n", "there is no XML in it"],
  ["half a tag", '<testsuite name="a', "ends in the middle"],
  ["half a report", "<testsuite><testcase>", "ends in the middle"],
  ["other XML", "<html><body/></html>", "no XML in it"],
  ["a bomb", '<!DOCTYPE t [<!ENTITY a "x">]><testsuite>&a;</testsuite>', "undefined entity"],
  [
    "a suite that claims more than its cases show",
    '<testsuites><testsuite tests="5" failures="3" errors="1"><testcase/></testsuite></testsuites>',
    "claims 4 failures or errors, and no case of it shows one",
  ],
  [
    "one of two suites that claims a failure",
    '<testsuites failures="1"><testsuite failures="1"/><testsuite><testcase><error/></testcase></testsuite></testsuites>',
    "claims 1 failures or errors",
  ],
  ["a suite with another end", "<testsuite><testcase/></b>", "unexpected close tag"],
  ["too deep", "<testsuite>".repeat(300), "nested deeper than 200"],
])("%s is no report", (_case, xml, words) => {
  expect(read(xml).problem).toContain(words);
});

test("a report has begun with its first name, and words are none", () => {
  function hasBegun(...pieces: readonly string[]): boolean {
    const reader = openJunit(() => undefined, { folder: FOLDER });
    for (const piece of pieces) reader.write(piece);
    reader.end();
    return reader.hasBegun();
  }
  const filler = "x".repeat(1_000_000);
  const endless = Array.from({ length: 36 }, () => filler);
  expect(hasBegun("<testsuite name='", ...endless)).toBe(true);
  expect(hasBegun("> test\n<?xml version='1.0'?>\n<testsuites")).toBe(false);
  expect(hasBegun("> test\n<?xml version='1.0'?>\n<testsuites ")).toBe(true);
  expect(hasBegun("2 passed in 1s\n<!DOCTYPE html><html><br></html>")).toBe(false);
});
