import path from "node:path";
import { readGoalFile } from "../adapters/goal-file-reader.ts";
import { type LintReport, lintGoalFile, toStrict } from "../control/lint-goal-file.ts";
import { type LintForm, lintLines } from "../control/lint-report.ts";
import { KaziError } from "../model/kazi-error.ts";
import { featureFile } from "./feature-file.ts";
import { goalFilesHere, repositoryOf } from "./goal-files.ts";
import type { Printer } from "./printer.ts";
import { packageVersion } from "./version.ts";
import { pathInside, resolveGoalPath } from "./workspace.ts";

/** `kazi lint`: exit 0 when every file loads; where warnings count, only without any. */
export async function lint(
  given: readonly string[],
  options: { readonly form: LintForm; readonly isStrict: boolean; readonly printer: Printer },
): Promise<number> {
  const { form, isStrict, printer } = options;
  const files = given.length === 0 ? goalFilesHere() : given;
  if (files.length === 0) {
    printer.err("kazi: no goal-file below .kazi; expected .kazi/goals/<name>.toml, or name one");
    return 1;
  }
  const reports: LintReport[] = [];
  for (const file of files) {
    const report = await lintOne(file, { isFromRoot: form === "sarif" || form === "github" });
    reports.push(isStrict ? toStrict(report) : report);
  }
  const { colour } = printer;
  for (const line of lintLines(reports, { form, colour, version: packageVersion() })) {
    printer.out(line);
  }
  return reports.every((report) => report.ok) ? 0 : 1;
}

/** What the flags ask for; two forms at once are a contradiction. */
export function lintForm(
  flags: ReadonlySet<string>,
  format: string | undefined,
): LintForm | undefined {
  const asked = [...new Set([...["json", "sarif"].filter((name) => flags.has(name)), format])];
  const named = asked.filter((name) => name !== undefined);
  if (named.length > 1) return undefined;
  return FORMS.find((form) => form === (named[0] ?? "text"));
}

const FORMS = ["text", "json", "sarif", "github"] as const;

/** Whoever shows problems beside the lines of a repository knows files by their paths in it. */
async function lintOne(
  given: string,
  { isFromRoot }: { readonly isFromRoot: boolean },
): Promise<LintReport> {
  const place = resolveGoalPath(given);
  const root = repositoryOf(path.dirname(place));
  const file = isFromRoot ? (pathInside(root, place) ?? given) : given;
  try {
    const bytes = await readGoalFile(place);
    return await lintGoalFile({ path: file, bytes }, featureFile(place));
  } catch (error) {
    if (!(error instanceof KaziError)) throw error;
    const { code, message } = error;
    const start = { severity: "error", file, line: 1, column: 1 } as const;
    return { path: file, ok: false, issues: [{ ...start, code, message }] };
  }
}
