import type { GoalIssue } from "../model/goal-issue.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Paint } from "./paint.ts";

/** Problems of a goal-file, one line each, in the form that editors make clickable. */
export function renderIssues(issues: readonly GoalIssue[], paint: Paint): readonly string[] {
  return issues.map((issue) => {
    const where = `${toOneLine(issue.file, 500)}:${issue.line}:${issue.column}`;
    const severity = issue.severity === "error" ? paint.bad("error") : paint.warn("warning");
    const help = issue.suggestion === undefined ? "" : `; ${issue.suggestion}`;
    return `${where}: ${severity}: ${toOneLine(`${issue.message}${help}`, 600)} [${issue.code}]`;
  });
}
