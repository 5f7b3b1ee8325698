import type { GoalIssue } from "../model/goal-issue.ts";
import { decodeText } from "./decode-text.ts";
import { hostileValues } from "./hostile-values.ts";
import { locate } from "./locate.ts";
import { nestingProblem } from "./nesting-problem.ts";
import { parseTable } from "./parse-table.ts";
import { present } from "./present.ts";
import type { Problem, TextProblem } from "./problem.ts";
import type { FileContext } from "./read-table.ts";

const ISSUES_MAX = 100;

/** A file as it was found. */
export interface FileSource {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a file means with its warnings, or everything that is wrong with it. */
export type LoadedFile<T> =
  | { readonly kind: "loaded"; readonly value: T; readonly issues: readonly GoalIssue[] }
  | { readonly kind: "refused"; readonly issues: readonly GoalIssue[] };

/** Bytes to what `read` makes of their tables; nothing is read that could hurt the reader. */
export function loadFile<T>(
  source: FileSource,
  read: (context: FileContext) => T | undefined,
): LoadedFile<T> {
  const text = decodeText(source.bytes);
  if (typeof text !== "string") return refuse(source, text);
  const parsed = parseTable(text);
  if (parsed.kind === "problem") return refuse(source, parsed.problem);
  const problems: Problem[] = [...hostileValues(parsed.table)];
  // Looked for once more in the text: whoever tells the places recurses.
  const nesting = problems.length === 0 ? undefined : nestingProblem(text);
  if (nesting !== undefined) return refuse(source, nesting);
  const value = problems.length > 0 ? undefined : read({ root: parsed.table, problems });
  const issues = toIssues(problems, source.path, text);
  return value === undefined || issues.some((it) => it.severity === "error")
    ? { kind: "refused", issues }
    : { kind: "loaded", value, issues };
}

function refuse(
  source: FileSource,
  { place, ...problem }: TextProblem,
): { readonly kind: "refused"; readonly issues: readonly GoalIssue[] } {
  return {
    kind: "refused",
    issues: [{ severity: "error", file: source.path, ...problem, ...place }],
  };
}

/** In the order of the file. When there are too many, warnings are left out first. */
function toIssues(problems: readonly Problem[], file: string, text: string): readonly GoalIssue[] {
  const kept = [...ofSeverity(problems, "error"), ...ofSeverity(problems, "warning")].slice(
    0,
    ISSUES_MAX,
  );
  const places = locate(text, kept);
  const shown = kept
    .map(({ severity, code, message, suggestion }, index): GoalIssue => {
      const place = places[index] ?? { line: 1, column: 1 };
      return { severity, code, file, ...place, message, ...present("suggestion", suggestion) };
    })
    .toSorted((one, other) => one.line - other.line || one.column - other.column);
  const first = shown[0];
  return problems.length <= ISSUES_MAX || first === undefined ? shown : [...shown, tooMany(first)];
}

function ofSeverity(
  problems: readonly Problem[],
  severity: Problem["severity"],
): readonly Problem[] {
  return problems.filter((it) => it.severity === severity);
}

function tooMany(first: GoalIssue): GoalIssue {
  return {
    ...first,
    severity: "warning",
    code: "too-many-issues",
    message: `more than ${ISSUES_MAX} problems were found; ${ISSUES_MAX} of them are shown`,
    suggestion: "Mend these first.",
  };
}
