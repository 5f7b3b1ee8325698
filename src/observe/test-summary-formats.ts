import type { Counts } from "../model/vector.ts";

/** How one runner closes. What its lines say adds up, so a line may also take something back. */
export interface SummaryFormat {
  readonly read: (line: string) => Partial<Counts> | undefined;
  /** The line without which the others say nothing; absent where each speaks for itself. */
  readonly closing?: RegExp;
}

/** Longer numbers are not counts of tests. */
const NUMBER = "(\\d{1,9})";

const NODE_LINE = /^(?:#|ℹ) (tests|pass|fail|cancelled|skipped|todo) (\d{1,9})$/;
/** A test file without a single test is reported as one passed test that has the file's name. */
const NODE_EMPTY_FILE = /^(?:ok \d{1,9} - (\S+)|✔ (\S+) \(\d{1,9}(?:\.\d{1,9})?ms\))$/;
const TEST_FILE = /(?:(?:^|[/\\._-])test|(?:^|[/\\])test[-/\\][^:]*)\.[cm]?[jt]s$/;

function readNode(line: string): Partial<Counts> | undefined {
  const [, what, digits] = NODE_LINE.exec(line) ?? [];
  if (what === undefined) return isEmptyNodeFile(line) ? { passed: -1, total: -1 } : undefined;
  const count = Number(digits);
  if (what === "tests") return { total: count };
  if (what === "pass") return { passed: count };
  return what === "fail" || what === "cancelled" ? { failed: count } : { skipped: count };
}

function isEmptyNodeFile(line: string): boolean {
  const [, tap, spec] = NODE_EMPTY_FILE.exec(line) ?? [];
  return TEST_FILE.test(tap ?? spec ?? "");
}

const VITEST_LINE = /^\s*Tests\s+(?:no tests|(\d.*) \(\d{1,9}\))$/;
const JEST_LINE = /^Tests:\s+(\d.*) total$/;
const NOTHING_FOUND =
  /^(?:No test(?:s| files) found, exiting with code \d|No tests executed!$|No tests were found!!!$|No test is available in |error: no tests to run$|(?:Error: )?No tests found\.?$)/;
const MOCHA_LINE = /^\s+(\d{1,9}) (passing|failing|pending)(?: \(.*\))?$/;
const PYTEST_LINE = /^(?:=+ )?(no tests ran|\d.*) in \d[\d.]*s(?: \([\d:]+\))?(?: =+)?$/;
const PYTEST_WORD = / (?:passed|failed|errors?|skipped|xfailed|xpassed|deselected|warnings?)\b/;
const CARGO_LINE = new RegExp(
  `^test result: (?:ok|FAILED)\\. ${NUMBER} passed; ${NUMBER} failed; ${NUMBER} ignored;`,
);
const MIX_LINE = /^(\d{1,9} .*)?\b(\d{1,9}) failures?(?:, \d{1,9} (?:excluded|invalid|skipped))*$/;
const MIX_KIND = /\b(?:tests?|doctests?|propert(?:y|ies))\b/;
const RSPEC_LINE = new RegExp(
  `^${NUMBER} examples?, ${NUMBER} failures?(?:, ${NUMBER} pending)?(?:, ${NUMBER} errors? occurred outside of examples)?$`,
);
const MINITEST_LINE = new RegExp(
  `^${NUMBER} (?:runs|tests), \\d{1,9} assertions, ${NUMBER} failures, ${NUMBER} errors, ${NUMBER} skips$`,
);
const MAVEN_LINE = new RegExp(
  `^(?:\\[\\w+\\] )?Tests run: ${NUMBER}, Failures: ${NUMBER}, Errors: ${NUMBER}, Skipped: ${NUMBER}$`,
);
const NOTHING_TO_RUN = /^(?:\[\w+\] )?(?:There are )?no tests to run\.?$/i;
const UNITTEST_LINE = /^Ran (\d{1,9}) tests? in \d/;
const UNITTEST_ENDING = /^(?:OK|FAILED) \((.*)\)$/;

/** "1 failed | 2 passed", "1 failed, 2 passed": any separator, each word as a count. */
function readWords(text: string): ReadonlyMap<string, number> {
  const words = [...text.matchAll(/(\d{1,9}) ([a-z]+(?: fail)?)/g)];
  return new Map(words.map(([, digits, word = ""]) => [word, Number(digits)]));
}

function sumOf(words: ReadonlyMap<string, number>, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (words.get(name) ?? 0), 0);
}

function toCounts(words: ReadonlyMap<string, number>): Counts {
  const passed = sumOf(words, ["passed", "xpassed", "expected fail"]);
  const failed = sumOf(words, ["failed", "error", "errors"]);
  const skipped = sumOf(words, ["skipped", "todo", "pending", "xfailed"]);
  return { passed, failed, skipped, total: passed + failed + skipped };
}

function readWordsOf(pattern: RegExp, line: string): Counts | undefined {
  const match = pattern.exec(line);
  return match === null ? undefined : toCounts(readWords(match[1] ?? ""));
}

function readPytest(line: string): Counts | undefined {
  const [, summary] = PYTEST_LINE.exec(line) ?? [];
  if (summary === undefined || !(summary === "no tests ran" || PYTEST_WORD.test(summary))) {
    return undefined;
  }
  return toCounts(readWords(summary));
}

function readMocha(line: string): Partial<Counts> | undefined {
  const [, digits, what] = MOCHA_LINE.exec(line) ?? [];
  if (what === undefined) return undefined;
  const count = Number(digits);
  if (what === "passing") return { passed: count, total: count };
  return what === "failing" ? { failed: count, total: count } : { skipped: count, total: count };
}

function readMix(line: string): Counts | undefined {
  if (!MIX_LINE.test(line) || !MIX_KIND.test(line)) return undefined;
  const words = readWords(line);
  const total = sumOf(words, ["test", "tests", "doctest", "doctests", "property", "properties"]);
  const failed = sumOf(words, ["failure", "failures", "invalid"]);
  const skipped = sumOf(words, ["skipped", "excluded"]);
  return { passed: Math.max(0, total - failed - skipped), failed, skipped, total };
}

/** The parts of a line whose total includes everything but what passed. */
interface Parts {
  readonly total: number;
  readonly failed: number;
  readonly skipped: number;
}

function withPassed({ total, failed, skipped }: Parts): Counts {
  return { passed: Math.max(0, total - failed - skipped), failed, skipped, total };
}

function readNumbers(pattern: RegExp, line: string): readonly number[] | undefined {
  const match = pattern.exec(line);
  return match === null ? undefined : match.slice(1).map(toNumber);
}

/** A group that took no part is a zero. */
function toNumber(digits: string | undefined): number {
  return Number(digits ?? 0);
}

function readCargo(line: string): Counts | undefined {
  const numbers = readNumbers(CARGO_LINE, line);
  if (numbers === undefined) return undefined;
  const [passed = 0, failed = 0, skipped = 0] = numbers;
  return { passed, failed, skipped, total: passed + failed + skipped };
}

function readRspec(line: string): Counts | undefined {
  const numbers = readNumbers(RSPEC_LINE, line);
  if (numbers === undefined) return undefined;
  const [examples = 0, failures = 0, skipped = 0, outside = 0] = numbers;
  return withPassed({ total: examples + outside, failed: failures + outside, skipped });
}

function readTotalFailuresErrorsSkips(pattern: RegExp, line: string): Counts | undefined {
  const numbers = readNumbers(pattern, line);
  if (numbers === undefined) return undefined;
  const [total = 0, failures = 0, errors = 0, skipped = 0] = numbers;
  return withPassed({ total, failed: failures + errors, skipped });
}

function readUnittest(line: string): Partial<Counts> | undefined {
  const [, ran] = UNITTEST_LINE.exec(line) ?? [];
  if (ran !== undefined) return { passed: Number(ran), total: Number(ran) };
  const [, ending] = UNITTEST_ENDING.exec(line) ?? [];
  if (ending === undefined) return undefined;
  const parts = [...ending.matchAll(/\b(failures|errors|skipped)=(\d{1,9})/g)];
  const words = new Map(parts.map(([, word = "", digits]) => [word, Number(digits)]));
  const failed = sumOf(words, ["failures", "errors"]);
  const skipped = sumOf(words, ["skipped"]);
  return { passed: -failed - skipped, failed, skipped };
}

const DOTNET_LINE = new RegExp(
  `^(?:Passed|Failed|Skipped)!\\s+- Failed:\\s+${NUMBER}, Passed:\\s+${NUMBER}, Skipped:\\s+${NUMBER}, Total:\\s+\\d`,
);
const PHPUNIT_OK = /^OK \((\d{1,9}) tests?, \d{1,9} assertions?\)$/;
const PHPUNIT_LINE = /^Tests: (\d{1,9}), Assertions: \d{1,9}(.*)\.$/;
const BUN_LINE = /^\s{1,4}(\d{1,9}) (pass|fail|skip|todo)$/;
const BUN_CLOSING = /^Ran \d{1,9} tests? across /;
const DENO_LINE = /^(?:ok|FAILED) \| (\d{1,9} passed .*)$/;
const NEXTEST_LINE =
  /^\s*Summary \[.{1,30}\] +\d{1,9}(?:\/\d{1,9})? tests? run: (\d{1,9} passed.*)$/;
const PLAYWRIGHT_LINE =
  /^ {2}(\d{1,9}) (passed|failed|flaky|skipped|did not run|interrupted)(?: \(.{1,20}\))?$/;
const GRADLE_LINE = /^(\d{1,9}) tests? completed, (\d{1,9}) failed(?:, (\d{1,9}) skipped)?$/;
const CTEST_LINE = /^\d{1,3}% tests passed, (\d{1,9}) tests? failed out of (\d{1,9})$/;
const SCALATEST_LINE =
  /^(?:\[info\] )?Tests: succeeded (\d{1,9}), failed (\d{1,9}), canceled (\d{1,9}), ignored (\d{1,9}), pending (\d{1,9})$/;

function readPhpunit(line: string): Counts | undefined {
  const [, ok] = PHPUNIT_OK.exec(line) ?? [];
  if (ok !== undefined) return withPassed({ total: Number(ok), failed: 0, skipped: 0 });
  const [, total, rest = ""] = PHPUNIT_LINE.exec(line) ?? [];
  if (total === undefined) return undefined;
  const parts = [...rest.matchAll(/(Failures|Errors|Skipped|Incomplete): (\d{1,9})/g)];
  const words = new Map(parts.map(([, word = "", digits]) => [word, Number(digits)]));
  const failed = sumOf(words, ["Failures", "Errors"]);
  return withPassed({
    total: Number(total),
    failed,
    skipped: sumOf(words, ["Skipped", "Incomplete"]),
  });
}

function readDotnet(line: string): Counts | undefined {
  const [failed, passed = 0, skipped = 0] = readNumbers(DOTNET_LINE, line) ?? [];
  if (failed === undefined) return undefined;
  return { passed, failed, skipped, total: passed + failed + skipped };
}

function readOneEnding(pattern: RegExp, line: string): Partial<Counts> | undefined {
  const [, digits, what] = pattern.exec(line) ?? [];
  if (what === undefined) return undefined;
  const count = Number(digits);
  if (what.startsWith("pass") || what === "flaky") return { passed: count, total: count };
  return what === "fail" || what === "failed" || what === "interrupted"
    ? { failed: count, total: count }
    : { skipped: count, total: count };
}

function readBun(line: string): Partial<Counts> | undefined {
  return BUN_CLOSING.test(line) ? {} : readOneEnding(BUN_LINE, line);
}

/** Steps in brackets are parts of a test; what was filtered out is none. */
function readDeno(line: string): Counts | undefined {
  const [, summary] = DENO_LINE.exec(line) ?? [];
  if (summary === undefined) return undefined;
  const words = readWords(summary.replaceAll(/\([^()]*\)/g, ""));
  const [passed, failed, skipped] = ["passed", "failed", "ignored"].map((it) => sumOf(words, [it]));
  const counts = { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 };
  return { ...counts, total: counts.passed + counts.failed + counts.skipped };
}

function readGradle(line: string): Counts | undefined {
  const [total, failed = 0, skipped = 0] = readNumbers(GRADLE_LINE, line) ?? [];
  return total === undefined ? undefined : withPassed({ total, failed, skipped });
}

function readCtest(line: string): Counts | undefined {
  const [failed, total = 0] = readNumbers(CTEST_LINE, line) ?? [];
  return failed === undefined ? undefined : withPassed({ total, failed, skipped: 0 });
}

function readScalatest(line: string): Counts | undefined {
  const numbers = readNumbers(SCALATEST_LINE, line);
  if (numbers === undefined) return undefined;
  const [passed = 0, failed = 0, canceled = 0, ignored = 0, pending = 0] = numbers;
  const skipped = canceled + ignored + pending;
  return { passed, failed, skipped, total: passed + failed + skipped };
}

function readNothing(line: string): Partial<Counts> | undefined {
  return NOTHING_FOUND.test(line) || NOTHING_TO_RUN.test(line) ? {} : undefined;
}

/** Every runner whose closing lines can be read one by one. */
export const SUMMARY_FORMATS: readonly SummaryFormat[] = [
  { read: readNode, closing: /^(?:#|ℹ) tests \d{1,9}$/ },
  { read: (line) => readWordsOf(VITEST_LINE, line) },
  { read: (line) => readWordsOf(JEST_LINE, line) },
  { read: readMocha },
  { read: readPytest },
  { read: readUnittest, closing: UNITTEST_LINE },
  { read: readCargo },
  { read: readMix },
  { read: readRspec },
  { read: (line) => readTotalFailuresErrorsSkips(MINITEST_LINE, line) },
  { read: (line) => readTotalFailuresErrorsSkips(MAVEN_LINE, line) },
  { read: readDotnet },
  { read: readPhpunit },
  { read: readBun, closing: BUN_CLOSING },
  { read: readDeno },
  { read: (line) => readWordsOf(NEXTEST_LINE, line) },
  { read: (line) => readOneEnding(PLAYWRIGHT_LINE, line) },
  { read: readGradle },
  { read: readCtest },
  { read: readScalatest },
  { read: readNothing },
];
