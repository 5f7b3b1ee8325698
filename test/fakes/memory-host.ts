import type { RunEvent } from "../../src/model/event.ts";
import type { Goal, Predicate } from "../../src/model/goal.ts";
import { KaziError } from "../../src/model/kazi-error.ts";
import type { ProcessHolder } from "../../src/model/run.ts";
import type { Isolation } from "../../src/model/vector.ts";
import type { HandoverName } from "../../src/ports/handover.ts";
import type { HttpAnswer } from "../../src/ports/http-client.ts";
import type { ProcessEnding } from "../../src/ports/process-runner.ts";
import type { Assignment, Host } from "../../src/reconcile/host.ts";
import type { StartingPoint } from "../../src/reconcile/starting-point.ts";
import { givenFiles } from "./given-files.ts";
import { givenPredicate } from "./given.ts";
import { createMemoryRepository, type MemoryRepository } from "./memory-repository.ts";
import { createMemoryWorkshop, type Folders, type Shelf } from "./memory-workshop.ts";

/** A program of a test: it sees a folder and what it was told. */
export type Program = (call: {
  readonly files: Map<string, string>;
  readonly stdin: string;
  readonly env: Readonly<Record<string, string>>;
}) => ProgramEnd | Promise<ProgramEnd>;

interface ProgramEnd {
  readonly code?: number;
  readonly stdout?: string;
}

/** What one claim left on its bench; a test may exchange it. */
export interface MemoryBench {
  readonly documents: Map<HandoverName, string>;
  readonly shelf: Shelf;
}

/** A whole world in memory. */
export interface MemoryWorld {
  readonly host: Host;
  readonly repository: MemoryRepository;
  readonly events: RunEvent[];
  readonly benches: Map<string, MemoryBench>;
  readonly folders: Folders;
  readonly programs: Map<string, Program>;
  /** Whether a holder lives, by its pid; those that are not named are unknown. */
  readonly lives: Map<number, "alive" | "gone">;
  readonly abort: () => void;
  nowMs: number;
  /** Without a namespace whatever runs could reach the person's refs. */
  isolation: Isolation;
  answer: HttpAnswer;
  /** Somebody else's host on the same repository. */
  readonly other: (pid: number) => Host;
}

export const AGENT_ANSWER = JSON.stringify({
  result: "done",
  usage: { input_tokens: 100, output_tokens: 10 },
  cost_usd: 0.01,
});

export function createMemoryWorld(): MemoryWorld {
  const repository = createMemoryRepository();
  const folders: Folders = new Map();
  const benches = new Map<string, MemoryBench>();
  const events: RunEvent[] = [];
  const programs = new Map<string, Program>();
  const lives = new Map<number, "alive" | "gone">([[1, "alive"]]);
  const controller = new AbortController();
  let nonces = 0;
  const parts = { repository, folders, benches, events, programs, lives };
  const world: MemoryWorld = {
    ...parts,
    host: hostOf(1),
    abort: () => controller.abort(),
    nowMs: 1_000_000,
    isolation: "namespace",
    answer: { kind: "failure", failure: "unreachable", reason: "nobody is there" },
    other: hostOf,
  };
  return world;

  function hostOf(pid: number): Host {
    return {
      repository: repository.repository,
      store: repository.store,
      benches: {
        open: async (nonce) => await openBench(nonce),
        remove: async (nonce) => {
          benches.delete(await Promise.resolve(nonce));
        },
        sweep: async () => await Promise.resolve(),
      },
      processes: {
        get isolation() {
          return world.isolation;
        },
        run: async (request) => await run(request),
      },
      browser: {
        visit: async () => await Promise.resolve({ kind: "no-browser", reason: "none here" }),
      },
      openFiles: ({ root }) => {
        const content = folders.get(root) ?? new Map<string, string>();
        return {
          ...givenFiles(Object.fromEntries(content)),
          stamp: async (path) => await Promise.resolve(content.get(path)),
        };
      },
      http: { request: async () => await Promise.resolve(world.answer) },
      clock: {
        now: () => world.nowMs,
        sleep: async (ms) => {
          world.nowMs += await Promise.resolve(ms);
        },
      },
      nonces: {
        next: () => {
          nonces += 1;
          return String(nonces).padStart(32, "0");
        },
      },
      liveness: {
        self: () => ({ ...HOLDER, pid }),
        stateOf: async (holder) =>
          await Promise.resolve(
            holder.kind === "process" ? (lives.get(holder.pid) ?? "unknown") : "unknown",
          ),
      },
      events: { emit: (event) => void events.push(event) },
      environment: { PATH: "/bin" },
      secrets: [],
      signal: controller.signal,
    };
  }

  async function openBench(nonce: string): Promise<Awaited<ReturnType<Host["benches"]["open"]>>> {
    const bench: MemoryBench = { documents: new Map(), shelf: {} };
    benches.set(nonce, bench);
    const place = { folder: `/bench/${nonce}`, folders, shelf: bench.shelf };
    return await Promise.resolve({
      workshop: createMemoryWorkshop(repository, place),
      handover: {
        write: async (name, text) => {
          bench.documents.set(await Promise.resolve(name), text);
        },
        read: async (name) => await Promise.resolve(bench.documents.get(name)),
      },
      evidence: { keep: async ({ name }) => await Promise.resolve(name) },
    });
  }

  async function run(
    request: Parameters<Host["processes"]["run"]>[0],
  ): ReturnType<Host["processes"]["run"]> {
    const [name = ""] = request.argv;
    const program = programs.get(name);
    const { cwd, view } = request;
    const shown = view === undefined ? cwd : cwd.replace(view.folder, view.shows);
    const files = folders.get(shown) ?? new Map<string, string>();
    if (program === undefined) return ended({ kind: "not-started", reason: `no ${name}` }, "");
    const { code = 0, stdout = "" } = await program({
      files,
      stdin: request.stdin ?? "",
      env: request.env,
    });
    request.onStdout?.(new TextEncoder().encode(stdout));
    return ended({ kind: "exited", code }, stdout);
  }
}

function ended(ending: ProcessEnding, text: string): Awaited<ReturnType<Host["processes"]["run"]>> {
  const stdout = { text, totalBytes: text.length, omittedBytes: 0 };
  return { ending, stdout, stderr: { ...stdout, text: "" }, durationMs: 1 };
}

const HOLDER: ProcessHolder = {
  kind: "process",
  host: "here",
  boot: "boot",
  pid: 1,
  startedAt: "long ago",
};

/** A predicate that passes when `file` holds `text`. */
export function givenContent(
  world: MemoryWorld,
  id: string,
  [file, text]: readonly [string, string],
): Predicate {
  world.programs.set(id, ({ files }) => ({ code: files.get(file) === text ? 0 : 1 }));
  const check = {
    provider: "custom_script",
    command: id,
    args: [],
    env: {},
    verdict: { kind: "exit_zero" },
    errorCodes: [],
    mergeStderr: false,
  } as const;
  return givenPredicate(id, { check });
}

/** The stand-in agent does `work` to its folder and reports a little usage. */
export function givenAgent(
  world: MemoryWorld,
  work: (files: Map<string, string>, prompt: string) => void,
): void {
  world.programs.set("agent", ({ files, stdin }) => {
    work(files, stdin);
    return { stdout: AGENT_ANSWER };
  });
}

export function givenAssignment(goal: Goal): Assignment {
  return {
    goal,
    goalBytes: new TextEncoder().encode(JSON.stringify(goal)),
    goalPath: `${goal.id}.goal.toml`,
    harness: { id: "scripted", command: "agent", allowedTools: [] },
    baseBranch: "main",
    inPlace: false,
  };
}

/** Where `main` stands now. */
export async function startingPoint({ host }: MemoryWorld): Promise<StartingPoint> {
  const { head, branch, ...state } = await host.repository.inspect();
  if (head === undefined || branch === undefined) {
    throw new KaziError({ code: "workspace-unusable", message: "the test has no commit yet" });
  }
  return { ...state, head, branch };
}
