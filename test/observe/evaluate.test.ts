import path from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHttpClient } from "../../src/adapters/http-client-node.ts";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import type { Check, CustomScript } from "../../src/model/check.ts";
import { toPlainText } from "../../src/model/plain-text.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { EvaluationContext } from "../../src/observe/evaluation-context.ts";
import { givenContext, givenPredicate, PROGRAM } from "./given-context.ts";

const script: CustomScript = {
  provider: "custom_script",
  ...PROGRAM,
  verdict: { kind: "exit_zero" },
  errorCodes: [],
  mergeStderr: false,
};
const probe: Check = {
  provider: "http_probe",
  url: "http://127.0.0.1:1/",
  method: "GET",
  headers: {},
  bodyMatch: "contains",
  samples: 1,
  intervalMs: 0,
  redirectsMax: 0,
  tls: "verify",
  allowHosts: [],
};
const BIN = path.join(import.meta.dirname, "../fixtures/bin");

function realContext(change: Partial<EvaluationContext> = {}): EvaluationContext {
  const processes = createProcessRunner();
  return givenContext({ context: { processes, http: createHttpClient(), folder: BIN, ...change } });
}

function realScript(name: string, args: readonly string[] = []): CustomScript {
  return { ...script, command: process.execPath, args: [name, ...args] };
}

test.each<readonly [string, Check]>([
  ["custom_script", script],
  ["test_runner", { provider: "test_runner", ...PROGRAM }],
  ["http_probe", probe],
])("evaluate(): %s that breaks is an error of its own", async (_case, check) => {
  const context = givenContext({
    context: {
      processes: {
        isolation: "namespace",
        run: async () => await Promise.reject(new TypeError("boom")),
      },
    },
  });
  const result = await evaluate(givenPredicate(check), context);
  expect(result).toMatchObject({ id: "it-holds", status: "error", permanent: false });
  expect(result.evidence.message).toMatch(
    /broke: (?:TypeError: boom|Error: nobody was to be asked)$/,
  );
});

test("evaluate() says interrupted, whatever the provider makes of it", async () => {
  const aborted = { signal: AbortSignal.abort() };
  const result = await evaluate(givenPredicate(script), givenContext({ context: aborted }));
  expect(result).toMatchObject({ status: "error", evidence: { message: "interrupted" } });
  const controller = new AbortController();
  const context = givenContext({ context: { signal: controller.signal } });
  const evaluating = evaluate(givenPredicate(script), context);
  controller.abort();
  expect(await evaluating).toMatchObject({ status: "error", evidence: { message: "interrupted" } });
});

test("evaluate() masks before it cuts, in every part of the evidence", async () => {
  const secret = "s3cr3t-value-that-is-long";
  const output = `${"a".repeat(3940)}${secret}${"b".repeat(9000)}${secret}`;
  const check: CustomScript = {
    ...script,
    command: secret,
    verdict: { kind: "match_count", regex: secret, passWhen: { operator: "==", number: 0 } },
  };
  const context = givenContext({ stdout: output, context: { secrets: [secret] } });
  const shown = JSON.stringify(await evaluate(givenPredicate(check), context));
  expect(shown).toContain("[REDACTED]");
  expect(shown).not.toContain(secret.slice(0, 8));
});

test("evaluate() masks what the predicate's own environment calls a secret", async () => {
  const check = { ...script, env: { DEPLOY_TOKEN: "tok-1234567890" } };
  const world = { stdout: "tok-12\u001B[0m34567890", ending: { kind: "exited", code: 1 } } as const;
  const { evidence } = await evaluate(givenPredicate(check), givenContext(world));
  expect(evidence.excerpt).toBe("[REDACTED]");
});

test("evaluate() bounds and cleans whatever is printed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.nat(60),
      async (text, times) => {
        const world = { stdout: text.repeat(times), ending: { kind: "exited", code: 1 } } as const;
        const { evidence } = await evaluate(givenPredicate(script), givenContext(world));
        expect((evidence.excerpt ?? "").length).toBeLessThanOrEqual(8000);
        expect(toPlainText(evidence.excerpt ?? "")).toBe(evidence.excerpt ?? "");
      },
    ),
  );
});

test("evaluate() runs a real program with nothing of the host but the allow-list", async () => {
  const environment = { PATH: "/bin", GITHUB_TOKEN: "t", SECRET: "s", LC_ALL: "C" };
  const check: CustomScript = {
    ...realScript("prints-environment.js"),
    env: { MINE: "1" },
    verdict: { kind: "json", path: "$.MINE.x", passWhen: { operator: "==", number: 1 } },
  };
  const { evidence } = await evaluate(givenPredicate(check), realContext({ environment }));
  expect(evidence.excerpt).toContain('"MINE":"1"');
  expect(evidence.excerpt).toContain('"LC_ALL":"C"');
  expect(evidence.excerpt).not.toMatch(/GITHUB_TOKEN|SECRET/);
});

test.each<readonly [string, Check, string, string]>([
  ["exit 3", realScript("exit-3.js"), "fail", "exited with code 3, expected 0"],
  ["a crash", realScript("dies-by-signal.js", ["SIGSEGV"]), "fail", "was ended by SIGSEGV"],
  ["escapes", realScript("prints-escapes.js"), "fail", "exited with code 1"],
  ["never ends", realScript("forever.js"), "error", "timed out after 500 ms"],
  [
    "not there",
    { ...script, command: "no-such-program" },
    "error",
    "exec failed: no-such-program: not found",
  ],
  [
    "a flood",
    {
      ...realScript("flood.js", ["20"]),
      verdict: { kind: "match_count", regex: "z", passWhen: { operator: "==", number: 0 } },
    },
    "error",
    "larger than",
  ],
  ["nobody listens", probe, "error", "could not be asked"],
])("evaluate() with a real machine: %s", async (name, check, status, message) => {
  const predicate = givenPredicate(check, name === "never ends" ? 500 : 30_000);
  const result = await evaluate(predicate, realContext());
  expect(result.evidence.message).toContain(message);
  expect(result.status).toBe(status);
  expect(result.evidence.excerpt ?? "").not.toContain("\u001B");
});

test.each([
  ["src/a.ts", "app/web/src/a.ts"],
  ["./a.ts", "app/web/a.ts"],
  ["app/web/src/a.ts", "app/web/src/a.ts"],
  ["app/webby.ts", "app/web/app/webby.ts"],
  ["../a.ts", "../a.ts"],
  ["..a/b.ts", "app/web/..a/b.ts"],
  ["/etc/a.ts", "/etc/a.ts"],
  ["https://e.org/a.ts", "https://e.org/a.ts"],
  ["", ""],
])("evaluate(): a finding in %j of a folder is named from the root", async (file, wanted) => {
  const stdout = JSON.stringify([{ filePath: file, messages: [{ message: "no", severity: 2 }] }]);
  const context = givenContext({
    stdout,
    ending: { kind: "exited", code: 1 },
    context: { below: "app/web" },
  });
  const check: Check = {
    provider: "static",
    ...PROGRAM,
    format: { kind: "eslint" },
    allowedRegression: 0,
    mergeStderr: false,
    errorCodes: [],
  };
  const { evidence } = await evaluate(givenPredicate(check), context);
  expect(evidence.findings[0]?.file).toBe(wanted);
});

test("evaluate(): what git names from the root is not named from the folder", async () => {
  const line = { path: "src/a.ts", line: 1, text: "// not yet" };
  const diff = {
    since: "the base",
    changedPaths: async () => await Promise.resolve([]),
    addedLines: async () =>
      await Promise.resolve({ lines: [line], isComplete: true, binaries: [] }),
    messages: async () => await Promise.resolve([]),
  };
  const context = givenContext({ context: { below: "app/web", diff } });
  const check: Check = { provider: "no_stubs", patterns: ["not yet"], exclude: [] };
  const { evidence } = await evaluate(givenPredicate(check), context);
  expect(evidence.findings).toMatchObject([{ file: "src/a.ts" }]);
});
