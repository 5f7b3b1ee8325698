import type { Octokit } from "octokit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeJudged } from "./close-judged.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type { Repository } from "./model.ts";
import { resolveOid } from "./run-git.ts";
import { type LocalGitHub, startGitHub } from "./start-github.ts";

const REPO = { owner: "octocat", repo: "hello-world" } as const;

let github: LocalGitHub;
let repository: Repository;
let octokit: Octokit;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.UTC(2030, 0, 1);
  github = await startGitHub({ nowMs: () => nowMs });
  repository = await github.addRepository({
    owner: REPO.owner,
    name: REPO.repo,
    files: { "README.md": "Hello.\n", "docs/a.md": "A\n", "docs/b.md": "B\n" },
  });
  octokit = connectOctokit(github.apiUrl, github.addToken("octocat").value);
});

afterEach(async () => {
  await closeJudged(github);
});

async function addCommit(branch: string, path: string, content: string): Promise<string> {
  const base = (await resolveOid(repository, `refs/heads/${branch}`)) ?? "";
  const tree = await octokit.rest.git.createTree({
    ...REPO,
    base_tree: base,
    tree: [{ path, mode: "100644", type: "blob", content }],
  });
  const commit = await octokit.rest.git.createCommit({
    ...REPO,
    message: `Write ${path}`,
    tree: tree.data.sha,
    parents: [base],
  });
  await octokit.rest.git.updateRef({ ...REPO, ref: `heads/${branch}`, sha: commit.data.sha });
  return commit.data.sha;
}

async function addBranch(name: string): Promise<void> {
  const sha = (await resolveOid(repository, "refs/heads/main")) ?? "";
  await octokit.rest.git.createRef({ ...REPO, ref: `refs/heads/${name}`, sha });
}

describe("contents", () => {
  test("a file comes as base64, as itself, and from another ref", async () => {
    await addBranch("topic/x");
    await addCommit("topic/x", "README.md", "Bye.\n");
    const file = await octokit.rest.repos.getContent({ ...REPO, path: "README.md" });
    const content = "content" in file.data ? file.data.content : "";
    expect(Buffer.from(content, "base64").toString()).toBe("Hello.\n");
    const raw = await octokit.rest.repos.getContent({
      ...REPO,
      path: "README.md",
      ref: "topic/x",
      mediaType: { format: "raw" },
    });
    expect(raw.data).toBe("Bye.\n");
  });

  test("a folder is a list, and what is not there is 404", async () => {
    const folder = await octokit.rest.repos.getContent({ ...REPO, path: "docs" });
    const names = Array.isArray(folder.data) ? folder.data.map((it) => it.path) : [];
    expect(names).toEqual(["docs/a.md", "docs/b.md"]);
    const absent = octokit.rest.repos.getContent({ ...REPO, path: "nothing" });
    await expect(absent).rejects.toMatchObject({ status: 404 });
  });
});

describe("a file written by the API", () => {
  const write = { ...REPO, path: "docs/new.md", message: "Write", branch: "main" } as const;

  test("is new, then replaced by who knows what is there", async () => {
    const made = await octokit.rest.repos.createOrUpdateFileContents({ ...write, content: "YQ==" });
    expect(made.status).toBe(201);
    const sha = made.data.content?.sha ?? "";
    const changed = { ...write, content: "Yg==" };
    const blind = octokit.rest.repos.createOrUpdateFileContents(changed);
    await expect(blind).rejects.toMatchObject({ status: 422 });
    const stale = octokit.rest.repos.createOrUpdateFileContents({
      ...changed,
      sha: "1".repeat(40),
    });
    await expect(stale).rejects.toMatchObject({ status: 409 });
    const replaced = await octokit.rest.repos.createOrUpdateFileContents({ ...changed, sha });
    expect(replaced.data.commit.sha).toBe(await resolveOid(repository, "refs/heads/main"));
  });

  test("is no way around the rules", async () => {
    github.addRuleset(repository, [{ type: "file_path_restriction", paths: ["docs/**"] }], {
      id: 7,
      include: ["~ALL"],
    });
    const written = octokit.rest.repos.createOrUpdateFileContents({ ...write, content: "YQ==" });
    await expect(written).rejects.toMatchObject({
      status: 409,
      message: expect.stringMatching(/restricted/),
    });
    const ruleset = await octokit.rest.repos.getRepoRuleset({ ...REPO, ruleset_id: 7 });
    expect(ruleset.data.rules?.map((rule) => rule.type)).toEqual(["file_path_restriction"]);
  });
});

describe("commits and branches", () => {
  test("a commit has its files with patches, and its diff", async () => {
    const sha = await addCommit("main", "docs/a.md", "A\nmore\n");
    const commit = await octokit.rest.repos.getCommit({ ...REPO, ref: "main" });
    expect(commit.data).toMatchObject({
      sha,
      stats: { additions: 1, deletions: 0 },
      files: [{ filename: "docs/a.md", status: "modified", patch: "@@ -1 +1,2 @@\n A\n+more" }],
    });
    const diff = await octokit.rest.repos.getCommit({
      ...REPO,
      ref: sha,
      mediaType: { format: "diff" },
    });
    expect(diff.data).toContain("+more");
    const first = await octokit.rest.repos.getCommit({ ...REPO, ref: sha.slice(0, 10) });
    expect(first.data.sha).toBe(sha);
  });

  test("commits are listed newest first, by path and by page", async () => {
    nowMs += 60_000;
    await addCommit("main", "docs/a.md", "2");
    nowMs += 60_000;
    await addCommit("main", "docs/b.md", "3");
    const byPath = await octokit.rest.repos.listCommits({ ...REPO, path: "docs/a.md" });
    expect(byPath.data.map((it) => it.commit.message)).toEqual([
      "Write docs/a.md",
      "Initial commit",
    ]);
    const all = await octokit.paginate(octokit.rest.repos.listCommits, { ...REPO, per_page: 1 });
    expect(all.map((it) => it.commit.message)).toEqual([
      "Write docs/b.md",
      "Write docs/a.md",
      "Initial commit",
    ]);
  });

  test("two branches are compared from where they parted, across forks too", async () => {
    await addBranch("topic");
    await addCommit("topic", "new.txt", "new\n");
    await addCommit("main", "docs/a.md", "other\n");
    const compared = await octokit.rest.repos.compareCommitsWithBasehead({
      ...REPO,
      basehead: "main...topic",
    });
    expect(compared.data).toMatchObject({
      status: "diverged",
      ahead_by: 1,
      behind_by: 1,
      files: [{ filename: "new.txt", status: "added" }],
    });
    await github.fork(repository, "reader");
    const fork = await octokit.rest.repos.compareCommitsWithBasehead({
      ...REPO,
      basehead: "main...reader:topic",
    });
    expect(fork.data.ahead_by).toBe(1);
  });

  test("a branch says whether it is protected", async () => {
    await addBranch("free");
    github.protectBranch(repository, "main", { requiredChecks: [{ context: "build" }] });
    const main = await octokit.rest.repos.getBranch({ ...REPO, branch: "main" });
    expect(main.data.protection.required_status_checks?.contexts).toEqual(["build"]);
    const listed = await octokit.rest.repos.listBranches({ ...REPO, protected: false });
    expect(listed.data.map((it) => it.name)).toEqual(["free"]);
  });
});

describe("the manners of the API", () => {
  test("an unchanged answer is 304 and free", async () => {
    const first = await octokit.rest.repos.get(REPO);
    const again = octokit.rest.repos.get({
      ...REPO,
      headers: { "if-none-match": first.headers.etag },
    });
    await expect(again).rejects.toMatchObject({ status: 304 });
    const limit = await octokit.rest.rateLimit.get();
    expect(limit.data.rate.used).toBe(1);
  });

  test("requests are counted, refused when none are left, and given back after the hour", async () => {
    github.world.rateLimit.ceiling = 2;
    const first = await octokit.rest.repos.get(REPO);
    expect(first.headers).toMatchObject({
      "x-ratelimit-limit": "2",
      "x-ratelimit-remaining": "1",
      "x-ratelimit-used": "1",
      "x-ratelimit-reset": String((nowMs + 3_600_000) / 1000),
    });
    await octokit.rest.repos.get(REPO);
    await expect(octokit.rest.repos.get(REPO)).rejects.toMatchObject({
      status: 403,
      message: expect.stringMatching(/API rate limit exceeded/),
      response: { headers: { "x-ratelimit-remaining": "0" } },
    });
    nowMs += 3_600_000;
    expect((await octokit.rest.repos.get(REPO)).status).toBe(200);
  });

  test("a secondary limit and a bad gateway can be played", async () => {
    const replies = [
      {
        status: 403,
        body: { message: "You have exceeded a secondary rate limit." },
        headers: { "retry-after": "60" },
      },
      { status: 502, body: { message: "Server Error" } },
    ];
    github.world.faults.answer = () => replies.shift();
    await expect(octokit.rest.repos.get(REPO)).rejects.toMatchObject({
      response: { headers: { "retry-after": "60" } },
    });
    await expect(octokit.rest.repos.get(REPO)).rejects.toMatchObject({ status: 502 });
    expect((await octokit.rest.repos.get(REPO)).status).toBe(200);
  });

  test("bad credentials are 401, nobody reads what is public and writes nothing", async () => {
    const bad = connectOctokit(github.apiUrl, "nonsense");
    await expect(bad.rest.repos.get(REPO)).rejects.toMatchObject({ status: 401 });
    const nobody = connectOctokit(github.apiUrl, "");
    expect((await nobody.rest.repos.get(REPO)).data.private).toBe(false);
    const written = nobody.rest.git.createBlob({ ...REPO, content: "x" });
    await expect(written).rejects.toMatchObject({ status: 401 });
  });

  test("what is private or not there is 404, for whoever may not see it", async () => {
    repository.isPrivate = true;
    const stranger = connectOctokit(github.apiUrl, github.addToken("stranger").value);
    await expect(stranger.rest.repos.get(REPO)).rejects.toMatchObject({ status: 404 });
    const absent = octokit.rest.repos.get({ owner: "octocat", repo: "nothing" });
    await expect(absent).rejects.toMatchObject({ status: 404 });
  });

  test("a reader is told that there is nothing to write to", async () => {
    const reader = connectOctokit(github.apiUrl, github.addToken("stranger").value);
    const written = reader.rest.git.createBlob({ ...REPO, content: "x" });
    await expect(written).rejects.toMatchObject({ status: 404 });
  });
});
