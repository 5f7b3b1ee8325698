import type { FindingsFormat, Static } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { OnFinding, ReportReader } from "./formats/findings-reader.ts";
import { openFindings } from "./formats/open-findings.ts";
import { readFiles, readOutput } from "./report-reading.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";

const OUTPUT_BYTES_MAX = 256 * 1024;

/** An analyzer that did its work, or the draft that says why it did not. */
export type AnalyzerRun =
  | { readonly kind: "analyzed"; readonly program: EndedProgram }
  | { readonly kind: "not-analyzed"; readonly draft: ResultDraft };

/** Gets every finding as it is read, and the time that the analyzer may take. */
export interface AnalyzerOptions {
  readonly onFinding: OnFinding;
  readonly timeoutMs: number;
}

/** Runs an analyzer and reads its findings. One that crashed has not found nothing. */
export async function runAnalyzer(
  check: Static,
  { onFinding, timeoutMs }: AnalyzerOptions,
  context: EvaluationContext,
): Promise<AnalyzerRun> {
  const counts = { all: 0, placed: 0 };
  const readers: ReportReader[] = [];
  function openReader(): ReportReader {
    const reader = openFindings(
      check.format,
      (finding) => {
        counts.all += 1;
        if (finding.file !== "") counts.placed += 1;
        onFinding(finding);
      },
      context,
    );
    readers.push(reader);
    return reader;
  }
  const { mergeStderr, report } = check;
  const { onStdout, finish } =
    report === undefined ? readOutput(openReader()) : await readFiles(report, openReader, context);
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr, onStdout };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return { kind: "not-analyzed", draft: run.draft };
  const { program } = run;
  const problem =
    findBreakdown(check, program) ??
    findUnread(check, program, await finish()) ??
    findContradiction(check, program, { ...counts, excused: excusedBy(readers) });
  if (problem === undefined) return { kind: "analyzed", program };
  const { output, secrets } = program;
  return { kind: "not-analyzed", draft: { status: "error", output, secrets, ...problem } };
}

function excusedBy(readers: readonly ReportReader[]): number {
  return readers.reduce((sum, reader) => sum + (reader.excused?.() ?? 0), 0);
}

type Problem = Pick<ResultDraft, "error" | "message" | "seen">;

function findBreakdown(
  { command, errorCodes }: Static,
  program: EndedProgram,
): Problem | undefined {
  const { code, signal } = program;
  const ending = describeEnding(command, program);
  if (errorCodes.includes(code)) {
    const message = `${ending}, which its error_codes name as "could not be evaluated"`;
    return { error: "tool-failed", message, seen: `exit code ${code}` };
  }
  if (signal !== undefined) {
    return { error: "tool-failed", message: `${ending} before its report was complete` };
  }
  if (code !== 126 && code !== 127) return undefined;
  const message = `${ending}: the program it names was not found or not executable`;
  return { error: "tool-failed", message };
}

function findUnread(
  { command, format }: Static,
  program: EndedProgram,
  problem: string | undefined,
): Problem | undefined {
  if (problem === undefined) return undefined;
  return {
    error: program.code === 0 ? "unreadable-output" : "tool-failed",
    message: `${describeEnding(command, program)}, expected a report in the format ${format.kind}: ${problem}`,
  };
}

/**
 * An analyzer that fails and reports nothing has most likely crashed, and zero would look like a clean
 * bill; only what is excused in its own report may be what it complains of.
 */
function findContradiction(
  { command, format }: Static,
  program: EndedProgram,
  counts: { readonly all: number; readonly placed: number; readonly excused: number },
): Problem | undefined {
  const found = SPEAKS_OF_ITSELF.has(format.kind) ? counts.placed : counts.all;
  if (program.code === 0 || found + counts.excused > 0) return undefined;
  const message = `${describeEnding(command, program)} and reported no finding in the format ${format.kind}: it could not do its work, or its output is something else`;
  return { error: "tool-failed", message };
}

/** Tools whose lines without a file are about themselves. */
const SPEAKS_OF_ITSELF: ReadonlySet<FindingsFormat["kind"]> = new Set(["tsc", "mypy", "dialyzer"]);
