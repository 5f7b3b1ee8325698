import type { Octokit } from "octokit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeJudged } from "./close-judged.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type { Repository } from "./model.ts";
import { resolveOid, runGit } from "./run-git.ts";
import { type LocalGitHub, startGitHub } from "./start-github.ts";

const ZERO = "0".repeat(40);
const REPO = { owner: "octocat", repo: "hello-world" } as const;

let github: LocalGitHub;
let repository: Repository;
let octokit: Octokit;
let main: string;

beforeEach(async () => {
  github = await startGitHub();
  repository = await github.addRepository({
    owner: REPO.owner,
    name: REPO.repo,
    files: { "README.md": "Hello.\n", "src/a.ts": "export {};\n" },
  });
  octokit = connectOctokit(github.apiUrl, github.addToken("octocat").value);
  main = (await resolveOid(repository, "refs/heads/main")) ?? "";
});

afterEach(async () => {
  await closeJudged(github);
});

async function writeCommit(content: string, parents = [main]): Promise<string> {
  const tree = await octokit.rest.git.createTree({
    ...REPO,
    base_tree: main,
    tree: [{ path: "README.md", mode: "100644", type: "blob", content }],
  });
  const commit = await octokit.rest.git.createCommit({
    ...REPO,
    message: `Say ${content}`,
    tree: tree.data.sha,
    parents,
  });
  return commit.data.sha;
}

describe("objects", () => {
  test("a blob has git's own id and comes back as it went in", async () => {
    const made = await octokit.rest.git.createBlob({
      ...REPO,
      content: "aGk=",
      encoding: "base64",
    });
    const read = await octokit.rest.git.getBlob({ ...REPO, file_sha: made.data.sha });
    const own = await runGit(repository, ["hash-object", "--stdin"], { input: "hi" });
    expect(made.data.sha).toBe(own);
    expect(Buffer.from(read.data.content, "base64").toString()).toBe("hi");
  });

  test("a tree on a base changes, adds, removes and makes executable", async () => {
    const made = await octokit.rest.git.createTree({
      ...REPO,
      base_tree: main,
      tree: [
        { path: "src/a.ts", mode: "100644", type: "blob", sha: null },
        { path: "bin/go", mode: "100755", type: "blob", content: "#!/bin/sh\n" },
      ],
    });
    const read = await octokit.rest.git.getTree({
      ...REPO,
      tree_sha: made.data.sha,
      recursive: "true",
    });
    expect(read.data.tree.map((it) => `${it.mode} ${it.path}`)).toEqual([
      "100644 README.md",
      "040000 bin",
      "100755 bin/go",
    ]);
  });

  test("a tree with what is not there is refused", async () => {
    const wish = { path: "x", mode: "100644", type: "blob" } as const;
    const absent = octokit.rest.git.createTree({
      ...REPO,
      tree: [{ ...wish, sha: "1".repeat(40) }],
    });
    await expect(absent).rejects.toMatchObject({ status: 422 });
    const notThere = octokit.rest.git.createTree({
      ...REPO,
      base_tree: main,
      tree: [{ ...wish, sha: null }],
    });
    await expect(notThere).rejects.toMatchObject({ status: 422 });
  });

  test("a commit is written byte for byte and read with its author", async () => {
    const sha = await writeCommit("Good bye.\n");
    const raw = await runGit(repository, ["cat-file", "commit", sha]);
    expect(raw.endsWith("\n\nSay Good bye.")).toBe(true);
    const read = await octokit.rest.git.getCommit({ ...REPO, commit_sha: sha });
    expect(read.data).toMatchObject({ author: { name: "octocat" }, parents: [{ sha: main }] });
    const orphan = octokit.rest.git.createCommit({
      ...REPO,
      message: "x",
      tree: read.data.tree.sha,
      parents: ["1".repeat(40)],
    });
    await expect(orphan).rejects.toMatchObject({ status: 422 });
  });

  test("an annotated tag is an object of its own", async () => {
    const made = await octokit.rest.git.createTag({
      ...REPO,
      tag: "v1",
      message: "One",
      object: main,
      type: "commit",
    });
    const read = await octokit.rest.git.getTag({ ...REPO, tag_sha: made.data.sha });
    expect(read.data).toMatchObject({ tag: "v1", message: "One", object: { sha: main } });
  });
});

describe("refs", () => {
  test("a ref of any namespace is made once, listed by prefix, moved and deleted", async () => {
    const ref = "refs/kazi/live/x";
    await octokit.rest.git.createRef({ ...REPO, ref, sha: main });
    const again = octokit.rest.git.createRef({ ...REPO, ref, sha: main });
    await expect(again).rejects.toMatchObject({
      status: 422,
      message: expect.stringMatching(/already exists/),
    });
    const listed = await octokit.rest.git.listMatchingRefs({ ...REPO, ref: "kazi/" });
    expect(listed.data.map((it) => it.ref)).toEqual([ref]);
    const next = await writeCommit("next");
    await octokit.rest.git.updateRef({ ...REPO, ref: "kazi/live/x", sha: next });
    expect(await resolveOid(repository, ref)).toBe(next);
    await octokit.rest.git.deleteRef({ ...REPO, ref: "kazi/live/x" });
    const gone = octokit.rest.git.getRef({ ...REPO, ref: "kazi/live/x" });
    await expect(gone).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    ["without refs/", "heads/x", "three slash-separated"],
    ["too short", "refs/x", "three slash-separated"],
    ["not a name", "refs/heads/a..b", "not a valid ref name"],
  ])("a name %s is refused", async (_name, ref, message) => {
    const made = octokit.rest.git.createRef({ ...REPO, ref, sha: main });
    await expect(made).rejects.toThrow(message);
  });

  test("an update that loses commits needs force, and an absent object is refused", async () => {
    const next = await writeCommit("next");
    await octokit.rest.git.updateRef({ ...REPO, ref: "heads/main", sha: next });
    const back = { ...REPO, ref: "heads/main", sha: main };
    await expect(octokit.rest.git.updateRef(back)).rejects.toThrow("not a fast forward");
    await octokit.rest.git.updateRef({ ...back, force: true });
    expect(await resolveOid(repository, "refs/heads/main")).toBe(main);
    const absent = octokit.rest.git.updateRef({ ...back, sha: "1".repeat(40) });
    await expect(absent).rejects.toThrow("Object does not exist");
  });

  test("a rule refuses by the API as it does by git", async () => {
    github.addRuleset(repository, [{ type: "pull_request", requiredReviews: 1 }], {
      id: 1,
      include: ["refs/heads/main"],
    });
    const sha = await writeCommit("next");
    const moved = octokit.rest.git.updateRef({ ...REPO, ref: "heads/main", sha });
    await expect(moved).rejects.toMatchObject({
      status: 422,
      message: expect.stringMatching(/through a pull request/),
    });
    const rules = await octokit.rest.repos.getBranchRules({ ...REPO, branch: "main" });
    expect(rules.data.map((it) => it.type)).toEqual(["pull_request"]);
  });

  test("without the workflows permission no ref is made of a commit with another workflow", async () => {
    const token = github.addToken("octocat", { contents: "write" }).value;
    const tree = await octokit.rest.git.createTree({
      ...REPO,
      base_tree: main,
      tree: [
        { path: ".github/workflows/x.yml", mode: "100644", type: "blob", content: "on: push" },
      ],
    });
    const made = await octokit.rest.git.createCommit({
      ...REPO,
      message: "x",
      tree: tree.data.sha,
      parents: [main],
    });
    const refused = connectOctokit(github.apiUrl, token).rest.git.createRef({
      ...REPO,
      ref: "refs/heads/x",
      sha: made.data.sha,
    });
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });
});

interface Update {
  readonly name: string;
  readonly beforeOid?: string;
  readonly afterOid: string;
}

async function updateRefs(refUpdates: readonly Update[], client = octokit): Promise<unknown> {
  const repo = await client.rest.repos.get(REPO);
  return await client.graphql(
    `mutation Move($input: UpdateRefsInput!) {
      moved: updateRefs(input: $input) { clientMutationId }
    }`,
    { input: { repositoryId: repo.data.node_id, refUpdates, clientMutationId: "mine" } },
  );
}

describe("updateRefs", () => {
  test("creates, moves and deletes in one go, and answers under the alias", async () => {
    const next = await writeCommit("next");
    await octokit.rest.git.createRef({ ...REPO, ref: "refs/kazi/old", sha: main });
    const answer = await updateRefs([
      { name: "refs/heads/main", beforeOid: main, afterOid: next },
      { name: "refs/kazi/new", beforeOid: ZERO, afterOid: next },
      { name: "refs/kazi/old", beforeOid: main, afterOid: ZERO },
    ]);
    expect(answer).toEqual({ moved: { clientMutationId: "mine" } });
    const refs = await runGit(repository, ["for-each-ref", "--format=%(objectname) %(refname)"]);
    expect(refs.split("\n")).toEqual([`${next} refs/heads/main`, `${next} refs/kazi/new`]);
  });

  test("one that does not fit keeps all back, and nothing says which", async () => {
    const next = await writeCommit("next");
    const moved = updateRefs([
      { name: "refs/heads/main", beforeOid: main, afterOid: next },
      { name: "refs/kazi/live", beforeOid: next, afterOid: main },
    ]);
    await expect(moved).rejects.toThrow("Something went wrong while executing your query");
    expect(await resolveOid(repository, "refs/heads/main")).toBe(main);
  });

  test("of twenty racers one wins, and both of its refs are its own", async () => {
    await octokit.rest.git.createRef({ ...REPO, ref: "refs/kazi/ledger", sha: main });
    const commits: string[] = [];
    for (let racer = 0; racer < 20; racer += 1) {
      commits.push(await writeCommit(`racer ${racer}`));
    }
    const results = await Promise.allSettled(
      commits.map(
        async (sha) =>
          await updateRefs([
            { name: "refs/kazi/ledger", beforeOid: main, afterOid: sha },
            { name: "refs/heads/main", beforeOid: main, afterOid: sha },
          ]),
      ),
    );
    const winners = commits.filter((_sha, racer) => results[racer]?.status === "fulfilled");
    expect(winners).toHaveLength(1);
    expect(await resolveOid(repository, "refs/heads/main")).toBe(winners[0]);
    expect(await resolveOid(repository, "refs/kazi/ledger")).toBe(winners[0]);
  });

  test.each([
    ["a name that is none", "refs/kazi/a..b"],
    ["a ref in the way", "refs/heads/main/below"],
    ["more lines than one", "refs/kazi/x\nupdate refs/kazi/y"],
  ])("refuses %s and moves nothing", async (_name, name) => {
    const before = await runGit(repository, ["for-each-ref"]);
    const update = { name, beforeOid: ZERO, afterOid: main };
    await expect(updateRefs([update])).rejects.toThrow("Something went wrong");
    expect(await runGit(repository, ["for-each-ref"])).toBe(before);
  });

  test("needs contents: write, and a repository that one can see", async () => {
    const client = connectOctokit(
      github.apiUrl,
      github.addToken("octocat", { contents: "read" }).value,
    );
    const update = [{ name: "refs/kazi/x", beforeOid: ZERO, afterOid: main }];
    await expect(updateRefs(update, client)).rejects.toThrow("Resource not accessible");
  });
});

test("a GraphQL read selects, with aliases and arguments in place", async () => {
  const answer = await octokit.graphql(
    `{ repository(owner: "octocat", name: "hello-world") {
      nameWithOwner
      head: ref(qualifiedName: "refs/heads/main") { name prefix target { ... on Commit { oid } } }
    } }`,
  );
  expect(answer).toEqual({
    repository: {
      nameWithOwner: "octocat/hello-world",
      head: { name: "main", prefix: "refs/heads/", target: { oid: main } },
    },
  });
});
