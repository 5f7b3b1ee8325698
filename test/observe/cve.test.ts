import { describe, expect, test } from "vitest";
import type { Cve } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";
import { type GivenLedger, givenLedger } from "./given-ledger.ts";

const CVE: Cve = {
  provider: "cve",
  ...PROGRAM,
  tool: "govulncheck",
  baseline: { kind: "number", value: 0 },
  allowedRegression: 0,
};

const NPM: Partial<Cve> = { tool: "npm_audit", countPath: "$.metadata.vulnerabilities.total" };
const TRIVY: Partial<Cve> = { tool: "trivy", countPath: "$.Results[0].Vulnerabilities" };
const GRYPE: Partial<Cve> = { tool: "grype", countPath: "$.matches" };

async function observe(
  world: World,
  change: Partial<Cve> = {},
  ledger: GivenLedger = givenLedger(),
): Promise<PredicateResult> {
  const context = givenContext({ ...world, context: { baselines: ledger.baselines } });
  return ledger.keep(await evaluate(givenPredicate({ ...CVE, ...change }), context));
}

function exited(code: number): World {
  return { ending: { kind: "exited", code } };
}

function printing(documents: readonly unknown[], code = 0): World {
  const stdout = documents.map((it) => `${JSON.stringify(it, undefined, 2)}\n`).join("");
  return { ...exited(code), stdout };
}

const CONFIG = { config: { protocol_version: "v1.0.0", scanner_name: "govulncheck" } };

function finding(osv: string, symbol?: string): unknown {
  const [vulnerable, caller] = [
    { module: "golang.org/x/text", package: "golang.org/x/text/language" },
    { module: "app", position: { filename: "main.go", line: 12, column: 3 } },
  ];
  const trace = symbol === undefined ? [vulnerable] : [{ ...vulnerable, function: symbol }, caller];
  return { finding: { osv, fixed_version: "v0.3.7", trace } };
}

describe("evaluate(): cve by govulncheck", () => {
  test.each<readonly [string, World, string, string]>([
    [
      "nothing known",
      printing([CONFIG, { progress: { message: "Scanning" } }]),
      "pass",
      "is 0, expected at most 0",
    ],
    ["known and not called", printing([CONFIG, finding("GO-1"), finding("GO-2")]), "pass", "is 0"],
    ["called", printing([CONFIG, finding("GO-1"), finding("GO-1", "Parse")]), "fail", "is 1"],
    [
      "called by several",
      printing([CONFIG, finding("GO-1", "A"), finding("GO-1", "B")]),
      "fail",
      "is 1",
    ],
    ["two of them", printing([CONFIG, finding("GO-1", "A"), finding("GO-2", "B")]), "fail", "is 2"],
    ["called with exit 3", printing([CONFIG, finding("GO-1", "A")], 3), "fail", "is 1"],
  ])("%s", async (_case, world, status, words) => {
    const result = await observe(world);
    expect(result.status).toBe(status);
    expect(result.evidence.message).toContain(`the number of reachable vulnerabilities ${words}`);
  });

  test("the evidence says what is called, from where, and what mends it", async () => {
    const { evidence } = await observe(printing([CONFIG, finding("GO-1", "Parse")]));
    expect(evidence.findings).toEqual([
      {
        file: "main.go",
        line: 12,
        rule: "GO-1",
        level: "error",
        message: "GO-1 is reachable: golang.org/x/text/language.Parse is called; fixed in v0.3.7",
      },
    ]);
  });

  test.each<readonly [string, World]>([
    ["nothing printed with exit 0", exited(0)],
    ["words instead of JSON with exit 0", { ...exited(0), stdout: "No vulnerabilities found.\n" }],
    ["JSON of something else", printing([{ ok: true }])],
    ["packages that could not be loaded", printing([CONFIG], 1)],
    ["half a stream", { ...exited(0), stdout: '{"config":{}}\n{"finding":{"osv"' }],
    [
      "a kill in the middle",
      {
        ...printing([CONFIG, finding("GO-1", "A")]),
        ending: { kind: "killed", signal: "SIGKILL" },
      },
    ],
  ])("%s is an error and no pass", async (_case, world) => {
    expect(await observe(world)).toMatchObject({ status: "error", permanent: false });
  });
});

describe("evaluate(): cve by a count", () => {
  const advisory = {
    title: "Prototype Pollution",
    url: "https://github.com/advisories/GHSA-1",
    severity: "high",
    range: "<4.17.12",
  };
  const npm = {
    auditReportVersion: 2,
    vulnerabilities: {
      lodash: { name: "lodash", severity: "high", via: [advisory], fixAvailable: true },
      app: { name: "app", severity: "high", via: ["lodash"], fixAvailable: false },
    },
    metadata: { vulnerabilities: { total: 2 } },
  };
  const trivy = {
    SchemaVersion: 2,
    Results: [
      {
        Target: "go.mod",
        Vulnerabilities: [
          {
            VulnerabilityID: "CVE-1",
            PkgName: "x/net",
            InstalledVersion: "1",
            FixedVersion: "2",
            Severity: "HIGH",
            Title: "bad",
          },
        ],
      },
    ],
  };
  const grype = {
    matches: [
      {
        vulnerability: { id: "CVE-2", severity: "Low", fix: { versions: [] } },
        artifact: { name: "zlib", version: "1.2", locations: [{ path: "/lib/zlib" }] },
      },
    ],
  };

  test.each<readonly [string, Partial<Cve>, unknown, unknown]>([
    [
      "npm audit",
      NPM,
      npm,
      {
        file: "package-lock.json",
        rule: "GHSA-1",
        message: "GHSA-1 in lodash <4.17.12 (high, Prototype Pollution): fixed by npm audit fix",
      },
    ],
    [
      "trivy",
      TRIVY,
      trivy,
      { file: "go.mod", rule: "CVE-1", message: "CVE-1 in x/net 1 (high, bad): fixed by 2" },
    ],
    [
      "grype",
      GRYPE,
      grype,
      { file: "/lib/zlib", rule: "CVE-2", message: "CVE-2 in zlib 1.2 (low): no fix is known" },
    ],
  ])("%s names what it found", async (_case, change, document, first) => {
    const result = await observe(printing([document], 1), change);
    expect(result).toMatchObject({ status: "fail", evidence: { findings: [first] } });
  });

  test.each<readonly [string, Partial<Cve>, unknown]>([
    ["npm audit", NPM, { metadata: { vulnerabilities: { total: 0 } } }],
    [
      "trivy, which leaves an empty list out",
      TRIVY,
      { SchemaVersion: 2, Results: [{ Target: "go.mod" }] },
    ],
    ["grype", GRYPE, { matches: [] }],
    ["a script of one's own", { tool: "trivy", countPath: "$.vulns" }, { vulns: 0 }],
  ])("%s finds nothing", async (_case, change, document) => {
    expect(await observe(printing([document]), change)).toMatchObject({ status: "pass" });
  });

  test.each<readonly [string, Partial<Cve>, World, string]>([
    [
      "npm audit without a lockfile",
      NPM,
      printing([{ error: { code: "ENOLOCK", summary: "This command requires a lockfile." } }], 1),
      "This command requires a lockfile.",
    ],
    ["a document without the count", NPM, printing([{}]), "path $.metadata.vulnerabilities.total:"],
    ["no document", GRYPE, exited(0), "printed no JSON"],
    ["too much", GRYPE, { stdout: "{", omittedBytes: 1 }, "larger than"],
    [
      "nothing that trivy could look at",
      TRIVY,
      printing([{ SchemaVersion: 2 }]),
      "nothing to look at",
    ],
  ])("%s is an error and no pass", async (_case, change, world, words) => {
    const result = await observe(world, change);
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain(words);
  });

  test("the count may fall and not rise", async () => {
    const ledger = givenLedger();
    const change: Partial<Cve> = { tool: "grype", countPath: "$.n", baseline: { kind: "stored" } };
    const seen: string[] = [];
    for (const n of [5, 3, 4]) {
      const { status } = await observe(printing([{ n }]), change, ledger);
      seen.push(status);
    }
    expect(seen).toEqual(["pass", "pass", "fail"]);
    expect(ledger.kept()).toMatchObject([{ key: "it-holds", value: 3 }]);
  });
});
