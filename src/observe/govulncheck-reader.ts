import type { Finding } from "../model/vector.ts";
import type { ReportReader } from "./formats/findings-reader.ts";
import { openJsonDocuments } from "./formats/json-documents.ts";
import { fieldAt, listAt, numberAt, textAt } from "./formats/json-field.ts";

const FINDINGS_MAX = 50;
/** The database has some thousands; a stranger's stream may name any number. */
const IDS_MAX = 10_000;

/** Reads what `govulncheck -json` prints: vulnerabilities that the code really calls. */
export interface GovulncheckReader extends ReportReader {
  /** Of reachable vulnerabilities, each counted once. */
  count(): number;
  /** One for each of them, where the code calls it. */
  findings(): readonly Finding[];
}

/** The reader of one stream of messages. */
export function openGovulncheck(): GovulncheckReader {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  let messages = 0;
  const documents = openJsonDocuments({
    opens: /^\{/,
    paths: ["$.config", "$.progress", "$.SBOM", "$.osv", "$.finding"],
    onValue: (value, keys) => {
      messages += 1;
      if (keys[0] !== "finding" || !isReachable(value)) return;
      const id = textAt(value, "osv") ?? "a vulnerability without a name";
      if (ids.has(id) || ids.size >= IDS_MAX) return;
      ids.add(id);
      if (findings.length < FINDINGS_MAX) findings.push(toFinding(id, value));
    },
  });
  return {
    write: (text) => {
      documents.write(text);
    },
    end: () =>
      documents.end() ?? (messages === 0 ? "no message of govulncheck is in it" : undefined),
    count: () => ids.size,
    findings: () => findings,
  };
}

/** Only a finding at the level of symbols says that the code calls what is vulnerable. */
function isReachable(finding: unknown): boolean {
  return textAt(finding, "trace", 0, "function") !== undefined;
}

function toFinding(id: string, finding: unknown): Finding {
  const trace = listAt(finding, "trace");
  const place = trace.findLast((it) => fieldAt(it, "position", "filename") !== undefined);
  const line = numberAt(place, "position", "line");
  const symbol = [textAt(finding, "trace", 0, "package"), textAt(finding, "trace", 0, "function")];
  const fixed = textAt(finding, "fixed_version");
  const remedy = fixed === undefined ? "no fix is known" : `fixed in ${fixed}`;
  return {
    file: textAt(place, "position", "filename") ?? "",
    ...(line === undefined ? {} : { line }),
    rule: id,
    level: "error",
    message: `${id} is reachable: ${symbol.filter(Boolean).join(".")} is called; ${remedy}`,
  };
}
