import { toPlainText } from "../model/plain-text.ts";
import type { Counts } from "../model/vector.ts";
import { readGoCounts } from "./go-counts.ts";
import type { CountsReading, PlacedLine } from "./placed-line.ts";
import { readTapCounts } from "./tap-counts.ts";
import { SUMMARY_FORMATS, type SummaryFormat } from "./test-summary-formats.ts";

/** No runner closes with a longer line. */
const LINE_CHARACTERS_MAX = 500;
const INTERESTING = /\d|no tests?\b|^(?:not )?ok\b|^FAIL\b/i;

/**
 * Counts by the closing lines of the runner that speaks last; several of its lines add up. An
 * unknown runner gives `undefined`.
 */
export function readTestCounts(output: string): Counts | undefined {
  const lines = placedLines(output);
  const readings = [
    ...SUMMARY_FORMATS.map((format) => readSummary(lines, format)),
    readGoCounts(lines),
    readTapCounts(lines),
  ].filter((reading) => reading !== undefined);
  const [last] = readings.toSorted((left, right) => right.at - left.at);
  return last === undefined ? undefined : withoutNegatives(last.counts);
}

function placedLines(output: string): readonly PlacedLine[] {
  return toPlainText(output)
    .split("\n")
    .map((text, at) => ({ text: text.trimEnd(), at }))
    .filter(({ text }) => text.length <= LINE_CHARACTERS_MAX && INTERESTING.test(text));
}

function readSummary(
  lines: readonly PlacedLine[],
  { read, closing }: SummaryFormat,
): CountsReading | undefined {
  const said = lines.flatMap(({ text, at }) => {
    const counts = read(text);
    return counts === undefined ? [] : [{ counts, at, closes: closing?.test(text) ?? true }];
  });
  const last = said.findLast(({ closes }) => closes);
  if (last === undefined) return undefined;
  return { counts: said.reduce((sum, { counts }) => add(sum, counts), NO_COUNTS), at: last.at };
}

const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0, total: 0 };

function add(left: Counts, right: Partial<Counts>): Counts {
  return {
    passed: left.passed + (right.passed ?? 0),
    failed: left.failed + (right.failed ?? 0),
    skipped: left.skipped + (right.skipped ?? 0),
    total: left.total + (right.total ?? 0),
  };
}

function withoutNegatives({ passed, failed, skipped, total }: Counts): Counts {
  return {
    passed: Math.max(0, passed),
    failed: Math.max(0, failed),
    skipped: Math.max(0, skipped),
    total: Math.max(0, total),
  };
}
