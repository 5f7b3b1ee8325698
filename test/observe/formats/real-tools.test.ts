import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FindingsFormatName } from "../../../src/model/check.ts";
import type { ReportedFinding } from "../../../src/observe/formats/findings-reader.ts";
import { openFindings } from "../../../src/observe/formats/open-findings.ts";

const OXLINT = path.join(import.meta.dirname, "../../../node_modules/oxlint/bin/oxlint");
let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-test-")));
  writeFileSync(path.join(folder, "a.js"), "var x = 1;\ndebugger;\n");
  writeFileSync(path.join(folder, "clean.js"), "export const y = 2;\n");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lint(kind: FindingsFormatName, file: string): readonly ReportedFinding[] {
  const args = [OXLINT, "-f", kind, path.join(folder, file)];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const findings: ReportedFinding[] = [];
  const reader = openFindings({ kind }, (finding) => findings.push(finding), { folder });
  reader.write(stdout);
  expect(reader.end()).toBeUndefined();
  return findings;
}

test.each<FindingsFormatName>(["sarif", "checkstyle"])("oxlint's %s is read", (kind) => {
  const findings = lint(kind, "a.js").map(({ file, line, rule }) => `${file}:${line} ${rule}`);
  expect(findings.toSorted()).toEqual([
    "a.js:1 eslint(no-unused-vars)",
    "a.js:2 eslint(no-debugger)",
  ]);
  expect(lint(kind, "clean.js")).toEqual([]);
});
