import type { CustomScript } from "../model/check.ts";
import type { Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ReportReader } from "./formats/findings-reader.ts";
import { openFindings } from "./formats/open-findings.ts";
import { type OnFailure, openJunit } from "./formats/open-junit.ts";
import { parseJsonOutput } from "./parse-json-output.ts";
import { readFiles, readOutput, type ReportReading } from "./report-reading.ts";
import type { ResultDraft } from "./result-draft.ts";
import type { EndedProgram } from "./run-check.ts";

const FINDINGS_MAX = 50;
/** A larger or deeper document is shown as it was printed: its indentation alone could fill the memory. */
const PRETTY_CHARACTERS_MAX = 64 * 1024;
const PRETTY_DEPTH_MAX = 50;

/** What a script reports beside its verdict; none of it moves the verdict. */
export interface ScriptEvidence {
  readonly onStdout: (chunk: Uint8Array) => void;
  /** The draft with what was reported. */
  readonly addTo: (draft: ResultDraft, program: EndedProgram) => Promise<ResultDraft>;
}

/** Call it before the script runs. */
export async function openScriptEvidence(
  { evidenceFormat = "raw", report }: CustomScript,
  context: EvaluationContext,
): Promise<ScriptEvidence> {
  if (evidenceFormat === "raw") return NOTHING;
  if (evidenceFormat === "json") return PRETTY_JSON;
  const format = evidenceFormat;
  const findings: Finding[] = [];
  let total = 0;
  function openReader(): ReportReader {
    return READERS[format]((toFinding) => {
      total += 1;
      if (findings.length < FINDINGS_MAX) findings.push(toFinding());
    }, context);
  }
  const reading: ReportReading =
    report === undefined ? readOutput(openReader()) : await readFiles(report, openReader, context);
  return {
    onStdout: reading.onStdout,
    addTo: async (draft) => {
      const problem = await reading.finish();
      const note = describe({ format, total, problem });
      const message = `${draft.message}${note}`;
      return findings.length === 0 ? { ...draft, message } : { ...draft, message, findings };
    },
  };
}

const READERS = {
  sarif: (onFinding: OnFailure, place: { readonly folder: string }) =>
    openFindings(
      { kind: "sarif" },
      ({ fingerprint: _fingerprint, ...finding }) => onFinding(() => finding),
      place,
    ),
  junit: openJunit,
} as const;

const NOTHING: ScriptEvidence = {
  onStdout: () => undefined,
  addTo: async (draft) => await Promise.resolve(draft),
};

const PRETTY_JSON: ScriptEvidence = {
  onStdout: () => undefined,
  addTo: async (draft, { stdout }) => {
    const json = stdout.length > PRETTY_CHARACTERS_MAX ? undefined : parseJsonOutput(stdout);
    if (json === undefined || !isWithin(json.document, PRETTY_DEPTH_MAX)) {
      return await Promise.resolve(draft);
    }
    return { ...draft, output: JSON.stringify(json.document, undefined, 2) };
  },
};

function isWithin(document: unknown, depthMax: number): boolean {
  if (typeof document !== "object" || document === null) return true;
  return depthMax > 0 && Object.values(document).every((it) => isWithin(it, depthMax - 1));
}

function describe(report: {
  readonly format: "sarif" | "junit";
  readonly total: number;
  readonly problem: string | undefined;
}): string {
  const { format, total, problem } = report;
  const kind = format === "sarif" ? "SARIF" : "JUnit";
  const shown = total > FINDINGS_MAX ? `, ${FINDINGS_MAX} of them shown` : "";
  const count = `; ${total} findings in its ${kind} report${shown}`;
  if (problem === undefined) return count;
  return `${total === 0 ? "" : count}; its ${kind} report could not be read to the end: ${problem}`;
}
