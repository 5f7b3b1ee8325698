import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { setImmediate, setTimeout as delay } from "node:timers/promises";
import type { ProcessEnding, ProcessRequest, ProcessRunner } from "../ports/process-runner.ts";
import { OutputCapture } from "./process-runner-capture.ts";
import { type Confinement, planMounts } from "./process-runner-confinement.ts";
import {
  findNamespaceLauncher,
  type Launch,
  type NamespaceLauncher,
} from "./process-runner-isolation.ts";
import { createLauncherWords, type LauncherWords } from "./process-runner-launcher-words.ts";
import {
  childrenOf,
  killLeftovers,
  signalGroup,
  signalProcess,
} from "./process-runner-leftovers.ts";
import { lookUpProgram } from "./process-runner-lookup.ts";
import { type ChildPipes, openChildPipes } from "./process-runner-pipes.ts";

const GRACE_MS = 2000;
/** How long the first process of a namespace may take to die before its launcher is killed too. */
const NAMESPACE_GRACE_MS = 1000;
/** How long the pipes are read after the end; only an escaped process keeps them open. */
const DRAIN_MS = 1000;
const TURNS = 3;
const TIMER_MS_MAX = 2_147_483_647;
const MARKER = "KAZI_CHILD";

export interface ProcessRunnerOptions {
  /** Forces the weaker way, for machines and tests. */
  readonly isolation?: "process-group";
  /** What is closed to a child that starts in `cwd`; held to where isolation is "namespace". */
  readonly confinement?: (cwd: string) => Confinement;
}

/** A PID namespace with read-only mounts for each child where the system gives one, a process group elsewhere. */
export function createProcessRunner(options: ProcessRunnerOptions = {}): ProcessRunner {
  const confinement = options.confinement ?? confineNothing;
  const launcher = options.isolation === undefined ? findLauncher(confinement) : undefined;
  return {
    // A PID namespace alone is used, and not told: its children reach the files of others.
    isolation: launcher?.isConfined === true ? "namespace" : "process-group",
    run: async (request) => {
      const startedAtMs = performance.now();
      const stdout = new OutputCapture(request.outputBytesMax);
      const stderr = new OutputCapture(request.outputBytesMax);
      const ending = await settle({ request, launcher, confinement, stdout, stderr });
      return {
        ending,
        stdout: stdout.captured(),
        stderr: stderr.captured(),
        durationMs: Math.round(performance.now() - startedAtMs),
      };
    },
  };
}

function confineNothing(): Confinement {
  return { readOnly: [], writable: [] };
}

function findLauncher(confinement: (cwd: string) => Confinement): NamespaceLauncher | undefined {
  return findNamespaceLauncher(confinement("/"));
}

interface Task {
  readonly request: ProcessRequest;
  readonly launcher: NamespaceLauncher | undefined;
  readonly confinement: (cwd: string) => Confinement;
  readonly stdout: OutputCapture;
  readonly stderr: OutputCapture;
}

async function settle(task: Task): Promise<ProcessEnding> {
  if (task.request.signal.aborted) return { kind: "interrupted" };
  const program = lookUpProgram(task.request);
  if (program.kind === "missing") return { kind: "not-started", reason: program.reason };
  try {
    return await runProgram(task, program.file);
  } catch (error) {
    return notStarted(task.request, error);
  }
}

async function runProgram(task: Task, file: string): Promise<ProcessEnding> {
  const pipes = openChildPipes(task.request);
  const drained = Promise.all([
    collect(pipes.stdout, task.stdout, task.request.onStdout),
    ...(pipes.stderr === undefined ? [] : [collect(pipes.stderr, task.stderr)]),
  ]);
  const token = randomUUID();
  try {
    const child = start(task, file, pipes, token);
    const ending = await supervise(task, child, createLauncherWords(token));
    if (task.launcher === undefined && child.pid !== undefined) {
      await killLeftovers(child.pid, `${MARKER}=${token}`);
    }
    await Promise.race([drained, drainTime()]);
    return ending;
  } finally {
    pipes.stdout.destroy();
    pipes.stderr?.destroy();
  }
}

function start(task: Task, file: string, pipes: ChildPipes, token: string): ChildProcess {
  const { request, launcher } = task;
  const args = request.argv.slice(1);
  const [stdin, stdout, stderr] = pipes.childEnds;
  try {
    if (launcher === undefined) {
      return spawn(file, args, {
        cwd: request.cwd,
        env: { ...request.env, [MARKER]: token },
        stdio: [stdin, stdout, stderr],
        detached: true,
      });
    }
    const { argv, env } = toCommand(task, launcher, { argv: [file, ...args], mark: token });
    const [first = "", ...rest] = argv;
    return spawn(first, rest, {
      cwd: request.cwd,
      env,
      stdio: [stdin, stdout, "pipe", stderr],
      detached: true,
    });
  } finally {
    pipes.closeChildEnds();
  }
}

function toCommand(
  task: Task,
  launcher: NamespaceLauncher,
  program: Pick<Launch, "argv" | "mark">,
): Pick<Launch, "argv" | "env"> {
  const { env } = task.request;
  const cwd = path.resolve(task.request.cwd);
  const mounts = launcher.isConfined ? planMounts(task.confinement(cwd), task.request.view) : [];
  return launcher.toCommand({ ...program, cwd, env, mounts });
}

async function collect(
  from: Socket,
  into: OutputCapture,
  onChunk?: (chunk: Uint8Array) => void,
): Promise<void> {
  const closed = Promise.withResolvers<undefined>();
  from.on("data", (chunk) => {
    into.write(chunk);
    onChunk?.(chunk);
  });
  // A pipe that breaks has nothing more to say; "close" follows.
  from.on("error", () => undefined);
  from.on("close", () => {
    closed.resolve(undefined);
  });
  await closed.promise;
}

/** A process that was busy elsewhere sees its timer before the output that waited just as long. */
async function drainTime(): Promise<void> {
  await delay(DRAIN_MS, undefined, { ref: false });
  await turns();
}

/** What happened before a timer was due is heard of first. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

async function supervise(
  task: Task,
  child: ChildProcess,
  words: LauncherWords,
): Promise<ProcessEnding> {
  const { timeoutMs, signal } = task.request;
  const stopper = createStopper(child, task.launcher !== undefined);
  function interrupt(): void {
    stopper.stop({ kind: "interrupted" });
  }
  async function timeOut(): Promise<void> {
    await turns();
    stopper.stop({ kind: "timed-out", afterMs: timeoutMs });
  }
  const timer = setTimeout(() => void timeOut(), Math.min(timeoutMs, TIMER_MS_MAX));
  signal.addEventListener("abort", interrupt);
  try {
    const exit = await exitOf(child, words);
    const isStarted = task.launcher === undefined || words.hasStarted();
    return stopper.cause() ?? (isStarted ? toEnding(exit, words) : notLaunched(words));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", interrupt);
    stopper.rest();
  }
}

interface Stopper {
  /** Asks, and after a grace forces; a second cause changes nothing, and none does after the rest. */
  stop(cause: ProcessEnding): void;
  cause(): ProcessEnding | undefined;
  /** The child is gone: its number may soon be another's. */
  rest(): void;
}

function createStopper(child: ChildProcess, isNamespace: boolean): Stopper {
  let first: ProcessEnding | undefined;
  let isResting = false;
  const timers: NodeJS.Timeout[] = [];
  return {
    stop: (cause) => {
      const { pid } = child;
      if (first !== undefined || isResting || pid === undefined) return;
      first = cause;
      signalGroup(pid, "SIGTERM");
      timers.push(
        setTimeout(() => {
          killHard(pid, isNamespace);
        }, GRACE_MS),
        setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE_MS + NAMESPACE_GRACE_MS),
      );
    },
    cause: () => first,
    rest: () => {
      isResting = true;
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
    },
  };
}

/** In a namespace its first process is enough, and the launcher returns when all of it is gone. */
function killHard(pid: number, isNamespace: boolean): void {
  const firstProcesses = isNamespace ? childrenOf(pid) : [];
  if (firstProcesses.length === 0) signalGroup(pid, "SIGKILL");
  firstProcesses.forEach((first) => signalProcess(first, "SIGKILL"));
}

async function exitOf(child: ChildProcess, words: LauncherWords): Promise<Exit> {
  const exited = Promise.withResolvers<Exit>();
  child.stderr?.on("data", (chunk: Buffer) => {
    words.hear(chunk);
  });
  child.stderr?.on("error", () => undefined);
  child.on("error", (error) => {
    exited.reject(error);
  });
  child.on("close", (code, signal) => {
    exited.resolve({ code, signal });
  });
  return await exited.promise;
}

function toEnding(exit: Exit, words: LauncherWords): ProcessEnding {
  if (exit.signal !== null) return { kind: "killed", signal: exit.signal };
  const code = exit.code ?? 0;
  const signal = words.hasSpokenSince() ? signalNamed(code - 128) : undefined;
  return signal === undefined ? { kind: "exited", code } : { kind: "killed", signal };
}

function notLaunched(words: LauncherWords): ProcessEnding {
  return { kind: "not-started", reason: `no namespace could be made: ${words.complaint()}` };
}

function signalNamed(number: number): string | undefined {
  return Object.entries(os.constants.signals).find(([, value]) => value === number)?.[0];
}

function notStarted(request: ProcessRequest, error: unknown): ProcessEnding {
  const name = request.argv[0] ?? "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return { kind: "not-started", reason: `${name}: ${START_PROBLEMS[code] ?? wordsOf(error)}` };
}

const START_PROBLEMS: Readonly<Record<string, string>> = {
  E2BIG: "its arguments and environment are too long for this system",
  EACCES: "permission denied",
  ENOENT: "not found",
  ENOEXEC: "not a program that this system can run",
  EAGAIN: "this system allows no more processes",
  ENOMEM: "not enough memory to start it",
  ERR_INVALID_ARG_VALUE: "an argument, the environment or the folder holds a NUL character",
};

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : "could not be started";
}
