import type { Invocation } from "../model/check.ts";
import { childEnvironment } from "../model/child-environment.ts";
import { secretsOf } from "../model/secret-mask.ts";
import type { ProcessOutcome } from "../ports/process-runner.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ResultDraft } from "./result-draft.ts";

/** A program that came to an end by itself, or the draft that says why it did not. */
export type CheckRun =
  | { readonly kind: "ended"; readonly program: EndedProgram }
  | { readonly kind: "not-ended"; readonly draft: ResultDraft };

/** What a finished program left. */
export interface EndedProgram {
  /** As a shell counts: 128 + n where signal n ended it. */
  readonly code: number;
  /** Present where a signal ended it. */
  readonly signal?: string;
  readonly stdout: string;
  /** Empty where it is read into standard output. */
  readonly stderr: string;
  /** Everything it printed, for the evidence. */
  readonly output: string;
  /** Of standard output. */
  readonly omittedBytes: number;
  readonly stderrOmittedBytes: number;
  readonly secrets: readonly string[];
}

/** How to run it. */
export interface CheckRunOptions {
  readonly timeoutMs: number;
  readonly outputBytesMax: number;
  readonly mergeStderr: boolean;
  /** Gets all of standard output as it comes. */
  readonly onStdout?: (chunk: Uint8Array) => void;
}

/** Runs a predicate's program with nothing of the host but what the allow-list lets through. */
export async function runCheck(
  invocation: Invocation,
  options: CheckRunOptions,
  context: EvaluationContext,
): Promise<CheckRun> {
  const env = { ...childEnvironment(context.environment, []), ...invocation.env };
  const outcome = await context.processes.run({
    argv: [invocation.command, ...invocation.args],
    cwd: context.folder,
    env,
    ...options,
    signal: context.signal,
  });
  return toCheckRun(outcome, secretsOf(env));
}

function toCheckRun(outcome: ProcessOutcome, secrets: readonly string[]): CheckRun {
  const { ending, stdout, stderr } = outcome;
  const output = outputOf(outcome);
  const rest = {
    stdout: stdout.text,
    stderr: stderr.text,
    output,
    omittedBytes: stdout.omittedBytes,
    stderrOmittedBytes: stderr.omittedBytes,
    secrets,
  };
  switch (ending.kind) {
    case "exited":
      return { kind: "ended", program: { code: ending.code, ...rest } };
    case "killed": {
      const code = 128 + (SIGNAL_NUMBERS[ending.signal] ?? 0);
      return { kind: "ended", program: { code, signal: ending.signal, ...rest } };
    }
    case "timed-out":
      return notEnded({
        error: "timed-out",
        message: `timed out after ${ending.afterMs} ms`,
        output,
        secrets,
      });
    case "interrupted":
      return notEnded({ error: "interrupted", message: "interrupted", secrets });
    case "not-started":
      return notEnded({ error: "not-started", message: `exec failed: ${ending.reason}`, secrets });
  }
}

function notEnded(draft: Omit<ResultDraft, "status">): CheckRun {
  return { kind: "not-ended", draft: { status: "error", ...draft } };
}

function outputOf({ stdout, stderr }: ProcessOutcome): string {
  if (stderr.text === "") return stdout.text;
  return stdout.text === ""
    ? stderr.text
    : `${stdout.text}\n--- standard error ---\n${stderr.text}`;
}

/** In words, for messages. */
export function describeEnding(command: string, { code, signal }: EndedProgram): string {
  return signal === undefined
    ? `${command} exited with code ${code}`
    : `${command} was ended by ${signal}`;
}

const SIGNAL_NUMBERS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
};
