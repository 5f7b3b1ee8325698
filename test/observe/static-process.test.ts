import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { FindingsFormat, Static } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { type GivenLedger, givenLedger } from "./given-ledger.ts";
import { temporaryCheckout } from "./temporary-checkout.ts";

const { resolve } = createRequire(import.meta.url);
const ESLINT = path.join(path.dirname(resolve("eslint/package.json")), "bin/eslint.js");
const TSC = path.join(path.dirname(resolve("typescript/package.json")), "bin/tsc");
const SARIF = resolve("@microsoft/eslint-formatter-sarif");

const CONFIG = 'export default [{ rules: { "no-undef": "error", "no-empty": "warn" } }];\n';

const checkout = temporaryCheckout({});
afterAll(() => checkout.remove());

function write(file: string, text: string): void {
  writeFileSync(path.join(checkout.folder, file), text);
}

beforeEach(() => {
  write("eslint.config.mjs", CONFIG);
});

async function observe(
  args: readonly string[],
  change: { readonly format: FindingsFormat } & Partial<Static>,
  ledger: GivenLedger = givenLedger(),
): Promise<PredicateResult> {
  const check: Static = {
    provider: "static",
    command: process.execPath,
    args,
    env: {},
    allowedRegression: 0,
    mergeStderr: false,
    errorCodes: [],
    ...change,
  };
  const context = { ...checkout.context, baselines: ledger.baselines };
  return ledger.keep(await evaluate(givenPredicate(check, 120_000), context));
}

describe("evaluate(): static with ESLint", () => {
  const format: FindingsFormat = { kind: "eslint" };
  const lint = [ESLINT, "-f", "json", "a.js"];

  test("fix one and add one is no pass, moved lines are", async () => {
    const ledger = givenLedger();
    const change = { format, baseline: { kind: "stored" } } as const;
    write("a.js", "first();\nsecond();\n");
    expect(await observe(lint, change, ledger)).toMatchObject({ status: "pass" });
    write("a.js", "// A line above.\n\nsecond();\nfirst();\n");
    expect(await observe(lint, change, ledger)).toMatchObject({ status: "pass" });
    write("a.js", "second();\nthird();\n");
    const result = await observe(lint, change, ledger);
    expect(result).toMatchObject({
      status: "fail",
      evidence: {
        seen: "1 new of 2 findings",
        findings: [
          { file: "a.js", line: 2, rule: "no-undef", message: "'third' is not defined." },
          { file: "a.js", line: 1 },
        ],
      },
    });
  });

  test("warnings with exit 0 are findings", async () => {
    write("a.js", "if (1) {}\n");
    expect(await observe(lint, { format })).toMatchObject({ status: "fail" });
  });

  test("a configuration that it cannot load is an error and no pass", async () => {
    write("a.js", "\n");
    write("eslint.config.mjs", "throw new Error('no configuration');\n");
    const result = await observe(lint, { format });
    expect(result).toMatchObject({ status: "error" });
    expect(result.evidence.excerpt).toContain("no configuration");
  });

  test("SARIF in a report file", async () => {
    write("a.js", "first();\n");
    const args = [ESLINT, "-f", SARIF, "-o", "lint.sarif", "a.js"];
    expect(await observe(args, { format: { kind: "sarif" }, report: "lint.sarif" })).toMatchObject({
      status: "fail",
      evidence: { seen: "1 finding", findings: [{ file: "a.js", line: 1, rule: "no-undef" }] },
    });
  });

  test("a report that an earlier run left is an error and no pass", async () => {
    write("left.sarif", '{"version":"2.1.0","runs":[]}');
    const result = await observe(lint, { format: { kind: "sarif" }, report: "left.sarif" });
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain("did not write left.sarif again");
  });
});

describe("evaluate(): static with tsc", () => {
  const format: FindingsFormat = { kind: "tsc" };

  test.each([
    ["clean", ["ok.ts"], "pass", "0 findings"],
    ["an error", ["bad.ts"], "fail", "1 finding"],
    ["a project that is not there", ["-p", "nowhere.json"], "error", undefined],
  ])("%s", async (_case, args, status, seen) => {
    write("ok.ts", "export const a: number = 1;\n");
    write("bad.ts", 'export const a: number = "x";\n');
    const result = await observe([TSC, "--noEmit", "--types", "", ...args], { format });
    expect(result.status).toBe(status);
    expect(result.evidence.seen).toBe(seen);
  });
});
