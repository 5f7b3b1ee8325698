import type { EvaluationContext } from "./evaluation-context.ts";
import type { ReportReader } from "./formats/findings-reader.ts";
import { watchReports } from "./watch-reports.ts";

/** All reports of one run together. */
const REPORT_CHARACTERS_MAX = 1024 * 1024 * 1024;
const REPORT_BYTES_MAX = 512 * 1024 * 1024;

/** Reads reports while a program runs and after it. */
export interface ReportReading {
  readonly onStdout: (chunk: Uint8Array) => void;
  /** Call it when the program has ended: in one sentence why there is no complete report. */
  readonly finish: () => Promise<string | undefined>;
}

/** From standard output, all of it. */
export function readOutput(reader: ReportReader): ReportReading {
  const decoder = new TextDecoder();
  return {
    onStdout: (chunk) => {
      reader.write(decoder.decode(chunk, { stream: true }));
    },
    finish: async () => {
      reader.write(decoder.decode());
      return await Promise.resolve(reader.end());
    },
  };
}

/** From the files that the program writes; what was there before it says nothing of this run. */
export async function readFiles(
  glob: string,
  openReader: () => ReportReader,
  context: Pick<EvaluationContext, "files">,
): Promise<ReportReading> {
  const left = await watchReports(glob, context);
  return {
    onStdout: () => undefined,
    finish: async () => {
      const { fresh, stale, isCut } = await left();
      if (isCut) return `more reports may match ${glob} than were found: name them more closely`;
      if (fresh.length === 0) return describeMissing(glob, stale);
      return await readEach(fresh, openReader, context);
    },
  };
}

function describeMissing(glob: string, [stale]: readonly string[]): string {
  return stale === undefined
    ? `it wrote no report ${glob}`
    : `it did not write ${stale} again: what stands there is older than this run`;
}

async function readEach(
  paths: readonly string[],
  openReader: () => ReportReader,
  { files }: Pick<EvaluationContext, "files">,
): Promise<string | undefined> {
  let characters = 0;
  for (const path of paths) {
    const reader = openReader();
    const text = await files.stream(path, REPORT_BYTES_MAX, (piece) => {
      characters += piece.length;
      if (characters <= REPORT_CHARACTERS_MAX) reader.write(piece);
    });
    if (text.kind === "refused") return text.reason;
    if (text.kind === "absent") return `${path} is gone again`;
    if (characters > REPORT_CHARACTERS_MAX) return "its reports are larger than a gigabyte";
    const problem = reader.end();
    if (problem !== undefined) return `${path}: ${problem}`;
  }
  return undefined;
}
