import type { GoalIssue } from "../model/goal-issue.ts";
import { toOneLine } from "../model/plain-text.ts";

const FILE_MAX = 1_000;
const TEXT_MAX = 1_000;

/** Problems of goal-files as commands to the runner, which shows them beside their lines. */
export function renderWorkflowCommands(issues: readonly GoalIssue[]): readonly string[] {
  return issues.map(({ severity, file, line, column, code, message, suggestion }) => {
    const properties = [
      `file=${escapeProperty(toOneLine(file, FILE_MAX))}`,
      `line=${line}`,
      `col=${column}`,
      `endLine=${line}`,
      `title=${escapeProperty(`kazi: ${code}`)}`,
    ];
    const text = suggestion === undefined ? message : `${message}. ${suggestion}`;
    return `::${severity} ${properties.join(",")}::${escapeData(toOneLine(text, TEXT_MAX))}`;
  });
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
