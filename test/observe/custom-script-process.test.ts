import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CustomScript } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { temporaryCheckout } from "./temporary-checkout.ts";

const RESULTS = `Array.from({ length: 60 }, (_, index) => ({
  ruleId: "r",
  message: { text: "m" + index },
  locations: [{ physicalLocation: { artifactLocation: { uri: "a" + index + ".js" }, region: { startLine: 1 } } }],
}))`;

const checkout = temporaryCheckout({
  "bin/hangs.mjs": `import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
writeFileSync("pid", String(child.pid));
console.log("so far");
setInterval(() => {}, 1000);
`,
  "bin/floods.mjs": `process.stdout.write("HEAD" + "x".repeat(5_000_000) + "TAIL");
process.exitCode = 1;
`,
  "bin/scans.mjs": `const results = ${RESULTS};
const run = { tool: { driver: { name: "t" } }, results };
console.log("> scan");
process.stdout.write(JSON.stringify({ runs: [{ ...run, properties: "x".repeat(1_000_000) }] }));
process.exitCode = 1;
`,
  "bin/writes.mjs": `import { writeFileSync } from "node:fs";
writeFileSync("new.sarif", JSON.stringify({ runs: [{ tool: {}, results: [{ message: { text: "new" } }] }] }));
`,
  "old.sarif": '{"runs":[{"tool":{},"results":[{"message":{"text":"old"}}]}]}',
});

afterAll(() => {
  checkout.remove();
});

async function observe(
  program: string,
  { timeoutMs = 60_000, ...change }: Partial<CustomScript> & { timeoutMs?: number } = {},
): Promise<PredicateResult> {
  const check: CustomScript = {
    provider: "custom_script",
    command: `bin/${program}`,
    args: [],
    env: {},
    verdict: { kind: "exit_zero" },
    errorCodes: [],
    mergeStderr: false,
    ...change,
  };
  return await evaluate(givenPredicate(check, timeoutMs), checkout.context);
}

test("a hanging check is killed with its children", async () => {
  const result = await observe("hangs.mjs", { timeoutMs: 2000 });
  expect(result).toMatchObject({ status: "error", permanent: false });
  expect(result.evidence.message).toBe("timed out after 2000 ms");
  expect(result.evidence.excerpt).toContain("so far");
  const pid = readFileSync(path.join(checkout.folder, "pid"), "utf8");
  expect(pid).toMatch(/^\d+$/);
  const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "Z";
  expect(state).toContain("Z");
});

test("the end of a long output is kept as well as its beginning", async () => {
  const { evidence } = await observe("floods.mjs");
  expect(evidence.excerpt).toMatch(/^HEADx+/);
  expect(evidence.excerpt).toMatch(/x+TAIL$/);
});

test("findings are read from the full output of a scanner, however long it is", async () => {
  const { evidence, status } = await observe("scans.mjs", { evidenceFormat: "sarif" });
  expect(status).toBe("fail");
  expect(evidence.findings).toHaveLength(50);
  expect(evidence.findings[0]).toEqual({
    file: "a0.js",
    line: 1,
    rule: "r",
    level: "warning",
    message: "m0",
  });
  expect(evidence.message).toContain("60 findings in its SARIF report, 50 of them shown");
});

test("a report that stood there before is not taken for this run's", async () => {
  const fresh = await observe("writes.mjs", { evidenceFormat: "sarif", report: "*.sarif" });
  expect(fresh.evidence.findings).toMatchObject([{ message: "new" }]);
  const stale = await observe("writes.mjs", { evidenceFormat: "sarif", report: "old.sarif" });
  expect(stale.evidence.findings).toEqual([]);
  expect(stale.evidence.message).toContain("it did not write old.sarif again");
});
