import type { GoalIssue } from "../model/goal-issue.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Paint } from "./paint.ts";
import { wrapWords } from "./wrap-words.ts";

/** What was found in one file. */
export interface LintedFile {
  readonly path: string;
  readonly issues: readonly GoalIssue[];
}

/** Characters of a message on one line; what stands before it is as wide for every line. */
const WIDTH = 76;
const PLACE_WIDTH = 8;
const SEVERITY_WIDTH = 9;

/** Problems of goal-files for a terminal: one heading a file, messages side by side and wrapped. */
export function renderLint(files: readonly LintedFile[], paint: Paint): readonly string[] {
  return files
    .filter(({ issues }) => issues.length > 0)
    .flatMap(({ path, issues }) => [
      paint.bold(toOneLine(path, 500)),
      ...issues.flatMap((issue) => issueLines(issue, paint)),
      "",
    ]);
}

/** The last line of a lint: how many files, and what is wrong with them. */
export function lintSummary(files: readonly LintedFile[], paint: Paint): string {
  const all = files.flatMap(({ issues }) => issues);
  const errors = all.filter((issue) => issue.severity === "error").length;
  const warnings = all.length - errors;
  const of = counted(files.length, "goal-file");
  if (errors > 0)
    return paint.bad(`${of}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`);
  if (warnings > 0) return paint.warn(`${of}: ${counted(warnings, "warning")}, no error`);
  return paint.good(`${of}: no problem`);
}

function issueLines(issue: GoalIssue, paint: Paint): readonly string[] {
  const place = `${issue.line}:${issue.column}`.padStart(PLACE_WIDTH);
  const severity = issue.severity.padEnd(SEVERITY_WIDTH);
  const isError = issue.severity === "error";
  const start = `${paint.dim(place)}  ${isError ? paint.bad(severity) : paint.warn(severity)}`;
  const blank = " ".repeat(PLACE_WIDTH + 2 + SEVERITY_WIDTH);
  const code = `[${issue.code}]`;
  const text = `${toOneLine(issue.message, 600)} ${code}`;
  const help =
    issue.suggestion === undefined ? [] : wrapWords(toOneLine(issue.suggestion, 600), WIDTH);
  const [first = "", ...rest] = wrapWords(text, WIDTH).map((line) =>
    line.endsWith(code) ? `${line.slice(0, -code.length)}${paint.dim(code)}` : line,
  );
  return [
    `${start}${first}`,
    ...rest.map((line) => `${blank}${line}`),
    ...help.map((line) => `${blank}${paint.good(line)}`),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
