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
