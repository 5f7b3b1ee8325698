import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { createLocalHost, hostEnvironment } from "../../src/cli/local-host.ts";
import { tellNobody } from "../../src/control/tell-run.ts";
import { assign } from "../../src/reconcile/assign.ts";
import { check } from "../../src/reconcile/check.ts";
import type { Assignment, Bench, Host } from "../../src/reconcile/host.ts";
import { createPool } from "../../src/reconcile/pool.ts";
import { temporaryRepository } from "../fakes/temporary-repository.ts";
import { report } from "./report.ts";

const PREDICATES = 200;
const CONCURRENCY = 4;
const FILES = 50;
const ROUNDS = 3;
const TIMEOUT_MS = 60_000;

/** Two hundred instant predicates, against the same programs started by a plain loop with equal concurrency. */
export async function measureObservation(): Promise<void> {
  const files = Array.from({ length: FILES }, (_, index) => [
    `src/file-${index}.js`,
    `export const it = ${index};\n`,
  ]);
  const repository = temporaryRepository({ files: Object.fromEntries(files) });
  try {
    const { signal } = new AbortController();
    const host = await createLocalHost({ workspace: repository.path, events: tellNobody, signal });
    await compare(host, repository.path, repository.git("rev-parse", "HEAD"));
  } finally {
    repository.remove();
  }
}

async function compare(host: Host, cwd: string, head: string): Promise<void> {
  const assignment = await manyPredicates();
  const [plain, confined, observed]: [number[], number[], number[]] = [[], [], []];
  const spent = { copies: 0, programs: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(await timeOf(async () => await inTurns(async () => await startPlainly(cwd))));
    confined.push(
      await timeOf(async () => await inTurns(async () => await startConfined(host, cwd))),
    );
    observed.push(
      await timeOf(async () => await observeAll(watched(host, spent), assignment, head)),
    );
  }
  report(`${PREDICATES} programs, a plain loop`, plain, plain);
  report(`by the process runner (${host.processes.isolation})`, confined, plain);
  report(`${PREDICATES} instant predicates, ${FILES} files`, observed, plain);
  const share = (ms: number): string => `${(ms / ROUNDS / CONCURRENCY).toFixed(0)} ms`;
  process.stdout.write(
    `  of an observation: ${share(spent.copies)} for fresh copies, ${share(spent.programs)} for programs\n`,
  );
}

async function manyPredicates(): Promise<Assignment> {
  const predicates = Array.from(
    { length: PREDICATES },
    (_, index) => `[[predicate]]\nid = "p${index}"\nprovider = "custom_script"\ncmd = "true"\n`,
  );
  const toml = `id = "many"\n[defaults]\nconcurrency = ${CONCURRENCY}\n${predicates.join("")}`;
  const assigned = await assign({
    goalPath: "/goal.toml",
    shownPath: "goal.toml",
    goalBytes: new TextEncoder().encode(toml),
    standing: false,
    inPlace: false,
    environment: {},
    readFile: async () => await Promise.resolve(undefined),
  });
  if (assigned.kind === "refused") throw new Error(assigned.issues[0]?.message);
  return { ...assigned.assignment, baseBranch: "main" };
}

async function inTurns(work: () => Promise<void>): Promise<void> {
  const others = Array.from({ length: CONCURRENCY - 1 }, (_, index) => index + 2);
  const slots = createPool([1, ...others]);
  await Promise.all(Array.from({ length: PREDICATES }, async () => await slots.use(work)));
}

async function startPlainly(cwd: string): Promise<void> {
  const child = spawn("true", { cwd, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.resume();
  child.stderr.resume();
  await once(child, "close");
}

async function startConfined({ processes, signal }: Host, cwd: string): Promise<void> {
  const { ending } = await processes.run({
    argv: ["true"],
    cwd,
    env: hostEnvironment(),
    timeoutMs: TIMEOUT_MS,
    outputBytesMax: 1_000,
    mergeStderr: false,
    signal,
  });
  if (ending.kind !== "exited") throw new Error(`expected an exit, found ${ending.kind}`);
}

async function observeAll(host: Host, assignment: Assignment, head: string): Promise<void> {
  const results = await check(host, assignment, { head, branch: "main" });
  const passed = results.filter(({ status }) => status === "pass").length;
  if (passed !== PREDICATES) throw new Error(`expected ${PREDICATES} to pass, found ${passed}`);
}

/** The same host, with the time that is waited for its copies and programs written down. */
function watched(host: Host, spent: { copies: number; programs: number }): Host {
  return {
    ...host,
    benches: {
      ...host.benches,
      open: async (nonce) => {
        const bench = await host.benches.open(nonce);
        return { ...bench, workshop: watchedWorkshop(bench, spent) };
      },
    },
    processes: {
      ...host.processes,
      run: async (request) => {
        const started = performance.now();
        const ended = await host.processes.run(request);
        spent.programs += performance.now() - started;
        return ended;
      },
    },
  };
}

function watchedWorkshop({ workshop }: Bench, spent: { copies: number }): Bench["workshop"] {
  return {
    ...workshop,
    lane: async (clone, number) => {
      const started = performance.now();
      const lane = await workshop.lane(clone, number);
      spent.copies += performance.now() - started;
      return lane;
    },
  };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
