import type { LineCounter } from "./placed-line.ts";

const PACKAGE =
  /^(ok|FAIL|\?)\s+[^\s\d]\S*\s+(\d{1,9}\.\d{1,9}s|\(cached\)|\[(?:no test files|build failed|setup failed)\])(.*)$/;
const TEST = /^--- (PASS|FAIL|SKIP): \S/;
/** A line of `go test -json`: the end of a package, or of a test that is no part of another. */
const JSON_END =
  /^\{.{0,80}"Action":"(pass|fail|skip)","Package":"[^"]*"(?:,"Test":"([^"/]+)")?(?:,"Elapsed":[\d.e-]+)?(?:,"FailedBuild":"[^"]*")?\}$/;

/**
 * Reads `go test`. Only with `-v` it names tests that passed; without it a package that is ok
 * counts as one test.
 */
export function createGoCounter(): LineCounter {
  const packages = { ok: 0, failing: 0, notBuilt: 0 };
  const tests = { PASS: 0, FAIL: 0, SKIP: 0 };
  let last: number | undefined;

  function seePackage(verdict: string, how: string, note: string): void {
    if (verdict === "ok" && !note.includes("[no tests to run]")) packages.ok += 1;
    if (verdict === "FAIL") packages.failing += 1;
    if (how.endsWith(" failed]")) packages.notBuilt += 1;
  }
  /** Here every test has a line of its own, so that a package never stands for one. */
  function seeJson(ending: string, test: string | undefined, at: number): void {
    if (test === undefined) {
      if (ending === "fail") packages.failing += 1;
      last = at;
    } else seeTest(ending.toUpperCase());
  }
  function seeTest(ending: string | undefined): void {
    if (ending === "PASS" || ending === "FAIL" || ending === "SKIP") tests[ending] += 1;
  }
  return {
    see: ({ text, at }) => {
      const [, jsonEnding, test] = JSON_END.exec(text) ?? [];
      if (jsonEnding !== undefined) {
        seeJson(jsonEnding, test, at);
        return;
      }
      seeTest(TEST.exec(text)?.[1]);
      const [, verdict, how = "", note = ""] = PACKAGE.exec(text) ?? [];
      if (verdict === undefined) return;
      seePackage(verdict, how, note);
      last = at;
    },
    reading: () => {
      if (last === undefined) return undefined;
      const isVerbose = tests.PASS > 0 || tests.SKIP > 0;
      const passed = isVerbose ? tests.PASS : packages.ok;
      const failed = Math.max(tests.FAIL + packages.notBuilt, packages.failing);
      const total = passed + failed + tests.SKIP;
      return { counts: { passed, failed, skipped: tests.SKIP, total }, at: last };
    },
  };
}
