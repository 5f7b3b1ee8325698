import nock from "nock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGitHubClient } from "../../src/adapters/github-client.ts";
import { createGitHubPullRequests } from "../../src/adapters/github-pull-requests.ts";
import type { PullRequest, PullRequests } from "../../src/ports/pull-requests.ts";
import { commitFile, type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

const PLACE = { owner: "team", repo: "project" };

describe("by a local GitHub", () => {
  let it: GitHubUnderTest;
  let pulls: PullRequests;
  let count = 0;

  beforeAll(async () => {
    it = await githubUnderTest({ "old.txt": "old\n".repeat(20), "gone.txt": "gone\n" });
  });
  afterAll(async () => await it.close());
  beforeEach(() => {
    pulls = createGitHubPullRequests(it.repository);
    it.model.protectedBranches.clear();
    it.model.settings.allowsDrafts = true;
    it.model.settings.allowsAutoMerge = false;
  });

  async function branchWithCommit(): Promise<string> {
    count += 1;
    const branch = `work/${count}`;
    await it.commit(branch, `file-${count}.txt`, `${count}\n`);
    return branch;
  }

  async function opened(isDraft = false): Promise<PullRequest> {
    const number = await it.open(await branchWithCommit(), isDraft);
    const pull = await pulls.get(number);
    if (pull === undefined) throw new Error("it was just opened");
    return pull;
  }

  async function review(login: string, pull: PullRequest, event: ReviewEvent): Promise<number> {
    const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews";
    const given = { ...PLACE, pull_number: pull.number, event, body: "see" };
    return Number((await it.as(login).request(route, given)).data.id);
  }

  async function merge(pull: PullRequest): Promise<void> {
    const route = "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge";
    await it.as("mary").request(route, { ...PLACE, pull_number: pull.number });
  }

  test("get() has all that matters of one", async () => {
    const branch = await branchWithCommit();
    const number = await it.open(branch, true);
    expect(await pulls.get(number)).toEqual({
      number,
      nodeId: expect.any(String),
      title: `Change ${branch}`,
      url: `${it.github.url}/team/project/pull/${number}`,
      state: "open",
      isDraft: true,
      isFork: false,
      headBranch: branch,
      headSha: await it.head(`heads/${branch}`),
      baseBranch: "main",
      author: { id: it.github.addUser("alice").id, login: "alice", isBot: false },
    });
    expect(await pulls.get(9_999)).toBeUndefined();
  });

  test("get() and findByBranch() know who merged it, and as which commit", async () => {
    const pull = await opened();
    await merge(pull);
    const merged = await pulls.get(pull.number);
    expect(merged).toMatchObject({
      state: "merged",
      mergedBy: { login: "mary" },
      mergeCommit: await it.head("heads/main"),
    });
    expect(await pulls.findByBranch(pull.headBranch)).toEqual(merged);
    expect(await pulls.mergedWith(merged?.mergeCommit ?? "")).toEqual([merged]);
    expect(await pulls.mergedWith((await opened()).headSha)).toEqual([]);
  });

  test("get() marks what comes from a fork, and findByBranch() leaves it out", async () => {
    const fork = await it.github.fork(it.model, "stranger");
    const octokit = it.as("stranger");
    const theirs = { owner: "stranger", repo: fork.name };
    await commitFile(octokit, theirs, { branch: "theirs", path: "theirs.txt", text: "x" });
    const { data } = await octokit.request("POST /repos/{owner}/{repo}/pulls", {
      ...PLACE,
      head: "stranger:theirs",
      base: "main",
      title: "From afar",
    });
    expect(await pulls.get(data.number)).toMatchObject({ isFork: true, headBranch: "theirs" });
    expect(await pulls.findByBranch("theirs")).toBeUndefined();
  });

  test("findByBranch() finds the newest, open or not", async () => {
    const pull = await opened();
    expect(await pulls.findByBranch(pull.headBranch)).toEqual(pull);
    const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
    const given = { ...PLACE, pull_number: pull.number, state: "closed" } as const;
    await it.as("alice").request(route, given);
    expect(await pulls.findByBranch(pull.headBranch)).toMatchObject({ state: "closed" });
    it.clock.nowMs += 1_000;
    const number = await it.open(pull.headBranch);
    expect(await pulls.findByBranch(pull.headBranch)).toMatchObject({ number, state: "open" });
    expect(await pulls.findByBranch("never/was")).toBeUndefined();
  });

  test("listOpen() has the newest first, and no more than it should", async () => {
    const numbers: number[] = [];
    for (const _ of [1, 2, 3]) {
      it.clock.nowMs += 1_000;
      numbers.unshift((await opened()).number);
    }
    expect((await pulls.listOpen(2)).map(({ number }) => number)).toEqual(numbers.slice(0, 2));
    expect((await pulls.listOpen(200)).map(({ number }) => number).slice(0, 3)).toEqual(numbers);
  });

  test("changedFiles() says what happens to each path", async () => {
    const branch = await branchWithCommit();
    await it.commit(branch, "old.txt", "new\n");
    const number = await it.open(branch);
    const files = await pulls.changedFiles(number);
    expect(files.toSorted((one, other) => (one.path < other.path ? -1 : 1))).toEqual([
      { path: `file-${count}.txt`, change: "added" },
      { path: "old.txt", change: "modified" },
    ]);
  });

  test("approvals() are the newest word of people", async () => {
    const pull = await opened();
    await review("walt", pull, "APPROVE");
    await review("walt", pull, "COMMENT");
    await review("mary", pull, "APPROVE");
    await review("mary", pull, "REQUEST_CHANGES");
    const approvals = await pulls.approvals(pull.number);
    expect(approvals).toEqual([
      {
        account: { id: it.github.addUser("walt").id, login: "walt", isBot: false },
        commit: pull.headSha,
      },
    ]);
  });

  test("open() opens a draft, and finds it the next time", async () => {
    const branch = await branchWithCommit();
    const request = { branch, base: "main", title: "kazi: goal", body: "All of it." };
    const first = await pulls.open(request);
    expect(first).toMatchObject({
      kind: "done",
      pull: { isDraft: true, headBranch: branch, author: { login: "kazi[bot]", isBot: true } },
    });
    expect(await pulls.open(request)).toEqual(first);
  });

  test("open() does without a draft where there are none", async () => {
    it.model.settings.allowsDrafts = false;
    const branch = await branchWithCommit();
    const request = { branch, base: "main", title: "kazi: goal", body: "" };
    expect(await pulls.open(request)).toMatchObject({ kind: "done", pull: { isDraft: false } });
  });

  test("open() says why there is none", async () => {
    const request = { branch: "main", base: "main", title: "x", body: "" };
    expect(await pulls.open(request)).toEqual({
      kind: "refused",
      reason: expect.stringMatching(/main to main could not be opened.*No commits between/),
    });
    const token = it.workflowToken({ contents: "write", pull_requests: "write" });
    const byWorkflow = createGitHubPullRequests(await it.asToken(token));
    const branch = await branchWithCommit();
    expect(await byWorkflow.open({ ...request, branch })).toEqual({
      kind: "refused",
      reason: expect.stringContaining('allow "GitHub Actions to create and approve pull requests"'),
    });
    const reader = createGitHubPullRequests(
      await it.asToken(it.installationToken({ pull_requests: "read" })),
    );
    expect(await reader.open({ ...request, branch })).toEqual({
      kind: "refused",
      reason: expect.stringContaining("pull_requests: write"),
    });
  });

  test("markReady() ends a draft, and leaves others alone", async () => {
    const draft = await opened(true);
    expect(await pulls.markReady(draft)).toMatchObject({ kind: "done", pull: { isDraft: false } });
    expect(await pulls.get(draft.number)).toMatchObject({ isDraft: false });
    expect(await pulls.markReady(draft)).toMatchObject({ kind: "done", pull: { isDraft: false } });
  });

  test("mergeWhenReady() merges at once where nothing is left to wait for", async () => {
    const pull = await opened();
    expect(await pulls.mergeWhenReady(pull)).toMatchObject({
      kind: "done",
      pull: { state: "merged" },
    });
    expect(await pulls.mergeWhenReady(pull)).toMatchObject({ pull: { state: "merged" } });
  });

  test("mergeWhenReady() leaves the wait to GitHub", async () => {
    it.model.settings.allowsAutoMerge = true;
    protectMain();
    const pull = await opened();
    expect(await pulls.mergeWhenReady(pull)).toMatchObject({
      kind: "done",
      pull: { state: "open" },
    });
    await it.as("walt").request("POST /repos/{owner}/{repo}/statuses/{sha}", {
      ...PLACE,
      sha: pull.headSha,
      state: "success",
      context: "kazi",
    });
    await it.github.idle();
    expect(await pulls.get(pull.number)).toMatchObject({ state: "merged" });
  });

  test("mergeWhenReady() says why it cannot", async () => {
    protectMain();
    const pull = await opened();
    expect(await pulls.mergeWhenReady(pull)).toEqual({
      kind: "refused",
      reason: expect.stringMatching(/allow auto-merge.*Auto merge is not allowed/),
    });
    expect(await pulls.get(pull.number)).toMatchObject({ state: "open" });
  });

  test("mergeWhenReady() never merges another head than it was told", async () => {
    const pull = await opened();
    await it.commit(pull.headBranch, "more.txt", "unseen\n");
    expect(await pulls.mergeWhenReady(pull)).toMatchObject({ kind: "refused" });
    expect(await pulls.get(pull.number)).toMatchObject({ state: "open" });
  });

  function protectMain(): void {
    it.model.protectedBranches.set("main", {
      requiredChecks: [{ context: "kazi" }],
      isStrict: false,
      isEnforcedForAdmins: false,
      requiredReviews: 0,
      isPullRequestRequired: false,
      allowsForcePushes: false,
      allowsDeletions: false,
    });
  }
});

type ReviewEvent = "APPROVE" | "COMMENT" | "REQUEST_CHANGES";

describe("by a played GitHub", () => {
  const api = "https://api.github.com";
  const client = createGitHubClient({ apiUrl: api, token: "t", pause: () => Promise.resolve() });
  const repository = { client, id: 1, nodeId: "R", owner: "o", name: "r", defaultBranch: "main" };
  const pulls = createGitHubPullRequests(repository);
  const ANSWER = {
    number: 3,
    node_id: "PR",
    title: "t",
    html_url: "u",
    state: "open",
    head: { ref: "b", sha: "s", repo: null },
    base: { ref: "main", repo: { id: 1 } },
    user: null,
    merged_at: null,
    merge_commit_sha: "tried",
  };
  beforeAll(() => nock.disableNetConnect());
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  test("get() takes a head whose repository is gone for a fork, and its author for a ghost", async () => {
    nock(api).get("/repos/o/r/pulls/3").reply(200, ANSWER);
    const pull = await pulls.get(3);
    expect(pull).toMatchObject({ isFork: true, author: { id: 0, login: "ghost" } });
    expect(pull?.mergeCommit).toBeUndefined();
  });

  test("open() looks for what it may have opened when no answer came", async () => {
    const ours = { ...ANSWER, head: { ...ANSWER.head, repo: { id: 1 } } };
    const query = { state: "open", base: "main", head: "o:b", sort: "created", direction: "desc" };
    nock(api)
      .post("/repos/o/r/pulls")
      .twice()
      .reply(502, "")
      .get("/repos/o/r/pulls")
      .query({ ...query, per_page: 100, page: 1 })
      .reply(200, [ANSWER, ours])
      .get("/repos/o/r/pulls")
      .query({ ...query, per_page: 100, page: 1 })
      .reply(200, []);
    const request = { branch: "b", base: "main", title: "t", body: "" };
    expect(await pulls.open(request)).toMatchObject({ kind: "done", pull: { number: 3 } });
    await expect(pulls.open(request)).rejects.toMatchObject({ code: "github-unavailable" });
  });

  test("changedFiles() stops at 3,000", async () => {
    const page = (from: number): unknown =>
      Array.from({ length: 100 }, (_, index) => ({
        filename: `f${from + index}`,
        status: "added",
      }));
    for (let number = 1; number <= 30; number += 1) {
      nock(api)
        .get(`/repos/o/r/pulls/3/files?per_page=100&page=${number}`)
        .reply(200, page(number * 100), { link: `<${api}/x?page=${number + 1}>; rel="next"` });
    }
    expect(await pulls.changedFiles(3)).toHaveLength(3_000);
  });

  test.each([
    ["renamed", [{ path: "f", change: "renamed", previousPath: "g" }]],
    ["copied", [{ path: "f", change: "added" }]],
    ["changed", [{ path: "f", change: "modified" }]],
    ["removed", [{ path: "f", change: "removed" }]],
    ["unchanged", []],
  ])("changedFiles() knows %s", async (status, files) => {
    nock(api)
      .get("/repos/o/r/pulls/3/files?per_page=100&page=1")
      .reply(200, [{ filename: "f", status, previous_filename: "g" }]);
    expect(await pulls.changedFiles(3)).toEqual(files);
  });

  test("approvals() leave out bots, ghosts and dismissed ones", async () => {
    const by = (id: number, login: string, state: string): unknown => ({
      user: { id, login, type: login.endsWith("[bot]") ? "Bot" : "User" },
      state,
      commit_id: "s",
    });
    nock(api)
      .get("/repos/o/r/pulls/3/reviews?per_page=100&page=1")
      .reply(200, [
        by(1, "one", "APPROVED"),
        by(2, "two[bot]", "APPROVED"),
        by(3, "three", "DISMISSED"),
        { user: null, state: "APPROVED", commit_id: "s" },
      ]);
    expect(await pulls.approvals(3)).toEqual([
      { account: { id: 1, login: "one", isBot: false }, commit: "s" },
    ]);
  });
});
