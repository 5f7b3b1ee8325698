import type { Counts } from "../model/vector.ts";
import { openLines } from "./formats/line-reader.ts";
import { createGoCounter } from "./go-counts.ts";
import { createIdleCounter, IDLE_BUILDS } from "./idle-counter.ts";
import type { CountsReading, LineCounter, PlacedLine } from "./placed-line.ts";
import { createTapCounter } from "./tap-counts.ts";
import { SUMMARY_FORMATS, type SummaryFormat } from "./test-summary-formats.ts";

/** No runner closes with a longer line. */
const LINE_CHARACTERS_MAX = 500;
/** A bare number is none of a runner's words; the plan of a TAP stream is. */
const WORDY = /[a-z]|^1\.\./i;
const INTERESTING =
  /\d|no tests?\b|^(?:not )?ok\b|^FAIL\b|^> Task |^\[INFO\] Tests are |^Bail out!/i;
/** What runners of many packages put before each line: `packages/a test: `, `web:test: `. */
const PREFIX = /^[@\w./:#-]{1,100}(?: [\w./:-]{1,100})?: /;

/** Counts tests by what their runner prints, in memory that does not grow with it. */
export interface TestCounter {
  write(text: string): void;
  /** Of a runner that tells of a failure, else of the one that speaks last; an unknown one gives `undefined`. */
  end(): Counts | undefined;
}

/** Several closing lines of one runner add up: it ran more than once. */
export function openTestCounts(): TestCounter {
  const plain = createCounters();
  const prefixed = createCounters();
  let at = 0;
  const lines = openLines((line) => {
    at += 1;
    const text = line.trimEnd();
    if (text.length > LINE_CHARACTERS_MAX) return;
    plain.see({ text, at });
    const [prefix] = PREFIX.exec(text) ?? [];
    if (prefix !== undefined) prefixed.see({ text: text.slice(prefix.length), at });
  });
  return {
    write: lines.write,
    end: () => {
      lines.end();
      const reading = choose(plain.readings(), prefixed.readings());
      return reading === undefined ? undefined : withoutNegatives(reading.counts);
    },
  };
}

/** The same of an output that is at hand. */
export function readTestCounts(output: string): Counts | undefined {
  const counter = openTestCounts();
  counter.write(output);
  return counter.end();
}

/** One counter for each format. */
interface Counters {
  see(line: PlacedLine): void;
  readings(): readonly CountsReading[];
}

function createCounters(): Counters {
  const counters = [
    ...SUMMARY_FORMATS.map(createSummaryCounter),
    createGoCounter(),
    createTapCounter(),
    ...IDLE_BUILDS.map(createIdleCounter),
  ];
  return {
    see: (line) => {
      if (!WORDY.test(line.text) || !INTERESTING.test(line.text)) return;
      for (const counter of counters) counter.see(line);
    },
    readings: () => counters.flatMap((counter) => counter.reading() ?? []),
  };
}

/** Packages run side by side, so which of them speaks last says nothing. */
function choose(
  plain: readonly CountsReading[],
  prefixed: readonly CountsReading[],
): CountsReading | undefined {
  const failing = [...plain, ...prefixed].filter(({ counts }) => counts.failed > 0);
  const [last] = (failing.length > 0 ? failing : plain).toSorted(
    (left, right) => right.at - left.at,
  );
  const [most] = prefixed.toSorted((left, right) => right.counts.passed - left.counts.passed);
  return last ?? most;
}

function createSummaryCounter({ read, closing }: SummaryFormat): LineCounter {
  let sum = NO_COUNTS;
  let last: number | undefined;
  return {
    see: ({ text, at }) => {
      const counts = read(text);
      if (counts === undefined) return;
      sum = add(sum, counts);
      if (closing?.test(text) ?? true) last = at;
    },
    reading: () => (last === undefined ? undefined : { counts: sum, at: last }),
  };
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
