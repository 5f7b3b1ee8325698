import { RE2JS, RE2JSException } from "re2js";
import type { ProdLog } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { type LogCounts, openLogTally } from "./prod-log-tally.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, runCheck } from "./run-check.ts";

/** What is shown of the log; it is counted as it comes, however long it is. */
const OUTPUT_BYTES_MAX = 64 * 1024;

/** What a service wrote while it ran, as a command finds it: errors of the server and panics are counted. */
export const prodLog: Provider<ProdLog> = {
  triggers: ["deployment", "interval"],
  permanent: ["not-started", "bad-check"],
  observe,
};

async function observe(
  { check, timeoutMs }: SubjectOf<ProdLog>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const serverError = compile("server_error_regex", check.serverErrorRegex);
  if (serverError.kind === "problem") return serverError.draft;
  const panic = compile("panic_regex", check.panicRegex);
  if (panic.kind === "problem") return panic.draft;
  const tally = openLogTally({
    serverError: serverError.pattern,
    panic: panic.pattern,
    route: check.correlate?.route,
  });
  const { write: onStdout } = tally;
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr: true, onStdout };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return run.draft;
  const { output, secrets, code, signal } = run.program;
  if (code === 0 && signal === undefined) return { ...judge(check, tally.end()), output, secrets };
  const message = `${describeEnding(check.command, run.program)}, so it is not known what the log holds; expected 0`;
  return { status: "error", error: "tool-failed", message, output, secrets };
}

type Compiled =
  | { readonly kind: "pattern"; readonly pattern: RE2JS }
  | { readonly kind: "problem"; readonly draft: ResultDraft };

function compile(key: string, regex: string): Compiled {
  try {
    return { kind: "pattern", pattern: RE2JS.compile(regex) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const message = `${key}: ${error.message}; expected RE2 syntax, without look-around and back-references`;
    return { kind: "problem", draft: { status: "error", error: "bad-check", message } };
  }
}

function judge(check: ProdLog, counts: LogCounts): ResultDraft {
  if (counts.isCut) {
    const message = "a line of the log is too long to be judged: print one line an entry";
    return { status: "error", error: "cut-output", message };
  }
  const excess = Math.max(0, counts.serverErrors - check.max5xx) + counts.panics;
  const seen = describeCounts(check, counts);
  const wanted = `server errors: at most ${check.max5xx}, panics: none`;
  const isPass = excess === 0;
  return {
    status: isPass ? "pass" : "fail",
    message: isPass ? seen : `expected ${wanted}; found ${seen}`,
    seen,
    wanted,
    findings: counts.shown,
    score: 1 / (1 + excess),
  };
}

function describeCounts(
  { windowMinutes, correlate }: ProdLog,
  { lines, serverErrors, panics, onRoute }: LogCounts,
): string {
  const extent = windowMinutes === undefined ? "" : ` in the last ${windowMinutes} minutes`;
  if (lines === 0) {
    return `no line at all${extent}: nothing was logged, or the command looks in the wrong place`;
  }
  const route = correlate === undefined ? "" : `, of these on ${correlate.route}: ${onRoute}`;
  return `server errors: ${serverErrors}, panics: ${panics}${route}, lines${extent}: ${lines}`;
}
