import type { Finding } from "../../model/vector.ts";
import type { ReportReader } from "./findings-reader.ts";
import type { OnRawFinding } from "./fingerprints.ts";
import { openLines } from "./line-reader.ts";
import { toReportPath } from "./report-path.ts";

/** How the lines of one analyzer are read. */
export interface LineFormat {
  readonly read: (line: string) => Finding | undefined;
  /** What it says when it could not do its work. */
  readonly crash: RegExp;
}

const TSC_PLAIN =
  /^(?<file>\S.*?)\((?<line>\d{1,9}),(?<column>\d{1,9})\): (?<level>error|warning|message) (?<rule>TS\d+): (?<message>.+)$/;
const TSC_PRETTY =
  /^(?<file>\S.*?):(?<line>\d{1,9}):(?<column>\d{1,9}) - (?<level>error|warning|message) (?<rule>TS\d+): (?<message>.+)$/;
const TSC_GLOBAL = /^(?<level>error) (?<rule>TS\d+): (?<message>.+)$/;
const MYPY =
  /^(?<file>[^\s:][^:]*):(?:(?<line>\d{1,9}):)?(?:(?<column>\d{1,9}):)?(?:\d{1,9}:\d{1,9}:)? (?<level>error|warning): (?<message>.+)$/;
const MYPY_CODE = /^(?<message>.+?) {2}\[(?<rule>[\w-]+)\]$/;
const DIALYZER =
  /^\s*(?<file>\S+\.(?:ex|exs|erl|hrl)):(?<line>\d{1,9})(?::(?<column>\d{1,9}))?:?(?:(?<rule>[a-z_]+)(?=$|\s))?\s*(?<message>.*)$/;

/** Every analyzer that writes a line for each finding. */
export const LINE_FORMATS: Readonly<Record<"tsc" | "mypy" | "dialyzer", LineFormat>> = {
  tsc: { read: readTsc, crash: /^(?:Error: |.*Maximum call stack size exceeded)/ },
  mypy: {
    read: readMypy,
    crash: /^(?:mypy: |usage: mypy|Traceback \(most recent call last\)|.*INTERNAL ERROR)/,
  },
  dialyzer: {
    read: readDialyzer,
    crash: /^\s*(?:dialyzer: |\*\* \(|Could not (?:get|read|find) |.*Analysis failed with error)/,
  },
};

/** Reads the lines of an analyzer; a line that says that it broke is what is wrong with the report. */
export function openLineFormat(
  { read, crash }: LineFormat,
  onFinding: OnRawFinding,
  folder: string,
): ReportReader {
  let problem: string | undefined;
  const lines = openLines((line) => {
    const finding = read(line);
    if (finding !== undefined) onFinding({ ...finding, file: toReportPath(finding.file, folder) });
    else if (crash.test(line)) problem ??= `the tool could not do its work: ${line.trim()}`;
  });
  return {
    write: lines.write,
    end: () => {
      lines.end();
      return problem;
    },
  };
}

function readTsc(line: string): Finding | undefined {
  return match(TSC_PLAIN, line) ?? match(TSC_PRETTY, line) ?? match(TSC_GLOBAL, line);
}

function readMypy(line: string): Finding | undefined {
  const finding = match(MYPY, line);
  if (finding === undefined) return undefined;
  const { message, rule } = MYPY_CODE.exec(finding.message)?.groups ?? {};
  return message === undefined || rule === undefined ? finding : { ...finding, message, rule };
}

function readDialyzer(line: string): Finding | undefined {
  const finding = match(DIALYZER, line);
  if (finding === undefined) return undefined;
  const { message, rule = "" } = finding;
  return { ...finding, level: "warning", message: message === "" ? rule : message };
}

function match(pattern: RegExp, text: string): Finding | undefined {
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { file = "", line, column, level, rule, message = "" } = groups;
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined ? {} : { column: Number(column) }),
    ...(rule === undefined ? {} : { rule }),
    level: level === "error" ? "error" : "warning",
    message,
  };
}
