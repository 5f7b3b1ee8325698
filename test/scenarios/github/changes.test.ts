import { afterEach, expect, test } from "vitest";
import { runGit } from "../../fakes/github/run-git.ts";
import { gateOf } from "./gate-of.ts";
import { GREET, greetingGoal, REPORT } from "./greeting-goal.ts";
import { readRecord } from "./read-record.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";
import { openWings, type Wings } from "./wings.ts";

const GOAL = "greeting";
const GOAL_PATH = ".kazi/goals/greeting.goal.toml";
const WORK = `kazi/${GOAL}`;
const OTHER_WORDS = "It greets, and it does so kindly.";

interface World {
  readonly here: GitHubStage;
  readonly wings: Wings;
  /** The goal-file, with the words that it is described by. */
  goal(description?: string): string;
}

let world: World | undefined;
afterEach(async () => {
  await world?.here.close();
  world?.wings.close();
  world = undefined;
});

/** The agent waits for the test, once, before it does what the last check looks for. */
const WAIT = [
  "cat >/dev/null",
  'mkdir "$wings/agent-works" 2>/dev/null && until [ -e "$wings/go" ]; do sleep 0.1; done',
];
const ONE_STEP = { agent: [...WAIT, ...GREET], checks: ["grep -qx hello greeting.txt"] };
/** Its first attempt is kept, and brings half of it. */
const TWO_STEPS = {
  agent: [
    `if ! [ -e farewell.txt ]; then cat >/dev/null; echo bye >farewell.txt; ${REPORT}; exit; fi`,
    ...ONE_STEP.agent,
  ],
  checks: ["test -e farewell.txt", ...ONE_STEP.checks],
};

async function givenWorld(withApp: boolean, play: typeof ONE_STEP): Promise<World> {
  const wings = openWings();
  const here = await openGitHubStage({ withApp, files: { "README.md": "# greeting\n" } });
  const agent = wings.program("agent", play.agent);
  const checks = play.checks.map((line, index) => wings.program(`check-${index}`, [line]));
  const goal = (description?: string): string =>
    greetingGoal(GOAL, { agent, checks, ...(description === undefined ? {} : { description }) });
  world = { here, wings, goal };
  return world;
}

/** What somebody does while the agent is at work, who goes on when it is done. */
async function whileAgentWorks(
  { here, wings }: World,
  change: () => Promise<unknown>,
): Promise<void> {
  const changed = new Promise<void>((resolve, reject) => {
    wings.onMark("agent-works", () => {
      change()
        .finally(() => wings.mark("go"))
        .then(() => resolve(), reject);
    });
  });
  await Promise.all([changed, here.settle()]);
}

async function propose(it: World): Promise<number> {
  const { here } = it;
  await here.commit("maya", { branch: "goal", files: { [GOAL_PATH]: it.goal() } });
  const number = await here.openPull("maya", { branch: "goal", title: "Greet" });
  await here.settle();
  await here.comment("maya", number, "/kazi approve");
  return number;
}

function endsIn({ here }: World, number: number): readonly string[] {
  const comments = here.issue(number).comments.map(({ body }) => body);
  return comments.filter((body) => body.includes("@maya"));
}

function expectPeace({ here }: World): void {
  expect(here.problems).toEqual([]);
  expect(here.github.violations).toEqual([]);
}

async function expectSecondGeneration(it: World, number: number): Promise<void> {
  await it.here.comment("maya", number, "/kazi approve");
  await it.here.settle();
  const { state } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({ status: "converged", generation: 2 });
  expect(await runGit(it.here.repository, ["show", `${state.branch}:greeting.txt`])).toBe("hello");
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "success" });
  expectPeace(it);
}

test("a goal-file that is changed in its pull request is asked about again", async () => {
  const it = await givenWorld(true, ONE_STEP);
  const number = await propose(it);
  let changed = "";
  await whileAgentWorks(it, async () => {
    const files = { [GOAL_PATH]: it.goal(OTHER_WORDS) };
    changed = await it.here.commit("maya", { branch: "goal", files });
  });
  const { state, entries } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({ status: "stopped", cause: { class: "approval_void" } });
  const fates = entries.flatMap((entry) =>
    entry.kind === "settled" && entry.attempt !== undefined ? [entry.attempt.fate] : [],
  );
  expect(fates).toEqual(["void"]);
  expect(await runGit(it.here.repository, ["rev-parse", "refs/heads/goal"])).toBe(changed);
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "action_required" });
  expect(endsIn(it, number)).toEqual([expect.stringContaining("/kazi approve")]);
  await expectSecondGeneration(it, number);
}, 240_000);

test("a goal-file that is deleted in its pull request ends the run", async () => {
  const it = await givenWorld(true, ONE_STEP);
  const number = await propose(it);
  let removed = "";
  await whileAgentWorks(it, async () => {
    removed = await it.here.commit("maya", { branch: "goal", files: { [GOAL_PATH]: undefined } });
    // Else the agent could be done before anybody has heard of it.
    await it.here.github.idle();
    await it.here.app?.idle();
  });
  const { state } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({ status: "stopped", cause: { class: "operator" } });
  expect(await runGit(it.here.repository, ["rev-parse", "refs/heads/goal"])).toBe(removed);
  expect(endsIn(it, number)).toEqual([expect.stringContaining("was deleted")]);
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "neutral" });
  expectPeace(it);
}, 240_000);

test("a person's commit on the work branch wins, and the work goes on from there", async () => {
  const it = await givenWorld(true, ONE_STEP);
  const number = await propose(it);
  let theirs = "";
  await whileAgentWorks(it, async () => {
    theirs = await it.here.commit("maya", { branch: "goal", files: { "NEWS.md": "soon\n" } });
  });
  const { state, entries } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({ status: "converged", generation: 1 });
  const fates = entries.flatMap((entry) =>
    entry.kind === "settled" && entry.attempt !== undefined ? [entry.attempt.fate] : [],
  );
  expect(fates).toEqual(["void", "kept"]);
  expect(await runGit(it.here.repository, ["rev-parse", "refs/heads/goal^"])).toBe(theirs);
  expect(state.spent.dispatches).toBe(2);
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "success" });
  expectPeace(it);
}, 240_000);

function workPull({ here }: World): number {
  const own = here.repository.issues.filter(({ pull }) => pull?.headRef === WORK);
  expect(own).toHaveLength(1);
  return own[0]?.number ?? 0;
}

test("without an App, one that is changed on the default branch is asked about in the pull request of the work", async () => {
  const it = await givenWorld(false, TWO_STEPS);
  await it.here.commit("maya", { branch: "main", files: { [GOAL_PATH]: it.goal() } });
  await whileAgentWorks(it, async () => {
    const files = { [GOAL_PATH]: it.goal(OTHER_WORDS) };
    await it.here.commit("maya", { branch: "main", files });
  });
  const { state } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({ status: "stopped", cause: { class: "approval_void" } });
  const number = workPull(it);
  expect(it.here.issue(number).pull).toMatchObject({ isDraft: true });
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "pending" });
  await expectSecondGeneration(it, number);
  expect(it.here.issue(number).pull).toMatchObject({ isDraft: false });
}, 240_000);

test("one that is changed before there is a pull request to ask in is approved by that push", async () => {
  const it = await givenWorld(true, ONE_STEP);
  await it.here.commit("maya", { branch: "main", files: { [GOAL_PATH]: it.goal() } });
  let changed = "";
  await whileAgentWorks(it, async () => {
    const files = { [GOAL_PATH]: it.goal(OTHER_WORDS) };
    changed = await it.here.commit("maya", { branch: "main", files });
    await it.here.github.idle();
    await it.here.app?.idle();
  });
  const { state } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({
    status: "converged",
    generation: 2,
    approval: { by: "maya", pointer: { kind: "commit", commit: changed } },
    // What the first generation brought is there already.
    spent: { dispatches: 0 },
  });
  const number = workPull(it);
  expect(it.here.issue(number).pull).toMatchObject({ isDraft: false });
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "success" });
  expectPeace(it);
}, 240_000);

test("one that is deleted on the default branch ends the run", async () => {
  const it = await givenWorld(true, TWO_STEPS);
  await it.here.commit("maya", { branch: "main", files: { [GOAL_PATH]: it.goal() } });
  await whileAgentWorks(it, async () => {
    await it.here.commit("maya", { branch: "main", files: { [GOAL_PATH]: undefined } });
    await it.here.github.idle();
    await it.here.app?.idle();
  });
  const { state } = await readRecord(it.here.repository, GOAL);
  expect(state).toMatchObject({ status: "stopped", cause: { class: "operator" } });
  const number = workPull(it);
  expect(endsIn(it, number)).toEqual([expect.stringContaining("was deleted")]);
  expect(gateOf(it.here, number)).toMatchObject({ verdict: "failure" });
  expect(await runGit(it.here.repository, ["rev-parse", `refs/heads/${WORK}`])).toBe(state.head);
  expectPeace(it);
}, 240_000);
