import { afterEach, beforeEach, expect, test } from "vitest";
import { givenHub, type Hub, REPO } from "../given-hub.ts";
import type { BranchProtection, RequiredCheck } from "../model.ts";
import { runGit } from "../run-git.ts";

let hub: Hub;

beforeEach(async () => {
  hub = await givenHub();
});

afterEach(async () => {
  await hub.close();
});

type Method = "merge" | "squash" | "rebase";

async function open(head = "work"): Promise<number> {
  const body = { ...REPO, title: "The work", head, base: "main" };
  return (await hub.octokit.rest.pulls.create(body)).data.number;
}

async function merge(number: number, method: Method = "merge", sha?: string): Promise<string> {
  const merged = await hub.octokit.rest.pulls.merge({
    ...REPO,
    pull_number: number,
    merge_method: method,
    ...(sha === undefined ? {} : { sha }),
  });
  return merged.data.sha;
}

function protect(rules: Partial<BranchProtection>): void {
  hub.repository.protectedBranches.set("main", {
    requiredChecks: [],
    isStrict: false,
    requiredReviews: 0,
    isPullRequestRequired: true,
    allowsForcePushes: false,
    allowsDeletions: false,
    isEnforcedForAdmins: true,
    ...rules,
  });
}

async function log(format: string): Promise<readonly string[]> {
  const range = `${await runGit(hub.repository, ["rev-list", "--max-parents=0", "main"])}..main`;
  const listed = await runGit(hub.repository, ["log", "--topo-order", `--format=${format}`, range]);
  return listed.split("\n");
}

async function state(number: number): Promise<string> {
  const pull = await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number });
  return pull.data.mergeable_state;
}

test.each([
  ["merge", ["Merge pull request #1 from octocat/work", "Change b", "Change a", "Change other"]],
  ["squash", ["The work (#1)", "Change other"]],
  ["rebase", ["Change b", "Change a", "Change other"]],
] satisfies [Method, string[]][])("%s makes real commits", async (method, subjects) => {
  await hub.commitTo("work", { a: "a" });
  await hub.commitTo("work", { b: "b" });
  await hub.commitTo("main", { other: "o" });
  const sha = await merge(await open(), method);
  expect(await hub.headOf("main")).toBe(sha);
  expect((await log("%s")).toSorted()).toEqual(subjects.toSorted());
  const files = await runGit(hub.repository, ["ls-tree", "--name-only", "main"]);
  expect(files.split("\n")).toEqual([".github", "README.md", "a", "b", "other"]);
});

test("a merge is told as a push, a closed pull request and its own answer", async () => {
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  const sha = await merge(number);
  const pull = await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number });
  const check = await hub.octokit.rest.pulls.checkIfMerged({ ...REPO, pull_number: number });
  expect(pull.data).toMatchObject({ merged: true, state: "closed", merge_commit_sha: sha });
  expect(pull.data.merged_by?.login).toBe("octocat");
  expect(check.status).toBe(204);
  expect(hub.events.slice(-2)).toEqual(["push", "pull_request.closed"]);
});

test("two that conflict: the first is merged, the second is refused and stays open", async () => {
  await hub.commitTo("one", { "README.md": "One.\n" });
  await hub.commitTo("two", { "README.md": "Two.\n" });
  const [one, two] = [await open("one"), await open("two")];
  const results = await Promise.allSettled([merge(one), merge(two)]);
  const refused = results.filter((it) => it.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ status: 405 });
  const states = hub.repository.issues.map((issue) => issue.state).toSorted();
  expect(states).toEqual(["closed", "open"]);
});

test("the head branch goes where the repository says so", async () => {
  hub.repository.settings.deletesBranchOnMerge = true;
  await hub.commitTo("work", { a: "a" });
  await merge(await open());
  expect(await hub.headOf("work")).toBe("");
  expect(hub.events).toContain("delete");
});

test.each([
  ["a head that has moved", {}, "0".repeat(40), 409, "Head branch was modified"],
  ["a method that is switched off", { allowsMergeCommit: false }, undefined, 405, "not allowed"],
])("refuses %s", async (_name, settings, sha, status, message) => {
  Object.assign(hub.repository.settings, settings);
  await hub.commitTo("work", { a: "a" });
  await expect(merge(await open(), "merge", sha)).rejects.toMatchObject({
    status,
    message: expect.stringContaining(message),
  });
});

test("refuses a merged one and a draft", async () => {
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  await merge(number);
  await expect(merge(number)).rejects.toMatchObject({ status: 405 });
  await hub.commitTo("more", { b: "b" });
  const draft = await hub.octokit.rest.pulls.create({
    ...REPO,
    title: "Draft",
    head: "more",
    base: "main",
    draft: true,
  });
  await expect(merge(draft.data.number)).rejects.toMatchObject({
    status: 405,
    message: expect.stringContaining("draft"),
  });
});

test("refuses an App without `workflows` when a workflow file changes", async () => {
  const app = await hub.asApp("merger", { contents: "write", pull_requests: "write" });
  await hub.commitTo("work", { ".github/workflows/ci.yml": "on: push\njobs: {}\n" });
  const number = await open();
  const byApp = app.octokit.rest.pulls.merge({ ...REPO, pull_number: number });
  await expect(byApp).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining("without `workflows` permission"),
  });
  await expect(merge(number)).resolves.toMatch(/^[0-9a-f]{40}$/);
});

async function postStatus(number: number, value: "success" | "failure" | "pending"): Promise<void> {
  const pull = await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number });
  const { sha } = pull.data.head;
  await hub.octokit.rest.repos.createCommitStatus({ ...REPO, sha, state: value, context: "gate" });
}

async function postCheck(
  client: Hub["octokit"],
  number: number,
  conclusion?: "success" | "neutral" | "skipped" | "failure" | "cancelled",
): Promise<void> {
  const pull = await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number });
  await client.rest.checks.create({
    ...REPO,
    name: "gate",
    head_sha: pull.data.head.sha,
    ...(conclusion === undefined ? { status: "in_progress" } : { conclusion }),
  });
}

const GATE: readonly RequiredCheck[] = [{ context: "gate" }];

test("a required check is expected, then in progress, then failing, then passing", async () => {
  protect({ requiredChecks: GATE });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  const sentences: string[] = [];
  for (const value of [undefined, "pending", "failure", "success"] as const) {
    if (value !== undefined) await postStatus(number, value);
    const said = await merge(number).then(
      () => "merged",
      (error: unknown) =>
        String(error)
          .replace(/^.*?: /, "")
          .replace(/ - .*$/, ""),
    );
    sentences.push(said);
  }
  expect(sentences).toEqual([
    'Required status check "gate" is expected.',
    'Required status check "gate" is in progress.',
    'Required status check "gate" is failing.',
    "merged",
  ]);
});

test.each([
  ["success", "clean"],
  ["neutral", "clean"],
  ["skipped", "clean"],
  ["failure", "blocked"],
  ["cancelled", "blocked"],
  [undefined, "blocked"],
] as const)("a check-run that is %s leaves the pull request %s", async (conclusion, expected) => {
  protect({ requiredChecks: GATE });
  const app = await hub.asApp("gatekeeper", { checks: "write" });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  await postCheck(app.octokit, number, conclusion);
  expect(await state(number)).toBe(expected);
});

test("a check-run and a status of the same name are both required", async () => {
  protect({ requiredChecks: GATE });
  const app = await hub.asApp("gatekeeper", { checks: "write" });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  await postCheck(app.octokit, number, "success");
  await postStatus(number, "pending");
  expect(await state(number)).toBe("blocked");
});

test("a check that is pinned to an App is satisfied by that App only", async () => {
  const wanted = await hub.asApp("wanted", { checks: "write" });
  const other = await hub.asApp("other", { checks: "write" });
  protect({ requiredChecks: [{ context: "gate", appId: wanted.app.id }] });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  await postCheck(other.octokit, number, "success");
  await postStatus(number, "success");
  expect(await state(number)).toBe("blocked");
  await postCheck(wanted.octokit, number, "success");
  expect(await state(number)).toBe("clean");
});

test.each([
  ["workflow_dispatch", "blocked"],
  ["push", "clean"],
])("a check-run made in a %s run leaves the pull request %s", async (event, expected) => {
  protect({ requiredChecks: GATE });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  const job = await hub.asJob(event, { checks: "write" });
  await postCheck(job.octokit, number, "success");
  expect(await state(number)).toBe(expected);
});

test("a status made in a dispatched run counts", async () => {
  protect({ requiredChecks: GATE });
  const sha = await hub.commitTo("work", { a: "a" });
  const number = await open();
  const job = await hub.asJob("workflow_dispatch", { statuses: "write" });
  await job.octokit.rest.repos.createCommitStatus({
    ...REPO,
    sha,
    state: "success",
    context: "gate",
  });
  expect(await state(number)).toBe("clean");
});

test("required reviews count those who may write, and the last word of each", async () => {
  protect({ requiredReviews: 1 });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  const review = async (login: string, role: "read" | "write", event: string): Promise<void> => {
    await hub.asUser(login, role).request("POST /repos/{owner}/{repo}/pulls/{number}/reviews", {
      ...REPO,
      number,
      event,
      body: "Words.",
    });
  };
  await review("reader", "read", "APPROVE");
  const afterReader = await state(number);
  await review("writer", "write", "REQUEST_CHANGES");
  const afterRequest = await state(number);
  await review("writer", "write", "APPROVE");
  expect([afterReader, afterRequest, await state(number)]).toEqual(["blocked", "blocked", "clean"]);
});

test("nobody approves their own, and a workflow's token approves nothing", async () => {
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  const approve = async (client: Hub["octokit"]): Promise<unknown> =>
    await client.rest.pulls.createReview({ ...REPO, pull_number: number, event: "APPROVE" });
  await expect(approve(hub.octokit)).rejects.toMatchObject({ status: 422 });
  const job = await hub.asJob("push", { pull_requests: "write" });
  await expect(approve(job.octokit)).rejects.toMatchObject({ status: 422 });
});

test("strict rules want the base in the head; updating the branch brings it", async () => {
  protect({ isStrict: true, isEnforcedForAdmins: false, isPullRequestRequired: false });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  await hub.commitTo("main", { b: "b" });
  await state(number);
  await hub.github.idle();
  expect(await state(number)).toBe("behind");
  await hub.octokit.rest.pulls.updateBranch({ ...REPO, pull_number: number });
  expect(await state(number)).toBe("clean");
});

test("a ruleset holds like protection, and not for the App that may bypass it", async () => {
  const free = await hub.asApp("free", { contents: "write", pull_requests: "write" });
  hub.repository.rulesets.push({
    id: 1,
    name: "gate",
    target: "branch",
    include: ["~DEFAULT_BRANCH"],
    exclude: [],
    rules: [{ type: "required_status_checks", checks: GATE }],
    bypassAppIds: [free.app.id],
    enforcement: "active",
  });
  await hub.commitTo("work", { a: "a" });
  const number = await open();
  await expect(merge(number)).rejects.toMatchObject({ status: 405 });
  const merged = await free.octokit.rest.pulls.merge({ ...REPO, pull_number: number });
  expect(merged.data.merged).toBe(true);
});
