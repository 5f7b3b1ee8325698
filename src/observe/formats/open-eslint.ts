import type { Finding } from "../../model/vector.ts";
import type { ReportReader } from "./findings-reader.ts";
import type { OnRawFinding } from "./fingerprints.ts";
import { openJsonDocuments } from "./json-documents.ts";
import { listAt, numberAt, textAt } from "./json-field.ts";
import { toReportPath } from "./report-path.ts";

const ERROR_SEVERITY = 2;

/** Reads what eslint's `json` formatter prints: one list of files, each with its messages. */
export function openEslint(onFinding: OnRawFinding, folder: string): ReportReader {
  return openJsonDocuments({
    opens: /^\s*\[\s*(?:[{\]]|$)/,
    paths: ["$.*"],
    onValue: (value) => {
      const file = toReportPath(textAt(value, "filePath") ?? "", folder);
      for (const message of listAt(value, "messages")) onFinding(toFinding(message, file));
    },
  });
}

function toFinding(message: unknown, file: string): Finding {
  const line = numberAt(message, "line");
  const column = numberAt(message, "column");
  const rule = textAt(message, "ruleId");
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(rule === undefined ? {} : { rule }),
    level: numberAt(message, "severity") === ERROR_SEVERITY ? "error" : "warning",
    message: textAt(message, "message") ?? "",
  };
}
