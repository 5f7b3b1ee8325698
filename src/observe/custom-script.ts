import type { CustomScript, ScriptVerdict } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { judgeJson } from "./json-verdict.ts";
import { judgeMatchCount } from "./match-count-verdict.ts";
import type { Provider } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";
import { openScriptEvidence } from "./script-evidence.ts";

/** Enough for both ends of an output that is only shown. */
const SHOWN_OUTPUT_BYTES_MAX = 256 * 1024;
/** A verdict that reads the output needs all of it. */
const READ_OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

/** Any program; `error_codes` come before its verdict. */
export const customScript: Provider<CustomScript> = {
  triggers: ["tree"],
  permanent: ["not-started", "bad-check"],
  observe: async ({ check, timeoutMs }, context) =>
    await observeCustomScript(check, timeoutMs, context),
};

async function observeCustomScript(
  check: CustomScript,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const outputBytesMax = readsOutput(check.verdict)
    ? READ_OUTPUT_BYTES_MAX
    : SHOWN_OUTPUT_BYTES_MAX;
  const evidence = await openScriptEvidence(check, context);
  const { onStdout } = evidence;
  const options = { timeoutMs, outputBytesMax, mergeStderr: check.mergeStderr, onStdout };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return run.draft;
  const { output, secrets } = run.program;
  const deadlineMs = context.clock.now() + timeoutMs;
  const draft = judge(check, run.program, () => context.clock.now() > deadlineMs);
  return await evidence.addTo({ output, secrets, ...draft }, run.program);
}

function readsOutput(verdict: ScriptVerdict): boolean {
  return verdict.kind === "json" || verdict.kind === "match_count";
}

function judge(check: CustomScript, program: EndedProgram, isLate: () => boolean): ResultDraft {
  const { verdict } = check;
  const ending = describeEnding(check.command, program);
  if (check.errorCodes.includes(program.code)) {
    return {
      status: "error",
      error: "tool-failed",
      message: `${ending}, which its error_codes name as "could not be evaluated"`,
      seen: `exit code ${program.code}`,
    };
  }
  switch (verdict.kind) {
    case "exit_zero":
      return judgeCode(ending, program.code, { passCodes: [0], failCodes: [] });
    case "exit_code":
      return judgeCode(ending, program.code, verdict);
    case "json":
      return judgeUnread(check.command, program) ?? judgeJson(program.stdout, verdict);
    case "match_count":
      return (
        judgeUnread(check.command, program) ??
        judgeMissing(check.command, program) ??
        judgeMatchCount(program.stdout, verdict, isLate)
      );
  }
}

interface Codes {
  readonly passCodes: readonly number[];
  readonly failCodes: readonly number[];
}

function judgeCode(ending: string, code: number, { passCodes, failCodes }: Codes): ResultDraft {
  if (passCodes.includes(code)) return { status: "pass", message: ending };
  const wanted = passCodes.join(" or ");
  const isUnmatched = failCodes.length > 0 && !failCodes.includes(code);
  const note = isUnmatched ? `; neither pass_codes nor fail_codes name ${code}` : "";
  return {
    status: "fail",
    message: `${ending}, expected ${wanted}${note}`,
    seen: `exit code ${code}`,
    wanted: `exit code ${wanted}`,
  };
}

/** Half an output would be counted as if it were the whole. */
function judgeUnread(command: string, program: EndedProgram): ResultDraft | undefined {
  if (program.signal !== undefined) {
    return {
      status: "error",
      error: "cut-output",
      message: `${describeEnding(command, program)} before its output was complete`,
    };
  }
  if (program.omittedBytes === 0) return undefined;
  return {
    status: "error",
    error: "cut-output",
    message: `the output is larger than ${READ_OUTPUT_BYTES_MAX} bytes: print less of it`,
  };
}

/** A shell that finds no program prints nothing to count, and zero would look like a clean bill. */
function judgeMissing(command: string, program: EndedProgram): ResultDraft | undefined {
  if (program.code !== 126 && program.code !== 127) return undefined;
  return {
    status: "error",
    error: "tool-failed",
    message: `${describeEnding(command, program)}: the program it names was not found or not executable`,
  };
}
