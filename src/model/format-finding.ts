import { toOneLine } from "./plain-text.ts";
import type { Finding } from "./vector.ts";

/** A finding on one line, `file:line: message`; some tools name no file. */
export function formatFinding(finding: Finding, charactersMax: number): string {
  const line = finding.line === undefined ? "" : `:${finding.line}`;
  const place = finding.file === "" ? "" : `${finding.file}${line}: `;
  return toOneLine(`${place}${finding.message}`, charactersMax);
}
