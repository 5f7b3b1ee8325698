import type { GoalIssue } from "../model/goal-issue.ts";
import { toOneLine } from "../model/plain-text.ts";

/** Code scanning takes so many results of one run. */
const RESULTS_MAX = 5_000;
const TEXT_MAX = 1_000;

/** Problems of goal-files as a SARIF 2.1.0 log, which code scanning and editors read. */
export function toSarif(
  issues: readonly GoalIssue[],
  version: string,
): Readonly<Record<string, unknown>> {
  const codes = [...new Set(issues.map(({ code }) => code))].toSorted();
  const results = issues.slice(0, RESULTS_MAX).map((issue) => ({
    ruleId: issue.code,
    ruleIndex: codes.indexOf(issue.code),
    level: issue.severity,
    message: { text: textOf(issue) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(issue.file) },
          region: { startLine: issue.line, startColumn: issue.column },
        },
      },
    ],
  }));
  return {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "kazi", version, rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

function textOf({ message, suggestion }: GoalIssue): string {
  return toOneLine(suggestion === undefined ? message : `${message}. ${suggestion}`, TEXT_MAX);
}

/** Relative paths stay relative: the reader knows its checkout. */
function toUri(file: string): string {
  const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return file.startsWith("/") ? `file://${path}` : path;
}
