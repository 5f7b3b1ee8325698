import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { liveRef } from "../../../src/record/ledger-ref.ts";
import { listRuns } from "../../../src/record/ledger.ts";
import { verifyLedger } from "../../../src/record/verify-ledger.ts";
import { gateOf } from "./gate-of.ts";
import { helloGoal } from "./hello-goal.ts";
import { ledgerStore } from "./ledger-store.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";

const git = promisify(execFile);
const GOAL_PATH = ".kazi/goals/hello.toml";

let stage: GitHubStage;
afterEach(async () => {
  await stage.close();
});

/** Nothing reaches the default branch without the gate, of the App where there is one. */
async function open(withApp: boolean): Promise<void> {
  stage = await openGitHubStage({ withApp, files: { "greeting.txt": "good morning\n" } });
  const { appIdentity, github, repository } = stage;
  const ofApp = appIdentity === undefined ? {} : { appId: appIdentity.id };
  github.protectBranch(repository, "main", { requiredChecks: [{ context: "kazi", ...ofApp }] });
}

async function propose(branch: string, files: Readonly<Record<string, string>>): Promise<number> {
  await stage.commit("maya", { branch, files });
  const number = await stage.openPull("maya", { branch, title: branch });
  await stage.settle();
  return number;
}

async function merge(number: number): Promise<boolean> {
  const merged = await stage.as("maya")("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
    owner: "acme",
    repo: "price",
    pull_number: number,
  });
  return merged.data.merged;
}

test.each([
  ["with the App", true],
  ["without an App", false],
])(
  "%s: a goal that is to be merged ends merged, though its own gate is required",
  async (_name, withApp) => {
    await open(withApp);
    const goal = helloGoal("hello", { mode: "merge" });
    stage.repository.settings.deletesBranchOnMerge = withApp;
    const number = await propose("goal", { [GOAL_PATH]: goal });
    await expect(merge(number)).rejects.toThrow(/kazi/);
    await stage.comment("maya", number, "/kazi approve");
    await stage.settle();
    await expectMerged(number);
    expect(stage.problems).toEqual([]);
    expect(stage.github.violations).toEqual([]);
  },
  120_000,
);

/** What passed is on the default branch, the run says so, and nothing else was begun by it. */
async function expectMerged(number: number): Promise<void> {
  const { repository } = stage;
  const { pull, comments } = stage.issue(number);
  expect(pull?.mergedAtMs).toBeDefined();
  const gitDir = `--git-dir=${repository.gitDir}`;
  const { stdout } = await git("git", [gitDir, "show", "main:greeting.txt"]);
  expect(stdout).toBe("hello\n");
  const refs = await git("git", [gitDir, "for-each-ref", "--format=%(refname)", "refs/heads"]);
  const isDeleted = repository.settings.deletesBranchOnMerge;
  expect(refs.stdout.includes("refs/heads/goal")).toBe(!isDeleted);

  const store = ledgerStore(repository);
  expect(await verifyLedger(store, liveRef(store, "hello"))).toMatchObject({ ok: true });
  const { runs, damaged } = await listRuns(store);
  expect(damaged).toEqual([]);
  expect(runs.map(({ state }) => state)).toMatchObject([
    {
      status: "converged",
      generation: 1,
      head: pull?.headSha,
      landing: { reached: "merge" },
      spent: { iterations: 1, dispatches: 1 },
    },
  ]);
  expect(gateOf(stage, number)?.verdict).toBe("success");
  const told = comments.slice(1).map(({ author, body }) => [author.type, body.split("\n").at(-1)]);
  expect(told).toEqual([
    ["User", "/kazi approve"],
    ["Bot", expect.stringMatching(/^@maya ✅ `hello` converged at/)],
  ]);
}

test("with the App: whoever has no goal is let through at once, from a fork as well", async () => {
  await open(true);
  const number = await propose("plain", { "README.md": "Hello.\n" });
  expect(gateOf(stage, number)).toEqual({
    verdict: "neutral",
    title: "no goal applies to this pull request",
  });
  expect(stage.issue(number).comments).toEqual([]);
  expect(await merge(number)).toBe(true);

  const fork = await stage.github.fork(stage.repository, "fiona");
  await stage.commit("fiona", { branch: "fix", files: { "fix.txt": "fixed\n" }, into: fork });
  const outside = await stage.openPull("fiona", { branch: "fiona:fix", title: "A fix" });
  await stage.settle();
  expect(gateOf(stage, outside)?.verdict).toBe("neutral");
  expect(await merge(outside)).toBe(true);

  await stage.commit("fiona", {
    branch: "goal",
    files: { [GOAL_PATH]: helloGoal("hello") },
    into: fork,
  });
  const foreign = await stage.openPull("fiona", { branch: "fiona:goal", title: "A goal" });
  await stage.settle();
  expect(gateOf(stage, foreign)?.verdict).toBe("action_required");
  await expect(merge(foreign)).rejects.toThrow(/kazi/);
  expect(stage.repository.workflowRuns).toEqual([]);
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
});

test("without an App: whoever has no goal gets a status that lets through", async () => {
  await open(false);
  const number = await propose("plain", { "README.md": "Hello.\n" });
  expect(gateOf(stage, number)).toEqual({
    verdict: "success",
    title: "no goal applies to this pull request",
  });
  expect(stage.issue(number).comments).toEqual([]);
  expect(await merge(number)).toBe(true);
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
});
