import { describe, expect, test } from "vitest";
import type { Property } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM } from "./given-context.ts";

const PROPERTY: Property = {
  provider: "property",
  ...PROGRAM,
  testsWanted: 100,
  mergeStderr: true,
};

async function observe(code: number, stdout: string): Promise<PredicateResult> {
  const context = givenContext({ ending: { kind: "exited", code }, stdout });
  return await evaluate(givenPredicate(PROPERTY), context);
}

describe("evaluate(): property", () => {
  test.each([
    ["all hold", "OK: Passed 100 test(s).\n1 property, 0 failures\n", "check exited with code 0"],
    [
      "silence",
      "",
      "check exited with code 0; nothing in its output says that a property was tried",
    ],
  ])("%s: pass", async (_case, stdout, message) => {
    expect(await observe(0, stdout)).toMatchObject({ status: "pass", evidence: { message } });
  });

  test("a counterexample is a failure with progress", async () => {
    const stdout =
      "Failed: After 26 test(s).\nShrinking ..(2 time(s))\n[0]\n\n3 properties, 1 failure\n";
    const result = await observe(1, stdout);
    expect(result).toMatchObject({ status: "fail", score: 0.25 });
    expect(result.evidence).toMatchObject({
      message: "a property was refuted at test 26: [0]",
      wanted: "exit code 0 and no counterexample",
      findings: [{ message: "a property was refuted at test 26: [0]" }],
    });
  });

  test("a counterexample with exit 0 is no pass", async () => {
    expect(await observe(0, "Falsifying example: f(0)\n")).toMatchObject({ status: "fail" });
  });

  test("an ordinary failing test is a failure and no error", async () => {
    const result = await observe(
      1,
      "FAILED tests/test_a.py::test_b - assert 1 == 2\n1 failed in 0.1s",
    );
    expect(result).toMatchObject({
      status: "fail",
      evidence: {
        message: "check exited with code 1, expected 0; no counterexample was printed",
        findings: [{ file: "tests/test_a.py" }],
        counts: { failed: 1 },
      },
    });
  });

  test("a suite that does not compile is a failure and says where", async () => {
    expect(await observe(1, "lib/a.ex:3: syntax error before: end\n")).toMatchObject({
      status: "fail",
      evidence: { findings: [{ file: "lib/a.ex", line: 3 }] },
    });
  });

  test.each([
    ["no test at all", "no tests ran in 0.01s", "no test ran"],
    ["every test skipped", "3 skipped in 0.01s", "all 3 tests were skipped"],
    ["a failing test", "1 failed in 0.01s", "exit code 0 but 1 of 1 tests failed"],
    ["one of two failing", "1 failed, 1 passed in 0.01s", "1 of 2 tests failed"],
    ["no tries", "prop: OK, passed 0 tests", "every one of them passed 0 tests"],
  ])("%s is not a pass", async (_case, stdout, words) => {
    const result = await observe(0, stdout);
    expect(result.status).toBe("fail");
    expect(result.evidence.message).toContain(words);
  });
});
