import { expect, test } from "vitest";
import { claude } from "../../src/harness/claude.ts";

const RESULT = {
  type: "result",
  subtype: "success",
  is_error: false,
  terminal_reason: "completed",
  result: "Fixed the test.",
  total_cost_usd: 0.25,
  usage: {
    input_tokens: 10,
    cache_read_input_tokens: 20,
    cache_creation_input_tokens: 30,
    output_tokens: 40,
  },
  permission_denials: [],
};
const FAILED = { ...RESULT, is_error: true, terminal_reason: "api_error" };

function read(envelope: unknown, exitCode = 0): ReturnType<typeof claude.read> {
  const stdout = typeof envelope === "string" ? envelope : `${JSON.stringify(envelope)}\n`;
  return claude.read({ exitCode, stdout, stderr: "" });
}

test("claude.read() takes the result and its disjoint kinds of usage", () => {
  expect(read(RESULT)).toEqual({
    completed: true,
    ending: "completed",
    summary: "Fixed the test.",
    usage: {
      inputTokens: 10,
      cachedInputTokens: 20,
      cacheWriteTokens: 30,
      outputTokens: 40,
      costUsd: 0.25,
    },
    denied: [],
  });
});

test("claude.read() adds the models up, because the session's count leaves sub-agents out", () => {
  const modelUsage = {
    large: { inputTokens: 1, cacheReadInputTokens: 2, outputTokens: 3 },
    small: { inputTokens: 100, outputTokens: 300 },
  };
  expect(read({ ...RESULT, modelUsage }).usage).toEqual({
    inputTokens: 101,
    cachedInputTokens: 2,
    outputTokens: 303,
    costUsd: 0.25,
  });
});

test.each([
  ["warnings before it", `Warning: no stdin\n${JSON.stringify(RESULT)}\n`],
  ["indented", JSON.stringify(RESULT, undefined, 2)],
  ["after other events", `{"type":"system"}\n${JSON.stringify(RESULT)}`],
])("claude.read() finds the result: %s", (_name, stdout) => {
  expect(read(stdout).ending).toBe("completed");
});

test.each([
  ["success but exit 1", RESULT, 1, "crashed"],
  ["is_error absent", { ...RESULT, is_error: undefined }, 0, "crashed"],
  ["not ended by itself", { ...RESULT, terminal_reason: "max_turns" }, 0, "crashed"],
  ["401", { ...FAILED, api_error_status: 401, result: "Invalid API key" }, 1, "auth"],
  ["no credential", { ...FAILED, result: "Not logged in · Please run /login" }, 1, "auth"],
  ["404", { ...FAILED, api_error_status: 404 }, 1, "unknown-model"],
  ["429", { ...FAILED, api_error_status: 429 }, 1, "rate-limited"],
  ["529", { ...FAILED, api_error_status: 529 }, 1, "overloaded"],
  ["too long", { ...FAILED, terminal_reason: "prompt_too_long" }, 1, "context-overflow"],
  ["turn cap", { ...FAILED, subtype: "error_max_turns" }, 1, "quota"],
  ["budget cap", { ...FAILED, subtype: "error_max_budget_usd" }, 1, "quota"],
  ["no connection", { ...FAILED, api_error: "connection_failed" }, 1, "network"],
  ["balance", { ...FAILED, result: "Your credit balance is too low" }, 1, "quota"],
  ["no result at all", "", 0, "garbage"],
  ["another document", { type: "assistant" }, 0, "garbage"],
  ["nothing, exit 1", "", 1, "crashed"],
])("claude.read() never calls it completed: %s", (_name, envelope, exitCode, ending) => {
  expect(read(envelope, exitCode)).toMatchObject({ completed: false, ending });
});

test("claude.read() names the tools that were denied", () => {
  const permission_denials = [{ tool_name: "Edit" }, { tool_name: "Bash" }];
  expect(read({ ...RESULT, permission_denials })).toMatchObject({
    completed: true,
    ending: "denied",
    denied: ["Edit", "Bash"],
  });
});

test.each([[-1], [1.5], ["40"], [null], [1e300], [{}]])(
  "claude.read() reports no count rather than %j",
  (odd) => {
    const usage = { input_tokens: odd, output_tokens: 7 };
    expect(read({ ...RESULT, usage, total_cost_usd: -3 }).usage).toEqual({ outputTokens: 7 });
  },
);

test("claude.argv() has one argument for every setting, and none for the prompt", () => {
  expect(
    claude.argv({
      model: "opus",
      effort: "high",
      permissionMode: "plan",
      allowedTools: ["Read", "Bash(git log:*)"],
      reservation: { costUsd: 0.5, wallClockMs: 1 },
    }),
  ).toEqual([
    "-p",
    "--output-format=json",
    "--permission-mode=plan",
    "--model=opus",
    "--effort=high",
    "--allowed-tools=Read",
    "--allowed-tools=Bash(git log:*)",
    "--max-budget-usd=0.500000",
  ]);
});

test.each([
  [1e-9, "--max-budget-usd=0.000001"],
  [0, "--max-budget-usd=0.000001"],
  [12.3456789, "--max-budget-usd=12.345679"],
])("claude.argv() writes a ceiling of %d without an exponent", (costUsd, argument) => {
  const task = { allowedTools: [], reservation: { costUsd, wallClockMs: 1 } };
  expect(claude.argv(task).at(-1)).toBe(argument);
});
