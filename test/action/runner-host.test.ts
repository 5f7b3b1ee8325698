import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { createRunnerHost } from "../../action/runner-host.ts";
import { goalDigest } from "../../src/goalfile/approval-digest.ts";
import type { RunEvent } from "../../src/model/event.ts";
import { findLive } from "../../src/reconcile/find-live.ts";
import type { Host } from "../../src/reconcile/host.ts";
import { claimPhase } from "../../src/reconcile/phase-claim.ts";
import { dispatchPhase } from "../../src/reconcile/phase-dispatch.ts";
import { landPhase, type LandPhase } from "../../src/reconcile/phase-land.ts";
import { observePhase } from "../../src/reconcile/phase-observe.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";

const GOAL_PATH = ".kazi/goals/word.toml";
const AGENT = `#!/bin/sh
cat >/dev/null
printf right >word.txt
printf '%s' '{"result":"done","usage":{"input_tokens":10,"output_tokens":1},"cost_usd":0}'
`;
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

interface Place {
  readonly remote: TemporaryRepository;
  readonly folder: string;
}

function place(): Place {
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-test-runner-"));
  const agent = path.join(folder, "agent.sh");
  writeFileSync(agent, AGENT, { mode: 0o755 });
  const goal = `id = "word"
mode = "repair"
[harness]
id = "scripted"
command = "${agent}"
[[predicate]]
id = "right"
provider = "custom_script"
cmd = "grep"
args = ["-qx", "right", "word.txt"]
verdict = "exit_zero"
`;
  const remote = temporaryRepository({ files: { "word.txt": "wrong\n", [GOAL_PATH]: goal } });
  cleanups.push(() => {
    remote.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  return { remote, folder };
}

/** A job of its own: nothing but the documents of the jobs before it reaches it. */
async function jobOf(
  { remote, folder }: Place,
  job: { readonly runId: number; readonly name: string; readonly after?: readonly string[] },
): Promise<{ host: Host; documents: string; events: RunEvent[] }> {
  const own = path.join(folder, `${job.runId}-${job.name}`);
  const documents = path.join(own, "documents");
  for (const before of job.after ?? []) {
    cpSync(path.join(folder, `${job.runId}-${before}`, "documents"), documents, {
      recursive: true,
    });
  }
  const events: RunEvent[] = [];
  const host = await createRunnerHost({
    folder: own,
    documents,
    remoteUrl: remote.path,
    self: { kind: "workflow-run", runId: job.runId, attempt: 1 },
    runnerFolders: [],
    environment: { PATH: process.env["PATH"] ?? "", HOME: own },
    events: { emit: (event) => void events.push(event) },
    signal: new AbortController().signal,
  });
  return { host, documents, events };
}

async function claimed(at: Place, runId: number, withApproval: boolean): Promise<Host> {
  const { host } = await jobOf(at, { runId, name: "claim" });
  const commit = at.remote.git("rev-parse", "main");
  const approver = {
    via: "commit",
    by: "alice",
    pointer: { kind: "commit", commit, userId: 1 },
    target: { baseBranch: "main", inPlace: false },
  } as const;
  const shown = goalDigest(readFileSync(path.join(at.remote.path, GOAL_PATH)));
  const start = { approver, commit, branch: "main", goalDigest: shown };
  const approved = withApproval ? { approved: start } : {};
  const whyVoid = async (): Promise<undefined> => await Promise.resolve(undefined);
  const phase = await claimPhase(host, { goalPath: GOAL_PATH, whyVoid, ...approved });
  expect(phase.kind).toBe("claimed");
  return host;
}

async function landed(at: Place, runId: number, after: readonly string[]): Promise<LandPhase> {
  const { host } = await jobOf(at, { runId, name: "land", after });
  return await landPhase(host);
}

async function observed(at: Place, runId: number, after: readonly string[]): Promise<string> {
  const { host, documents } = await jobOf(at, { runId, name: "observe", after });
  await observePhase(host);
  return documents;
}

test("four jobs that share only documents take a goal to its branch", async () => {
  const at = place();
  await claimed(at, 1, true);
  await observed(at, 1, ["claim"]);
  expect(await landed(at, 1, ["claim", "observe"])).toMatchObject({ again: true });
  await claimed(at, 2, false);
  const dispatching = await jobOf(at, { runId: 2, name: "dispatch", after: ["claim"] });
  expect(await dispatchPhase(dispatching.host)).toMatchObject({ changed: ["word.txt"] });
  await observed(at, 2, ["claim", "dispatch"]);
  const end = await landed(at, 2, ["claim", "dispatch", "observe"]);
  expect(end).toMatchObject({
    again: false,
    state: { status: "converged", spent: { dispatches: 1 } },
  });
  const { remote } = at;
  expect(remote.git("show", "kazi/word:word.txt")).toBe("right");
  expect(remote.git("for-each-ref", "--format=%(refname)", "refs/kazi")).toMatch(
    /^refs\/kazi\/live\/word-[0-9a-f]{8}$/m,
  );
  expect(remote.git("fsck", "--strict", "--no-dangling")).toBe("");
});

test("a vector that was changed on its way is refused, and the claim given back", async () => {
  const at = place();
  await claimed(at, 1, true);
  const documents = await observed(at, 1, ["claim"]);
  const file = path.join(documents, "observation.json");
  const head = at.remote.git("rev-parse", "main");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(head, "1".repeat(40)));
  expect(await landed(at, 1, ["claim", "observe"])).toMatchObject({
    again: true,
    lost: expect.stringContaining("the observation is of 1111111"),
    state: { iteration: -1 },
  });
});

test("a person's commit while an agent worked makes the candidate void", async () => {
  const at = place();
  await claimed(at, 1, true);
  await observed(at, 1, ["claim"]);
  await landed(at, 1, ["claim", "observe"]);
  await claimed(at, 2, false);
  const { host } = await jobOf(at, { runId: 2, name: "dispatch", after: ["claim"] });
  await dispatchPhase(host);
  await observed(at, 2, ["claim", "dispatch"]);
  const { remote } = at;
  remote.git(
    "branch",
    "kazi/word",
    remote.git("commit-tree", "-p", "main", "-m", "mine", "main^{tree}"),
  );
  const mine = remote.git("rev-parse", "kazi/word");
  const end = await landed(at, 2, ["claim", "dispatch", "observe"]);
  expect(end.state.history.at(-1)).toMatchObject({ attempt: { fate: "void" } });
  expect(remote.git("rev-parse", "kazi/word")).toBe(mine);
});

test("what GitHub's rules refuse ends the run with their words, and is not pushed again", async () => {
  const at = place();
  const hook = path.join(at.remote.path, ".git", "hooks", "update");
  const script = 'case "$1" in refs/heads/*) echo GH013: rule violations >&2; exit 1;; esac\n';
  await claimed(at, 1, true);
  await observed(at, 1, ["claim"]);
  await landed(at, 1, ["claim", "observe"]);
  await claimed(at, 2, false);
  const { host } = await jobOf(at, { runId: 2, name: "dispatch", after: ["claim"] });
  await dispatchPhase(host);
  await observed(at, 2, ["claim", "dispatch"]);
  writeFileSync(hook, `#!/bin/sh\n${script}`, { mode: 0o755 });
  const end = await landed(at, 2, ["claim", "dispatch", "observe"]);
  expect(end).toMatchObject({
    again: false,
    state: {
      status: "stuck",
      cause: { class: "landing_failed", reason: expect.stringContaining("GH013") },
      spent: { dispatches: 1, tokens: 11 },
    },
  });
  const { host: after } = await jobOf(at, { runId: 3, name: "claim" });
  expect((await findLive(after, { goalPath: GOAL_PATH }))?.state.claim).toBeUndefined();
});
