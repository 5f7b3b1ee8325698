import type { TestRunner } from "../model/check.ts";
import { toPlainText } from "../model/plain-text.ts";
import type { Counts, Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { Provider } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";
import { readTestFailures } from "./test-failures.ts";
import { openTestReports, type TestReading } from "./test-reports.ts";

/** For the names of failing tests; counts are taken from all of the output. */
const OUTPUT_BYTES_MAX = 4 * 1024 * 1024;

/** Passes on exit 0 and at least one test that really ran. */
export const testRunner: Provider<TestRunner> = {
  triggers: ["tree"],
  permanent: ["not-started"],
  observe: async ({ check, timeoutMs }, context) =>
    await observeTestRunner(check, timeoutMs, context),
};

async function observeTestRunner(
  check: TestRunner,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const reports = await openTestReports(check, context);
  const { onStdout } = reports;
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr: true, onStdout };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return run.draft;
  const { code, output, secrets } = run.program;
  const reading = await reports.finish();
  const { counts } = reading;
  const hasPassed = code === 0 && (counts?.failed ?? 0) === 0;
  return {
    ...judge(describeEnding(check.command, run.program), run.program, reading),
    ...(counts === undefined ? {} : { counts, ...scoreOf(counts) }),
    findings: hasPassed ? NONE : failuresOf(reading, output, context.folder),
    output,
    secrets,
  };
}

const NONE: readonly Finding[] = [];

/** What a report names is exact; without one the runner's words have to do. */
function failuresOf({ failures }: TestReading, output: string, folder: string): readonly Finding[] {
  return failures.length > 0 ? failures : readTestFailures(toPlainText(output), folder);
}

function judge(ending: string, { code }: EndedProgram, reading: TestReading): ResultDraft {
  const { counts, problem } = reading;
  if (problem !== undefined) return judgeUnreported(ending, code, reading);
  if (counts === undefined) return judgeUncounted(ending, code);
  const seen = `exit code ${code}, ${formatCounts(counts)}`;
  const wanted = "exit code 0, no failed test, at least one passed";
  const verdict = code === 0 ? counted(counts) : `${ending}, expected 0; ${formatCounts(counts)}`;
  return verdict === undefined
    ? { status: "pass", message: formatCounts(counts), seen, wanted }
    : { status: "fail", message: verdict, seen, wanted };
}

/** A suite that does not even build writes no report, and that is work to do. */
function judgeUnreported(
  ending: string,
  code: number,
  { counts, problem = "" }: TestReading,
): ResultDraft {
  const known = counts === undefined ? "" : `; so far ${formatCounts(counts)}`;
  const message = `${ending}, but its report does not say what ran: ${problem}${known}`;
  if (code === 0 && counts === undefined) {
    return { status: "error", error: "unreadable-output", message, wanted: "a JUnit report" };
  }
  const wanted = "exit code 0 and no failed test";
  return { status: "fail", message, seen: `exit code ${code}${known}`, wanted };
}

function judgeUncounted(ending: string, code: number): ResultDraft {
  const wanted = "exit code 0";
  const seen = `exit code ${code}`;
  return code === 0
    ? {
        status: "pass",
        message: `${ending}; its tests could not be counted, so nothing says that any ran`,
        seen,
        wanted,
      }
    : { status: "fail", message: `${ending}, expected 0`, seen, wanted };
}

/** Why counts forbid a pass in spite of exit 0. */
function counted(counts: Counts): string | undefined {
  if (counts.failed > 0) return `exit code 0 but ${formatCounts(counts)}`;
  if (counts.total === 0) return "no test ran: expected at least one";
  return counts.passed === 0
    ? `no test ran: all ${counts.total} were skipped, expected at least one to run`
    : undefined;
}

function formatCounts({ passed, failed, skipped, total }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped of ${total} tests`;
}

function scoreOf({ passed, total }: Counts): { readonly score?: number } {
  return total === 0 ? {} : { score: passed / total };
}
