import { describe, expect, test } from "vitest";
import type { Cli, CliAssertion, CliCall } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { ProcessOutcome, ProcessRequest } from "../../src/ports/process-runner.ts";
import { givenContext, givenPredicate, type World } from "./given-context.ts";

function calls(...assertions: readonly CliAssertion[]): readonly CliCall[] {
  return [{ args: ["status"], assertions }];
}

async function observe(change: Partial<Cli>, world: World): Promise<PredicateResult> {
  const check: Cli = {
    provider: "cli",
    command: "tool",
    env: {},
    calls: calls(),
    isScript: false,
    samples: 1,
    ...change,
  };
  return await evaluate(givenPredicate(check), givenContext(world));
}

/** Answers call by call with what a program prints and its exit code. */
function answering(answers: readonly (readonly [number, string])[]): {
  readonly world: World;
  readonly requests: ProcessRequest[];
} {
  const requests: ProcessRequest[] = [];
  async function run(request: ProcessRequest): Promise<ProcessOutcome> {
    const [code, text] = answers[requests.length] ?? [99, ""];
    requests.push(request);
    return await Promise.resolve({
      ending: { kind: "exited", code },
      stdout: { text, totalBytes: text.length, omittedBytes: 0 },
      stderr: { text: "", totalBytes: 0, omittedBytes: 0 },
      durationMs: 1,
    });
  }
  return { requests, world: { context: { processes: { isolation: "process-group", run } } } };
}

const OK = { ending: { kind: "exited", code: 0 } } as const;
const stdout = "tool 1.2\nready\n";
const json = '{"version": 2, "name": "tool", "list": [1], "none": null, "yes": true}';
const path = { target: "stdout", match: "json_path" } as const;

describe("cli: one call", () => {
  test.each<readonly [string, CliAssertion, World, string]>([
    [
      "exit code",
      { target: "exit_code", expected: 3 },
      { ending: { kind: "exited", code: 3 } },
      "pass",
    ],
    ["another exit code", { target: "exit_code", expected: 3 }, OK, "fail"],
    [
      "a crash has the code of a shell",
      { target: "exit_code", expected: 139 },
      { ending: { kind: "killed", signal: "SIGSEGV" } },
      "pass",
    ],
    ["equals", { target: "stdout", match: "equals", expected: stdout }, { stdout }, "pass"],
    [
      "equals but for the end",
      { target: "stdout", match: "equals", expected: "a" },
      { stdout: "a\n" },
      "fail",
    ],
    ["nothing wanted", { target: "stderr", match: "equals", expected: "" }, { stdout }, "pass"],
    [
      "something in place of nothing",
      { target: "stderr", match: "equals", expected: "" },
      { stderr: "x" },
      "fail",
    ],
    ["contains", { target: "stdout", match: "contains", expected: "1.2" }, { stdout }, "pass"],
    [
      "streams are kept apart",
      { target: "stdout", match: "contains", expected: "x" },
      { stderr: "x" },
      "fail",
    ],
    ["regex", { target: "stdout", match: "regex", expected: "(?m)^ready$" }, { stdout }, "pass"],
    [
      "regex without a match",
      { target: "stdout", match: "regex", expected: "^ready" },
      { stdout },
      "fail",
    ],
    ["path: number", { ...path, path: "$.version", expected: 2 }, { stdout: json }, "pass"],
    [
      "path: number as text",
      { ...path, path: "$.version", expected: "2" },
      { stdout: json },
      "pass",
    ],
    ["path: text", { ...path, path: "$.name", expected: "tool" }, { stdout: json }, "pass"],
    ["path: truth", { ...path, path: "$.yes", expected: true }, { stdout: json }, "pass"],
    ["path: another value", { ...path, path: "$.version", expected: 3 }, { stdout: json }, "fail"],
    [
      "path: a list is no text",
      { ...path, path: "$.list", expected: "1" },
      { stdout: json },
      "fail",
    ],
    ["path: nothing there", { ...path, path: "$.other", expected: 1 }, { stdout: json }, "fail"],
    ["path: no JSON", { ...path, path: "$.version", expected: 2 }, { stdout: "oops" }, "fail"],
    [
      "golden",
      { target: "stdout", match: "golden", golden: "help.txt" },
      { stdout, files: { "help.txt": stdout } },
      "pass",
    ],
    [
      "another text than the golden one",
      { target: "stdout", match: "golden", golden: "help.txt" },
      { stdout, files: { "help.txt": "tool 1.1\nready\n" } },
      "fail",
    ],
  ])("%s", async (_case, assertion, world, status) => {
    await expect(observe({ calls: calls(assertion) }, world)).resolves.toMatchObject({ status });
  });

  test("no assertion is not a pass: exit code 0 is wanted, and it says so", async () => {
    const good = await observe({}, OK);
    expect(good).toMatchObject({ status: "pass", score: 1 });
    expect(good.evidence.message).toMatchInlineSnapshot(
      `"tool behaved as stated: exit code 0, because no assertion says more"`,
    );
    const bad = await observe({}, { ending: { kind: "exited", code: 1 } });
    expect(bad.status).toBe("fail");
  });

  test.each<readonly [string, CliAssertion, World, boolean]>([
    [
      "a regex that cannot be linear",
      { target: "stdout", match: "regex", expected: String.raw`(a)\1` },
      OK,
      true,
    ],
    ["a path that is none", { ...path, path: "version", expected: 1 }, { stdout: json }, true],
    [
      "a golden file that nobody committed is not seeded",
      { target: "stdout", match: "golden", golden: "no.txt" },
      OK,
      true,
    ],
    [
      "half an output is not judged",
      { target: "stdout", match: "contains", expected: "1.2" },
      { stdout, omittedBytes: 5 },
      false,
    ],
    [
      "a hanging call",
      { target: "exit_code", expected: 0 },
      { ending: { kind: "timed-out", afterMs: 7 } },
      false,
    ],
    [
      "a program that is not there",
      { target: "exit_code", expected: 127 },
      { ending: { kind: "not-started", reason: "tool: not found" } },
      true,
    ],
  ])("%s is an error", async (_case, assertion, world, permanent) => {
    const result = await observe({ calls: calls(assertion) }, world);
    expect(result).toMatchObject({ status: "error", permanent });
  });

  test("a hostile regex does not hang", async () => {
    const assertion = { target: "stdout", match: "regex", expected: "^(a+)+$" } as const;
    const result = await observe({ calls: calls(assertion) }, { stdout: `${"a".repeat(50_000)}!` });
    expect(result.status).toBe("fail");
  });

  test("evidence counts, and shows what was wanted and found", async () => {
    const { evidence, score } = await observe(
      {
        calls: calls(
          { target: "exit_code", expected: 0 },
          { target: "stdout", match: "equals", expected: "tool 1.3" },
          { target: "stderr", match: "contains", expected: "warn" },
          { target: "stdout", match: "contains", expected: "ready" },
        ),
      },
      { stdout: "tool 1.3\nready\n", stderr: "boom" },
    );
    expect(score).toBe(0.5);
    expect(evidence).toMatchObject({
      message: String.raw`expected stdout to be exactly "tool 1.3", found "tool 1.3\nready\n" (and 1 more)`,
      wanted: 'stdout to be exactly "tool 1.3"',
      counts: { passed: 2, failed: 2, skipped: 0, total: 4 },
      excerpt: "tool 1.3\nready\n\n--- standard error ---\nboom",
    });
    expect(evidence.findings.map((it) => it.message)).toHaveLength(2);
  });

  test.each([
    ["a\n", "a", "only white space at the end differs"],
    ["a\r\nb", "a\nb", "only the line ends differ (CRLF)"],
  ])("a difference that nobody sees is named: %j", async (found, expected, hint) => {
    const assertion = { target: "stdout", match: "equals", expected } as const;
    const { evidence } = await observe({ calls: calls(assertion) }, { stdout: found });
    expect(evidence.message).toContain(hint);
  });

  test("a golden file shows its difference line by line", async () => {
    const { evidence } = await observe(
      { calls: calls({ target: "stdout", match: "golden", golden: "help.txt" }) },
      { stdout: "usage\n  run\n  stop\n", files: { "help.txt": "usage\n  go\n  stop\n" } },
    );
    expect(evidence.findings).toMatchObject([{ file: "help.txt" }]);
    expect(evidence.excerpt).toContain(
      "@@ from line 1: - wanted, + found @@\n  usage\n-   go\n+   run\n    stop\n",
    );
  });
});

describe("cli: a script, and samples", () => {
  const script: Partial<Cli> = {
    isScript: true,
    calls: [
      { args: ["init"], assertions: [] },
      {
        args: ["status"],
        assertions: [
          { target: "exit_code", expected: 0 },
          { target: "stdout", match: "contains", expected: "clean" },
        ],
      },
      { args: ["stop"], assertions: [{ target: "exit_code", expected: 0 }] },
    ],
  };

  test("all calls are made, in order", async () => {
    const { world, requests } = answering([
      [0, ""],
      [0, "clean"],
      [0, ""],
    ]);
    const result = await observe(script, world);
    expect(result).toMatchObject({ status: "pass", score: 1 });
    expect(result.evidence.message).toBe(
      "3 calls of tool behaved as stated: 4 of 4 assertions hold",
    );
    expect(requests.map((it) => it.argv[1])).toStrictEqual(["init", "status", "stop"]);
    expect(requests.every((it) => !it.mergeStderr)).toBe(true);
  });

  test("the first call that fails ends it and is named", async () => {
    const { world, requests } = answering([
      [0, ""],
      [0, "dirty"],
    ]);
    const result = await observe(script, world);
    expect(requests).toHaveLength(2);
    expect(result).toMatchObject({
      status: "fail",
      score: 0.5,
      evidence: { counts: { passed: 2, failed: 1, skipped: 1, total: 4 } },
    });
    expect(result.evidence.message).toBe(
      'call 2 of 3 (tool status): expected stdout to contain "clean", found "dirty"',
    );
  });

  test("one good sample is not enough", async () => {
    const { world, requests } = answering([
      [0, ""],
      [0, ""],
      [1, ""],
    ]);
    const result = await observe({ samples: 3 }, world);
    expect(requests).toHaveLength(3);
    expect(result.status).toBe("fail");
    expect(result.score).toBeCloseTo(2 / 3);
    expect(result.evidence.message).toBe("expected exit code 0, found exit code 1 (sample 3 of 3)");
  });

  test("good samples in a row", async () => {
    const { world } = answering([
      [0, ""],
      [0, ""],
    ]);
    const result = await observe({ samples: 2 }, world);
    expect(result.status).toBe("pass");
    expect(result.evidence.message).toContain(", 2 times in a row");
  });
});
