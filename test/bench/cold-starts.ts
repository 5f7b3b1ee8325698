import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { z } from "zod";
import { report } from "./report.ts";

const ROUNDS = 11;
const PHASES = ["claim", "dispatch", "observe", "land", "control"] as const;
const TICKET = "{}";
const DIGEST = createHash("sha256").update(TICKET).digest("hex");
/** Both end whoever started them: one at once, the other when it is to reach GitHub. */
const GITS = {
  "its first command or request": "kill -9 $PPID",
  "its first word to GitHub":
    'case "$*" in *--version*) echo git version 2.50.0 ;; *init*) ;; *) kill -9 $PPID ;; esac',
} as const;
const REPOSITORY = {
  id: 1,
  node_id: "R_1",
  name: "hello",
  owner: { login: "octo-org" },
  default_branch: "main",
} as const;

/**
 * From the start of each phase of the built Action to where it first leaves its process, and to where it
 * first asks GitHub, against an empty program of the same Node. The work jobs refuse the empty ticket just
 * before they would ask: everything is loaded by then.
 */
export async function measureColdStarts(dist: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-bench-start-"));
  const listener = await openListener();
  const empty: number[] = [];
  const starts = PHASES.flatMap((phase) =>
    Object.entries(GITS).map(([end, git]): Start => ({ phase, end, git, times: [] })),
  );
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      empty.push(await timeUntilExit(() => start(["-e", "0"], {})));
      for (const { phase, git, times } of starts) {
        prepare(folder, git);
        const environment = jobEnvironment(folder, { phase, url: listener.url });
        times.push(
          await timeUntilExit(() => listener.end(start([`${dist}/index.mjs`], environment))),
        );
      }
    }
  } finally {
    await listener.close();
    rmSync(folder, { recursive: true, force: true });
  }
  report("empty node process", empty, empty);
  for (const { phase, end, times } of starts) report(`${phase}, to ${end}`, times, empty);
}

interface Start {
  readonly phase: (typeof PHASES)[number];
  readonly end: string;
  readonly git: string;
  readonly times: number[];
}

interface Listener {
  readonly url: string;
  /** Whose first request ends it. */
  end(child: ChildProcess): ChildProcess;
  close(): Promise<void>;
}

async function openListener(): Promise<Listener> {
  let waiting: ChildProcess | undefined;
  const server = createServer(() => waiting?.kill("SIGKILL"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    end: (child) => (waiting = child),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function prepare(folder: string, git: string): void {
  const documents = path.join(folder, "temp/kazi");
  rmSync(path.join(folder, "temp"), { recursive: true, force: true });
  for (const made of [documents, path.join(folder, "bin")]) mkdirSync(made, { recursive: true });
  writeFileSync(path.join(documents, "claim.json"), TICKET);
  writeFileSync(path.join(folder, "bin/git"), `#!/bin/sh\n${git}\n`, { mode: 0o755 });
  for (const name of ["output", "summary"]) writeFileSync(path.join(folder, name), "");
  writeFileSync(path.join(folder, "event.json"), JSON.stringify({ repository: REPOSITORY }));
}

function jobEnvironment(
  folder: string,
  { phase, url }: { readonly phase: string; readonly url: string },
): Readonly<Record<string, string>> {
  return {
    PATH: path.join(folder, "bin"),
    HOME: folder,
    GITHUB_ACTIONS: "true",
    GITHUB_OUTPUT: path.join(folder, "output"),
    GITHUB_STEP_SUMMARY: path.join(folder, "summary"),
    GITHUB_REPOSITORY: "octo-org/hello",
    GITHUB_SERVER_URL: url,
    GITHUB_API_URL: `${url}/api/v3`,
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "schedule",
    GITHUB_EVENT_PATH: path.join(folder, "event.json"),
    GITHUB_WORKFLOW_REF: "octo-org/hello/.github/workflows/kazi.yml@refs/heads/main",
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: path.join(folder, "temp"),
    INPUT_PHASE: phase,
    INPUT_TOKEN: "not-a-token",
    INPUT_GOAL: ".kazi/goals/fix.goal.toml",
    INPUT_DIGESTS: `claim=${DIGEST}`,
  };
}

function start(argv: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, argv, { env, stdio: "ignore" });
}

async function timeUntilExit(begin: () => ChildProcess): Promise<number> {
  const started = performance.now();
  await once(begin(), "exit");
  return performance.now() - started;
}
