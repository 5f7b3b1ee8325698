import type { GoalIssue } from "../model/goal-issue.ts";
import { paintFor } from "../report/paint.ts";
import { renderIssues } from "../report/render-issues.ts";
import { lintSummary, renderLint } from "../report/render-lint.ts";
import { toSarif } from "../report/render-sarif.ts";
import { renderWorkflowCommands } from "../report/render-workflow-commands.ts";
import type { LintReport } from "./lint-goal-file.ts";
import { versionedJson } from "./runs-report.ts";

/** The forms in which a lint can be told. */
export type LintForm = "text" | "json" | "sarif" | "github";

/** What was found in all files, in one of the forms. */
export function lintLines(
  reports: readonly LintReport[],
  options: { readonly form: LintForm; readonly colour: boolean; readonly version: string },
): readonly string[] {
  const issues = reports.flatMap((report) => report.issues);
  switch (options.form) {
    case "json": {
      const ok = reports.every((report) => report.ok);
      return [versionedJson({ ok, files: reports })];
    }
    case "sarif":
      return [JSON.stringify(toSarif(issues, options.version))];
    case "github":
      return renderWorkflowCommands(issues);
    case "text":
      return textLines(reports, issues, options.colour);
  }
}

/** In a terminal for reading, in a pipe one line an issue. */
function textLines(
  reports: readonly LintReport[],
  issues: readonly GoalIssue[],
  colour: boolean,
): readonly string[] {
  const paint = paintFor(colour);
  const found = colour ? renderLint(reports, paint) : renderIssues(issues, paint);
  return [...found, lintSummary(reports, paint)];
}
