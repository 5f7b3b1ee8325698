import { expect, test } from "vitest";
import { geminiCli } from "../../src/harness/gemini-cli.ts";

const TOKENS = { prompt: 1200, cached: 1000, candidates: 34, thoughts: 6, tool: 3, total: 1243 };
const ANSWER = {
  session_id: "s",
  response: "Fixed it.",
  stats: {
    models: { flash: { tokens: TOKENS }, lite: { tokens: TOKENS } },
    tools: { byName: { replace: { decisions: { accept: 1, reject: 0 } } } },
  },
};

function failed(code: number, message: string): string {
  return JSON.stringify({ session_id: "s", error: { type: "Error", message, code } }, undefined, 2);
}

test("gemini_cli.read() adds the models up with disjoint kinds", () => {
  const stdout = JSON.stringify(ANSWER, undefined, 2);
  expect(geminiCli.read({ exitCode: 0, stdout, stderr: "Warning: basic terminal\n" })).toEqual({
    completed: true,
    ending: "completed",
    summary: "Fixed it.",
    usage: {
      inputTokens: 406,
      cachedInputTokens: 2000,
      outputTokens: 68,
      reasoningTokens: 12,
    },
    denied: [],
  });
});

test("gemini_cli.read() names tools that were rejected", () => {
  const tools = { byName: { write_file: { decisions: { reject: 2 } } } };
  const stdout = JSON.stringify({ ...ANSWER, stats: { ...ANSWER.stats, tools } });
  expect(geminiCli.read({ exitCode: 0, stdout, stderr: "" })).toMatchObject({
    completed: true,
    ending: "denied",
    denied: ["write_file"],
  });
});

test.each([
  ["bad key", 144, failed(400, '{"error":{"code":400,"message":"API key not valid."}}'), "auth"],
  ["no key", 41, failed(41, "you must specify the GEMINI_API_KEY"), "auth"],
  ["turn cap", 53, failed(53, "Reached max session turns"), "quota"],
  ["429", 173, failed(429, "Resource has been exhausted (e.g. check quota)."), "rate-limited"],
  ["daily quota", 1, `TerminalQuotaError: x\n${failed(429, "exceeded your quota")}`, "quota"],
  ["503", 247, failed(503, "The model is overloaded."), "overloaded"],
  ["model", 1, failed(1, "models/x is not found for API version v1beta"), "unknown-model"],
  [
    "context",
    144,
    failed(400, "The input token count (2) exceeds the maximum"),
    "context-overflow",
  ],
  ["network", 1, failed(1, "exception TypeError: fetch failed sending request"), "network"],
  ["twice", 53, `${failed(53, "turns")}\n[ERROR] ${failed(53, "turns")}`, "quota"],
  ["no report", 55, "not running in a trusted directory", "crashed"],
  ["silent end", 0, "", "garbage"],
])("gemini_cli.read() says why it failed: %s", (_name, exitCode, stderr, ending) => {
  const reading = geminiCli.read({ exitCode, stdout: "", stderr });
  expect(reading).toMatchObject({ completed: false, ending, usage: {} });
});

test("gemini_cli.read() shows the provider's own sentence", () => {
  const stderr = failed(400, '{"error":{"code":400,"message":"API key not valid."}}');
  expect(geminiCli.read({ exitCode: 144, stdout: "", stderr }).summary).toBe("API key not valid.");
});

test.each([
  ["an answer with exit 1", 1, JSON.stringify(ANSWER)],
  ["an answer with an error", 0, JSON.stringify({ ...ANSWER, error: { message: "x" } })],
  ["no answer", 0, JSON.stringify({ session_id: "s" })],
])("gemini_cli.read() never calls it completed: %s", (_name, exitCode, stdout) => {
  expect(geminiCli.read({ exitCode, stdout, stderr: "" }).completed).toBe(false);
});

test.each([
  ["known", "yolo", "--approval-mode=yolo"],
  ["of another harness", "acceptEdits", "--approval-mode=auto_edit"],
])("gemini_cli.argv() chooses the approval mode: %s", (_name, permissionMode, argument) => {
  const task = { permissionMode, model: "m", allowedTools: [], reservation: { wallClockMs: 1 } };
  expect(geminiCli.argv(task)).toEqual(["--output-format=json", argument, "--model=m"]);
});
