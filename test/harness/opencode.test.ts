import { expect, test } from "vitest";
import { opencode } from "../../src/harness/opencode.ts";

const TOKENS = { input: 200, output: 34, reasoning: 5, cache: { read: 1000, write: 7 } };
const TEXT = { type: "text", part: { type: "text", text: "Fixed it." } };

function finish(reason: string, cost = 0): unknown {
  return { type: "step_finish", part: { reason, tokens: TOKENS, cost } };
}

function refused(error: string): unknown {
  return { type: "tool_use", part: { tool: "edit", state: { status: "error", error } } };
}

function failed(name: string, data: unknown): unknown {
  return { type: "error", error: { name, data } };
}

function read(events: readonly unknown[], exitCode = 0): ReturnType<typeof opencode.read> {
  const stdout = events.map((event) => JSON.stringify(event)).join("\n");
  return opencode.read({ exitCode, stdout, stderr: "" });
}

test("opencode.read() adds all steps up and knows no cost where there is no price", () => {
  expect(read([finish("tool-calls"), TEXT, finish("stop")])).toEqual({
    completed: true,
    ending: "completed",
    summary: "Fixed it.",
    usage: {
      inputTokens: 400,
      cachedInputTokens: 2000,
      cacheWriteTokens: 14,
      outputTokens: 68,
      reasoningTokens: 10,
    },
    denied: [],
  });
});

test("opencode.read() adds the costs of the steps up", () => {
  expect(read([finish("tool-calls", 0.25), finish("stop", 0.5)]).usage.costUsd).toBe(0.75);
});

test.each([
  ["401", failed("APIError", { message: "no", statusCode: 401 }), "auth"],
  ["no key", failed("ProviderAuthError", { message: "no" }), "auth"],
  ["404", failed("APIError", { message: "no", statusCode: 404 }), "unknown-model"],
  ["429", failed("APIError", { message: "no", statusCode: 429 }), "rate-limited"],
  ["503", failed("APIError", { message: "no", statusCode: 503 }), "overloaded"],
  ["context", failed("ContextOverflowError", { message: "no" }), "context-overflow"],
  ["network", failed("APIError", { message: "Cannot connect to API" }), "network"],
  ["stream", failed("UnknownError", { message: "JSON parsing failed: x" }), "garbage"],
  ["no data", failed("UnknownError", undefined), "crashed"],
])("opencode.read() says why it failed: %s", (_name, event, ending) => {
  expect(read([event], 1)).toMatchObject({ completed: false, ending, usage: {} });
});

test.each([
  ["stopped but exit 1", [finish("stop")], 1],
  ["cut in the middle of its work", [finish("tool-calls")], 0],
  ["answer cut", [finish("length")], 0],
  ["nothing", [], 0],
])("opencode.read() never calls it completed: %s", (_name, events, exitCode) => {
  expect(read(events, exitCode).completed).toBe(false);
});

test.each([
  ["asked", "The user rejected permission to use this specific tool call.", "denied"],
  ["by rule", "The user has specified a rule which prevents you from using this tool", "denied"],
  ["another error", "File not found", "garbage"],
])("opencode.read() tells a denied tool from a failed one: %s", (_name, error, ending) => {
  const reading = read([refused(error), finish("tool-calls")]);
  expect([reading.ending, reading.denied]).toEqual([ending, ending === "denied" ? ["edit"] : []]);
});

test("opencode.argv() names the session, because naming it costs a model call", () => {
  const task = { model: "a/b", effort: "high", allowedTools: [], reservation: { wallClockMs: 1 } };
  expect(opencode.argv(task)).toEqual([
    "run",
    "--format=json",
    "--title=kazi",
    "--model=a/b",
    "--variant=high",
  ]);
});
