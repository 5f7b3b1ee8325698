import type { TestRunner } from "../model/check.ts";
import type { Counts, Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { type JunitReader, type OnFailure, openJunit } from "./formats/open-junit.ts";
import { readFiles, readOutput } from "./report-reading.ts";
import { openTestCounts } from "./test-counts.ts";

const FAILURES_MAX = 50;

/** What is known of the tests of one run. */
export interface TestReading {
  /** Absent where nothing could be counted. */
  readonly counts?: Counts;
  /** Failing tests that a report names, at most 50. */
  readonly failures: readonly Finding[];
  /** Why what is known is not all: there is no report, or it does not hold together. */
  readonly problem?: string;
}

/** Takes in what a runner prints and writes. */
export interface TestReports {
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly finish: () => Promise<TestReading>;
}

/** Call it before the runner starts. Files come first, then JUnit that it prints, then its closing lines. */
export async function openTestReports(
  { report }: TestRunner,
  context: EvaluationContext,
): Promise<TestReports> {
  return report === undefined ? openPrinted(context) : await openWritten(report, context);
}

async function openWritten(report: string, context: EvaluationContext): Promise<TestReports> {
  const readers: JunitReader[] = [];
  const failures = collect();
  const files = await readFiles(
    report,
    () => {
      const reader = openJunit(failures.add, context);
      readers.push(reader);
      return reader;
    },
    context,
  );
  return {
    onStdout: files.onStdout,
    finish: async () => {
      const problem = await files.finish();
      const counts = sumOf(readers.map((reader) => reader.counts()));
      return toReading(counts, failures.all, problem);
    },
  };
}

function openPrinted(context: EvaluationContext): TestReports {
  const failures = collect();
  const junit = openJunit(failures.add, context);
  const lines = openTestCounts();
  const printed = readOutput({
    write: (text) => {
      junit.write(text);
      lines.write(text);
    },
    end: () => junit.end(),
  });
  return {
    onStdout: printed.onStdout,
    finish: async () => {
      const problem = await printed.finish();
      if (junit.hasBegun()) return toReading(junit.counts(), failures.all, problem);
      const counts = lines.end();
      return { failures: [], ...(counts === undefined ? {} : { counts }) };
    },
  };
}

function collect(): { readonly all: readonly Finding[]; readonly add: OnFailure } {
  const all: Finding[] = [];
  return {
    all,
    add: (toFinding) => {
      if (all.length < FAILURES_MAX) all.push(toFinding());
    },
  };
}

/** A part of a report can say that something failed, and never that nothing did. */
function toReading(
  counts: Counts,
  failures: readonly Finding[],
  problem: string | undefined,
): TestReading {
  if (problem === undefined) return { counts, failures };
  return counts.failed === 0 ? { failures, problem } : { counts, failures, problem };
}

const NO_COUNTS: Counts = { passed: 0, failed: 0, skipped: 0, total: 0 };

function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
      total: left.total + right.total,
    }),
    NO_COUNTS,
  );
}
