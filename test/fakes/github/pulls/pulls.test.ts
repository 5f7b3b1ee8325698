import { afterEach, beforeEach, expect, test } from "vitest";
import { givenHub, type Hub, REPO } from "../given-hub.ts";
import { resolveOid, runGit } from "../run-git.ts";

let hub: Hub;

beforeEach(async () => {
  hub = await givenHub();
});

afterEach(async () => {
  await hub.close();
});

async function open(head = "work", base = "main"): Promise<number> {
  const pull = await hub.octokit.rest.pulls.create({ ...REPO, title: "Work", head, base });
  return pull.data.number;
}

async function get(number: number): Promise<Awaited<ReturnType<typeof request>>["data"]> {
  return (await request(number)).data;
}

async function request(number: number): ReturnType<Hub["octokit"]["rest"]["pulls"]["get"]> {
  return await hub.octokit.rest.pulls.get({ ...REPO, pull_number: number });
}

test("a pull request is counted together with the issues and has its size", async () => {
  await hub.octokit.rest.issues.create({ ...REPO, title: "First" });
  await hub.commitTo("work", { "a.txt": "one\ntwo\n", "README.md": "Bye.\n" });
  const number = await open();
  const pull = await get(number);
  expect(number).toBe(2);
  expect(pull).toMatchObject({
    commits: 1,
    changed_files: 2,
    additions: 3,
    deletions: 1,
    mergeable: true,
    mergeable_state: "clean",
    head: { ref: "work", label: "octocat:work" },
  });
});

test("whether it can be merged is not known yet in the answer that creates it", async () => {
  await hub.commitTo("work", { "a.txt": "a" });
  const made = await hub.octokit.rest.pulls.create({
    ...REPO,
    title: "Work",
    head: "work",
    base: "main",
  });
  expect(made.data.mergeable).toBeNull();
});

test("its files and commits are those of the head since it left the base", async () => {
  const sha = await hub.commitTo("work", { "a.txt": "a\n" });
  const number = await open();
  await hub.commitTo("main", { "other.txt": "o\n" });
  const files = await hub.octokit.rest.pulls.listFiles({ ...REPO, pull_number: number });
  const commits = await hub.octokit.rest.pulls.listCommits({ ...REPO, pull_number: number });
  expect(files.data.map((it) => [it.filename, it.status, it.patch])).toEqual([
    ["a.txt", "added", "@@ -0,0 +1 @@\n+a"],
  ]);
  expect(commits.data.map((it) => it.sha)).toEqual([sha]);
});

test("it is read as a diff and as a patch", async () => {
  await hub.commitTo("work", { "a.txt": "a\n" });
  const number = await open();
  const read = async (format: "diff" | "patch"): Promise<unknown> => {
    const asked = { ...REPO, pull_number: number, mediaType: { format } };
    return (await hub.octokit.rest.pulls.get(asked)).data;
  };
  expect(await read("diff")).toContain("+++ b/a.txt\n@@ -0,0 +1 @@\n+a\n");
  expect(await read("patch")).toContain("Subject: [PATCH] Change a.txt\n");
});

test("its head follows the branch, and its refs are fetchable", async () => {
  await hub.commitTo("work", { "a.txt": "a" });
  const number = await open();
  const sha = await hub.commitTo("work", { "a.txt": "b" });
  const pull = await get(number);
  const merge = await resolveOid(hub.repository, `refs/pull/${number}/merge`);
  expect(pull.head.sha).toBe(sha);
  expect(await resolveOid(hub.repository, `refs/pull/${number}/head`)).toBe(sha);
  expect(pull.merge_commit_sha).toBe(merge);
  expect(await runGit(hub.repository, ["show", `${merge}:a.txt`])).toBe("b");
  expect(hub.events).toContain("pull_request.synchronize");
});

test("a moved base makes mergeability unknown until somebody has asked", async () => {
  await hub.commitTo("work", { "README.md": "Work.\n" });
  const number = await open();
  await hub.commitTo("main", { "README.md": "Main.\n" });
  const first = await get(number);
  await hub.github.idle();
  const second = await get(number);
  expect([first.mergeable, first.mergeable_state]).toEqual([null, "unknown"]);
  expect([second.mergeable, second.mergeable_state]).toEqual([false, "dirty"]);
});

test("a pushed merge marks it as merged, a deleted branch closes it", async () => {
  const sha = await hub.commitTo("work", { "a.txt": "a" });
  await hub.commitTo("gone", { "b.txt": "b" });
  const [merged, closed] = [await open("work"), await open("gone")];
  await hub.octokit.rest.git.updateRef({ ...REPO, ref: "heads/main", sha });
  await hub.octokit.rest.git.deleteRef({ ...REPO, ref: "heads/gone" });
  expect(await get(merged)).toMatchObject({ state: "closed", merged: true });
  expect(await get(closed)).toMatchObject({ state: "closed", merged: false });
});

test("a fork's branch comes in, with its commits", async () => {
  const fork = await hub.github.fork(hub.repository, "friend");
  await runGit(fork, ["update-ref", "refs/heads/idea", await hub.headOf("main")]);
  const tree = await runGit(fork, ["rev-parse", "refs/heads/main^{tree}"]);
  const identity = { NAME: "Friend", EMAIL: "friend@example.invalid" };
  const environment = {
    GIT_AUTHOR_NAME: identity.NAME,
    GIT_AUTHOR_EMAIL: identity.EMAIL,
    GIT_COMMITTER_NAME: identity.NAME,
    GIT_COMMITTER_EMAIL: identity.EMAIL,
  };
  const parent = await hub.headOf("main");
  const args = ["commit-tree", tree, "-p", parent, "-m", "Idea"];
  const sha = await runGit(fork, args, { environment });
  await runGit(fork, ["update-ref", "refs/heads/idea", sha]);
  const friend = hub.asUser("friend");
  const pull = await friend.rest.pulls.create({
    ...REPO,
    title: "Idea",
    head: "friend:idea",
    base: "main",
  });
  expect(pull.data.head.repo.full_name).toBe("friend/hello-world");
  expect(pull.data.author_association).toBe("NONE");
  expect(await resolveOid(hub.repository, `refs/pull/${pull.data.number}/head`)).toBe(sha);
});

test("a closed one can be opened again, a merged one cannot", async () => {
  await hub.commitTo("work", { "a.txt": "a" });
  const number = await open();
  const set = async (state: "open" | "closed"): Promise<unknown> =>
    await hub.octokit.rest.pulls.update({ ...REPO, pull_number: number, state });
  await set("closed");
  await set("open");
  expect((await get(number)).state).toBe("open");
  await hub.octokit.rest.pulls.merge({ ...REPO, pull_number: number });
  await expect(set("open")).rejects.toMatchObject({ status: 422 });
});

test("lists by state, head and base", async () => {
  await hub.commitTo("one", { "a.txt": "a" });
  await hub.commitTo("two", { "b.txt": "b" });
  const [one, two] = [await open("one"), await open("two")];
  await hub.octokit.rest.pulls.update({ ...REPO, pull_number: one, state: "closed" });
  const numbers = async (query: object): Promise<readonly number[]> => {
    const pulls = await hub.octokit.rest.pulls.list({ ...REPO, ...query });
    return pulls.data.map((pull) => pull.number);
  };
  expect(await numbers({})).toEqual([two]);
  expect(await numbers({ state: "all" })).toEqual([two, one]);
  expect(await numbers({ state: "all", head: "octocat:one" })).toEqual([one]);
  expect(await numbers({ base: "other" })).toEqual([]);
});

test.each([
  [
    "a second one of the same branch",
    "work",
    "main",
    "A pull request already exists for octocat:work.",
  ],
  ["one without commits", "empty", "main", "No commits between main and empty"],
])("refuses %s", async (_name, head, base, message) => {
  await hub.commitTo("work", { "a.txt": "a" });
  await open("work");
  const sha = await hub.headOf("main");
  await hub.octokit.rest.git.createRef({ ...REPO, ref: "refs/heads/empty", sha });
  await expect(open(head, base)).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [expect.objectContaining({ code: "custom", message })] } },
  });
});

test.each([
  ["head", "nowhere", "main"],
  ["base", "work", "nowhere"],
])("refuses a %s that is not there", async (field, head, base) => {
  await hub.commitTo("work", { "a.txt": "a" });
  await expect(open(head, base)).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [expect.objectContaining({ code: "invalid", field })] } },
  });
});

test("refuses a draft where the repository has none", async () => {
  hub.repository.settings.allowsDrafts = false;
  await hub.commitTo("work", { "a.txt": "a" });
  const draft = hub.octokit.rest.pulls.create({
    ...REPO,
    title: "Work",
    head: "work",
    base: "main",
    draft: true,
  });
  await expect(draft).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining("Draft pull requests are not supported in this repository."),
  });
});

test("refuses a workflow's own token until the repository's setting allows it", async () => {
  await hub.commitTo("work", { "a.txt": "a" });
  const job = await hub.asJob("push", { pull_requests: "write", contents: "write" });
  const create = async (): Promise<number> => {
    const body = { ...REPO, title: "Work", head: "work", base: "main" };
    return (await job.octokit.rest.pulls.create(body)).status;
  };
  await expect(create()).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining(
      "GitHub Actions is not permitted to create or approve pull requests.",
    ),
  });
  await hub.octokit.rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
    ...REPO,
    can_approve_pull_request_reviews: true,
  });
  expect(await create()).toBe(201);
});
