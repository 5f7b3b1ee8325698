// Runs the real agent CLIs through the harness stage against a scripted model on loopback.
// Big downloads and minutes of work: `npm run test:agents`, no part of `npm test`.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import { checkHarness } from "../../src/harness/preflight.ts";
import { runHarness } from "../../src/harness/run-harness.ts";
import type { HarnessOutcome, ResolvedHarness } from "../../src/model/harness.ts";
import { type Agent, AGENTS } from "./agents.ts";
import { installAgents } from "./install-agents.ts";
import { ANSWER_USAGE, startModelEndpoint } from "./model-endpoint.ts";

const GOOD_KEY = "loopback-key-that-opens";
const BAD_KEY = "loopback-key-that-does-not";
const TIMEOUT_MS = 120_000;
/** Not under the temporary folder: codex keeps no helpers there. */
const SCRATCH = "/var/tmp";
const PROMPT = "Change hello to goodbye in greet.txt.";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const GOAL = `id = "greet"
description = "greet.txt says goodbye."
[[predicate]]
id = "says-goodbye"
provider = "custom_script"
cmd = "grep"
args = ["-q", "goodbye", "greet.txt"]
`;

const RunResult = z.looseObject({
  status: z.string().optional(),
  reason: z.string().nullish(),
  budget_spent: z.looseObject({ dispatches: z.number() }).optional(),
});

interface Trial {
  readonly key: string;
  readonly settings?: Pick<ResolvedHarness, "permissionMode" | "effort">;
}

interface Result {
  readonly outcome: HarnessOutcome;
  readonly requests: number;
  readonly file: string;
  readonly missing: string | undefined;
}

const wanted = process.argv.slice(2);
const programs = installAgents();
const agents = AGENTS.filter((it) => wanted.length === 0 || wanted.includes(it.harness));
let passed = 0;
let failed = 0;
for (const agent of agents) {
  // One after the other: each of them fills a core.
  tally(`${agent.harness} edits a file`, workProblems(await runAgent(agent, { key: GOOD_KEY })));
  tally(`${agent.harness} with a bad key`, authProblems(await runAgent(agent, { key: BAD_KEY })));
  tally(`${agent.harness} converges a goal`, await applyProblems(agent));
  if (agent.refusingMode !== undefined) {
    const settings = { permissionMode: agent.refusingMode, effort: "high" };
    const result = await runAgent(agent, { key: GOOD_KEY, settings });
    tally(`${agent.harness} in mode ${agent.refusingMode}`, deniedProblems(result));
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function runAgent(agent: Agent, trial: Trial): Promise<Result> {
  const root = mkdtempSync(path.join(SCRATCH, "kazi-agents-"));
  const file = path.join(createRepository(root), "greet.txt");
  const endpoint = await startModelEndpoint({ key: GOOD_KEY, steps: agent.steps(file) });
  try {
    const environment = homeOf(root, agent, endpoint.url, trial.key);
    const harness = {
      id: agent.harness,
      model: agent.model,
      ...trial.settings,
      allowedTools: ["Bash(git log:*)", "Read"],
    };
    const found = await attempt(harness, environment, path.dirname(file));
    return { ...found, requests: endpoint.requests(), file: readFileSync(file, "utf8") };
  } finally {
    await endpoint.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** The whole of `kazi apply` with the real agent: its clone lies where only the agent itself can say. */
async function applyProblems(agent: Agent): Promise<readonly string[]> {
  const root = mkdtempSync(path.join(SCRATCH, "kazi-agents-"));
  const folder = createRepository(root);
  const endpoint = await startModelEndpoint({ key: GOOD_KEY, steps: agent.steps("greet.txt") });
  try {
    const goal = path.join(root, "goal.toml");
    writeFileSync(goal, GOAL);
    const argv = ["apply", goal, "--json", "--harness", agent.harness, "--model", agent.model];
    const ended = await runKazi(argv, folder, homeOf(root, agent, endpoint.url, GOOD_KEY));
    const kept = git(folder, "show", "kazi/greet:greet.txt");
    return [
      ...expectEqual("exit code", ended.code, 0),
      ...expectEqual("status", ended.result.status, "converged"),
      ...expectEqual("dispatches", ended.result.budget_spent?.dispatches, 1),
      ...expectEqual("file on the branch", kept, "goodbye\n"),
    ];
  } finally {
    await endpoint.close();
    rmSync(root, { recursive: true, force: true });
  }
}

function homeOf(
  root: string,
  agent: Agent,
  url: string,
  key: string,
): Readonly<Record<string, string>> {
  const home = path.join(root, "home");
  mkdirSync(home);
  return {
    PATH: [programs, path.dirname(process.execPath), "/usr/bin", "/bin"].join(path.delimiter),
    HOME: home,
    LANG: "C.UTF-8",
    ...agent.settle({ home, url, key }),
  };
}

async function attempt(
  harness: ResolvedHarness,
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<Pick<Result, "outcome" | "missing">> {
  const processes = createProcessRunner();
  const { signal } = new AbortController();
  const missing = await checkHarness({ harness, environment, processes, folder, signal });
  const reservation = { costUsd: 1, wallClockMs: TIMEOUT_MS };
  const task = { prompt: PROMPT, folder, timeoutMs: TIMEOUT_MS, reservation, signal };
  const outcome = await runHarness({ harness, task, environment, secrets: [], processes });
  return { outcome, missing };
}

async function runKazi(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly result: z.infer<typeof RunResult> }> {
  const child = spawn(process.execPath, [MAIN, ...argv], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  const result = RunResult.parse(JSON.parse(stdout));
  process.stdout.write(
    `  ${JSON.stringify({ status: result.status, reason: result.reason, ...result.budget_spent })}\n`,
  );
  return { code, result };
}

function git(folder: string, ...words: readonly string[]): string {
  try {
    return execFileSync("git", words, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "";
  }
}

function createRepository(root: string): string {
  const folder = path.join(root, "repository");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "greet.txt"), "hello\n");
  const person = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"];
  for (const words of [
    ["init", "-q"],
    ["add", "-A"],
    [...person, "commit", "-qm", "Start"],
  ]) {
    execFileSync("git", words, { cwd: folder });
  }
  return folder;
}

function workProblems(result: Result): readonly string[] {
  const { outcome, requests, file, missing } = result;
  const { inputTokens, cachedInputTokens, outputTokens } = outcome.usage;
  return [
    ...expectEqual("preflight", missing, undefined),
    ...expectEqual("ending", outcome.ending, "completed"),
    ...expectEqual("file", file, "goodbye\n"),
    ...expectEqual("summary", outcome.summary, "Changed hello to goodbye."),
    ...expectEqual("input tokens", inputTokens, requests * ANSWER_USAGE.fresh),
    ...expectEqual("cached tokens", cachedInputTokens, requests * ANSWER_USAGE.cached),
    ...expectEqual("output tokens", outputTokens, requests * ANSWER_USAGE.output),
    ...report(result),
  ];
}

function authProblems(result: Result): readonly string[] {
  return [
    ...expectEqual("ending", result.outcome.ending, "auth"),
    ...expectEqual("file", result.file, "hello\n"),
    ...expectEqual("key in the excerpt", result.outcome.excerpt.includes(BAD_KEY), false),
    ...report(result),
  ];
}

function deniedProblems(result: Result): readonly string[] {
  return [
    ...expectEqual("ending", result.outcome.ending, "denied"),
    ...expectEqual("denied tools", result.outcome.denied.length, 1),
    ...expectEqual("file", result.file, "hello\n"),
    ...report(result),
  ];
}

function expectEqual(what: string, found: unknown, expected: unknown): readonly string[] {
  if (found === expected) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

/** Seen with every result, and no problem by itself. */
function report({ outcome, requests }: Result): readonly [] {
  const { ending, summary, usage, denied, durationMs } = outcome;
  const facts = { ending, summary, usage, denied, durationMs, requests };
  process.stdout.write(`  ${JSON.stringify(facts)}\n`);
  return [];
}

function tally(name: string, problems: readonly string[]): void {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${problems.length === 0 ? "ok  " : "FAIL"} ${name}\n`);
  for (const problem of problems) process.stdout.write(`     ${problem}\n`);
}
