import { describe, expect, test } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import type { ProdLog } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";

const SERVER_ERROR = String.raw`(?:\bstatus[=: ]+|[\s"])(5\d{2})(?:\b|")`;

function given(change: Partial<ProdLog>): ProdLog {
  return {
    provider: "prod_log",
    ...PROGRAM,
    max5xx: 0,
    serverErrorRegex: SERVER_ERROR,
    panicRegex: "panic",
    ...change,
  };
}

async function observe(change: Partial<ProdLog>, world: World): Promise<PredicateResult> {
  return await evaluate(givenPredicate(given(change)), givenContext(world));
}

const LOG = [
  "GET /cart status=200",
  "GET /pay status=500",
  'GET /cart "503" 12ms',
  "goroutine 1: panic in /pay",
  "",
  "\tat 5000 things",
  "",
].join("\n");

describe("evaluate(): prod_log", () => {
  test.each<readonly [string, Partial<ProdLog>, string, string, string]>([
    [
      "nothing wrong",
      {},
      "GET / status=200\nGET / status=204\n",
      "pass",
      "server errors: 0, panics: 0, lines: 2",
    ],
    [
      "errors and a panic",
      {},
      LOG,
      "fail",
      "expected server errors: at most 0, panics: none; found server errors: 2, panics: 1, lines: 5",
    ],
    ["as many errors as allowed", { max5xx: 1 }, "status: 502", "pass", "server errors: 1"],
    ["one error more", { max5xx: 1 }, "status: 502\nstatus: 502", "fail", "found server errors: 2"],
    ["a panic in spite of allowed errors", { max5xx: 9 }, "panic!", "fail", "panics: 1, lines: 1"],
    ["other words for a panic", { panicRegex: "(?i)FATAL" }, "fatal: x", "fail", "panics: 1"],
    ["the last line without an end", {}, "fine\nstatus=500", "fail", "server errors: 1"],
    ["lines of Windows", {}, "status=500\r\nfine\r\n", "fail", "server errors: 1, panics: 0"],
    ["colours around a status", {}, "status=\u001B[31m500\u001B[0m", "fail", "server errors: 1"],
    ["what looks back", { windowMinutes: 15 }, "fine", "pass", "lines in the last 15 minutes: 1"],
  ])("%s", async (_case, change, stdout, status, message) => {
    const result = await observe(change, { stdout });
    expect(result).toMatchObject({ status, permanent: false });
    expect(result.evidence.message).toContain(message);
  });

  test.each(["", "\n\n \n"])("an empty log passes and says that it is one: %j", async (stdout) => {
    const { status, evidence } = await observe({ windowMinutes: 5 }, { stdout });
    expect({ status, message: evidence.message }).toEqual({
      status: "pass",
      message:
        "no line at all in the last 5 minutes: nothing was logged, or the command looks in the wrong place",
    });
  });

  test("the lines are shown, those of the route first", async () => {
    const correlate = { route: "/pay", window: 5 };
    const { evidence } = await observe({ correlate }, { stdout: LOG });
    expect(evidence.message).toContain("panics: 1, of these on /pay: 2");
    expect(evidence.findings).toEqual([
      { file: "", level: "error", rule: "server-error", message: "GET /pay status=500" },
      { file: "", level: "error", rule: "panic", message: "goroutine 1: panic in /pay" },
      { file: "", level: "error", rule: "server-error", message: 'GET /cart "503" 12ms' },
    ]);
  });

  test("at most 20 lines are shown, and the score tells fewer errors from more", async () => {
    const many = await observe({}, { stdout: "status=500\n".repeat(300) });
    expect(many.evidence.findings).toHaveLength(20);
    const few = await observe({}, { stdout: "status=500\n".repeat(3) });
    expect(few.score).toBeGreaterThan(many.score ?? 1);
  });

  test.each<readonly [string, Partial<ProdLog>, World, string, boolean]>([
    [
      "a query that failed, though what it printed looks fine",
      {},
      { stdout: "fine", ending: { kind: "exited", code: 3 } },
      "check exited with code 3, so it is not known what the log holds",
      false,
    ],
    [
      "a query that was killed",
      {},
      { stdout: "", ending: { kind: "killed", signal: "SIGSEGV" } },
      "check was ended by SIGSEGV",
      false,
    ],
    [
      "a query that does not end",
      {},
      { ending: { kind: "timed-out", afterMs: 20 } },
      "timed out after 20 ms",
      false,
    ],
    [
      "no such program",
      {},
      { ending: { kind: "not-started", reason: "no such file" } },
      "exec failed: no such file",
      true,
    ],
    ["a broken regex", { panicRegex: "(" }, {}, "panic_regex: ", true],
    ["a look-ahead", { serverErrorRegex: "(?=5)" }, {}, "expected RE2 syntax", true],
    [
      "a line without an end",
      {},
      { stdout: "x".repeat(2_000_000) },
      "too long to be judged",
      false,
    ],
  ])("%s is an error", async (_case, change, world, message, permanent) => {
    const result = await observe(change, world);
    expect(result).toMatchObject({ status: "error", permanent });
    expect(result.evidence.message).toContain(message);
  });

  test("a real log is counted to its end, whatever of it is kept", async () => {
    const script =
      'for (let i = 0; i < 40000; i += 1) console.log("é".repeat(40)); console.error("status=500")';
    const check = given({ command: process.execPath, args: ["-e", script] });
    const processes = createProcessRunner();
    const result = await evaluate(
      givenPredicate(check),
      givenContext({ context: { processes, folder: process.cwd() } }),
    );
    expect(result.evidence.message).toContain("found server errors: 1, panics: 0, lines: 40001");
    expect(result.status).toBe("fail");
  });
});
