import { afterEach, expect, test } from "vitest";
import { runGit } from "../../fakes/github/run-git.ts";
import { gateOf } from "./gate-of.ts";
import { GREET, greetingGoal } from "./greeting-goal.ts";
import { readRecord } from "./read-record.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";
import { openWings, type Wings } from "./wings.ts";

const GOAL = "greeting";
const GOAL_PATH = ".kazi/goals/greeting.goal.toml";
const BRANCH = `kazi/${GOAL}`;

let stage: GitHubStage | undefined;
let wings: Wings | undefined;
afterEach(async () => {
  await stage?.close();
  wings?.close();
  stage = undefined;
  wings = undefined;
});

async function givenStage(withApp: boolean): Promise<GitHubStage> {
  stage = await openGitHubStage({ withApp, files: { "README.md": "# greeting\n" } });
  return stage;
}

function givenGoal(): string {
  wings = openWings();
  const agent = wings.program("agent", ["cat >/dev/null", ...GREET]);
  const check = wings.program("check", ["grep -qx hello greeting.txt"]);
  return greetingGoal(GOAL, { agent, checks: [check] });
}

/** The work stands on a branch and in a pull request of its own, ready for a person who knows of it. */
async function expectProposed(here: GitHubStage): Promise<void> {
  const { repository } = here;
  const { state } = await readRecord(repository, GOAL);
  expect(state).toMatchObject({
    status: "converged",
    generation: 1,
    branch: BRANCH,
    approval: { via: "commit", by: "maya" },
    spent: { dispatches: 1, iterations: 1 },
    landing: { reached: "pr", revision: state.head },
  });
  expect(await runGit(repository, ["rev-parse", `refs/heads/${BRANCH}`])).toBe(state.head);
  expect(await runGit(repository, ["rev-list", `main..${BRANCH}`])).toBe(state.head);
  const own = repository.issues.filter(({ pull }) => pull?.headRef === BRANCH);
  expect(own).toHaveLength(1);
  const [issue] = own;
  expect(issue).toMatchObject({ state: "open", pull: { baseRef: "main", isDraft: false } });
  expect(gateOf(here, issue?.number ?? 0)).toMatchObject({ verdict: "success" });
  const told = issue?.comments.filter(({ body }) => body.includes("@maya"));
  expect(told?.map(({ body }) => body)).toEqual([expect.stringContaining("converged")]);
  expect(here.problems).toEqual([]);
  expect(here.github.violations).toEqual([]);
}

test("a goal-file that a person merges gets a pull request of its own", async () => {
  const here = await givenStage(true);
  const { repository } = here;
  await here.commit("maya", { branch: "goal", files: { [GOAL_PATH]: givenGoal() } });
  const number = await here.openPull("maya", { branch: "goal", title: "We want a greeting" });
  await here.settle();
  expect(gateOf(here, number)).toMatchObject({ verdict: "action_required" });
  await here.as("maya")("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
    owner: repository.owner.login,
    repo: repository.name,
    pull_number: number,
  });
  await here.settle();
  await expectProposed(here);
  const { approval } = (await readRecord(repository, GOAL)).state;
  expect(approval.pointer).toMatchObject({ kind: "commit", pull: number });
}, 240_000);

test("without an App, a goal-file that a person pushes gets a pull request of its own", async () => {
  const here = await givenStage(false);
  const pushed = await here.commit("maya", { branch: "main", files: { [GOAL_PATH]: givenGoal() } });
  await here.settle();
  await expectProposed(here);
  const { approval } = (await readRecord(here.repository, GOAL)).state;
  expect(approval.pointer).toMatchObject({ kind: "commit", commit: pushed });
}, 240_000);
