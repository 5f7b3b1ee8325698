import type { Finding } from "../../model/vector.ts";
import type { ReportReader } from "./findings-reader.ts";
import type { OnRawFinding } from "./fingerprints.ts";
import { openJsonDocuments } from "./json-documents.ts";
import { numberAt, textAt } from "./json-field.ts";
import { toReportPath } from "./report-path.ts";

/** Reads what golangci-lint prints as JSON; its `Report.Error` says that it could not finish. */
export function openGolangci(onFinding: OnRawFinding, folder: string): ReportReader {
  let failure: string | undefined;
  let isReport = false;
  const documents = openJsonDocuments({
    opens: /^\s*\{/,
    paths: ["$.Issues.*", "$.Report"],
    onValue: (value, [part]) => {
      isReport = true;
      if (part === "Report") failure ??= textAt(value, "Error");
      else onFinding(toFinding(value, folder));
    },
  });
  return {
    ...documents,
    end: () => {
      const problem = documents.end();
      if (problem !== undefined) return problem;
      if (failure !== undefined) return `golangci-lint says: ${failure}`;
      return isReport ? undefined : 'expected a report of golangci-lint, found no "Report" in it';
    },
  };
}

function toFinding(issue: unknown, folder: string): Finding {
  const line = numberAt(issue, "Pos", "Line");
  const column = numberAt(issue, "Pos", "Column");
  const rule = textAt(issue, "FromLinter");
  const severity = textAt(issue, "Severity") ?? "error";
  return {
    file: toReportPath(textAt(issue, "Pos", "Filename") ?? "", folder),
    ...(line === undefined || line === 0 ? {} : { line }),
    ...(column === undefined || column === 0 ? {} : { column }),
    ...(rule === undefined ? {} : { rule }),
    level: toLevel(severity),
    message: textAt(issue, "Text") ?? "",
  };
}

function toLevel(severity: string): Finding["level"] {
  if (severity === "warning") return "warning";
  return severity === "info" || severity === "note" ? "note" : "error";
}
