import { readGoalFile } from "../adapters/goal-file-reader.ts";
import { issueLines } from "../control/apply-report.ts";
import { type LintReport, lintGoalFile } from "../control/lint-goal-file.ts";
import { versionedJson } from "../control/runs-report.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Printer } from "./printer.ts";
import { resolveGoalPath } from "./workspace.ts";

/** `kazi lint`: exit 0 when every file loads, warnings or not. */
export async function lint(
  files: readonly string[],
  options: { readonly json: boolean; readonly printer: Printer },
): Promise<number> {
  const { json, printer } = options;
  const reports: LintReport[] = [];
  for (const file of files) reports.push(await lintOne(file));
  const ok = reports.every((report) => report.ok);
  if (json) {
    printer.out(versionedJson({ ok, files: reports }));
    return ok ? 0 : 1;
  }
  for (const report of reports) {
    for (const line of issueLines(report.issues, printer.colour)) printer.out(line);
  }
  const bad = reports.filter((report) => !report.ok).length;
  printer.out(
    bad === 0 ? `${reports.length} loaded` : `${bad} of ${reports.length} cannot be loaded`,
  );
  return ok ? 0 : 1;
}

async function lintOne(file: string): Promise<LintReport> {
  try {
    return lintGoalFile({ path: file, bytes: await readGoalFile(resolveGoalPath(file)) });
  } catch (error) {
    if (!(error instanceof KaziError)) throw error;
    const { code, message } = error;
    const place = { severity: "error", file, line: 1, column: 1 } as const;
    return { path: file, ok: false, issues: [{ ...place, code, message }] };
  }
}
