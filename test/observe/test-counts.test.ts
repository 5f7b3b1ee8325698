import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTestCounts } from "../../src/observe/test-counts.ts";

type Row = readonly [string, string, readonly [number, number, number, number]];

const NODE_TAP =
  "1..3\n# tests 3\n# suites 0\n# pass 1\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n# duration_ms 9";
const NODE_SPEC =
  "ℹ tests 5\nℹ suites 1\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\nℹ todo 1\n";
const MAVEN =
  "[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in a.B\n" +
  "[INFO] Results:\n[ERROR] Tests run: 6, Failures: 1, Errors: 2, Skipped: 1\n";

const rows: readonly Row[] = [
  ["node, TAP", NODE_TAP, [1, 1, 1, 3]],
  ["node, spec", NODE_SPEC, [2, 2, 1, 5]],
  ["node, an empty file", "✔ a.test.js (40.1ms)\n✔ ok (1ms)\nℹ tests 2\nℹ pass 2\n", [1, 0, 0, 1]],
  ["node, an empty file in TAP", "ok 1 - test/a.js\n1..1\n# tests 1\n# pass 1\n", [0, 0, 0, 0]],
  [
    "vitest",
    " Test Files  1 failed (1)\n      Tests  1 failed | 2 passed | 1 skipped (4)\n",
    [2, 1, 1, 4],
  ],
  [
    "vitest in colour",
    "\u001B[2m      Tests \u001B[22m \u001B[32m2 passed\u001B[39m\u001B[90m (2)\u001B[39m",
    [2, 0, 0, 2],
  ],
  ["vitest, expected failures", "      Tests  1 expected fail | 1 todo (2)", [1, 0, 1, 2]],
  ["vitest, nothing in its files", "      Tests  no tests\n", [0, 0, 0, 0]],
  ["vitest, no file", "No test files found, exiting with code 0\n", [0, 0, 0, 0]],
  ["two runs of vitest", " Tests  1 passed (1)\n Tests  2 passed (2)\n", [3, 0, 0, 3]],
  [
    "jest",
    "Test Suites: 1 failed, 1 total\nTests:       1 failed, 1 skipped, 2 passed, 4 total\n",
    [2, 1, 1, 4],
  ],
  ["jest, none", "No tests found, exiting with code 0\n", [0, 0, 0, 0]],
  ["jest, zero", "Tests:       0 total\n", [0, 0, 0, 0]],
  ["mocha", "\n  2 passing (5ms)\n  1 pending\n  1 failing\n\n  1) x\n", [2, 1, 1, 4]],
  ["mocha, none", "\n  0 passing (1ms)\n", [0, 0, 0, 0]],
  [
    "pytest",
    "==== 1 failed, 2 passed, 1 skipped, 1 xfailed, 3 warnings in 0.12s ====",
    [2, 1, 2, 5],
  ],
  ["pytest -q", "2 passed in 61.02s (0:01:01)\n", [2, 0, 0, 2]],
  ["pytest, errors", "1 passed, 2 errors in 0.10s", [1, 2, 0, 3]],
  ["pytest, none", "== no tests ran in 0.01s ==\n", [0, 0, 0, 0]],
  ["pytest, all deselected", "== 12 deselected in 0.01s ==\n", [0, 0, 0, 0]],
  ["unittest", "Ran 5 tests in 0.001s\n\nFAILED (failures=1, errors=1, skipped=1)\n", [2, 2, 1, 5]],
  ["unittest, none", "Ran 0 tests in 0.000s\n\nOK\n", [0, 0, 0, 0]],
  [
    "go",
    "ok  \tpkg/a\t0.01s\n--- FAIL: TestX (0.00s)\nFAIL\nFAIL\tpkg/b\t0.01s\nFAIL\n",
    [1, 1, 0, 2],
  ],
  [
    "go -v",
    "--- PASS: TestA (0.00s)\n    --- PASS: TestA/sub (0.00s)\n--- SKIP: TestB (0.00s)\nPASS\nok  \tpkg\t0.01s\n",
    [1, 0, 1, 2],
  ],
  [
    "go, JSON",
    `{"Time":"t","Action":"run","Package":"p","Test":"TestA"}\n{"Time":"t","Action":"pass","Package":"p","Test":"TestA","Elapsed":0}\n{"Time":"t","Action":"pass","Package":"p","Test":"TestA/sub","Elapsed":0}\n{"Time":"t","Action":"skip","Package":"p","Test":"TestB","Elapsed":0.01}\n{"Time":"t","Action":"fail","Package":"p","Test":"TestC","Elapsed":1e-05}\n{"Time":"t","Action":"fail","Package":"p","Elapsed":0.01}\n`,
    [1, 1, 1, 3],
  ],
  [
    "go, JSON, none",
    `{"Time":"t","Action":"pass","Package":"p","Elapsed":0.01}\n{"Time":"t","Action":"skip","Package":"q","Elapsed":0}\n`,
    [0, 0, 0, 0],
  ],
  ["go, cached", "ok  \tpkg/a\t(cached)\n", [1, 0, 0, 1]],
  ["go, no file", "?   \tpkg\t[no test files]\n", [0, 0, 0, 0]],
  [
    "go, nothing to run",
    "testing: warning: no tests to run\nPASS\nok  \tpkg\t0.01s [no tests to run]\n",
    [0, 0, 0, 0],
  ],
  ["go, not built", "FAIL\tpkg [build failed]\nok  \tpkg/b\t0.1s\nFAIL\n", [1, 1, 0, 2]],
  ["go, a panic", "panic: x\nFAIL\tpkg\t0.01s\nFAIL\n", [0, 1, 0, 1]],
  [
    "cargo",
    "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.0s\ntest result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n",
    [3, 1, 1, 5],
  ],
  [
    "cargo, none",
    "running 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n",
    [0, 0, 0, 0],
  ],
  ["mix", "Finished in 0.05 seconds\n2 doctests, 3 tests, 1 failure, 1 excluded\n", [3, 1, 1, 5]],
  ["mix, none", "There are no tests to run\n", [0, 0, 0, 0]],
  ["rspec", "Finished\n3 examples, 1 failure, 1 pending\n", [1, 1, 1, 3]],
  [
    "rspec, outside",
    "0 examples, 0 failures, 1 error occurred outside of examples\n",
    [0, 1, 0, 1],
  ],
  ["minitest", "4 runs, 9 assertions, 1 failures, 1 errors, 1 skips\n", [1, 2, 1, 4]],
  [
    "TAP",
    "TAP version 13\nok 1 - a\nnot ok 2 - b\nok 3 # SKIP slow\nnot ok 4 - d # TODO\n1..4\n",
    [1, 1, 2, 4],
  ],
  ["TAP, cut short", "1..3\nok\n", [1, 2, 0, 3]],
  ["TAP, nothing planned", "1..0 # SKIP all\n", [0, 0, 0, 0]],
  ["maven", MAVEN, [2, 3, 1, 6]],
  ["maven, none", "[INFO] No tests to run.\n", [0, 0, 0, 0]],
  ["TAP, bailed out", "ok 1\nBail out! no database\n1..1\n", [1, 1, 0, 2]],
  [
    "dotnet",
    "Failed!  - Failed:     1, Passed:     2, Skipped:     1, Total:     4, Duration: 9 ms - a.dll (net8.0)\n",
    [2, 1, 1, 4],
  ],
  ["dotnet, none", "No test is available in a.dll. Make sure that\n", [0, 0, 0, 0]],
  ["phpunit", "OK (3 tests, 5 assertions)\n", [3, 0, 0, 3]],
  [
    "phpunit, failures",
    "FAILURES!\nTests: 5, Assertions: 3, Errors: 1, Failures: 1, Skipped: 1.\n",
    [2, 2, 1, 5],
  ],
  ["phpunit, none", "No tests executed!\n", [0, 0, 0, 0]],
  [
    "bun",
    " 2 pass\n 1 skip\n 1 fail\n 3 expect() calls\nRan 4 tests across 1 file. [5.00ms]\n",
    [2, 1, 1, 4],
  ],
  ["bun, none", "Ran 0 tests across 1 file. [5.00ms]\n", [0, 0, 0, 0]],
  [
    "deno",
    "FAILED | 2 passed (3 steps) | 1 failed | 1 ignored | 4 filtered out (5ms)\n",
    [2, 1, 1, 4],
  ],
  ["deno, none", "ok | 0 passed | 0 failed (1ms)\n", [0, 0, 0, 0]],
  [
    "nextest",
    "     Summary [   0.012s] 4 tests run: 2 passed, 1 failed, 1 skipped\n",
    [2, 1, 1, 4],
  ],
  [
    "playwright",
    "  1 failed\n    [chromium] › a.spec.ts:3:1 › x\n  2 skipped\n  3 passed (5.2s)\n",
    [3, 1, 2, 6],
  ],
  ["gradle", "5 tests completed, 1 failed, 1 skipped\n", [3, 1, 1, 5]],
  ["gradle, none", "> Task :lib:test NO-SOURCE\n\nBUILD SUCCESSFUL in 1s\n", [0, 0, 0, 0]],
  ["ctest", "67% tests passed, 1 tests failed out of 3\n", [2, 1, 0, 3]],
  ["ctest, none", "No tests were found!!!\n", [0, 0, 0, 0]],
  [
    "scalatest",
    "[info] Tests: succeeded 2, failed 1, canceled 0, ignored 1, pending 0\n",
    [2, 1, 1, 4],
  ],
  [
    "maven, nothing that was asked for",
    "[INFO] --- surefire:3.5.2:test (default-test) @ p ---\n[INFO] BUILD SUCCESS\n",
    [0, 0, 0, 0],
  ],
  ["maven, told to skip", "[INFO] Tests are skipped.\n", [0, 0, 0, 0]],
  [
    "maven, one module without tests",
    "[INFO] --- surefire:3.5.2:test (default-test) @ p ---\n[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0\n[INFO] --- surefire:3.5.2:test (default-test) @ q ---\n",
    [1, 0, 0, 1],
  ],
  ["TAP, without a plan", "TAP version 13\nok 1 - a\n", [1, 1, 0, 2]],
  ["TAP, without a plan or a version", "ok 1 - a\nnot ok 2 - b\n", [1, 2, 0, 3]],
  ["TAP, a failure and no plan", "TAP version 13\nnot ok 2\n", [0, 2, 0, 2]],
  ["TAP, nothing behind the version", "TAP version 14\n", [0, 1, 0, 1]],
  [
    "TAP, a second stream that breaks off",
    "TAP version 13\nok 1\n1..1\nTAP version 13\nok 1\n",
    [2, 1, 0, 3],
  ],
  ["cucumber, none", "0 scenarios\n0 steps\n0m00.000s\n", [0, 0, 0, 0]],
  ["cucumber of Java, none", "0 Scenarios\n0 Steps\n", [0, 0, 0, 0]],
  ["mix, no kind of test", "Finished in 0.01 seconds\n0 failures\n", [0, 0, 0, 0]],
  ["mix, one application without tests", "3 tests, 0 failures\n==> b\n0 failures\n", [3, 0, 0, 3]],
  [
    "karma, none",
    "Chrome 120 (Linux): Executed 0 of 0 SUCCESS (0.003 secs / 0 secs)\n",
    [0, 0, 0, 0],
  ],
  ["ava, none", "  0 tests passed\n", [0, 0, 0, 0]],
  ["playwright, none", "Error: No tests found\n", [0, 0, 0, 0]],
  [
    "pnpm, none in its packages",
    "packages/a test$ node --test\npackages/a test: # tests 0\npackages/a test: # pass 0\npackages/a test: Done\n",
    [0, 0, 0, 0],
  ],
  [
    "pnpm, failures in one of its packages",
    "packages/a test: # tests 2\npackages/a test: # pass 2\n. test: # tests 4\n. test: # fail 4\n. test: Done\n",
    [2, 4, 0, 6],
  ],
  ["turbo, none", "web:test: No test files found, exiting with code 0\n", [0, 0, 0, 0]],
  [
    "turbo, one package without tests, whichever ends last",
    "web:test:       Tests  3 passed (3)\n@x/ui:test: No test files found, exiting with code 0\n",
    [3, 0, 0, 3],
  ],
  [
    "a failure before another runner that passes",
    "1 failed in 0.1s\n Test Files  1 passed (1)\n      Tests  3 passed (3)\n",
    [0, 1, 0, 1],
  ],
  [
    "a failure of one package before a runner that passes",
    "web:test: 1 failed in 0.1s\n      Tests  3 passed (3)\n",
    [0, 1, 0, 1],
  ],
  ["the last to speak counts", " Tests  9 passed (9)\n2 passed in 0.1s\n", [2, 0, 0, 2]],
];

describe("readTestCounts()", () => {
  test.each(rows)("%s", (_case, output, [passed, failed, skipped, total]) => {
    expect(readTestCounts(output)).toEqual({ passed, failed, skipped, total });
  });

  test.each([
    "",
    "all good\n",
    "5 files changed in 2s\n",
    "ok 1\nok 2\n",
    "1 passing thought",
    "OK (skipped=1)\n",
    "Chrome 120 (Linux): Executed 0 of 0 SUCCESS\nChrome 120 (Linux): Executed 2 of 2 SUCCESS (0.1 secs)\n",
    "3 scenarios (3 passed)\n9 steps (9 passed)\n",
    "warning: ok\n",
    "> Task :a:test\n> Task :b:test NO-SOURCE\n",
  ])("%j is of no known runner", (output) => {
    expect(readTestCounts(output)).toBeUndefined();
  });

  test("any text has an answer", () => {
    const words = fc.constantFrom(
      ..."ok|not ok|1..9|# tests 3|# SKIP|✔|--- FAIL: |Tests| Tests:|passed|in 0.1s|1|,|\n|\t| |\u001B[|(|)|FAIL".split(
        "|",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((it) => it.join("")),
    );
    fc.assert(
      fc.property(text, (output) => {
        const counts = readTestCounts(output);
        const numbers = counts === undefined ? [] : Object.values(counts);
        expect(numbers.every((it) => Number.isSafeInteger(it) && it >= 0)).toBe(true);
      }),
    );
  });

  test.each(["1\n", "ok 1 # ", "1 passed, ", "# tests 1\n", "\u001B[1", "Tests: 1 a, ", "1..9\n"])(
    "megabytes of %j take no time",
    (part) => {
      const startedAtMs = performance.now();
      readTestCounts(part.repeat(2_000_000 / part.length));
      expect(performance.now() - startedAtMs).toBeLessThan(10_000);
    },
  );

  test.each(["tap", "spec"])("reads what node really prints: %s", (reporter) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "kazi-test-"));
    writeFileSync(
      path.join(folder, "a.test.mjs"),
      'import test from "node:test";\ntest("a", () => {});\ntest("b", () => { throw new Error("x"); });\ntest("c", { skip: true }, () => {});\n',
    );
    writeFileSync(path.join(folder, "empty.test.mjs"), "\n");
    const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
    const args = ["--test", `--test-reporter=${reporter}`];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(readTestCounts(stdout)).toEqual({ passed: 1, failed: 1, skipped: 1, total: 3 });
  });
});
