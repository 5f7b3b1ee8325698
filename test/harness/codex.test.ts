import { expect, test } from "vitest";
import { codex } from "../../src/harness/codex.ts";

const MESSAGE = { type: "item.completed", item: { type: "agent_message", text: "Fixed it." } };
const COMPLETED = {
  type: "turn.completed",
  usage: {
    input_tokens: 2400,
    cached_input_tokens: 2000,
    cache_write_input_tokens: 100,
    output_tokens: 68,
    reasoning_output_tokens: 8,
  },
};

function failed(message: string): unknown {
  return { type: "turn.failed", error: { message } };
}

function read(
  events: readonly unknown[],
  { exitCode = 0, stderr = "" } = {},
): ReturnType<typeof codex.read> {
  const stdout = events.map((event) => JSON.stringify(event)).join("\n");
  return codex.read({ exitCode, stdout, stderr });
}

test("codex.read() takes cached input and reasoning out of their totals", () => {
  expect(read([{ type: "turn.started" }, MESSAGE, COMPLETED])).toEqual({
    completed: true,
    ending: "completed",
    summary: "Fixed it.",
    usage: {
      inputTokens: 300,
      cachedInputTokens: 2000,
      cacheWriteTokens: 100,
      outputTokens: 60,
      reasoningTokens: 8,
    },
    denied: [],
  });
});

test("codex.read() adds the turns up", () => {
  expect(read([COMPLETED, MESSAGE, COMPLETED]).usage).toMatchObject({
    inputTokens: 600,
    outputTokens: 120,
  });
});

test("codex.read() keeps absent usage absent", () => {
  expect(read([MESSAGE, { type: "turn.completed" }]).usage).toEqual({});
});

test.each([
  ["401", "unexpected status 401 Unauthorized: Incorrect API key provided", "auth"],
  ["no key", "Missing environment variable: `OPENAI_API_KEY`.", "auth"],
  ["429", "exceeded retry limit, last status: 429 Too Many Requests", "rate-limited"],
  ["purse", "unexpected status 429: You exceeded your current quota", "quota"],
  ["plan", "You've hit your usage limit.", "quota"],
  ["503", "unexpected status 503 Service Unavailable: busy", "overloaded"],
  ["model", "The model `x` does not exist or you do not have access to it.", "unknown-model"],
  ["context", "Codex ran out of room in the model's context window.", "context-overflow"],
  ["stream", "stream disconnected before completion: idle timeout", "network"],
  ["other", "something new", "crashed"],
])("codex.read() says why it failed: %s", (_name, message, ending) => {
  const reading = read([failed(message)], { exitCode: 1 });
  expect(reading).toMatchObject({ completed: false, ending, summary: message, usage: {} });
});

test.each([
  ["completed but exit 1", [COMPLETED], 1],
  ["failed after it completed", [COMPLETED, failed("x")], 0],
  ["no end", [MESSAGE], 0],
  ["nothing", [], 0],
])("codex.read() never calls it completed: %s", (_name, events, exitCode) => {
  expect(read(events, { exitCode }).completed).toBe(false);
});

test("codex.read() finds what its sandbox denied, in events and in the log", () => {
  const declined = {
    type: "item.completed",
    item: { type: "command_execution", status: "declined" },
  };
  const stderr = "2026 ERROR codex_core::tools::router: error=patch rejected: read-only\n";
  expect(read([declined, COMPLETED], { stderr })).toMatchObject({
    completed: true,
    ending: "denied",
    denied: ["command_execution", "apply_patch"],
  });
});

test.each([
  ["known mode", "read-only", "--sandbox=read-only"],
  ["a mode of another harness", "acceptEdits", "--sandbox=workspace-write"],
  ["none", undefined, "--sandbox=workspace-write"],
])("codex.argv() chooses the sandbox: %s", (_name, permissionMode, argument) => {
  const mode = permissionMode === undefined ? {} : { permissionMode };
  expect(codex.argv({ ...mode, allowedTools: [], reservation: { wallClockMs: 1 } })).toEqual([
    "exec",
    "--json",
    argument,
    "-",
  ]);
});

test("codex.argv() quotes the effort as a TOML value", () => {
  const task = { model: "m", effort: 'x"\ny=1', allowedTools: [], reservation: { wallClockMs: 1 } };
  expect(codex.argv(task)).toEqual([
    "exec",
    "--json",
    "--sandbox=workspace-write",
    "--model=m",
    String.raw`--config=model_reasoning_effort="x\"\ny=1"`,
    "-",
  ]);
});
