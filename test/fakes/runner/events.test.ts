import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runGit } from "../github/run-git.ts";
import { emit } from "../github/webhooks.ts";
import { startStory } from "./runner-story.ts";
import type { RunnerStory } from "./runner-story.ts";

const files = {
  "README.md": "hello\n",
  ".github/workflows/push.yml": workflow("push: { branches: [main, 'release/**'] }"),
  ".github/workflows/paths.yml": workflow("push: { paths: ['src/**'] }"),
  ".github/workflows/tags.yml": workflow("push: { tags: ['v*'] }"),
  ".github/workflows/comment.yml": workflow("issue_comment: { types: [created] }"),
  ".github/workflows/after.yml": workflow(
    "workflow_run: { workflows: [push.yml name], types: [completed] }",
  ).replace("name: any", "name: after"),
  ".github/workflows/loop.yml": workflow(
    "workflow_run: { workflows: [loop], types: [completed] }",
  ).replace("name: any", "name: loop"),
  ".github/workflows/hourly.yml": workflow("schedule: [{ cron: '0 * * * *' }]"),
};

function workflow(on: string): string {
  return `name: any\non:\n  ${on}\njobs:\n  a: { runs-on: ubuntu-latest, steps: [{ run: "true" }] }\n`;
}

let story: RunnerStory;
beforeEach(async () => {
  const named = files[".github/workflows/push.yml"].replace("name: any", "name: push.yml name");
  story = await startStory({ ...files, ".github/workflows/push.yml": named });
});
afterEach(async () => {
  await story.close();
});

/** Commits a file on a branch, in the bare repository itself, and says so as a push does. */
async function push(own: { path: string; ref: string; message?: string }): Promise<void> {
  const { github, repository } = story;
  const before = await revision(own.ref);
  const from = before ?? (await revision("refs/heads/main")) ?? "";
  const message = own.message ?? "Change";
  const text = `commit ${own.ref}\ncommitter a <a@b> 0 +0000\ndata ${message.length}\n${message}\nfrom ${from}\nM 644 inline ${own.path}\ndata 2\nx\n\n`;
  await runGit(repository, ["fast-import", "--quiet", "--force"], { input: text });
  emit(github.world, {
    event: "push",
    repository,
    actor: repository.owner,
    token: github.addToken("octocat"),
    payload: {
      ref: own.ref,
      before: before ?? "0".repeat(40),
      after: await revision(own.ref),
      created: before === undefined,
      deleted: false,
      forced: false,
      base_ref: null,
      compare: "",
      commits: [],
      head_commit: null,
      pusher: { name: "octocat" },
    },
  });
  await story.runner.idle();
}

async function revision(ref: string): Promise<string | undefined> {
  const found = await runGit(story.repository, ["for-each-ref", "--format=%(objectname)", ref]);
  return found === "" ? undefined : found;
}

function started(): readonly string[] {
  return story.repository.workflowRuns
    .map((run) => `${run.workflowPath.slice(".github/workflows/".length)} ${run.event} ${run.ref}`)
    .toSorted();
}

describe("a push starts the workflows whose filters it passes", () => {
  test.each([
    [
      "a branch of the filter",
      { path: "a.md", ref: "refs/heads/release/1" },
      ["after.yml workflow_run refs/heads/main", "push.yml push refs/heads/release/1"],
    ],
    ["another branch", { path: "a.md", ref: "refs/heads/other" }, []],
    ["a path", { path: "src/a.ts", ref: "refs/heads/other" }, ["paths.yml push refs/heads/other"]],
    [
      "a tag",
      { path: "src/a.ts", ref: "refs/tags/v1" },
      ["paths.yml push refs/tags/v1", "tags.yml push refs/tags/v1"],
    ],
    ["[skip ci]", { path: "src/a.ts", ref: "refs/heads/main", message: "Change [skip ci]" }, []],
  ])("%s", async (_name, change, runs) => {
    await push(change);
    expect(started()).toEqual(runs);
  });
});

test("what a workflow's own token does starts nothing", async () => {
  const { github, repository } = story;
  const run = await story.run({ workflowPath: ".github/workflows/hourly.yml", event: "schedule" });
  const [job] = run.jobs;
  const { actions } = github.world;
  if (job === undefined || actions === undefined) throw new Error("Nothing ran.");
  const token = actions.issueWorkflowToken(run, job, { contents: "write" });
  const ref = "refs/heads/main";
  const sha = (await revision(ref)) ?? "";
  emit(github.world, {
    event: "push",
    repository,
    actor: token.actor,
    token,
    payload: { ref, before: sha, after: sha, commits: [], head_commit: null },
  });
  await story.runner.idle();
  expect(started()).toEqual(["hourly.yml schedule refs/heads/main"]);
});

test("a schedule is started by hand, on the default branch", async () => {
  await story.runner.fireSchedule(story.repository);
  await story.runner.idle();
  expect(started()).toEqual(["hourly.yml schedule refs/heads/main"]);
});

test("runs that start each other end at the third level", async () => {
  await story.run({ workflowPath: ".github/workflows/loop.yml", event: "repository_dispatch" });
  expect(started()).toEqual([
    "loop.yml repository_dispatch refs/heads/main",
    ...Array.from({ length: 3 }, () => "loop.yml workflow_run refs/heads/main"),
  ]);
});

test("a merge group is judged by the file at its own commit", async () => {
  const { github, repository } = story;
  const ref = "refs/heads/gh-readonly-queue/main/pr-1";
  const text = workflow("merge_group:");
  const path = ".github/workflows/queue.yml";
  const from = (await revision("refs/heads/main")) ?? "";
  const input = `commit ${ref}\ncommitter a <a@b> 0 +0000\ndata 1\nx\nfrom ${from}\nM 644 inline ${path}\ndata ${text.length}\n${text}\n\n`;
  await runGit(repository, ["fast-import", "--quiet"], { input });
  const head = (await revision(ref)) ?? "";
  emit(github.world, {
    event: "merge_group",
    action: "checks_requested",
    repository,
    actor: repository.owner,
    payload: {
      merge_group: {
        head_sha: head,
        head_ref: ref,
        base_sha: from,
        base_ref: "refs/heads/main",
        head_commit: {
          id: head,
          tree_id: head,
          message: "x",
          timestamp: "1970-01-01T00:00:00Z",
          author: { name: "a", email: "a@b" },
          committer: { name: "a", email: "a@b" },
        },
      },
    },
  });
  await story.runner.idle();
  expect(started()).toEqual([`queue.yml merge_group ${ref}`]);
});
