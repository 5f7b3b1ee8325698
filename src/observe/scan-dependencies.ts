import type { Cve } from "../model/check.ts";
import type { Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { fieldAt, listAt, textAt } from "./formats/json-field.ts";
import { openGovulncheck } from "./govulncheck-reader.ts";
import { lookUpNumber, type NumberLookup } from "./look-up-number.ts";
import { parseJsonOutput } from "./parse-json-output.ts";
import { readVulnerabilities } from "./read-vulnerabilities.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";

const SHOWN_OUTPUT_BYTES_MAX = 256 * 1024;
const READ_OUTPUT_BYTES_MAX = 32 * 1024 * 1024;

/** How many vulnerabilities a scanner knows of, or the draft that says why that is not known. */
export type Scan =
  | {
      readonly kind: "measured";
      readonly value: number;
      readonly findings: readonly Finding[];
      /** Empty, or what to add to a message. */
      readonly note: string;
      readonly program: EndedProgram;
    }
  | { readonly kind: "not-measured"; readonly draft: ResultDraft };

/** Runs the scanner. One that did not do its work has not found nothing. */
export async function scanDependencies(
  check: Cve,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<Scan> {
  return check.tool === "govulncheck"
    ? await scanGoCode(check, timeoutMs, context)
    : await scanManifests({ ...check, tool: check.tool }, timeoutMs, context);
}

async function scanGoCode(
  check: Cve,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<Scan> {
  const reader = openGovulncheck();
  const decoder = new TextDecoder();
  const options = {
    timeoutMs,
    outputBytesMax: SHOWN_OUTPUT_BYTES_MAX,
    mergeStderr: false,
    onStdout: (chunk: Uint8Array) => {
      reader.write(decoder.decode(chunk, { stream: true }));
    },
  };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return { kind: "not-measured", draft: run.draft };
  const { program } = run;
  const ending = describeEnding(check.command, program);
  if (program.signal !== undefined) return notMeasured(program, `${ending} while it was at work`);
  reader.write(decoder.decode());
  const problem = reader.end();
  if (problem !== undefined) {
    return notMeasured(program, `${ending}, expected its JSON messages: ${problem}`);
  }
  if (program.code !== 0 && reader.count() === 0) {
    return notMeasured(program, `${ending} and names no vulnerability: it could not do its work`);
  }
  const findings = reader.findings();
  return { kind: "measured", value: reader.count(), findings, note: "", program };
}

function notMeasured(program: EndedProgram, message: string): Scan {
  const { code, output, secrets } = program;
  const error = code === 0 ? "unreadable-output" : "tool-failed";
  return { kind: "not-measured", draft: { status: "error", error, message, output, secrets } };
}

/** A scanner that prints one document. */
type ManifestScan = Cve & { readonly tool: Exclude<Cve["tool"], "govulncheck"> };

async function scanManifests(
  check: ManifestScan,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<Scan> {
  const options = { timeoutMs, outputBytesMax: READ_OUTPUT_BYTES_MAX, mergeStderr: false };
  const run = await runCheck(check, options, context);
  if (run.kind === "not-ended") return { kind: "not-measured", draft: run.draft };
  const { program } = run;
  const parsed = parseJsonOutput(program.stdout);
  if (parsed === undefined) return notMeasured(program, describeUnread(check.command, program));
  const { document, note } = parsed;
  const failure = describeFailure(check, document);
  if (failure !== undefined) return notMeasured(program, failure);
  const count = countIn(check, document);
  if (count.kind === "number") {
    const findings = readVulnerabilities(check.tool, document);
    return { kind: "measured", value: count.value, findings, note, program };
  }
  const { error, message } = count;
  const { output, secrets } = program;
  return { kind: "not-measured", draft: { status: "error", error, message, output, secrets } };
}

function describeUnread(command: string, program: EndedProgram): string {
  return program.omittedBytes > 0
    ? `the report is larger than ${READ_OUTPUT_BYTES_MAX} bytes: print less of it`
    : `${describeEnding(command, program)} and printed no JSON, half of it, or more than one document: expected its report on standard output`;
}

/** The scanners' own way to say that there is no result. */
function describeFailure({ command, tool }: ManifestScan, document: unknown): string | undefined {
  const failure = fieldAt(document, "error");
  if (tool === "npm_audit" && typeof failure === "object" && failure !== null) {
    const words = textAt(failure, "summary") ?? textAt(failure, "code") ?? "it does not say why";
    return `${command} could not do its work: ${words}`;
  }
  if (tool === "trivy" && isTrivy(document) && listAt(document, "Results").length === 0) {
    return `${command} found nothing to look at: expected at least one file with dependencies`;
  }
  return undefined;
}

function countIn({ tool, countPath }: ManifestScan, document: unknown): NumberLookup {
  if (countPath === undefined) {
    return { kind: "problem", error: "bad-check", message: "count_path: expected one, found none" };
  }
  const found = lookUpNumber(document, countPath, "number or list");
  const isClean = tool === "trivy" && found.kind === "problem" && isCleanTrivy(document);
  return isClean && found.error !== "bad-check" ? { kind: "number", value: 0, note: "" } : found;
}

function isTrivy(document: unknown): boolean {
  return typeof fieldAt(document, "SchemaVersion") === "number";
}

/** Where there is nothing to list trivy leaves the list out. */
function isCleanTrivy(document: unknown): boolean {
  return (
    isTrivy(document) &&
    listAt(document, "Results").every((it) => listAt(it, "Vulnerabilities").length === 0)
  );
}
