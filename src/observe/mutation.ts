import type { Mutation } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { formatNumber } from "./judge-ratchet.ts";
import { lookUpNumber, type NumberLookup } from "./look-up-number.ts";
import { type JsonOutput, parseJsonOutput } from "./parse-json-output.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import { readSurvivors } from "./read-survivors.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";

const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;
/** A report is long and says little to the eye; what counts stands in the findings. */
const SHOWN_CHARACTERS_MAX = 2000;
const COUNTED = "number or list";

/** The share of killed mutants reaches the threshold. */
export const mutation: Provider<Mutation> = {
  triggers: ["tree"],
  permanent: ["not-started", "bad-check"],
  observe: observeMutation,
};

async function observeMutation(
  { check, timeoutMs }: SubjectOf<Mutation>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { mergeStderr } = check;
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return run.draft;
  const { output, secrets } = run.program;
  const draft = judge(check, run.program);
  return { output, outputCharactersMax: SHOWN_CHARACTERS_MAX, secrets, ...draft };
}

function judge(check: Mutation, program: EndedProgram): ResultDraft {
  const parsed = parseJsonOutput(program.stdout);
  if (parsed === undefined) return judgeUnread(check, program);
  const read = readScore(check, program, parsed.document);
  return read.kind === "score" ? judgeScore(check, read.value, parsed) : read.draft;
}

function judgeUnread({ command }: Mutation, program: EndedProgram): ResultDraft {
  const ending = describeEnding(command, program);
  if (program.omittedBytes > 0) {
    const message = `the report is larger than ${OUTPUT_BYTES_MAX} bytes: print a summary of it`;
    return { status: "error", error: "cut-output", message };
  }
  const error = program.code === 0 ? "unreadable-output" : "tool-failed";
  const message = `${ending} and printed no JSON, half of it, or more than one document: expected its report on standard output`;
  return { status: "error", error, message };
}

type Score =
  | { readonly kind: "score"; readonly value: number }
  | { readonly kind: "none"; readonly draft: ResultDraft };

function readScore(check: Mutation, program: EndedProgram, document: unknown): Score {
  const { score } = check;
  if (score.kind === "score")
    return toScore(score.path, lookUpNumber(document, score.path, "number"));
  const killed = toCount(score.killedPath, lookUpNumber(document, score.killedPath, COUNTED));
  if (typeof killed !== "number") return killed;
  const survived = toCount(score.survivedPath, lookUpNumber(document, score.survivedPath, COUNTED));
  if (typeof survived !== "number") return survived;
  if (killed + survived > 0) return { kind: "score", value: killed / (killed + survived) };
  return { kind: "none", draft: judgeNothing(check, program) };
}

/** A score of 82 is most likely a percentage, and more than any threshold. */
function toScore(path: string, found: NumberLookup): Score {
  if (found.kind === "problem") return unreadable(found);
  const { value } = found;
  if (value >= 0 && value <= 1) return { kind: "score", value };
  const hint = value > 1 && value <= 100 ? "; if it is a percentage, print a fraction" : "";
  const message = `path ${path}: expected a score from 0 to 1, found ${value}${hint}`;
  return unreadable({ error: "unreadable-output", message });
}

function toCount(path: string, found: NumberLookup): number | Score {
  if (found.kind === "problem") return unreadable(found);
  if (Number.isSafeInteger(found.value) && found.value >= 0) return found.value;
  const message = `path ${path}: expected a number of mutants, found ${found.value}`;
  return unreadable({ error: "unreadable-output", message });
}

function unreadable({
  error,
  message,
}: Pick<NumberLookup & { kind: "problem" }, "error" | "message">): Score {
  return { kind: "none", draft: { status: "error", error, message } };
}

/** No mutant in a run that failed is no mutant that was looked for. */
function judgeNothing({ command }: Mutation, program: EndedProgram): ResultDraft {
  const ending = describeEnding(command, program);
  if (program.code === 0) {
    return {
      status: "pass",
      message: "no mutants in scope: 0 killed and 0 survived",
      seen: "0 mutants",
    };
  }
  const message = `${ending} and reports no mutant: it probably could not do its work`;
  return { status: "error", error: "tool-failed", message };
}

function judgeScore(check: Mutation, score: number, { document, note }: JsonOutput): ResultDraft {
  const { threshold } = check;
  const holds = score >= threshold;
  const wanted = `at least ${formatNumber(threshold)}`;
  return {
    status: holds ? "pass" : "fail",
    message: `the mutation score is ${formatNumber(score)}, expected ${wanted}${note}`,
    score: holds ? 1 : score / threshold,
    seen: formatNumber(score),
    wanted,
    findings: holds ? [] : readSurvivors(document, check.survivorsPath),
  };
}
