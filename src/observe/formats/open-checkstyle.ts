import type { Finding } from "../../model/vector.ts";
import type { ReportReader } from "./findings-reader.ts";
import type { OnRawFinding } from "./fingerprints.ts";
import { openXml } from "./open-xml.ts";
import { placeAttribute } from "./place-attribute.ts";
import { toReportPath } from "./report-path.ts";

/** Reads a checkstyle report: files, each with its errors. */
export function openCheckstyle(onFinding: OnRawFinding, folder: string): ReportReader {
  let file = "";
  let isReport = false;
  const xml = openXml({
    opens: /^\s*<(?:\?xml|!|checkstyle\b)/,
    onOpen: (name, attributes) => {
      isReport ||= name === "checkstyle";
      if (name === "file") file = toReportPath(attributes["name"] ?? "", folder);
      if (name === "error") onFinding(toFinding(attributes, file));
      return false;
    },
    onClose: () => undefined,
  });
  return {
    ...xml,
    end: () =>
      xml.end() ?? (isReport ? undefined : "expected a checkstyle report, found other XML"),
  };
}

function toFinding(attributes: Readonly<Record<string, string>>, file: string): Finding {
  const { line, column, source, severity = "error", message = "" } = attributes;
  return {
    file,
    ...placeAttribute("line", line),
    ...placeAttribute("column", column),
    ...(source === undefined ? {} : { rule: source }),
    level: toLevel(severity),
    message,
  };
}

function toLevel(severity: string): Finding["level"] {
  if (severity === "error") return "error";
  return severity === "warning" ? "warning" : "note";
}
