import type { Cve } from "../model/check.ts";
import type { Finding } from "../model/vector.ts";
import { listAt, textAt, fieldAt } from "./formats/json-field.ts";

const FINDINGS_MAX = 50;

/** The vulnerabilities that a scanner's document names, for the evidence; the count is taken elsewhere. */
export function readVulnerabilities(
  tool: Exclude<Cve["tool"], "govulncheck">,
  document: unknown,
): readonly Finding[] {
  switch (tool) {
    case "trivy":
      return readTrivy(document).slice(0, FINDINGS_MAX);
    case "grype":
      return readGrype(document).slice(0, FINDINGS_MAX);
    case "npm_audit":
      return readNpmAudit(document).slice(0, FINDINGS_MAX);
  }
}

function readTrivy(document: unknown): readonly Finding[] {
  return listAt(document, "Results").flatMap((result) =>
    listAt(result, "Vulnerabilities").map((it) =>
      toFinding({
        file: textAt(result, "Target"),
        id: textAt(it, "VulnerabilityID"),
        dependency: [textAt(it, "PkgName"), textAt(it, "InstalledVersion")],
        severity: textAt(it, "Severity"),
        fix: textAt(it, "FixedVersion"),
        title: textAt(it, "Title"),
      }),
    ),
  );
}

function readGrype(document: unknown): readonly Finding[] {
  return listAt(document, "matches").map((it) =>
    toFinding({
      file: textAt(it, "artifact", "locations", 0, "path"),
      id: textAt(it, "vulnerability", "id"),
      dependency: [textAt(it, "artifact", "name"), textAt(it, "artifact", "version")],
      severity: textAt(it, "vulnerability", "severity"),
      fix: textAt(it, "vulnerability", "fix", "versions", 0),
      title: textAt(it, "vulnerability", "description"),
    }),
  );
}

function readNpmAudit(document: unknown): readonly Finding[] {
  const vulnerabilities = fieldAt(document, "vulnerabilities");
  if (typeof vulnerabilities !== "object" || vulnerabilities === null) return [];
  return Object.entries(vulnerabilities).flatMap(([name, it]) =>
    // A text instead of an advisory only says through which other package it comes in.
    listAt(it, "via")
      .filter((via) => typeof via === "object")
      .map((via) =>
        toFinding({
          file: "package-lock.json",
          id: textAt(via, "url")?.split("/").at(-1),
          dependency: [name, textAt(via, "range")],
          severity: textAt(via, "severity"),
          fix: fieldAt(it, "fixAvailable") === false ? undefined : "npm audit fix",
          title: textAt(via, "title"),
        }),
      ),
  );
}

interface Vulnerability {
  readonly file: string | undefined;
  readonly id: string | undefined;
  readonly dependency: readonly (string | undefined)[];
  readonly severity: string | undefined;
  readonly fix: string | undefined;
  readonly title: string | undefined;
}

function toFinding({ file, id, dependency, severity, fix, title }: Vulnerability): Finding {
  const where = dependency.filter((it) => it !== undefined).join(" ");
  const remedy = fix === undefined ? "no fix is known" : `fixed by ${fix}`;
  const said = [severity?.toLowerCase(), title].filter((it) => it !== undefined).join(", ");
  const name = id ?? "a vulnerability";
  return {
    file: file ?? "",
    ...(id === undefined ? {} : { rule: id }),
    level: "error",
    message: `${name} in ${where}${said === "" ? "" : ` (${said})`}: ${remedy}`,
  };
}
