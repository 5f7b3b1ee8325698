import type { TestRunner } from "../model/goal.ts";
import { toPlainText } from "../model/plain-text.ts";
import type { Counts, Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";
import { readTestCounts } from "./test-counts.ts";
import { readTestFailures } from "./test-failures.ts";

/** Closing lines stand at the end, but runners of many packages have one for each of them. */
const OUTPUT_BYTES_MAX = 4 * 1024 * 1024;

/** Passes on exit 0 and at least one test that really ran. */
export async function observeTestRunner(
  check: TestRunner,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr: true };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return run.draft;
  const { output, secrets } = run.program;
  const text = toPlainText(output);
  const counts = readTestCounts(text);
  const findings = readTestFailures(text, context.folder);
  return {
    ...judge(describeEnding(check.command, run.program), run.program, counts),
    ...(counts === undefined ? {} : { counts, ...scoreOf(counts) }),
    findings: run.program.code === 0 && (counts?.failed ?? 0) === 0 ? NONE : findings,
    output,
    secrets,
  };
}

const NONE: readonly Finding[] = [];

function judge(ending: string, { code }: EndedProgram, counts: Counts | undefined): ResultDraft {
  if (counts === undefined) return judgeUncounted(ending, code);
  const seen = `exit code ${code}, ${formatCounts(counts)}`;
  const wanted = "exit code 0, no failed test, at least one passed";
  const verdict = code === 0 ? counted(counts) : `${ending}, expected 0; ${formatCounts(counts)}`;
  return verdict === undefined
    ? { status: "pass", message: formatCounts(counts), seen, wanted }
    : { status: "fail", message: verdict, seen, wanted };
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
