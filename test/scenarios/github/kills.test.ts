import { afterEach, expect, test } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import { parseEntry } from "../../../src/record/codec.ts";
import { runGit } from "../../fakes/github/run-git.ts";
import type { RunnerFaults } from "../../fakes/runner/start-runner.ts";
import { gateOf } from "./gate-of.ts";
import { AGENT_COST_USD, AGENT_TOKENS, GREET, greetingGoal } from "./greeting-goal.ts";
import { readRecord } from "./read-record.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";
import { openWings, type Wings } from "./wings.ts";

const GOAL = "greeting";
const GOAL_PATH = ".kazi/goals/greeting.goal.toml";
/** The cron of a workflow comes an hour later, when a run that was just triggered must have begun. */
const AN_HOUR_LATER = [
  "const now=Date.now",
  'if(process.env.GITHUB_EVENT_NAME==="schedule")Date.now=()=>now()+3600000',
].join(";");
const LATE_SCHEDULE = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(AN_HOUR_LATER)}`,
};
const FILES = { "README.md": "# greeting\n" };
const LOST = "claimed released";
const DONE = "claimed settled";
const SIX_MINUTES_MS = 6 * 60_000;
const SCHEDULES_MAX = 6;

let stage: GitHubStage | undefined;
let wings: Wings | undefined;
afterEach(async () => {
  await stage?.close();
  wings?.close();
  stage = undefined;
  wings = undefined;
});

/** Kills the machine of each job once: at the moments when the most is half done. */
function killEachOnce(here: GitHubStage, programs: Wings): void {
  const { runner } = here;
  const kill = (jobName: string): void => {
    runner.kill((_run, name) => name === jobName);
  };
  programs.onMark("agent-works", () => kill("dispatch"));
  programs.onMark("check-looks", () => kill("observe"));
  killAfterPush(here, ["claim", "land"]);
}

/** Kills each of these jobs once, when it has recorded what it did and heard nothing of it yet. */
function killAfterPush({ github, runner }: GitHubStage, jobs: readonly string[]): void {
  const left = new Set(jobs);
  github.world.moveListeners.add(async (repository, moves) => {
    const move = moves.find(({ ref }) => ref.startsWith("refs/kazi/live/"));
    if (move === undefined) return;
    const job = toKill(parseEntry(await runGit(repository, ["show", `${move.after}:entry.json`])));
    if (job !== undefined && left.delete(job)) runner.kill((_run, name) => name === job);
  });
}

function toKill(entry: Entry): string | undefined {
  if (entry.kind === "claimed") return "claim";
  return entry.kind === "settled" && entry.attempt !== undefined ? "land" : undefined;
}

/** Kills the first land job when it has begun and pushed nothing. */
function killBeforePush(): RunnerFaults {
  let isLeft = true;
  return {
    killJob: (_run, jobName, { line }) => {
      const isNow = isLeft && jobName === "land" && line?.includes("git version") === true;
      if (isNow) isLeft = false;
      return isNow;
    },
  };
}

/** Agent and check hang the first time that the one works and the other finds its work. */
function givenGoal(programs: Wings): string {
  const agent = programs.program("agent", [
    "cat >/dev/null",
    'mkdir "$wings/agent-works" 2>/dev/null && exec sleep 600',
    ...GREET,
  ]);
  const check = programs.program("check", [
    "grep -qx hello greeting.txt || exit 1",
    'mkdir "$wings/check-looks" 2>/dev/null && exec sleep 600',
    "exit 0",
  ]);
  return greetingGoal(GOAL, { agent, checks: [check] });
}

async function propose(here: GitHubStage, goal: string): Promise<number> {
  await here.commit("maya", { branch: "goal", files: { [GOAL_PATH]: goal } });
  const number = await here.openPull("maya", { branch: "goal", title: "Greet" });
  await here.settle();
  return number;
}

/** The jobs that did not end well, in the order of the runs. */
function failedJobs({ repository }: GitHubStage): readonly string[] {
  return repository.workflowRuns.flatMap((run) =>
    run.jobs.filter((job) => job.conclusion === "failure").map((job) => job.name),
  );
}

async function expectConverged(here: GitHubStage, number: number): Promise<void> {
  const { state, entries } = await readRecord(here.repository, GOAL);
  expect(entries.map((entry) => entry.kind).join(" ")).toBe(
    `opened ${LOST} ${LOST} ${DONE} ${LOST} ${LOST} ${DONE} landed`,
  );
  const lost = entries.flatMap((entry) =>
    entry.kind === "claimed" && entry.claim.kind === "dispatch" ? [entry.claim.reservation] : [],
  )[0];
  // Three agents were started. The one that was killed costs all that was set aside for it.
  expect(state).toMatchObject({ status: "converged", generation: 1, iteration: 1 });
  expect(state.spent).toMatchObject({ dispatches: 3, iterations: 1, unreported: 1 });
  expect(state.spent.costUsd).toBeCloseTo((lost?.costUsd ?? 0) + 2 * AGENT_COST_USD);
  expect(state.spent.tokens).toBe((lost?.tokens ?? 0) + 2 * AGENT_TOKENS);
  await expectKeptOnce(here, state);
  expect(gateOf(here, number)).toMatchObject({ verdict: "success" });
  const ends = here.issue(number).comments.filter(({ body }) => body.includes("@maya"));
  expect(ends).toHaveLength(1);
}

async function expectKeptOnce(
  { repository }: GitHubStage,
  kept: { readonly base: string; readonly head: string },
): Promise<void> {
  const range = `${kept.base}..refs/heads/goal`;
  expect(await runGit(repository, ["rev-list", range])).toBe(kept.head);
  expect(await runGit(repository, ["show", "refs/heads/goal:greeting.txt"])).toBe("hello");
}

test("with the App every lost job is found by the end of its run", async () => {
  wings = openWings();
  stage = await openGitHubStage({ withApp: true, files: FILES, faults: killBeforePush() });
  killEachOnce(stage, wings);
  const number = await propose(stage, givenGoal(wings));
  await stage.comment("maya", number, "/kazi approve");
  await stage.settle();
  expect(failedJobs(stage)).toEqual(["claim", "land", "dispatch", "observe", "land"]);
  await expectConverged(stage, number);
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}, 240_000);

test("without an App the schedule finds the runs that nothing follows", async () => {
  wings = openWings();
  const faults = killBeforePush();
  stage = await openGitHubStage({ withApp: false, files: FILES, faults, env: LATE_SCHEDULE });
  killEachOnce(stage, wings);
  const number = await propose(stage, givenGoal(wings));
  await stage.comment("maya", number, "/kazi approve");
  await stage.settle();
  let fired = 0;
  while ((await readRecord(stage.repository, GOAL)).state.status === "running") {
    expect(fired).toBeLessThan(SCHEDULES_MAX);
    await stage.runner.fireSchedule(stage.repository);
    await stage.settle();
    fired += 1;
  }
  // After a lost dispatch or observation the land job itself starts the next run.
  expect(fired).toBe(3);
  expect(failedJobs(stage)).toEqual(["claim", "land", "dispatch", "observe", "land"]);
  await expectConverged(stage, number);
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}, 240_000);

test("a lost job whose end nobody heard of is found by the sweep", async () => {
  wings = openWings();
  let aheadMs = 0;
  stage = await openGitHubStage({
    withApp: true,
    files: FILES,
    nowMs: () => Date.now() + aheadMs,
  });
  const { app, github, repository } = stage;
  killAfterPush(stage, ["claim", "land"]);
  github.world.faults.delivery = (event) =>
    event === "workflow_run" ? { kind: "drop" } : undefined;
  const agent = wings.program("agent", ["cat >/dev/null", ...GREET]);
  const check = wings.program("check", ["grep -qx hello greeting.txt"]);
  const number = await propose(stage, greetingGoal(GOAL, { agent, checks: [check] }));
  await stage.comment("maya", number, "/kazi approve");
  await stage.settle();
  expect((await readRecord(repository, GOAL)).state.claim).toMatchObject({ iteration: 0 });
  await app?.sweep();
  await stage.settle();
  // The work is kept, and nobody took it on: it could be that the next run was started just now.
  expect((await readRecord(repository, GOAL)).state).toMatchObject({
    status: "running",
    iteration: 1,
  });
  const runs = repository.workflowRuns.length;
  await app?.sweep();
  await stage.settle();
  expect(repository.workflowRuns).toHaveLength(runs);
  aheadMs = SIX_MINUTES_MS;
  await app?.sweep();
  await stage.settle();
  const { state } = await readRecord(repository, GOAL);
  expect(state).toMatchObject({ status: "converged", generation: 1, iteration: 1 });
  expect(state.spent).toMatchObject({ dispatches: 1, iterations: 1, unreported: 0 });
  // The end of the last run was not heard of either.
  await app?.sweep();
  await stage.settle();
  expect(gateOf(stage, number)).toMatchObject({ verdict: "success" });
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}, 240_000);

test("a land job that dies before it could open the pull request leaves that to the next run", async () => {
  wings = openWings();
  stage = await openGitHubStage({ withApp: true, files: FILES });
  const { repository } = stage;
  killAfterPush(stage, ["land"]);
  const agent = wings.program("agent", ["cat >/dev/null", ...GREET]);
  const check = wings.program("check", ["grep -qx hello greeting.txt"]);
  const goal = greetingGoal(GOAL, { agent, checks: [check] });
  await stage.commit("maya", { branch: "main", files: { [GOAL_PATH]: goal } });
  await stage.settle();
  const { state } = await readRecord(repository, GOAL);
  expect(state).toMatchObject({ status: "converged", landing: { reached: "pr" } });
  const own = repository.issues.filter(({ pull }) => pull?.headRef === `kazi/${GOAL}`);
  expect(own.map(({ pull }) => pull?.isDraft)).toEqual([false]);
  expect(gateOf(stage, own[0]?.number ?? 0)).toMatchObject({ verdict: "success" });
  expect(failedJobs(stage)).toEqual(["land"]);
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}, 240_000);
