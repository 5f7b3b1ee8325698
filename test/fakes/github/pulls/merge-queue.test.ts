import { afterEach, beforeEach, expect, test } from "vitest";
import { givenHub, type Hub, REPO } from "../given-hub.ts";

let hub: Hub;

beforeEach(async () => {
  hub = await givenHub();
  hub.repository.rulesets.push({
    id: 1,
    name: "queue",
    target: "branch",
    include: ["~DEFAULT_BRANCH"],
    exclude: [],
    rules: [
      { type: "merge_queue", method: "squash" },
      { type: "required_status_checks", checks: [{ context: "gate" }] },
    ],
    bypassAppIds: [],
    enforcement: "active",
  });
});

afterEach(async () => {
  await hub.close();
});

interface Opened {
  readonly number: number;
  readonly id: string;
}

/** A pull request whose own head has passed. */
async function openPassing(head: string): Promise<Opened> {
  await report(await hub.commitTo(head, { [head]: head }), "success");
  const body = { ...REPO, title: head, head, base: "main" };
  const { data } = await hub.octokit.rest.pulls.create(body);
  return { number: data.number, id: data.node_id };
}

async function report(sha: string, state: "success" | "failure"): Promise<void> {
  await hub.octokit.rest.repos.createCommitStatus({ ...REPO, sha, state, context: "gate" });
  await hub.github.idle();
}

async function enqueue({ id }: Opened): Promise<void> {
  await hub.octokit.graphql(
    "mutation($id: ID!) { enqueuePullRequest(input: {pullRequestId: $id}) { clientMutationId } }",
    { id },
  );
}

/** The heads of the merge groups that are checked now. */
async function groups(): Promise<readonly { ref: string; sha: string }[]> {
  const listed = await hub.octokit.rest.git.listMatchingRefs({
    ...REPO,
    ref: "heads/gh-readonly-queue/",
  });
  return listed.data.map((it) => ({ ref: it.ref, sha: it.object.sha }));
}

async function isMerged({ number }: Opened): Promise<boolean> {
  return (await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number })).data.merged;
}

test("a pull request is merged when its group has passed, and not before or by hand", async () => {
  const pull = await openPassing("one");
  await expect(
    hub.octokit.rest.pulls.merge({ ...REPO, pull_number: pull.number }),
  ).rejects.toMatchObject({ status: 405, message: expect.stringContaining("merge queue") });
  await enqueue(pull);
  const [group] = await groups();
  expect(group?.ref).toContain("refs/heads/gh-readonly-queue/main/pr-1-");
  expect(await isMerged(pull)).toBe(false);
  await report(group?.sha ?? "", "success");
  expect(await isMerged(pull)).toBe(true);
  expect(await hub.headOf("main")).toBe(group?.sha);
  expect(await groups()).toEqual([]);
  expect(hub.events.filter((it) => it.startsWith("merge_group"))).toEqual([
    "merge_group.checks_requested",
    "merge_group.destroyed",
  ]);
});

test("the second waits for the first, and is checked on top of it", async () => {
  const [one, two] = [await openPassing("one"), await openPassing("two")];
  await enqueue(one);
  await enqueue(two);
  const [first, ...others] = await groups();
  expect(others).toEqual([]);
  await report(first?.sha ?? "", "success");
  const [second] = await groups();
  await report(second?.sha ?? "", "success");
  expect([await isMerged(one), await isMerged(two)]).toEqual([true, true]);
  expect(await hub.headOf("main")).toBe(second?.sha);
});

test("a group that fails, or a head that moves, leaves the queue", async () => {
  const reasons: unknown[] = [];
  hub.github.world.eventListeners.add(({ action, payload }) => {
    if (action === "destroyed") reasons.push(payload["reason"]);
  });
  const [one, two] = [await openPassing("one"), await openPassing("two")];
  await enqueue(one);
  const [failing] = await groups();
  await report(failing?.sha ?? "", "failure");
  await enqueue(two);
  await hub.commitTo("two", { more: "m" });
  await hub.github.idle();
  expect([await isMerged(one), await isMerged(two), await groups()]).toEqual([false, false, []]);
  expect(reasons).toEqual(["invalidated", "dequeued"]);
});

test("auto-merge goes through the queue", async () => {
  hub.repository.settings.allowsAutoMerge = true;
  const sha = await hub.commitTo("one", { one: "1" });
  const body = { ...REPO, title: "One", head: "one", base: "main" };
  const { data } = await hub.octokit.rest.pulls.create(body);
  await hub.octokit.graphql(
    "mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id}) { clientMutationId } }",
    { id: data.node_id },
  );
  await report(sha, "success");
  const [group] = await groups();
  await report(group?.sha ?? "", "success");
  expect(await isMerged({ number: data.number, id: data.node_id })).toBe(true);
});
