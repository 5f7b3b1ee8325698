import { afterEach, beforeEach, expect, test } from "vitest";
import { goalDigest } from "../../../src/goalfile/approval-digest.ts";
import { listRuns } from "../../../src/record/ledger.ts";
import { gateOf } from "./gate-of.ts";
import { helloGoal } from "./hello-goal.ts";
import { ledgerStore } from "./ledger-store.ts";
import { asRead, repliesTo } from "./replies-to.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";

const GOAL_PATH = ".kazi/goals/hello.toml";
const FILES = { "greeting.txt": "good morning\n" };

let stage: GitHubStage;
let laterMs: number;
/** Machines of claim jobs die when they have appended to the ledger. */
let isClaimLost: boolean;

beforeEach(() => {
  laterMs = 0;
  isClaimLost = false;
});
afterEach(async () => {
  await stage.close();
});

async function open(withApp: boolean): Promise<void> {
  stage = await openGitHubStage({
    withApp,
    files: FILES,
    people: { rita: "read" },
    nowMs: () => Date.now() + laterMs,
    faults: {
      killJob: (_run, job, { step }) =>
        isClaimLost && job === "claim" && step === "Document for the jobs after",
    },
  });
}

async function propose(branch: string, goal: string, path = GOAL_PATH): Promise<number> {
  await stage.commit("maya", { branch, files: { [path]: goal } });
  const number = await stage.openPull("maya", { branch, title: `A goal on ${branch}` });
  await stage.settle();
  return number;
}

/** The one answer to a comment, after everything that follows from it. */
async function answerTo(login: string, number: number, body: string): Promise<string> {
  const id = await stage.comment(login, number, body);
  await stage.settle();
  const replies = repliesTo(stage, number, id);
  expect(replies).toHaveLength(1);
  return replies[0] ?? "";
}

/** A pull request of somebody who may only read, from a repository of their own. */
async function proposeFromFork(): Promise<number> {
  const fork = await stage.github.fork(stage.repository, "fiona");
  const goal = helloGoal("from-outside");
  await stage.commit("fiona", { branch: "outside", files: { [GOAL_PATH]: goal }, into: fork });
  const number = await stage.openPull("fiona", { branch: "fiona:outside", title: "From outside" });
  await stage.settle();
  return number;
}

async function expectNothingStarted(): Promise<void> {
  expect(await ledgerStore(stage.repository).list("refs/kazi/")).toEqual([]);
  expect(stage.repository.workflowRuns.filter((it) => it.event === "workflow_dispatch")).toEqual(
    [],
  );
}

function expectNoProblems(): void {
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}

test("with the App: an approval counts only from a person with write permission, unedited", async () => {
  await open(true);
  const number = await propose("goal", helloGoal("hello"));

  expect(await answerTo("rita", number, "/kazi approve")).toBe(
    "/kazi approve needs write permission, and rita has read. Ask somebody who can push to this repository to write it.",
  );

  stage.github.addUser("helper[bot]", "Bot");
  stage.repository.collaborators.set("helper[bot]", "write");
  await stage.comment("helper[bot]", number, "/kazi approve");
  await stage.settle();
  expect(asRead(stage.issue(number).comments.at(-1)?.body ?? "")).toContain(
    "helper[bot] is a bot, and only a person can ask for this. Somebody with write permission has to write the comment.",
  );

  expect(await editedApproval(number)).toBe(
    "The comment was edited, and others than its author can do that. Write a new comment instead.",
  );
  expect(gateOf(stage, number)).toEqual({
    verdict: "action_required",
    title: "hello: waiting for approval",
  });
  await expectNothingStarted();
  expectNoProblems();
});

/** GitHub's webhook comes late, when the comment is not what it was any more. */
async function editedApproval(number: number): Promise<string> {
  const { faults } = stage.github.world;
  const gate = Promise.withResolvers<void>();
  faults.delivery = (event) =>
    event === "issue_comment" ? { kind: "hold", until: gate.promise } : undefined;
  const id = await stage.comment("maya", number, "Thank you!");
  faults.delivery = undefined;
  laterMs += 5_000;
  await stage.as("maya")("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    owner: "acme",
    repo: "price",
    comment_id: id,
    body: "/kazi approve",
  });
  gate.resolve();
  await stage.settle();
  return repliesTo(stage, number, id).join("\n");
}

test("with the App: an approval counts only for the bytes that were shown before it", async () => {
  await open(true);
  const before = helloGoal("hello");
  const number = await propose("goal", before);
  const old = goalDigest(new TextEncoder().encode(before)).slice(0, 12);
  const after = helloGoal("hello", { description: "It greets." });
  const nowWhole = goalDigest(new TextEncoder().encode(after)).slice(0, 32);
  const now = nowWhole.slice(0, 12);
  const { faults } = stage.github.world;
  const gate = Promise.withResolvers<void>();
  faults.delivery = (event, action) =>
    event === "pull_request" && action === "synchronize"
      ? { kind: "hold", until: gate.promise }
      : undefined;
  await stage.commit("maya", { branch: "goal", files: { [GOAL_PATH]: after } });
  const early = await stage.comment("maya", number, "/kazi approve");
  await expect.poll(() => repliesTo(stage, number, early), { timeout: 20_000 }).toHaveLength(1);
  expect(repliesTo(stage, number, early)[0]).toBe(
    `Goal "hello" changed since it was last shown here, or was not shown before the comment. It is shown now, with the digest ${now}: read it, then approve again. \`/kazi approve hello ${nowWhole}\``,
  );
  gate.resolve();
  faults.delivery = undefined;
  await stage.settle();

  expect(await answerTo("maya", number, `/kazi approve ${old}`)).toBe(
    `Goal "hello" has the digest ${now} now, and the comment approves ${old}. Read the version that is shown now and approve that one. \`/kazi approve hello ${nowWhole}\``,
  );
  await expectNothingStarted();
  expectNoProblems();
});

test("with the App: words that are no command and files that are no goal are named", async () => {
  await open(true);
  const number = await propose(
    "goal",
    helloGoal("hello").replace("max_dispatches = 5", "max_dispatches = 0"),
  );
  expect(gateOf(stage, number)).toEqual({
    verdict: "failure",
    title: `${GOAL_PATH}: the goal-file does not load`,
  });
  const check = stage.repository.checkRuns.find((it) => it.name === "kazi");
  expect(check?.annotations).toMatchObject([{ path: GOAL_PATH, level: "failure", startLine: 6 }]);

  expect(await answerTo("maya", number, "/kazi approve")).toMatch(
    /^The goal-file \.kazi\/goals\/hello\.toml does not load, so there is nothing to approve\. Mend what is listed, push, and approve the new version\.\n\n- `\.kazi\/goals\/hello\.toml:6:\d+`: /,
  );
  expect(await answerTo("maya", number, "/kazi frobnicate it")).toBe(
    'kazi does not know "frobnicate". It knows approve, status, stop and help.',
  );
  expect(await answerTo("maya", number, "/kazi plan make it faster")).toBe(
    "/kazi plan is not built yet. What works today: approve, status, stop and help.",
  );
  await expectNothingStarted();
  expectNoProblems();
});

test("with the App: a goal-file from a fork is shown and never taken", async () => {
  await open(true);
  const number = await proposeFromFork();
  expect(gateOf(stage, number)).toEqual({
    verdict: "action_required",
    title: "from-outside: comes from a fork",
  });
  expect(await answerTo("maya", number, "/kazi approve")).toBe(FORK);
  await expectNothingStarted();
  expectNoProblems();
});

const FORK =
  "This pull request comes from a fork, and kazi takes no goal-file from outside. Push its branch to this repository and open a pull request from there.";

test("with the App: an id that is live elsewhere is told where it lives", async () => {
  await open(true);
  const number = await propose("goal", helloGoal("hello"));
  isClaimLost = true;
  // Nobody is to go on with the run: it stays live.
  stage.github.world.faults.delivery = (event) =>
    event === "workflow_run" ? { kind: "drop" } : undefined;
  await stage.comment("maya", number, "/kazi approve");
  await stage.settle();
  stage.github.world.faults.delivery = undefined;
  isClaimLost = false;

  const other = await propose("twin", helloGoal("hello"), ".kazi/goals/twin.toml");
  expect(gateOf(stage, other)).toEqual({
    verdict: "action_required",
    title: `hello: live on #${number}`,
  });
  expect(await answerTo("maya", other, "/kazi approve")).toBe(
    `A goal with the id "hello" is live on #${number}. Wait until it ends, stop it there, or give this one another id.`,
  );
  const twin = stage.issue(other).comments.findLast((it) => it.body === "/kazi approve");
  await stage.as("maya")("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
    owner: "acme",
    repo: "price",
    workflow_id: "kazi.yml",
    ref: "main",
    inputs: { goal: ".kazi/goals/twin.toml", pull: String(other), approval: `comment:${twin?.id}` },
  });
  await stage.settle();
  expect(stage.repository.workflowRuns.at(-1)?.jobs[0]?.log).toContain(
    `Nothing to do now: A goal with the id "hello" is live on #${number}.`,
  );
  const { runs, damaged } = await listRuns(ledgerStore(stage.repository));
  expect(damaged).toEqual([]);
  expect(runs.map(({ state }) => [state.generation, state.status, state.target?.pull])).toEqual([
    [1, "running", number],
  ]);
  expectNoProblems();
});

test("without an App: a fork, a reader and an older digest are refused in the same words", async () => {
  await open(false);
  const outside = await proposeFromFork();
  expect(await answerTo("maya", outside, "/kazi approve")).toBe(FORK);

  const before = helloGoal("hello");
  const number = await propose("goal", before);
  expect(await answerTo("rita", number, "/kazi approve")).toMatch(
    /^\/kazi approve needs write permission, and rita has read\./,
  );
  const old = goalDigest(new TextEncoder().encode(before)).slice(0, 12);
  const after = helloGoal("hello", { description: "It greets." });
  await stage.commit("maya", { branch: "goal", files: { [GOAL_PATH]: after } });
  await stage.settle();
  expect(await answerTo("maya", number, `/kazi approve hello ${old}`)).toMatch(
    new RegExp(`^Goal "hello" has the digest [0-9a-f]{12} now, and the comment approves ${old}\\.`),
  );
  expect(gateOf(stage, number)?.verdict).toBe("pending");
  await expectNothingStarted();
  expectNoProblems();
});

test("with the App: a next run that GitHub does not start is told to whoever approved", async () => {
  await open(true);
  const number = await propose("goal", helloGoal("hello"));
  let starts = 0;
  stage.github.world.faults.answer = (method, template) => {
    if (method !== "POST" || !template.endsWith("/dispatches")) return undefined;
    starts += 1;
    const message = "Workflow was disabled manually";
    return starts === 1 ? undefined : { status: 422, body: { message } };
  };
  await stage.comment("maya", number, "/kazi approve");
  await stage.settle();
  const told = stage.issue(number).comments.filter(({ body }) => body.includes("was disabled"));
  expect(told).toHaveLength(1);
  expect(stage.repository.workflowRuns.map((it) => it.conclusion)).toEqual(["success"]);
  expectNoProblems();
});
