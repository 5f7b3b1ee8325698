import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface ProcessRequest {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly graces: Graces;
  /** Aborted: the process is asked to end, then told, then killed with its whole group. */
  readonly signal: AbortSignal;
  /** Aborted: the machine is gone, and everything on it at once. */
  readonly lost: AbortSignal;
  onLine(line: string): void;
}

/** What a process gets to end by itself after SIGINT, and then after SIGTERM. */
export interface Graces {
  readonly interruptMs: number;
  readonly terminateMs: number;
}

/** GitHub's own. */
export const GITHUB_GRACES: Graces = { interruptMs: 7500, terminateMs: 2500 };

/** A child that went on in the background may hold the output open; its last lines are waited for this long. */
const OUTPUT_GRACE_MS = 1000;
const CODE_OF_KILLED = 137;

/** Runs a process in a group of its own and answers with its exit code. */
export async function runProcess(request: ProcessRequest): Promise<number> {
  const [command, ...args] = request.argv;
  const child = spawn(command, args, {
    cwd: request.cwd,
    env: request.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const outputs = [readLines(child.stdout, request), readLines(child.stderr, request)];
  const stopWatching = endOnAbort(child, request);
  try {
    const code = await exitOf(child);
    await Promise.race([Promise.all(outputs), pause(OUTPUT_GRACE_MS)]);
    return code;
  } finally {
    stopWatching();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

async function readLines(stream: Readable, request: ProcessRequest): Promise<void> {
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  lines.on("line", (line) => {
    request.onLine(line);
  });
  await new Promise<void>((resolve) => {
    lines.on("close", resolve);
  });
}

async function exitOf(child: ChildProcess): Promise<number> {
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      resolve(code ?? CODE_OF_KILLED);
    });
  });
}

/** SIGINT and SIGTERM go to the step's own process only, as GitHub's runner does; the end is for all of them. */
function endOnAbort(child: ChildProcess, request: ProcessRequest): () => void {
  const { signal, lost, graces } = request;
  const timers: NodeJS.Timeout[] = [];
  const kill = (): void => {
    killGroup(child);
  };
  const end = (): void => {
    child.kill("SIGINT");
    timers.push(
      setTimeout(() => child.kill("SIGTERM"), graces.interruptMs),
      setTimeout(kill, graces.interruptMs + graces.terminateMs),
    );
  };
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
  if (lost.aborted) kill();
  else lost.addEventListener("abort", kill, { once: true });
  return () => {
    signal.removeEventListener("abort", end);
    lost.removeEventListener("abort", kill);
    for (const timer of timers) clearTimeout(timer);
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group ended in this very moment.
  }
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
