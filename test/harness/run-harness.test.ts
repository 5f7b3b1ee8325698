import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import { runHarness } from "../../src/harness/run-harness.ts";
import type { HarnessOutcome, ResolvedHarness } from "../../src/model/harness.ts";
import type {
  ProcessEnding,
  ProcessRequest,
  ProcessRunner,
} from "../../src/ports/process-runner.ts";

const RESULT = '{"result":"Done.","usage":{"input_tokens":7,"output_tokens":3},"cost_usd":0.5}';

interface Program {
  readonly ending?: ProcessEnding;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly omittedBytes?: number;
}

/** A machine with one program, whose output may depend on what it is given. */
function machine(program: (request: ProcessRequest) => Program): ProcessRunner {
  return {
    isolation: "process-group",
    run: async (request) => {
      const { ending, stdout = "", stderr = "", omittedBytes = 0 } = program(request);
      return {
        ending: ending ?? { kind: "exited", code: 0 },
        stdout: { text: stdout, totalBytes: stdout.length + omittedBytes, omittedBytes },
        stderr: { text: stderr, totalBytes: stderr.length, omittedBytes: 0 },
        durationMs: 12,
      };
    },
  };
}

interface Given {
  readonly harness?: ResolvedHarness;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly processes: ProcessRunner;
  readonly folder?: string;
  readonly timeoutMs?: number;
}

const SCRIPTED: ResolvedHarness = { id: "scripted", command: "./agent", allowedTools: [] };

async function run(given: Given): Promise<HarnessOutcome> {
  const { harness = SCRIPTED, environment = {}, secrets = [], processes } = given;
  return await runHarness({
    harness,
    environment,
    secrets,
    processes,
    task: {
      prompt: "Fix $(touch x) it.",
      folder: given.folder ?? "/folder",
      timeoutMs: given.timeoutMs ?? 60_000,
      reservation: { costUsd: 1, wallClockMs: 60_000 },
      signal: new AbortController().signal,
    },
  });
}

test("runHarness() hands on what the profile read", async () => {
  expect(await run({ processes: machine(() => ({ stdout: RESULT, stderr: "log" })) })).toEqual({
    ending: "completed",
    summary: "Done.",
    usage: { inputTokens: 7, outputTokens: 3, costUsd: 0.5 },
    denied: [],
    durationMs: 12,
    excerpt: `${RESULT}\nlog`,
  });
});

test("runHarness() gives the prompt by standard input and everything else as one argument each", async () => {
  const harness = { id: "claude", model: "a b; c", command: "/opt/claude", allowedTools: [] };
  const processes = machine((request) => ({ stderr: JSON.stringify(request) }));
  const { excerpt } = await run({ harness, processes });
  expect(JSON.parse(excerpt)).toMatchObject({
    argv: [
      "/opt/claude",
      "-p",
      "--output-format=json",
      "--permission-mode=acceptEdits",
      "--model=a b; c",
      "--max-budget-usd=1.000000",
    ],
    stdin: "Fix $(touch x) it.",
    cwd: "/folder",
    timeoutMs: 60_000,
    outputBytesMax: 4_000_000,
    mergeStderr: false,
  });
});

test("runHarness() shows the agent only what its profile names, and lets the host override settings", async () => {
  const environment = {
    PATH: "/bin",
    ANTHROPIC_BASE_URL: "http://127.0.0.1:1",
    CLAUDE_CODE_MAX_RETRIES: "0",
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "",
    OPENAI_API_KEY: "no",
    GITHUB_TOKEN: "no",
    ACTIONS_RUNTIME_TOKEN: "no",
    KAZI_HARNESS: "no",
    GIT_DIR: "no",
    DATABASE_URL: "no",
  };
  const harness = { id: "claude", allowedTools: [] };
  const processes = machine((request) => ({ stderr: JSON.stringify(request.env) }));
  const { excerpt } = await run({ harness, environment, processes });
  expect(JSON.parse(excerpt)).toEqual({
    PATH: "/bin",
    ANTHROPIC_BASE_URL: "http://127.0.0.1:1",
    CLAUDE_CODE_MAX_RETRIES: "0",
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    DISABLE_AUTOUPDATER: "1",
  });
});

test.each<[string, ProcessEnding, HarnessOutcome["ending"], string]>([
  [
    "time limit",
    { kind: "timed-out", afterMs: 5 },
    "timed-out",
    "stopped after its time limit of 5 ms",
  ],
  ["signal", { kind: "killed", signal: "SIGSEGV" }, "crashed", "killed by SIGSEGV"],
  ["interrupted", { kind: "interrupted" }, "crashed", "interrupted"],
])(
  "runHarness() believes no usage of a stopped agent: %s",
  async (_name, ending, expected, summary) => {
    const outcome = await run({ processes: machine(() => ({ ending, stdout: RESULT })) });
    expect(outcome).toMatchObject({ ending: expected, summary, usage: {}, excerpt: RESULT });
  },
);

test("runHarness() counts usage as not reported when a part of the transcript is lost", async () => {
  const outcome = await run({ processes: machine(() => ({ stdout: RESULT, omittedBytes: 1 })) });
  expect(outcome).toMatchObject({ ending: "completed", usage: {} });
});

const ABSENT = machine(() => ({ ending: { kind: "not-started", reason: "not found on PATH" } }));

test.each<[string, ResolvedHarness, string]>([
  [
    "not installed",
    { id: "codex", allowedTools: [] },
    'harness codex: expected to start "codex", found: not found on PATH; install it (npm install -g @openai/codex) or set [harness] command.',
  ],
  [
    "stand-in not there",
    { id: "scripted", command: "./agent\u001B[2J.sh", allowedTools: [] },
    'harness scripted: expected to start "./agent.sh", found: not found on PATH; name the program in [harness] command, as in command = "./agent.sh".',
  ],
  [
    "no command",
    { id: "scripted", allowedTools: [] },
    'harness scripted: expected an executable, found none; name the program in [harness] command, as in command = "./agent.sh".',
  ],
  [
    "unknown",
    { id: "no\npe", allowedTools: [] },
    'harness: expected one of claude, codex, opencode, gemini_cli, scripted; found "no pe".',
  ],
])("runHarness() says what is missing: %s", async (_name, harness, summary) => {
  expect(await run({ harness, processes: ABSENT })).toEqual({
    ending: "missing",
    summary,
    usage: {},
    denied: [],
    durationMs: 0,
    excerpt: "",
  });
});

test.each([
  ["no words", { stdout: '{"result":" "}' }, "ended without a message (completed)"],
  ["no output", {}, "ended without a message (garbage)"],
  ["only escapes", { stderr: "\u001B[0m\n" }, "ended without a message (garbage)"],
])("runHarness() always has a summary: %s", async (_name, program, summary) => {
  expect(await run({ processes: machine(() => program) })).toMatchObject({ summary });
});

test("runHarness() masks and cleans everything that it shows", async () => {
  const key = "key-of-the-host-1234";
  const answer = {
    result: `\u001B[31mkey ${key}\u202E\nand given-secret-5678 ${"long ".repeat(200)}`,
    denied: [`tool ${key}`, `tool ${key}`, "given-secret-5678"],
  };
  const processes = machine(() => ({ stdout: JSON.stringify(answer), stderr: `\u0007${key}` }));
  const harness = { id: "scripted", command: "./agent", allowedTools: [] };
  const secrets = ["given-secret-5678", key];
  const outcome = await run({ harness, secrets, processes });
  expect(outcome.summary).toMatch(/^key \[REDACTED\] and \[REDACTED\] long .{200,}…$/);
  expect(outcome.summary).toHaveLength(300);
  expect(outcome.denied).toEqual(["tool [REDACTED]", "[REDACTED]"]);
  expect(outcome.excerpt).not.toMatch(/key-of|given-secret/);
  expect(outcome.excerpt).not.toContain("\u0007");
});

test("runHarness() masks keys of the host's environment without being told", async () => {
  const environment = { ANTHROPIC_API_KEY: "key-of-the-host-1234" };
  const harness = { id: "claude", allowedTools: [] };
  const processes = machine(({ env }) => ({ stderr: `used ${env["ANTHROPIC_API_KEY"]}` }));
  const outcome = await run({ harness, environment, processes });
  expect([outcome.summary, outcome.excerpt]).toEqual(["used [REDACTED]", "used [REDACTED]"]);
});

test("runHarness() bounds what a talkative agent leaves behind", async () => {
  const denied = Array.from({ length: 1_000 }, (_, index) => `tool ${index} ${"x".repeat(500)}`);
  const stdout = `${"-eyJaaaaaaaa".repeat(200_000)}\n${JSON.stringify({ result: "x".repeat(900_000), denied })}`;
  const outcome = await run({ processes: machine(() => ({ stdout })) });
  expect(outcome.summary.length).toBe(300);
  expect(outcome.excerpt.length).toBeLessThanOrEqual(8_000);
  expect(outcome.denied).toHaveLength(20);
  expect(Math.max(...outcome.denied.map((name) => name.length))).toBe(80);
});

describe("with real processes", () => {
  let folder = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "kazi-harness-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function agent(body: string): void {
    const head = `#!${process.execPath}\nconst fs = require("node:fs");\n`;
    writeFileSync(path.join(folder, "agent"), head + body, { mode: 0o755 });
  }

  test("runHarness() lets a scripted agent read its prompt and change the folder", async () => {
    agent(`fs.writeFileSync("prompt.txt", fs.readFileSync(0));
      console.log(JSON.stringify({ result: fs.readFileSync("prompt.txt", "utf8") }));`);
    const outcome = await run({ folder, processes: createProcessRunner() });
    expect(outcome).toMatchObject({
      ending: "completed",
      summary: "Fix $(touch x) it.",
      usage: {},
    });
  });

  test("runHarness() stops an agent at its time limit", async () => {
    agent("setInterval(() => {}, 1000);");
    const processes = createProcessRunner();
    const outcome = await run({ folder, processes, timeoutMs: 300 });
    expect(outcome.ending).toBe("timed-out");
  });

  test("runHarness() names an executable that is not there", async () => {
    const outcome = await run({ folder, processes: createProcessRunner() });
    expect(outcome.ending).toBe("missing");
    expect(outcome.summary).toMatch(/^harness scripted: expected to start "\.\/agent", found: /);
  });
});
