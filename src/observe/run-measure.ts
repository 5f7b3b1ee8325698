import type { Measure } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { lookUpNumber, type NumberLookup } from "./look-up-number.ts";
import { parseJsonOutput } from "./parse-json-output.ts";
import { readCompilerFindings } from "./read-compiler-findings.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";

const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;
const SHOWN_CHARACTERS_MAX = 100;

/** The number that a program printed, or the draft that says why there is none. */
export type Measurement =
  | {
      readonly kind: "measured";
      readonly value: number;
      /** Empty, or what to add to a message. */
      readonly note: string;
      readonly program: EndedProgram;
    }
  | { readonly kind: "not-measured"; readonly draft: ResultDraft };

/** Runs a program and reads the number that it prints. A program that fails has not measured anything. */
export async function runMeasure(
  measure: Measure,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<Measurement> {
  const options = {
    timeoutMs: measure.timeoutMs ?? timeoutMs,
    outputBytesMax: OUTPUT_BYTES_MAX,
    mergeStderr: false,
  };
  const run = await runCheck(measure, options, context);
  if (run.kind === "not-ended") return { kind: "not-measured", draft: run.draft };
  const { program } = run;
  const trouble = troubleOf(measure.command, program, context.folder);
  if (trouble !== undefined) return notMeasured(trouble, program);
  const number = readNumber(program.stdout, measure.path);
  if (number.kind === "number") return { ...number, kind: "measured", program };
  return notMeasured({ error: number.error, message: number.message }, program);
}

/** What the number depends on: a baseline of another command would mean nothing. */
export function identityOf({ command, args, env, path }: Measure): object {
  return { command, args, env, path };
}

type Trouble = Omit<ResultDraft, "status">;

function notMeasured(trouble: Trouble, { output, secrets }: EndedProgram): Measurement {
  return { kind: "not-measured", draft: { status: "error", output, secrets, ...trouble } };
}

function troubleOf(command: string, program: EndedProgram, folder: string): Trouble | undefined {
  if (program.code !== 0) {
    return {
      error: "tool-failed",
      message: `${describeEnding(command, program)}, expected 0 and a number on standard output`,
      seen: `exit code ${program.code}`,
      wanted: "exit code 0 and a number on standard output",
      findings: readCompilerFindings(program.output, folder),
    };
  }
  if (program.omittedBytes === 0) return undefined;
  return {
    error: "cut-output",
    message: `the output is larger than ${OUTPUT_BYTES_MAX} bytes: print less of it`,
  };
}

function readNumber(stdout: string, path: string | undefined): NumberLookup {
  if (path === undefined) return readPlainNumber(stdout.trim());
  const parsed = parseJsonOutput(stdout);
  if (parsed === undefined)
    return unreadable("expected one JSON document on standard output", stdout.trim());
  const number = lookUpNumber(parsed.document, path, "number or list");
  return number.kind === "problem" ? number : { ...number, note: `${number.note}${parsed.note}` };
}

function readPlainNumber(text: string): NumberLookup {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return { kind: "number", value, note: "" };
  return unreadable("expected one number and nothing else on standard output", text);
}

const NUMBER = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/;

function unreadable(expected: string, text: string): NumberLookup {
  const found = text === "" ? "nothing" : `"${text.slice(0, SHOWN_CHARACTERS_MAX)}"`;
  return {
    kind: "problem",
    message: `${expected}, found ${found}`,
    error: "unreadable-output",
  };
}
