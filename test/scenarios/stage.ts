import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type TemporaryRepository, temporaryRepository } from "../fakes/temporary-repository.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A repository, a folder beside it for agents, and the real command line. */
export interface Stage {
  readonly repository: TemporaryRepository;
  /** Outside of the repository: scripts of agents and what they leave for the test. */
  readonly wings: string;
  /** Writes the program of a scripted agent; gives the `[harness]` table that names it. */
  agent(source: string): string;
  /** Writes a goal-file in the wings; gives its path. */
  goal(name: string, toml: string): string;
  /** Runs kazi to its end. */
  kazi(...argv: readonly string[]): Promise<Ended>;
  /** The same with other values in the environment. */
  kaziWith(env: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Ended>;
  /** Starts kazi and leaves it running. */
  start(...argv: readonly string[]): Running;
  clear(): void;
}

/** A finished command. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that may still run. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when standard output holds the text; fails when the command ends first. */
  says(text: string): Promise<void>;
}

/** A module with two functions and a test for each; both tests fail. */
export const BROKEN = {
  "package.json": '{ "type": "module" }\n',
  "src/one.js": "export const one = () => 0;\n",
  "src/two.js": "export const two = () => 0;\n",
  "check.sh": [
    "#!/bin/sh",
    'for name in one two; do grep -q "=> $name" src/$name.js || { echo "$name is not $name"; bad=1; }; done',
    "exit ${bad:-0}",
    "",
  ].join("\n"),
} as const;

/** The goal that `check.sh` of `BROKEN` passes. */
export function goalToml(more: string, id = "both"): string {
  return `id = "${id}"\nname = "Both functions are right"\n${more}\n[[predicate]]\nid = "check"\nprovider = "custom_script"\ncmd = "./check.sh"\n`;
}

/** Source of an agent that does `body`; `prompt`, `attempt` (from 1), `edit` and `wings` are at hand. */
export function agentSource(body: string, says = "done"): string {
  return `#!/usr/bin/env node
import { readFileSync, writeFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
const wings = import.meta.dirname;
const prompt = readFileSync(0, "utf8");
const attempt = [...prompt.matchAll(/^## Attempt \\d+:/gm)].length + 1;
const edit = (file, text) => { mkdirSync(path.dirname(file), { recursive: true }); writeFileSync(file, text); };
const mark = (name) => writeFileSync(path.join(wings, name), "");
const until = (name) => { while (!existsSync(path.join(wings, name))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10); };
${body}
console.log(JSON.stringify({ result: ${JSON.stringify(says)}, usage: { input_tokens: 100, output_tokens: 10 }, cost_usd: 0.01 }));
`;
}

export function setStage(files: Readonly<Record<string, string>> = BROKEN): Stage {
  const repository = temporaryRepository({ files });
  const wings = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-wings-")));
  let agents = 0;
  return {
    repository,
    wings,
    agent(source) {
      agents += 1;
      const file = path.join(wings, `agent-${agents}.mjs`);
      writeFileSync(file, source, { mode: 0o755 });
      return `[harness]\nid = "scripted"\ncommand = ${JSON.stringify(file)}\n`;
    },
    goal(name, toml) {
      const file = path.join(wings, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, toml);
      return file;
    },
    kazi: (...argv) => start(repository.path, argv).ended,
    kaziWith: (env, ...argv) => start(repository.path, argv, env).ended,
    start: (...argv) => start(repository.path, argv),
    clear() {
      repository.remove();
      rmSync(wings, { recursive: true, force: true });
    },
  };
}

function start(
  cwd: string,
  argv: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [MAIN, ...argv], {
    cwd,
    env: {
      PATH: process.env["PATH"],
      HOME: cwd,
      LANG: "C.UTF-8",
      GIT_CONFIG_GLOBAL: "/dev/null",
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended, says };

  async function says(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (stdout.includes(text)) resolve();
      };
      waiting.add(look);
      look();
      child.on("close", () => {
        look();
        reject(new Error(`ended without saying ${text}:\n${stdout}\n${stderr}`));
      });
    });
  }
}

/** Processes whose command line or working folder holds the text, as this machine sees them. */
export function processesWith(text: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && isAbout(pid, text));
}

function isAbout(pid: number, text: string): boolean {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return line.includes(text) || readlinkSync(`/proc/${pid}/cwd`).includes(text);
  } catch {
    return false;
  }
}

/** Looks until the condition holds; gives up loudly. A look costs a few milliseconds. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  for (let looks = 0; looks < 6_000; looks += 1) {
    if (condition()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  throw new Error(`never happened: ${what}`);
}

/** Whether the agent left a mark. */
export function isMarked(stage: Stage, name: string): boolean {
  return existsSync(path.join(stage.wings, name));
}
