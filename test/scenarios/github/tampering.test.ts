import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { goalDigest } from "../../../src/goalfile/approval-digest.ts";
import { liveRef } from "../../../src/record/ledger-ref.ts";
import { appendEntry, openLedger, readLedger } from "../../../src/record/ledger.ts";
import { verifyLedger } from "../../../src/record/verify-ledger.ts";
import type { WorkflowRun } from "../../fakes/github/actions-seam.ts";
import { forgedRun } from "./forged-run.ts";
import { gateOf } from "./gate-of.ts";
import { helloGoal } from "./hello-goal.ts";
import { ledgerStore } from "./ledger-store.ts";
import { repliesTo } from "./replies-to.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";

const git = promisify(execFile);
const PLACE = { owner: "acme", repo: "price" } as const;
const GOAL_PATH = ".kazi/goals/hello.toml";
const GOAL = helloGoal("hello");
/** At its beginning the artifacts of earlier jobs are there and not yet read. */
const BEFORE_READING = "Documents of the jobs before";

let stage: GitHubStage;
let folder: string;
/** What another job of the run does just before this one reads its documents. */
let tamper: (run: WorkflowRun, job: string) => void;

beforeEach(async () => {
  tamper = () => undefined;
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-tampering-"));
  stage = await openGitHubStage({
    withApp: true,
    files: { "greeting.txt": "good morning\n" },
    people: { mallory: "write" },
    faults: {
      killJob: (run, job, { step, line }) => {
        if (step === BEFORE_READING && line === undefined) tamper(run, job);
        return false;
      },
    },
  });
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function propose(id: string): Promise<number> {
  const files = { [`.kazi/goals/${id}.toml`]: helloGoal(id) };
  await stage.commit("maya", { branch: id, files });
  const number = await stage.openPull("maya", { branch: id, title: id });
  await stage.settle();
  return number;
}

/** Comments of which the App never hears. */
async function unheard(number: number, body: string): Promise<number> {
  const { faults } = stage.github.world;
  faults.delivery = (event) => (event === "issue_comment" ? { kind: "drop" } : undefined);
  const id = await stage.comment("maya", number, body);
  faults.delivery = undefined;
  return id;
}

async function startByHand(
  inputs: Readonly<Record<string, string>>,
  ref = "main",
): Promise<WorkflowRun> {
  await stage.as("mallory")(
    "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches",
    {
      ...PLACE,
      workflow_id: "kazi.yml",
      ref,
      inputs,
    },
  );
  const run = stage.repository.workflowRuns.at(-1);
  if (run === undefined) throw new Error("no run was started");
  return run;
}

function logOf(run: WorkflowRun, name: string): string {
  const job = run.jobs.find((it) => it.name === name && it.attempt === run.attempt);
  return job?.log ?? "";
}

function conclusionsOf(run: WorkflowRun): readonly string[] {
  return run.jobs
    .filter((it) => it.attempt === run.attempt)
    .map((it) => `${it.name} ${it.conclusion ?? it.status}`);
}

function expectNoProblems(): void {
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}

const ONLY_LOOKED = ["claim success", "dispatch skipped", "observe skipped", "land skipped"];

test("a run that is started by hand with forged inputs finds no approval", async () => {
  const number = await propose("hello");
  const other = await propose("other");
  const remark = await unheard(number, "Looks good to me.");
  const foreign = await unheard(other, "/kazi approve");
  const old = goalDigest(new TextEncoder().encode(GOAL)).slice(0, 12);
  const named = await unheard(number, `/kazi approve ${old}`);
  const early = await unheard(number, "/kazi approve");
  const changed = helloGoal("hello", { description: "It greets." });
  await stage.commit("maya", { branch: "hello", files: { [GOAL_PATH]: changed } });
  await stage.settle();
  const stray = await stage.commit("mallory", { branch: "stray", files: { [GOAL_PATH]: GOAL } });
  await stage.settle();

  const pull = String(number);
  const forged: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [
      { approval: `comment:${remark}` },
      "The comment is no /kazi approve, or approves another goal.",
    ],
    [{ approval: `comment:${foreign}` }, "There is nothing to approve here"],
    [{ approval: `comment:${named}` }, `and the comment approves ${old}`],
    [{ approval: `comment:${early}` }, 'Goal "hello" changed since it was last shown here'],
    [{ approval: "comment:999999" }, "The comment with the approval does not exist any more."],
    [{ approval: `commit:${stray}` }, "is not among the newest commits of the default branch."],
    [{}, `no approved run of ${GOAL_PATH} is there to go on with`],
  ];
  const runs: WorkflowRun[] = [];
  for (const [inputs] of forged) runs.push(await startByHand({ goal: GOAL_PATH, pull, ...inputs }));
  const elsewhere = await startByHand({ goal: "src/evil.toml", approval: `comment:${named}` });
  const onBranch = await startByHand({ goal: GOAL_PATH, approval: `comment:${early}` }, "stray");
  await stage.settle();

  for (const [index, run] of runs.entries()) {
    expect(conclusionsOf(run)).toEqual(ONLY_LOOKED);
    expect(logOf(run, "claim")).toContain("Nothing to do now: ");
    expect(logOf(run, "claim")).toContain(forged[index]?.[1]);
  }
  expect(logOf(elsewhere, "claim")).toContain(
    'input "goal": expected the path of a goal-file, such as .kazi/goals/fix.goal.toml, found "src/evil.toml"',
  );
  expect(logOf(onBranch, "claim")).toContain(
    "expected this workflow to be started on refs/heads/main, found refs/heads/stray; start it there",
  );
  expect([elsewhere, onBranch].map((run) => run.conclusion)).toEqual(["failure", "failure"]);
  expect(await ledgerStore(stage.repository).list("refs/kazi/")).toEqual([]);
  expect(gateOf(stage, number)?.verdict).toBe("action_required");
  expectNoProblems();
}, 240_000);

/** Replaces files of an artifact, as any job of the run can. */
function replace(run: WorkflowRun, name: string, files: Readonly<Record<string, Buffer>>): void {
  const { actions } = stage.github.world;
  const known = actions?.readArtifact(run, name) ?? new Map<string, Buffer>();
  const all = new Map([...known, ...Object.entries(files)]);
  actions?.saveArtifact(run, { name, files: all, isOverwriting: true });
}

function textOf(run: WorkflowRun, artifact: string, file: string): string {
  return stage.github.world.actions?.readArtifact(run, artifact)?.get(file)?.toString() ?? "";
}

interface Backdoor {
  readonly commit: string;
  readonly bundle: Buffer;
}

/** A candidate that does what the goal asks for, and more. */
async function backdoorOn(branch: string): Promise<Backdoor> {
  const clone = path.join(folder, "backdoor");
  await git("git", ["clone", "-q", "-b", branch, stage.repository.gitDir, clone]);
  const run = async (...args: readonly string[]): Promise<string> =>
    (await git("git", ["-C", clone, "-c", "user.name=m", "-c", "user.email=m@e", ...args])).stdout;
  await git("sh", ["-c", "echo hello > greeting.txt; echo open > backdoor.txt"], { cwd: clone });
  await run("add", "-A");
  await run("commit", "-qm", "More than asked");
  await run("update-ref", "refs/kazi/candidate", "HEAD");
  const file = path.join(folder, "backdoor.bundle");
  await run("bundle", "create", "--quiet", file, "refs/kazi/candidate", "^HEAD~1");
  return { commit: (await run("rev-parse", "HEAD")).trim(), bundle: await readFile(file) };
}

/** In the order of the runs that one generation starts. */
function forgeries(backdoor: Backdoor): readonly ((run: WorkflowRun, job: string) => void)[] {
  return [
    (run, job) => {
      if (job !== "land") return;
      const text = textOf(run, "kazi-observation", "observation.json");
      const forged = Buffer.from(text.replaceAll('"fail"', '"pass"'));
      replace(run, "kazi-observation", { "observation.json": forged });
    },
    () => undefined,
    (run, job) => {
      if (job !== "observe") return;
      const text = textOf(run, "kazi-dispatch", "dispatch.json");
      const forged = text.replace(
        /"candidate": ?"[0-9a-f]{40}"/,
        `"candidate":"${backdoor.commit}"`,
      );
      replace(run, "kazi-dispatch", {
        "dispatch.json": Buffer.from(forged),
        "candidate.bundle": backdoor.bundle,
      });
    },
    (run, job) => {
      if (job === "observe") {
        replace(run, "kazi-dispatch", { "candidate.bundle": backdoor.bundle });
      }
    },
  ];
}

test("documents that were changed between the jobs, and old runs that are run again, change nothing", async () => {
  const number = await propose("hello");
  const steps = forgeries(await backdoorOn("hello"));
  tamper = (run, job) => steps[stage.repository.workflowRuns.indexOf(run)]?.(run, job);
  await stage.comment("maya", number, "/kazi approve");
  await stage.settle();

  const { workflowRuns: runs } = stage.repository;
  expect(runs.map(conclusionsOf)).toEqual([
    ["claim success", "dispatch skipped", "observe success", "land success"],
    ["claim success", "dispatch skipped", "observe success", "land success"],
    ["claim success", "dispatch success", "observe failure", "land success"],
    ["claim success", "dispatch success", "observe success", "land success"],
    ["claim success", "dispatch success", "observe success", "land success"],
  ]);
  const said = runs.map((run) => `${logOf(run, "observe")}${logOf(run, "land")}`);
  expect(said[0]).toContain('document "observation" is not the one that its job wrote');
  expect(said[2]).toContain('document "dispatch" is not the one that its job wrote');
  expect(said[3]).toMatch(/candidate bundle: expected exactly commit [0-9a-f]{40} on/);
  await expectHonestEnd(number);

  const before = await refsOf(stage.repository.gitDir);
  await runAgain(runs[0], "rerun");
  await runAgain(runs[2], "rerun-failed-jobs");
  await stage.settle();
  expect(runs.map((run) => run.attempt)).toEqual([2, 1, 2, 1, 1]);
  expect(logOf(need(runs[0]), "claim")).toContain(
    'This approval opened generation 1 of goal "hello" already, and one approval opens one generation.',
  );
  expect(logOf(need(runs[2]), "land")).toContain(
    "expected the claim of this run and attempt, found that iteration 1 of goal hello is not held by it any more; nothing was done",
  );
  expect(await refsOf(stage.repository.gitDir)).toEqual(before);
  expect(runs).toHaveLength(5);
  await moveRecordBack(number);
  expectNoProblems();
}, 240_000);

function need(run: WorkflowRun | undefined): WorkflowRun {
  if (run === undefined) throw new Error("there is no such run");
  return run;
}

async function runAgain(
  run: WorkflowRun | undefined,
  what: "rerun" | "rerun-failed-jobs",
): Promise<void> {
  const route = `POST /repos/{owner}/{repo}/actions/runs/{run_id}/${what}`;
  await stage.as("mallory")(route, { ...PLACE, run_id: need(run).id });
}

async function refsOf(gitDir: string): Promise<readonly string[]> {
  const { stdout } = await git("git", [`--git-dir=${gitDir}`, "for-each-ref"]);
  return stdout.trim().split("\n");
}

/** A record that was moved back to before its end says less than it did, and opens no gate. */
async function moveRecordBack(number: number): Promise<void> {
  const clone = await cloneAs("mallory");
  const store = ledgerStore(stage.repository);
  const ref = liveRef(store, "hello");
  await git("git", ["-C", clone, "push", "-q", "--force", "origin", `${ref}~2:${ref}`]);
  await stage.comment("maya", number, "/kazi status");
  await stage.settle();
  expect((await readLedger(store, ref))?.state.status).toBe("running");
  expect(gateOf(stage, number)?.verdict).toBe("in_progress");
}

/** What was asked for is there and nothing else; each agent that was started is charged once. */
async function expectHonestEnd(number: number): Promise<void> {
  const { gitDir } = stage.repository;
  const store = ledgerStore(stage.repository);
  const ref = liveRef(store, "hello");
  const ledger = await readLedger(store, ref);
  expect(await verifyLedger(store, ref)).toMatchObject({ ok: true });
  expect(ledger?.state).toMatchObject({
    status: "converged",
    generation: 1,
    iteration: 1,
    spent: { iterations: 1, dispatches: 3, unreported: 1 },
    head: stage.issue(number).pull?.headSha,
  });
  const { stdout } = await git("git", [
    `--git-dir=${gitDir}`,
    "ls-tree",
    "-r",
    "--name-only",
    "hello",
  ]);
  expect(stdout).toContain("greeting.txt");
  expect(stdout).not.toContain("backdoor.txt");
  expect(gateOf(stage, number)).toEqual({ verdict: "success", title: "hello: converged" });
}

/** Somebody who may push writes a record of their own: all of it is well-formed. */
async function pushForgedRun(number: number, commentId: number): Promise<void> {
  const clone = await cloneAs("mallory");
  const store = ledgerStore({ gitDir: path.join(clone, ".git") });
  await git("git", ["-C", clone, "hash-object", "-t", "tree", "-w", "/dev/null"]);
  const maya = stage.github.addUser("maya");
  const head = stage.issue(number).pull?.headSha ?? "";
  const place = { goalPath: GOAL_PATH, goal: GOAL, pull: number, branch: "hello", head };
  const [opening, ...entries] = forgedRun({ ...place, by: maya, commentId });
  let ledger = await openLedger(store, opening);
  for (const entry of entries) {
    if (ledger !== "lost") ledger = await appendEntry(store, ledger, entry);
  }
  await git("git", ["-C", clone, "push", "-q", "origin", liveRef(store, "hello")]);
}

async function cloneAs(login: string): Promise<string> {
  const clone = mkdtempSync(path.join(folder, "clone-"));
  const url = new URL(`${stage.github.url}/acme/price.git`);
  url.username = "x-access-token";
  url.password = stage.github.addToken(login).value;
  await git("git", ["clone", "-q", url.href, clone]);
  await git("git", ["-C", clone, "fetch", "-q", "origin", "refs/*:refs/*", "--update-head-ok"]);
  return clone;
}

test("a record that a writer pushed is not believed", async () => {
  const number = await propose("hello");
  const remark = await unheard(number, "Looks good to me.");
  await pushForgedRun(number, remark);
  const store = ledgerStore(stage.repository);
  const ref = liveRef(store, "hello");
  expect(await verifyLedger(store, ref)).toMatchObject({ ok: true, entries: 3 });

  await stage.comment("maya", number, "/kazi status");
  await stage.settle();
  expect(gateOf(stage, number)).toEqual({
    verdict: "action_required",
    title: "hello: its approval does not hold any more",
  });
  const run = await startByHand({ goal: GOAL_PATH, pull: String(number) });
  await stage.settle();
  expect(conclusionsOf(run)).toEqual(ONLY_LOOKED);
  const ledger = await readLedger(store, ref);
  expect(ledger?.state).toMatchObject({ status: "stopped", cause: { class: "approval_void" } });
  expect(stage.issue(number).pull?.mergedAtMs).toBeUndefined();
  expect(gateOf(stage, number)?.title).toBe("hello: its approval does not hold any more");

  const clone = await cloneAs("mallory");
  await git("git", ["-C", clone, "push", "-q", "--force", "origin", `HEAD:${ref}`]);
  const id = await stage.comment("maya", number, "/kazi approve");
  await stage.settle();
  expect(gateOf(stage, number)).toEqual({ verdict: "failure", title: "hello: tampered" });
  expect(repliesTo(stage, number, id)).toEqual([
    'The record of goal "hello" is not what kazi wrote, so it is not touched: not a commit of a ledger: expected nothing else, found greeting.txt, .github. Somebody who can push can look at it and delete its ref under refs/kazi/live/; then approve again.',
  ]);
  expectNoProblems();
}, 240_000);
