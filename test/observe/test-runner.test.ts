import { expect, test } from "vitest";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";

async function observe(code: number, stdout: string, world: World = {}): Promise<PredicateResult> {
  const predicate = givenPredicate({ provider: "test_runner", ...PROGRAM });
  const ending = { kind: "exited", code } as const;
  return await evaluate(predicate, givenContext({ ending, stdout, ...world }));
}

test.each([
  ["all passed", 0, "2 passed in 0.1s", "pass", "2 passed, 0 failed, 0 skipped of 2 tests"],
  [
    "some skipped",
    0,
    "1 passed, 1 skipped in 0.1s",
    "pass",
    "1 passed, 0 failed, 1 skipped of 2 tests",
  ],
  [
    "failures",
    1,
    "1 failed, 1 passed in 0.1s",
    "fail",
    "check exited with code 1, expected 0; 1 passed, 1 failed, 0 skipped of 2 tests",
  ],
  [
    "exit 0 with a failure",
    0,
    "1 failed, 1 passed in 0.1s",
    "fail",
    "exit code 0 but 1 passed, 1 failed, 0 skipped of 2 tests",
  ],
  [
    "exit 1 with no failure",
    1,
    "2 passed in 0.1s",
    "fail",
    "check exited with code 1, expected 0; 2 passed, 0 failed, 0 skipped of 2 tests",
  ],
  ["no test", 0, "no tests ran in 0.1s", "fail", "no test ran: expected at least one"],
  [
    "only skipped",
    0,
    "2 skipped in 0.1s",
    "fail",
    "no test ran: all 2 were skipped, expected at least one to run",
  ],
  [
    "uncounted",
    0,
    "fine",
    "pass",
    "check exited with code 0; its tests could not be counted, so nothing says that any ran",
  ],
  ["uncounted failure", 2, "bad", "fail", "check exited with code 2, expected 0"],
])("evaluate(): test_runner: %s", async (_case, code, stdout, status, message) => {
  const result = await observe(code, stdout);
  expect(result).toMatchObject({ status, evidence: { message } });
});

test("evaluate(): test_runner: the score is the part that passed", async () => {
  const result = await observe(1, "3 failed, 1 passed in 0.1s");
  expect(result).toMatchObject({ score: 0.25, evidence: { counts: { passed: 1, total: 4 } } });
});

test("evaluate(): test_runner: a crash fails, a timeout does not say", async () => {
  const crashed = await observe(0, "", { ending: { kind: "killed", signal: "SIGSEGV" } });
  expect(crashed).toMatchObject({ status: "fail", permanent: false });
  const late = await observe(0, "", {
    ending: { kind: "timed-out", afterMs: 5 },
    stdout: "so far",
  });
  expect(late).toMatchObject({ status: "error", evidence: { excerpt: "so far" } });
});

test("evaluate(): test_runner: failing tests are named, and only then", async () => {
  const output = "FAILED a.py::b - x\n1 failed in 0.1s";
  expect((await observe(1, output)).evidence.findings).toMatchObject([{ file: "a.py" }]);
  const passing = await observe(0, "FAILED a.py::b - x\n1 passed in 0.1s");
  expect(passing.evidence.findings).toEqual([]);
});

function junit(...cases: readonly string[]): string {
  return `<?xml version="1.0"?>\n<testsuite>${cases.join("")}</testsuite>\n`;
}

const passed = '<testcase name="p"/>';
const failed = '<testcase name="f" file="a.js" line="2"><failure message="no"/></testcase>';
const skipped = '<testcase name="s"><skipped/></testcase>';

async function observeReports(code: number, world: World): Promise<PredicateResult> {
  const predicate = givenPredicate({ provider: "test_runner", ...PROGRAM, report: "r.xml" });
  return await evaluate(predicate, givenContext({ ending: { kind: "exited", code }, ...world }));
}

test.each<readonly [string, number, World, string, string]>([
  ["all passed", 0, { files: { "r.xml": junit(passed, skipped) } }, "pass", "1 passed, 0 failed"],
  ["one failed", 1, { files: { "r.xml": junit(passed, failed) } }, "fail", "1 passed, 1 failed"],
  ["exit 0 all the same", 0, { files: { "r.xml": junit(failed) } }, "fail", "exit code 0 but"],
  ["no test", 0, { files: { "r.xml": junit() } }, "fail", "no test ran"],
  ["all skipped", 0, { files: { "r.xml": junit(skipped) } }, "fail", "all 1 were skipped"],
  [
    "a stale report is not taken for this run's",
    0,
    { stdout: "9 passed in 1s", files: { "r.xml": junit(passed) }, staleFiles: ["r.xml"] },
    "error",
    "it did not write r.xml again",
  ],
  ["no report", 0, { stdout: "9 passed in 1s" }, "error", "it wrote no report r.xml"],
  [
    "half a report",
    0,
    { files: { "r.xml": junit(passed).slice(0, -9) } },
    "error",
    "in the middle",
  ],
  [
    "half a report with a failure",
    0,
    { files: { "r.xml": junit(failed).slice(0, -9) } },
    "fail",
    "in the middle; so far 0 passed, 1 failed",
  ],
  ["a build that failed", 2, { stdout: "cannot find x" }, "fail", "it wrote no report r.xml"],
])("evaluate(): test_runner with a report: %s", async (_case, code, world, status, words) => {
  const result = await observeReports(code, world);
  expect(result.status).toBe(status);
  expect(result.evidence.message).toContain(words);
});

test("evaluate(): test_runner: failing tests of a report become findings with their place", async () => {
  const result = await observeReports(1, { files: { "r.xml": junit(passed, failed) } });
  expect(result).toMatchObject({ score: 0.5, evidence: { counts: { total: 2 } } });
  expect(result.evidence.findings).toEqual([
    { file: "a.js", line: 2, level: "error", message: "f: no" },
  ]);
});

test("evaluate(): test_runner: JUnit that is printed counts more than the words around it", async () => {
  const result = await observe(0, `> test\n${junit(passed, passed)}ℹ tests 9\nℹ pass 9\n`);
  expect(result).toMatchObject({ status: "pass", evidence: { counts: { passed: 2, total: 2 } } });
});

test.each<readonly [string, string, string, string]>([
  [
    "breaks off behind a failure",
    junit(failed, passed).slice(0, -12),
    "fail",
    "ends in the middle; so far 1 passed, 1 failed",
  ],
  ["breaks off before any failure", junit(passed).slice(0, -12), "error", "ends in the middle"],
  ["breaks off in its first tag", "<testsuite name='x", "error", "ends in the middle"],
  ["is no XML further on", "<testsuite><testcase/></b>", "error", "does not say what ran"],
  ["claims failures", '<testsuite failures="3"><testcase/></testsuite>', "error", "claims 3"],
])(
  "evaluate(): test_runner: JUnit that is printed and %s is no pass",
  async (_case, stdout, status, words) => {
    const result = await observe(0, stdout);
    expect(result.status).toBe(status);
    expect(result.evidence.message).toContain(words);
  },
);

test("evaluate(): test_runner: other XML that is printed is not taken for a report", async () => {
  const result = await observe(0, "<!DOCTYPE html>\n<html><br></html>\n2 passed in 0.1s\n");
  expect(result).toMatchObject({ status: "pass", evidence: { counts: { passed: 2 } } });
});

test("evaluate(): test_runner: counts come from the whole output, not from what is kept of it", async () => {
  const points = Array.from(
    { length: 50_000 },
    (_, index) => `ok ${index + 1} - ${"x".repeat(100)}`,
  );
  const result = await observe(0, `1..50000\n${points.join("\n")}\n`, { omittedBytes: 1 });
  expect(result).toMatchObject({ status: "pass", evidence: { counts: { passed: 50_000 } } });
});
