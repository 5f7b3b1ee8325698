import { execFileSync } from "node:child_process";
import nock from "nock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGitHubClient } from "../../src/adapters/github-client.ts";
import { createApiRefStore } from "../../src/adapters/ref-store-api.ts";
import type { NewCommit } from "../../src/ports/ref-store.ts";
import { refStoreConformance } from "../conformance/ref-store.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

const EMPTY: NewCommit = {
  parents: [],
  message: "empty",
  files: new Map(),
  folders: new Map(),
  atMs: 1_700_000_000_000,
};

const opened: GitHubUnderTest[] = [];
afterAll(async () => {
  await Promise.all(opened.map(async (it) => await it.close()));
});

refStoreConformance("GitHub's API", async () => {
  const it = await githubUnderTest({ "test/a.js": "1\n" });
  opened.push(it);
  const store = createApiRefStore(it.repository);
  return {
    // GitHub's description has no operation for all refs of a repository.
    store: {
      ...store,
      list: async (prefix) => await store.list(prefix === "refs/" ? store.namespace : prefix),
    },
    tree: bareGit(it, "rev-parse", "main:test"),
    close: () => undefined,
  };
});

function bareGit(it: GitHubUnderTest, ...args: readonly string[]): string {
  return execFileSync("git", ["--git-dir", it.model.gitDir, ...args], { encoding: "utf8" }).trim();
}

describe("by a local GitHub", () => {
  let it: GitHubUnderTest;
  beforeAll(async () => {
    it = await githubUnderTest();
  });
  afterAll(async () => await it.close());

  test("write() makes commits that git finds nothing wrong with", async () => {
    const store = createApiRefStore(it.repository);
    const files = new Map([["state.json", "{}\n"]]);
    const folders = new Map([["graders", bareGit(it, "rev-parse", "main^{tree}")]]);
    const root = await store.write({ ...EMPTY, message: "kazi: grüße", files, folders });
    const oid = await store.write({ ...EMPTY, parents: [root], files });
    const ref = "refs/kazi/live/x";
    expect(await store.swap([{ ref, after: oid }])).toBe("moved");
    expect(bareGit(it, "fsck", "--strict", "--full")).toBe("");
    expect(bareGit(it, "log", "--format=%an <%ae> %at %s", ref)).toBe(
      "kazi <kazi@localhost> 1700000000 empty\nkazi <kazi@localhost> 1700000000 kazi: grüße",
    );
  });

  test("read() asks once for what never changes", async () => {
    const store = createApiRefStore(it.repository);
    const oid = await store.write({
      ...EMPTY,
      files: new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
    });
    const first = await store.read(oid);
    const asked = [...it.client.calls.values()].reduce((sum, count) => sum + count, 0);
    expect(await store.read(oid)).toEqual(first);
    expect([...it.client.calls.values()].reduce((sum, count) => sum + count, 0)).toBe(asked);
  });

  test.each([
    ["a link", "120000 blob"],
    ["a program", "100755 blob"],
  ])("read() is undefined for a tree with %s", async (_name, kind) => {
    const blob = bareGit(it, "rev-parse", "main:README.md");
    const line = `${kind} ${blob}\tx\n`;
    const git = ["--git-dir", it.model.gitDir];
    const tree = execFileSync("git", [...git, "mktree"], { input: line, encoding: "utf8" }).trim();
    const who = ["-c", "user.name=x", "-c", "user.email=x@example.invalid"];
    const oid = bareGit(it, ...who, "commit-tree", "-m", "odd", tree);
    expect(await createApiRefStore(it.repository).read(oid)).toBeUndefined();
  });

  test("swap() says what the token lacks, and moves nothing", async () => {
    const token = it.installationToken({ contents: "read" });
    const store = createApiRefStore(await it.asToken(token));
    const after = await it.head("heads/main");
    const swapped = store.swap([{ ref: "refs/kazi/live/forbidden", after }]);
    await expect(swapped).rejects.toMatchObject({ code: "github-refused" });
    expect(await store.head("refs/kazi/live/forbidden")).toBeUndefined();
  });
});

describe("swap() without an answer, by a played GitHub", () => {
  const api = "https://api.github.com";
  const client = createGitHubClient({ apiUrl: api, token: "t", pause: () => Promise.resolve() });
  const repository = { client, id: 1, nodeId: "R", owner: "o", name: "r", defaultBranch: "main" };
  const store = createApiRefStore(repository);
  const [ONE, TWO, THREE] = ["1".repeat(40), "2".repeat(40), "3".repeat(40)];
  const UPDATE = { ref: "refs/kazi/live/x", before: ONE, after: TWO };
  beforeAll(() => nock.disableNetConnect());
  beforeEach(() => nock(api).post("/graphql").reply(502, ""));
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  function standing(sha: string): void {
    nock(api)
      .get("/repos/o/r/git/ref/kazi%2Flive%2Fx")
      .reply(200, { ref: UPDATE.ref, object: { sha, type: "commit" } });
  }

  test("moved when the ref stands where it should", async () => {
    standing(TWO);
    expect(await store.swap([UPDATE])).toBe("moved");
  });

  test("lost when somebody else moved it", async () => {
    standing(THREE);
    expect(await store.swap([UPDATE])).toBe("lost");
  });

  test("an error when nothing moved, so that the caller may try again", async () => {
    standing(ONE);
    await expect(store.swap([UPDATE])).rejects.toMatchObject({ code: "github-unavailable" });
  });
});
