import type { Octokit } from "octokit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { givenHub, type Hub, REPO } from "../given-hub.ts";

let hub: Hub;

beforeEach(async () => {
  hub = await givenHub();
  hub.repository.settings.allowsAutoMerge = true;
  hub.repository.protectedBranches.set("main", {
    requiredChecks: [{ context: "gate" }],
    isStrict: false,
    requiredReviews: 0,
    isPullRequestRequired: true,
    allowsForcePushes: false,
    allowsDeletions: false,
    isEnforcedForAdmins: false,
  });
});

afterEach(async () => {
  await hub.close();
});

interface Opened {
  readonly number: number;
  readonly id: string;
  readonly sha: string;
}

async function open(draft = false): Promise<Opened> {
  await hub.commitTo("work", { a: "a" });
  const body = { ...REPO, title: "Work", head: "work", base: "main", draft };
  const { data } = await hub.octokit.rest.pulls.create(body);
  return { number: data.number, id: data.node_id, sha: data.head.sha };
}

async function mutate(name: string, id: string, client: Octokit = hub.octokit): Promise<unknown> {
  return await client.graphql(
    `mutation($id: ID!) { ${name}(input: {pullRequestId: $id}) { pullRequest { number isDraft } } }`,
    { id },
  );
}

async function pass(sha: string): Promise<void> {
  await hub.octokit.rest.repos.createCommitStatus({
    ...REPO,
    sha,
    state: "success",
    context: "gate",
  });
  await hub.github.idle();
}

async function read(number: number): Promise<unknown> {
  const { repository } = await hub.octokit.graphql<{ repository: { pullRequest: unknown } }>(
    `query($owner: String!, $name: String!, $number: Int!) {
      repository(owner: $owner, name: $name) {
        pullRequest(number: $number) { state isDraft mergeStateStatus autoMergeRequest { mergeMethod } }
      }
    }`,
    { owner: REPO.owner, name: REPO.repo, number },
  );
  return repository.pullRequest;
}

test("merges as soon as the last required check passes, though an administrator could have", async () => {
  const { id, number, sha } = await open();
  await mutate("enablePullRequestAutoMerge", id);
  await hub.github.idle();
  expect(await read(number)).toEqual({
    state: "OPEN",
    isDraft: false,
    mergeStateStatus: "BLOCKED",
    autoMergeRequest: { mergeMethod: "MERGE" },
  });
  await pass(sha);
  expect(await read(number)).toMatchObject({ state: "MERGED", autoMergeRequest: null });
  expect(hub.events).toContain("pull_request.auto_merge_enabled");
});

test("a draft waits until it is ready", async () => {
  const { id, number, sha } = await open(true);
  await mutate("enablePullRequestAutoMerge", id);
  await pass(sha);
  expect(await read(number)).toMatchObject({ state: "OPEN", isDraft: true });
  await mutate("markPullRequestReadyForReview", id);
  await hub.github.idle();
  expect(await read(number)).toMatchObject({ state: "MERGED" });
});

test("switched off, nothing happens", async () => {
  const { id, number, sha } = await open();
  await mutate("enablePullRequestAutoMerge", id);
  await mutate("disablePullRequestAutoMerge", id);
  await pass(sha);
  expect(await read(number)).toMatchObject({ state: "OPEN", autoMergeRequest: null });
});

test("a merge that a workflow's token asked for starts no runs", async () => {
  const job = await hub.asJob("push", { contents: "write", pull_requests: "write" });
  const { id, sha } = await open();
  await mutate("enablePullRequestAutoMerge", id, job.octokit);
  const pushes: boolean[] = [];
  hub.github.world.eventListeners.add((event) => {
    if (event.name === "push") pushes.push(event.startsRuns);
  });
  await pass(sha);
  expect(pushes).toEqual([false]);
});

test("is refused where there is nothing to wait for, no rule, or no such setting", async () => {
  const { id, sha } = await open();
  const refusals: string[] = [];
  const enable = async (): Promise<void> => {
    await mutate("enablePullRequestAutoMerge", id).catch((error: unknown) => {
      refusals.push(String(error).split("\n - ").at(-1) ?? "");
    });
  };
  await pass(sha);
  await enable();
  hub.repository.protectedBranches.clear();
  await enable();
  hub.repository.settings.allowsAutoMerge = false;
  await enable();
  expect(refusals).toEqual([
    "Pull request Pull request is in clean status",
    "Pull request Protected branch rules not configured for this branch",
    "Pull request Auto merge is not allowed for this repository",
  ]);
});

test("a reader may neither switch it on nor turn a draft", async () => {
  const { id } = await open();
  const reader = hub.asUser("reader", "read");
  await expect(mutate("enablePullRequestAutoMerge", id, reader)).rejects.toThrow(
    "Resource not accessible",
  );
});
