import { afterEach, beforeEach, expect, test } from "vitest";
import { givenHub, type Hub, REPO } from "../given-hub.ts";

let hub: Hub;

beforeEach(async () => {
  hub = await givenHub();
});

afterEach(async () => {
  await hub.close();
});

async function openIssue(): Promise<number> {
  return (await hub.octokit.rest.issues.create({ ...REPO, title: "Broken" })).data.number;
}

async function openPull(): Promise<number> {
  await hub.commitTo("work", { a: "a" });
  const body = { ...REPO, title: "Work", head: "work", base: "main" };
  return (await hub.octokit.rest.pulls.create(body)).data.number;
}

async function comment(number: number, body: string, client = hub.octokit): Promise<number> {
  const made = await client.rest.issues.createComment({ ...REPO, issue_number: number, body });
  return made.data.id;
}

test("an issue is opened, changed, closed and told of", async () => {
  const number = await openIssue();
  const at = { ...REPO, issue_number: number };
  await hub.octokit.rest.issues.update({ ...at, title: "Very broken", labels: ["bug"] });
  const closed = await hub.octokit.rest.issues.update({ ...at, state: "closed" });
  const open = await hub.octokit.rest.issues.listForRepo(REPO);
  expect(closed.data).toMatchObject({
    title: "Very broken",
    state: "closed",
    state_reason: "completed",
    closed_by: { login: "octocat" },
  });
  expect(open.data).toEqual([]);
  expect(hub.events).toEqual(["issues.opened", "issues.edited", "issues.closed"]);
});

test("a comment is written, edited with what it was before, and deleted", async () => {
  const number = await openIssue();
  const id = await comment(number, "One.");
  const changes: unknown[] = [];
  hub.github.world.eventListeners.add((event) => changes.push(event.payload["changes"]));
  const edited = await hub.octokit.rest.issues.updateComment({
    ...REPO,
    comment_id: id,
    body: "Two.",
  });
  await hub.octokit.rest.issues.deleteComment({ ...REPO, comment_id: id });
  expect(edited.data).toMatchObject({ body: "Two.", author_association: "OWNER" });
  expect(changes).toEqual([{ body: { from: "One." } }, undefined]);
  const left = await hub.octokit.rest.issues.listComments({ ...REPO, issue_number: number });
  expect(left.data).toEqual([]);
});

test("comments come in pages", async () => {
  const number = await openIssue();
  for (const text of ["a", "b", "c", "d", "e"]) await comment(number, text);
  const all = await hub.octokit.paginate(hub.octokit.rest.issues.listComments, {
    ...REPO,
    issue_number: number,
    per_page: 2,
  });
  expect(all.map((it) => it.body).join("")).toBe("abcde");
});

test("65,536 characters are taken, one more is refused", async () => {
  const number = await openIssue();
  await expect(comment(number, "é".repeat(65_536))).resolves.toBeGreaterThan(0);
  await expect(comment(number, "x".repeat(65_537))).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining("Body is too long (maximum is 65536 characters)"),
  });
  await expect(comment(number, " ")).rejects.toMatchObject({ status: 422 });
  const body = "x".repeat(65_537);
  const long = hub.octokit.rest.issues.create({ ...REPO, title: "Long", body });
  await expect(long).rejects.toMatchObject({ status: 422 });
});

test("an App's comment is its bot's and says so; others may not change it without a role", async () => {
  const number = await openIssue();
  const app = await hub.asApp("helper", { issues: "write" });
  const id = await comment(number, "I am a bot.", app.octokit);
  const read = await hub.octokit.rest.issues.getComment({ ...REPO, comment_id: id });
  const edit = async (client: Hub["octokit"]): Promise<unknown> =>
    await client.rest.issues.updateComment({ ...REPO, comment_id: id, body: "No." });
  expect(read.data.user).toMatchObject({ login: "helper[bot]", type: "Bot" });
  expect(read.data.performed_via_github_app?.slug).toBe("helper");
  await expect(edit(hub.asUser("stranger"))).rejects.toMatchObject({ status: 403 });
  await expect(edit(hub.asUser("writer", "write"))).resolves.toMatchObject({ status: 200 });
});

test("pull requests take comments with either permission, issues with their own only", async () => {
  const [issue, pull] = [await openIssue(), await openPull()];
  const ofPulls = await hub.asApp("pulls", { pull_requests: "write" });
  const ofIssues = await hub.asApp("issues", { issues: "write" });
  const nothing = await hub.asApp("nothing", {});
  await expect(comment(pull, "Hi.", ofPulls.octokit)).resolves.toBeGreaterThan(0);
  await expect(comment(pull, "Hi.", ofIssues.octokit)).resolves.toBeGreaterThan(0);
  for (const [number, { octokit }] of [
    [issue, ofPulls],
    [issue, nothing],
    [pull, nothing],
  ] as const) {
    await expect(comment(number, "Hi.", octokit)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("Resource not accessible by integration"),
    });
  }
});

test("the token of a fork's pull request reads and writes nothing", async () => {
  const number = await openPull();
  const fork = await hub.github.fork(hub.repository, "friend");
  const asked = { issues: "write", pull_requests: "write" } as const;
  const { token, octokit } = await hub.asJob("pull_request", asked, fork);
  expect(token.permissions).toEqual({ metadata: "read", issues: "read", pull_requests: "read" });
  await expect(comment(number, "Hi.", octokit)).rejects.toMatchObject({ status: 403 });
});

test("a reaction stands once for each person and kind", async () => {
  const id = await comment(await openIssue(), "Hi.");
  const at = { ...REPO, comment_id: id };
  const react = async (content: "eyes" | "rocket"): Promise<number> =>
    (await hub.octokit.rest.reactions.createForIssueComment({ ...at, content })).status;
  expect([await react("eyes"), await react("eyes"), await react("rocket")]).toEqual([
    201, 200, 201,
  ]);
  const listed = await hub.octokit.rest.reactions.listForIssueComment({ ...at, content: "eyes" });
  const [eyes] = listed.data;
  await hub.octokit.rest.reactions.deleteForIssueComment({ ...at, reaction_id: eyes?.id ?? 0 });
  const read = await hub.octokit.rest.issues.getComment({ ...at });
  expect(read.data.reactions).toMatchObject({ total_count: 1, eyes: 0, rocket: 1 });
});

test("labels are made when they are used, and taken off", async () => {
  const number = await openPull();
  const at = { ...REPO, issue_number: number };
  await hub.octokit.rest.issues.addLabels({ ...at, labels: ["kind/bug", "later"] });
  await hub.octokit.rest.issues.removeLabel({ ...at, name: "later" });
  const pull = await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number });
  expect(pull.data.labels.map((label) => label.name)).toEqual(["kind/bug"]);
  expect(hub.events.slice(-3)).toEqual([
    "pull_request.labeled",
    "pull_request.labeled",
    "pull_request.unlabeled",
  ]);
});

test("statuses: the newest of each context counts, the worst of them is the state", async () => {
  const sha = await hub.headOf("main");
  const post = async (context: string, state: "success" | "pending" | "error"): Promise<void> => {
    await hub.octokit.rest.repos.createCommitStatus({ ...REPO, sha, context, state });
  };
  const state = async (): Promise<string> =>
    (await hub.octokit.rest.repos.getCombinedStatusForRef({ ...REPO, ref: "main" })).data.state;
  const states = [await state()];
  await post("a", "error");
  await post("b", "success");
  states.push(await state());
  await post("a", "success");
  states.push(await state());
  const all = await hub.octokit.rest.repos.listCommitStatusesForRef({ ...REPO, ref: sha });
  expect(states).toEqual(["pending", "failure", "success"]);
  expect(all.data.map((it) => it.context)).toEqual(["a", "b", "a"]);
});

test("a deployment has its statuses", async () => {
  const made = await hub.octokit.rest.repos.createDeployment({
    ...REPO,
    ref: "main",
    environment: "staging",
    required_contexts: [],
  });
  if (made.status !== 201) throw new Error("No deployment was made.");
  const at = { ...REPO, deployment_id: made.data.id };
  await hub.octokit.rest.repos.createDeploymentStatus({ ...at, state: "in_progress" });
  await hub.octokit.rest.repos.createDeploymentStatus({ ...at, state: "success" });
  const statuses = await hub.octokit.rest.repos.listDeploymentStatuses(at);
  const listed = await hub.octokit.rest.repos.listDeployments({ ...REPO, environment: "staging" });
  expect(statuses.data.map((it) => it.state)).toEqual(["success", "in_progress"]);
  expect(listed.data.map((it) => it.id)).toEqual([made.data.id]);
});
