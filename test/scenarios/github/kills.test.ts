import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import { parseEntry } from "../../../src/record/codec.ts";
import type { RunnerFaults } from "../../fakes/runner/start-runner.ts";
import { runGit } from "../../fakes/github/run-git.ts";
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
  const { github, runner } = here;
  const kill = (jobName: string): void => {
    runner.kill((_run, name) => name === jobName);
  };
  programs.onMark("agent-works", () => kill("dispatch"));
  programs.onMark("check-looks", () => kill("observe"));
  const left = new Set(["claim", "land"]);
  github.world.moveListeners.add(async (repository, moves) => {
    const move = moves.find(({ ref }) => ref.startsWith("refs/kazi/live/"));
    if (move === undefined) return;
    const text = await runGit(repository, ["show", `${move.after}:entry.json`]);
    // The push is done, and whoever pushed has not heard of it.
    const job = toKill(parseEntry(text.stdout.toString("utf8")));
    if (job !== undefined && left.delete(job)) kill(job);
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
  return greetingGoal(GOAL, { agent, check });
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
  expect(entries.map((entry) => entry.kind)).toEqual([
    "opened",
    ...["claimed", "released"],
    ...["claimed", "released"],
    ...["claimed", "settled"],
    ...["claimed", "released"],
    ...["claimed", "released"],
    ...["claimed", "settled"],
    "landed",
  ]);
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
  const show = async (...args: readonly string[]): Promise<string> =>
    (await runGit(repository, args)).stdout.toString("utf8").trim();
  expect(await show("rev-parse", "refs/heads/goal")).toBe(kept.head);
  expect(await show("rev-list", "--count", `${kept.base}..refs/heads/goal`)).toBe("1");
  expect(await show("show", "refs/heads/goal:greeting.txt")).toBe("hello");
}
