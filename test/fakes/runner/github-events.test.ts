import type { Octokit } from "octokit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WorkflowRun } from "../github/actions-seam.ts";
import { connectOctokit } from "../github/connect-octokit.ts";
import type { Repository } from "../github/model.ts";
import { resolveOid } from "../github/run-git.ts";
import { startStory } from "./runner-story.ts";
import type { RunnerStory } from "./runner-story.ts";

function workflow(on: string, run: string, more = ""): string {
  return `name: any\non:\n  ${on}\n${more}\njobs:\n  a:\n    runs-on: x\n    env: { KEY: "\${{ secrets.KEY }}", TOKEN: "\${{ github.token }}" }\n    steps:\n      - uses: actions/checkout@v6\n      - run: |\n          ${run}\n`;
}

const SAY =
  'echo "on $GITHUB_REF with key:$KEY head:$GITHUB_HEAD_REF base:$GITHUB_BASE_REF"; cat *.md';
const DISPATCH = `node -e 'fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY + "/actions/workflows/called.yml/dispatches", { method: "POST", headers: { authorization: "bearer " + process.env.TOKEN }, body: JSON.stringify({ ref: "main" }) }).then((answer) => console.log("answered", answer.status))'`;
const COMMENT = `node -e 'fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY + "/issues/1/comments", { method: "POST", headers: { authorization: "bearer " + process.env.TOKEN }, body: JSON.stringify({ body: "me too" }) }).then((answer) => console.log("answered", answer.status))'`;

const files = {
  "README.md": "main\n",
  ".github/workflows/pull.yml": workflow("pull_request: { branches: [main] }", SAY),
  ".github/workflows/target.yml": workflow("pull_request_target:", SAY),
  ".github/workflows/comment.yml": workflow(
    "issue_comment: { types: [created] }",
    COMMENT,
    "permissions: { issues: write, contents: read }",
  ),
  ".github/workflows/label.yml": workflow(
    "issues: { types: [opened] }",
    DISPATCH,
    "permissions: { actions: write, contents: read }",
  ),
  ".github/workflows/called.yml": workflow("workflow_dispatch:", "echo called"),
  ".github/workflows/checks.yml": workflow("check_run:", "echo a check"),
};

let story: RunnerStory;
let octokit: Octokit;
beforeEach(async () => {
  story = await startStory(files);
  octokit = connectOctokit(story.github.apiUrl, story.github.addToken("octocat").value);
  story.repository.secrets.set("KEY", "hidden");
});
afterEach(async () => {
  await story.close();
});

/** A branch with one more file on it. */
async function branch(own: {
  repository: Repository;
  client: Octokit;
  name: string;
}): Promise<void> {
  const { repository, client, name } = own;
  const place = { owner: repository.owner.login, repo: repository.name };
  const sha = (await resolveOid(repository, "refs/heads/main")) ?? "";
  const blob = { path: "change.md", mode: "100644", type: "blob", content: "changed\n" } as const;
  const { data: tree } = await client.rest.git.createTree({
    ...place,
    base_tree: sha,
    tree: [blob],
  });
  const { data: commit } = await client.rest.git.createCommit({
    ...place,
    message: "Change",
    tree: tree.sha,
    parents: [sha],
  });
  await client.rest.git.createRef({ ...place, ref: `refs/heads/${name}`, sha: commit.sha });
}

function runsOf(file: string): readonly WorkflowRun[] {
  return story.repository.workflowRuns.filter((run) => run.workflowPath.endsWith(`/${file}`));
}

function logOf(file: string): string {
  return runsOf(file)
    .flatMap((run) => run.jobs.map((job) => job.log))
    .join("\n");
}

const place = { owner: "octocat", repo: "hello" };

describe("a pull request", () => {
  test("of a branch runs the test merge, with secrets", async () => {
    await branch({ repository: story.repository, client: octokit, name: "work" });
    await octokit.rest.pulls.create({ ...place, title: "Work", head: "work", base: "main" });
    await story.runner.idle();
    expect(runsOf("pull.yml").map((run) => run.conclusion)).toEqual(["success"]);
    expect(logOf("pull.yml")).toContain("on refs/pull/1/merge with key:*** head:work base:main");
    expect(logOf("pull.yml")).toContain("changed");
    expect(logOf("target.yml")).toContain("on refs/heads/main with key:***");
    expect(logOf("target.yml")).not.toContain("changed");
    expect(story.github.violations).toEqual([]);
  });

  test("of a fork runs without secrets and with a token that only reads", async () => {
    const fork = await story.github.fork(story.repository, "stranger");
    const stranger = connectOctokit(story.github.apiUrl, story.github.addToken("stranger").value);
    await branch({ repository: fork, client: stranger, name: "work" });
    await stranger.rest.pulls.create({
      ...place,
      title: "Work",
      head: "stranger:work",
      base: "main",
    });
    await story.runner.idle();
    const [run] = runsOf("pull.yml");
    expect({ log: logOf("pull.yml"), conclusion: run?.conclusion }).toMatchObject({
      conclusion: "success",
    });
    expect(run?.isFromFork).toBe(true);
    expect(logOf("pull.yml")).toContain("on refs/pull/1/merge with key: head:work");
    expect(logOf("target.yml")).toContain("key:***");
  });
});

test("a comment made with the workflow's token starts nothing", async () => {
  await octokit.rest.issues.create({ ...place, title: "One" });
  await story.runner.idle();
  await octokit.rest.issues.createComment({ ...place, issue_number: 1, body: "hello" });
  await story.runner.idle();
  expect(logOf("comment.yml")).toContain("answered 201");
  expect(story.repository.issues[0]?.comments.map(({ body }) => body)).toEqual(["hello", "me too"]);
  expect(runsOf("comment.yml")).toHaveLength(1);
  expect(runsOf("checks.yml")).toHaveLength(0);
});

test("a dispatch made with the workflow's token starts the workflow", async () => {
  await octokit.rest.issues.create({ ...place, title: "One" });
  await story.runner.idle();
  expect(logOf("label.yml")).toMatch(/answered 20[04]/u);
  expect(runsOf("called.yml").map((run) => [run.event, run.conclusion, run.actor.login])).toEqual([
    ["workflow_dispatch", "success", "github-actions[bot]"],
  ]);
});

test("the API shows the run, its jobs and their logs", async () => {
  await octokit.rest.issues.create({ ...place, title: "One" });
  await story.runner.idle();
  const { data: runs } = await octokit.rest.actions.listWorkflowRunsForRepo({ ...place });
  const run = runs.workflow_runs.find((one) => one.path.endsWith("called.yml"));
  expect(run).toMatchObject({ status: "completed", conclusion: "success" });
  const { data } = await octokit.rest.actions.listJobsForWorkflowRun({
    ...place,
    run_id: run?.id ?? 0,
  });
  expect(data.jobs[0]?.steps?.map((step) => [step.name, step.conclusion])).toEqual([
    ["Set up job", "success"],
    ["Run actions/checkout@v6", "success"],
    ["Run echo called", "success"],
    ["Post Run actions/checkout@v6", "success"],
    ["Complete job", "success"],
  ]);
});
