import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeJudged } from "./close-judged.ts";
import type { GitHubEvent, Permissions, Repository } from "./model.ts";
import { type ClientResult, runClient } from "./run-client.ts";
import { resolveOid } from "./run-git.ts";
import { type LocalGitHub, startGitHub } from "./start-github.ts";

const WORKFLOW = ".github/workflows/ci.yml";

let github: LocalGitHub;
let folder: string;
let clone: string;
let repository: Repository;
let events: GitHubEvent[];

beforeEach(async () => {
  github = await startGitHub();
  folder = await mkdtemp(path.join(tmpdir(), "kazi-test-client-"));
  clone = path.join(folder, "clone");
  repository = await github.addRepository({
    owner: "octocat",
    name: "hello-world",
    files: { "README.md": "Hello.\n", [WORKFLOW]: "on: push\n", "bin/run": "#!/bin/sh\n" },
  });
  github.addUser("reader");
  events = [];
  github.world.eventListeners.add((event) => events.push(event));
  await git(folder, "clone", "--quiet", remote(ownerToken()), clone);
});

afterEach(async () => {
  await closeJudged(github);
  await rm(folder, { recursive: true, force: true });
});

function ownerToken(permissions?: Permissions): string {
  return github.addToken("octocat", permissions).value;
}

function remote(token: string, name = repository.fullName): string {
  return `${github.url.replace("http://", `http://x-access-token:${token}@`)}/${name}.git`;
}

async function git(cwd: string, ...args: string[]): Promise<ClientResult> {
  return await runClient(cwd, args);
}

async function commit(file: string, content: string): Promise<string> {
  await writeFile(path.join(clone, file), content);
  await git(clone, "add", "--all");
  await git(clone, "commit", "--quiet", "-m", `Change ${file}`);
  return (await git(clone, "rev-parse", "HEAD")).stdout;
}

function told(): readonly string[] {
  return events.map((event) => `${event.name} ${String(event.payload["ref"])}`);
}

describe("clone and push", () => {
  test("a clone has the files, with their modes", async () => {
    const listed = await git(clone, "ls-tree", "-r", "--format=%(objectmode) %(path)", "HEAD");
    expect(listed.stdout.split("\n")).toEqual([
      `100644 ${WORKFLOW}`,
      "100644 README.md",
      "100755 bin/run",
    ]);
  });

  test("a public repository is cloned without credentials, shallow and with depth", async () => {
    const other = path.join(folder, "other");
    const address = `${github.url}/octocat/hello-world`;
    expect((await git(folder, "clone", "--depth=1", address, other)).code).toBe(0);
  });

  test("a push moves the branch, makes push events of branches, and none of other refs", async () => {
    const sha = await commit("a.txt", "a\n");
    const pushed = await git(clone, "push", "origin", "main", "HEAD:refs/kazi/live/x");
    expect(pushed.code).toBe(0);
    expect(await resolveOid(repository, "refs/heads/main")).toBe(sha);
    expect(await resolveOid(repository, "refs/kazi/live/x")).toBe(sha);
    expect(told()).toEqual(["push refs/heads/main"]);
    expect(events[0]?.payload).toMatchObject({
      after: sha,
      created: false,
      forced: false,
      commits: [{ id: sha, added: ["a.txt"], message: "Change a.txt" }],
      pusher: { name: "octocat" },
    });
  });

  test("a new branch, a tag and a deleted branch are told, with the commits they bring", async () => {
    await commit("a.txt", "a\n");
    await git(clone, "push", "origin", "HEAD:refs/heads/topic", "HEAD:refs/tags/v1");
    await git(clone, "push", "origin", ":refs/heads/topic");
    expect(told()).toEqual([
      "create topic",
      "push refs/heads/topic",
      "create v1",
      "push refs/tags/v1",
      "delete topic",
      "push refs/heads/topic",
    ]);
    expect(events[1]?.payload["commits"]).toHaveLength(1);
    expect(events[5]?.payload).toMatchObject({ deleted: true, head_commit: null, commits: [] });
  });

  test("a forced push says so", async () => {
    await commit("a.txt", "a\n");
    await git(clone, "push", "origin", "main");
    await git(clone, "reset", "--quiet", "--hard", "HEAD~1");
    expect((await git(clone, "push", "origin", "main")).code).toBe(1);
    expect((await git(clone, "push", "--force", "origin", "main")).code).toBe(0);
    expect(events.at(-1)?.payload).toMatchObject({ forced: true });
  });
});

describe("all or nothing", () => {
  test("--force-with-lease refuses when somebody else was quicker, and --atomic keeps the rest back", async () => {
    const before = await resolveOid(repository, "refs/heads/main");
    await git(clone, "push", "origin", "HEAD:refs/kazi/ledger");
    const mine = await commit("a.txt", "a\n");
    await git(clone, "push", "origin", `${mine}:refs/kazi/ledger`);
    const pushed = await git(
      clone,
      "push",
      "--atomic",
      `--force-with-lease=refs/kazi/ledger:${before}`,
      "origin",
      "main",
      `${before}:refs/kazi/ledger`,
    );
    expect(pushed.code).toBe(1);
    expect(await resolveOid(repository, "refs/heads/main")).toBe(before);
    expect(await resolveOid(repository, "refs/kazi/ledger")).toBe(mine);
  });

  test("--atomic refuses every ref when the server refuses one", async () => {
    const pushed = await git(
      clone,
      "push",
      "--atomic",
      "origin",
      "HEAD:refs/kazi/x",
      "HEAD:refs/pull/1/head",
    );
    expect(pushed.code).toBe(1);
    expect(pushed.stderr).toContain("deny updating a hidden ref");
    expect(await resolveOid(repository, "refs/kazi/x")).toBeUndefined();
  });

  test("of twenty pushes with the same lease exactly one wins", async () => {
    await git(clone, "push", "origin", "HEAD:refs/kazi/ledger");
    const before = await resolveOid(repository, "refs/kazi/ledger");
    const commits: string[] = [];
    for (let racer = 0; racer < 20; racer += 1) {
      const tree = await git(clone, "rev-parse", "HEAD^{tree}");
      const args = ["commit-tree", tree.stdout, "-p", "HEAD", "-m", `racer ${racer}`];
      commits.push((await git(clone, ...args)).stdout);
    }
    const lease = `--force-with-lease=refs/kazi/ledger:${before}`;
    const results = await Promise.all(
      commits.map(
        async (sha) =>
          await git(clone, "push", "--atomic", lease, "origin", `${sha}:refs/kazi/ledger`),
      ),
    );
    const winners = commits.filter((_sha, racer) => results[racer]?.code === 0);
    expect(winners).toHaveLength(1);
    expect(await resolveOid(repository, "refs/kazi/ledger")).toBe(winners[0]);
  });
});

describe("who may", () => {
  test("a bad token is told to try again, a private repository does not exist for others", async () => {
    const hidden = await github.addRepository({
      owner: "octocat",
      name: "secret",
      isPrivate: true,
    });
    const stranger = github.addToken("reader").value;
    const bad = await git(folder, "ls-remote", remote("nonsense", hidden.fullName));
    const nobody = await git(folder, "ls-remote", `${github.url}/${hidden.fullName}.git`);
    const other = await git(folder, "ls-remote", remote(stranger, hidden.fullName));
    expect(bad.stderr).toContain("Authentication failed");
    expect(nobody.stderr).toContain("could not read Username");
    expect(other.stderr).toContain("Repository not found.");
  });

  test.each([
    ["a reader's token", (): string => github.addToken("reader").value],
    ["a token that only reads", (): string => ownerToken({ contents: "read" })],
  ])("%s fetches and does not push", async (_name, token) => {
    const address = remote(token());
    expect((await git(folder, "ls-remote", address)).code).toBe(0);
    const pushed = await git(clone, "push", address, "HEAD:refs/heads/topic");
    expect(pushed.code).toBe(128);
    expect(pushed.stderr).toContain("Permission to octocat/hello-world.git denied");
    expect(pushed.stderr).toContain("403");
    expect(await resolveOid(repository, "refs/heads/topic")).toBeUndefined();
  });

  test("an installation's token pushes what it was granted, in the name of the bot", async () => {
    const app = await github.addApp({ slug: "helper", permissions: { contents: "write" } });
    const installation = github.install(app, "octocat");
    const value = "ghs_test";
    github.world.tokens.set(value, {
      kind: "installation",
      value,
      actor: app.bot,
      installation,
      permissions: { contents: "write" },
      repositoryIds: undefined,
      expiresAtMs: undefined,
      isRevoked: false,
    });
    expect((await git(clone, "push", remote(value), "HEAD:refs/heads/topic")).code).toBe(0);
    expect(events.at(-1)?.actor.login).toBe("helper[bot]");
  });

  test("a job's token of a fork only reads, and what another job's token pushes starts no run", async () => {
    const permissions: Permissions = { contents: "write" };
    for (const [value, isFromFork] of [
      ["ghs_fork", true],
      ["ghs_job", false],
    ] as const) {
      github.world.tokens.set(value, {
        kind: "workflow",
        value,
        actor: github.world.actionsApp.bot,
        permissions,
        repositoryIds: new Set([repository.id]),
        runId: 1,
        jobId: 1,
        runEvent: "pull_request",
        isFromFork,
        expiresAtMs: undefined,
        isRevoked: false,
      });
    }
    expect((await git(clone, "push", remote("ghs_fork"), "HEAD:refs/heads/a")).code).toBe(128);
    expect((await git(clone, "push", remote("ghs_job"), "HEAD:refs/heads/b")).code).toBe(0);
    expect(events.map((event) => event.startsRuns)).toEqual([false, false]);
  });
});

describe("what may not be pushed", () => {
  test("a workflow file that the default branch does not have so, without the permission", async () => {
    const limited = remote(ownerToken({ contents: "write" }));
    const plain = await commit("a.txt", "a\n");
    const changed = await commit(WORKFLOW, "on: [push]\n");
    const pushed = await git(
      clone,
      "push",
      limited,
      `${plain}:refs/heads/plain`,
      `${changed}:refs/heads/changed`,
    );
    expect(pushed.stderr).toContain(
      `refusing to allow a Personal Access Token to create or update workflow \`${WORKFLOW}\` without`,
    );
    expect(await resolveOid(repository, "refs/heads/plain")).toBe(plain);
    expect(await resolveOid(repository, "refs/heads/changed")).toBeUndefined();

    // Once the default branch has it, everybody may.
    expect((await git(clone, "push", "origin", "main")).code).toBe(0);
    expect((await git(clone, "push", limited, `${changed}:refs/heads/changed`)).code).toBe(0);
    // And what was allowed before is now the branch that differs.
    expect((await git(clone, "push", limited, `${plain}:refs/heads/late`)).code).toBe(1);
  });

  test("a ruleset refuses with its rules, a protected branch with its own words", async () => {
    github.addRuleset(repository, [{ type: "pull_request", requiredReviews: 1 }]);
    github.protectBranch(repository, "release", { requiredChecks: [{ context: "build" }] });
    await commit("a.txt", "a\n");
    const ruled = await git(clone, "push", "origin", "main");
    expect(ruled.stderr).toContain("GH013: Repository rule violations found for refs/heads/main.");
    expect(ruled.stderr).toContain("- Changes must be made through a pull request.");
    expect(ruled.stderr).toContain("(push declined due to repository rule violations)");
    const guarded = await git(clone, "push", "origin", "HEAD:refs/heads/release");
    expect(guarded.stderr).toContain('Required status check "build" is expected.');
    expect(guarded.stderr).toContain("(protected branch hook declined)");
  });

  test("the default branch is not deleted", async () => {
    const pushed = await git(clone, "push", "origin", ":refs/heads/main");
    expect(pushed.stderr).toContain("refusing to delete the current branch: refs/heads/main");
  });
});

test("a fork has the branches and its own life", async () => {
  const fork = await github.fork(repository, "reader");
  const token = github.addToken("reader").value;
  await commit("a.txt", "a\n");
  expect((await git(clone, "push", remote(token, fork.fullName), "main")).code).toBe(0);
  expect(await resolveOid(fork, "refs/heads/main")).not.toBe(
    await resolveOid(repository, "refs/heads/main"),
  );
});
