import type { Property } from "../model/check.ts";
import { toPlainText } from "../model/plain-text.ts";
import type { Counts, Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import { readCompilerFindings } from "./read-compiler-findings.ts";
import { type Counterexample, readCounterexample } from "./read-counterexample.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";
import { readTestCounts } from "./test-counts.ts";
import { readTestFailures } from "./test-failures.ts";

const OUTPUT_BYTES_MAX = 4 * 1024 * 1024;
/** More may have been tried than were wanted, and yet it is no pass. */
const FAILING_SCORE_MAX = 0.99;

/** A suite of properties: exit 0, nothing refuted, and nothing that says that no property was tried. */
export const property: Provider<Property> = {
  triggers: ["tree"],
  permanent: ["not-started"],
  observe: observeProperty,
};

async function observeProperty(
  { check, timeoutMs }: SubjectOf<Property>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { mergeStderr } = check;
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return run.draft;
  const { program } = run;
  const text = toPlainText(program.output);
  const counts = readTestCounts(text);
  const draft = judge({ check, program, text, counts });
  return {
    output: program.output,
    secrets: program.secrets,
    ...draft,
    ...(counts === undefined ? {} : { counts }),
    findings: draft.status === "pass" ? [] : findingsIn(text, draft.findings ?? [], context.folder),
  };
}

interface Finished {
  readonly check: Property;
  readonly program: EndedProgram;
  readonly text: string;
  readonly counts: Counts | undefined;
}

function judge({ check, program, text, counts }: Finished): ResultDraft {
  const wanted = "exit code 0 and no counterexample";
  const refuted = readCounterexample(text);
  if (refuted !== undefined) return { ...judgeRefuted(refuted, check), wanted };
  const ending = describeEnding(check.command, program);
  const seen = `exit code ${program.code}, no counterexample`;
  if (program.code !== 0) {
    const message = `${ending}, expected 0; no counterexample was printed`;
    return { status: "fail", message, seen, wanted };
  }
  const reason = whyNoPass(text, counts);
  if (reason !== undefined) return { status: "fail", message: reason, seen, wanted };
  return { status: "pass", message: `${ending}${noteOn(text)}`, score: 1, seen, wanted };
}

function judgeRefuted(
  { values, failedAt }: Counterexample,
  { testsWanted }: Property,
): ResultDraft {
  const tries = failedAt === undefined ? "" : ` at test ${failedAt}`;
  const message = `a property was refuted${tries}${values === "" ? "" : `: ${values}`}`;
  return {
    status: "fail",
    message,
    seen: `a counterexample${tries}`,
    findings: [{ file: "", level: "error", message }],
    ...(failedAt === undefined ? {} : { score: scoreOf(failedAt, testsWanted) }),
  };
}

/** The share of the wanted tests that held. */
function scoreOf(failedAt: number, testsWanted: number): number {
  return Math.min(FAILING_SCORE_MAX, Math.max(0, failedAt - 1) / testsWanted);
}

const TRIES = /\bOK[:,]? passed (\d{1,9}) tests?/gi;

/** Why exit 0 says nothing: suites that run nothing are content with themselves. */
function whyNoPass(text: string, counts: Counts | undefined): string | undefined {
  if (counts !== undefined && counts.failed > 0) {
    return `exit code 0 but ${counts.failed} of ${counts.total} tests failed`;
  }
  if (counts !== undefined && counts.passed === 0) {
    return counts.total === 0
      ? "no test ran: expected at least one property"
      : `no property was tried: all ${counts.total} tests were skipped`;
  }
  const tries = [...text.matchAll(TRIES)].map(([, count]) => Number(count));
  return tries.length > 0 && tries.every((count) => count === 0)
    ? "no property was tried: every one of them passed 0 tests"
    : undefined;
}

function noteOn(text: string): string {
  return /\bpropert(?:y|ies)\b/i.test(text) || text.search(TRIES) !== -1
    ? ""
    : "; nothing in its output says that a property was tried";
}

function findingsIn(text: string, known: readonly Finding[], folder: string): readonly Finding[] {
  const failures = [...known, ...readTestFailures(text, folder)];
  return failures.length === 0 ? readCompilerFindings(text, folder) : failures;
}
