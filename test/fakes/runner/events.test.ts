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
