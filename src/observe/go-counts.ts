import type { CountsReading, PlacedLine } from "./placed-line.ts";

const PACKAGE =
  /^(ok|FAIL|\?)\s+[^\s\d]\S*\s+(\d{1,9}\.\d{1,9}s|\(cached\)|\[(?:no test files|build failed|setup failed)\])(.*)$/;
const TEST = /^--- (PASS|FAIL|SKIP): \S/;

/**
 * Reads `go test`. Only with `-v` it names tests that passed; without it a package that is ok
 * counts as one test.
 */
export function readGoCounts(lines: readonly PlacedLine[]): CountsReading | undefined {
  const packages = lines.flatMap(({ text, at }) => {
    const [, verdict, how = "", note = ""] = PACKAGE.exec(text) ?? [];
    return verdict === undefined ? [] : [{ verdict, how, note, at }];
  });
  const last = packages.at(-1);
  if (last === undefined) return undefined;
  const endings = lines.flatMap(({ text }) => TEST.exec(text)?.[1] ?? []);
  const isVerbose = endings.some((ending) => ending !== "FAIL");
  const ok = packages.filter(
    ({ verdict, note }) => verdict === "ok" && !note.includes("[no tests to run]"),
  ).length;
  const notBuilt = packages.filter(({ how }) => how.endsWith(" failed]")).length;
  const failing = packages.filter(({ verdict }) => verdict === "FAIL").length;
  const failed = Math.max(countOf(endings, "FAIL") + notBuilt, failing);
  const passed = isVerbose ? countOf(endings, "PASS") : ok;
  const skipped = countOf(endings, "SKIP");
  return { counts: { passed, failed, skipped, total: passed + failed + skipped }, at: last.at };
}

function countOf(endings: readonly string[], wanted: string): number {
  return endings.filter((ending) => ending === wanted).length;
}
