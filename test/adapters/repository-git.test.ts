import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commonGitDir, createRepository } from "../../src/adapters/repository-git.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";

let made: TemporaryRepository[] = [];

beforeEach(() => {
  vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const repository of made) repository.remove();
  made = [];
});

function repositoryWith(
  options: Parameters<typeof temporaryRepository>[0] = {
    files: { "a.txt": "1\n", "src/b.ts": "2\n" },
  },
): TemporaryRepository {
  const repository = temporaryRepository(options);
  made.push(repository);
  return repository;
}

describe("inspect()", () => {
  test("tells where a person stands", async () => {
    const repository = repositoryWith();
    const state = await createRepository({ workspace: repository.path }).inspect();
    expect(state).toEqual({
      root: repository.path,
      head: repository.git("rev-parse", "HEAD"),
      branch: "main",
      dirty: [],
      checkedOut: ["main"],
      user: "Test Person <person@example.invalid>",
    });
  });

  test("finds the top from a folder below it", async () => {
    const repository = repositoryWith();
    const workspace = path.join(repository.path, "src");
    expect((await createRepository({ workspace }).inspect()).root).toBe(repository.path);
    expect(await commonGitDir(workspace)).toBe(path.join(repository.path, ".git"));
  });

  test("names what is changed, at most twenty", async () => {
    const repository = repositoryWith();
    repository.write("a.txt", "other\n");
    repository.write("new/x.txt", "x\n");
    const person = createRepository({ workspace: repository.path });
    expect((await person.inspect()).dirty).toEqual(["a.txt", "new/x.txt"]);
    for (let at = 0; at < 30; at += 1) repository.write(`many-${at}\n`, "x");
    expect((await person.inspect()).dirty).toHaveLength(20);
  });

  test("knows a repository without a commit", async () => {
    const repository = repositoryWith({});
    const state = await createRepository({ workspace: repository.path }).inspect();
    expect([state.head, state.branch, state.checkedOut]).toEqual([undefined, "main", ["main"]]);
  });

  test("knows a detached head", async () => {
    const repository = repositoryWith();
    repository.git("checkout", "--quiet", "--detach");
    const state = await createRepository({ workspace: repository.path }).inspect();
    expect([state.branch, state.checkedOut]).toEqual([undefined, []]);
  });

  test("knows the branches of other worktrees, from any of them", async () => {
    const repository = repositoryWith();
    repository.git("worktree", "add", "--quiet", "-b", "side", "../side tree\n");
    const workspace = path.join(repository.path, "../side tree\n");
    const state = await createRepository({ workspace }).inspect();
    expect([state.root, state.branch]).toEqual([workspace, "side"]);
    expect(state.checkedOut.toSorted()).toEqual(["main", "side"]);
    expect(await commonGitDir(workspace)).toBe(path.join(repository.path, ".git"));
  });

  test("knows a work tree that stands apart from its repository", async () => {
    const repository = repositoryWith();
    const apart = path.join(repository.path, "../apart");
    mkdirSync(apart);
    repository.git("config", "core.worktree", apart);
    const state = await createRepository({ workspace: repository.path }).inspect();
    expect([state.root, state.dirty]).toEqual([apart, ["a.txt", "src/b.ts"]]);
  });

  test("runs none of the person's hooks and writes nothing", async () => {
    const repository = repositoryWith();
    const marker = path.join(repository.path, "..", "ran");
    const trap = path.join(repository.path, "..", "trap");
    writeFileSync(trap, `#!/bin/sh\ntouch '${marker}'\n`);
    chmodSync(trap, 0o755);
    repository.git("config", "core.fsmonitor", trap);
    const index = readFileSync(path.join(repository.path, ".git/index"));
    await createRepository({ workspace: repository.path }).inspect();
    expect(existsSync(marker)).toBe(false);
    expect(readFileSync(path.join(repository.path, ".git/index"))).toEqual(index);
  });

  test("has a user where git knows none", async () => {
    const repository = repositoryWith();
    repository.git("config", "--unset", "user.name");
    repository.git("config", "--unset", "user.email");
    const { user } = await createRepository({ workspace: repository.path }).inspect();
    expect(user).not.toBe("");
  });

  test.each([
    ["a folder that is not there", (root: string) => path.join(root, "nowhere"), /existing folder/],
    [
      "a folder without a repository",
      (root: string) => path.join(root, ".."),
      /a git repository, found none/,
    ],
    [
      "the inside of .git",
      (root: string) => path.join(root, ".git/objects"),
      /found a \.git folder/,
    ],
    ["a bare repository", bareBeside, /found a bare repository/],
  ])("refuses %s", async (_name, workspaceOf, words) => {
    const workspace = workspaceOf(repositoryWith().path);
    const failure = createRepository({ workspace }).inspect();
    await expect(failure).rejects.toMatchObject({
      code: "workspace-unusable",
      message: expect.stringMatching(words),
    });
    await expect(failure).rejects.toThrow(workspace);
  });
});

function bareBeside(root: string): string {
  const bare = path.join(root, "../bare.git");
  made[0]?.git("clone", "--quiet", "--bare", root, bare);
  return bare;
}

describe("reading", () => {
  test.each([
    ["main", true],
    ["absent", false],
    ["main~0", false],
    ["main^{/First}", false],
    ["--all", false],
    ["", false],
  ])("branch(%j) is found: %s", async (name, isFound) => {
    const repository = repositoryWith();
    const found = await createRepository({ workspace: repository.path }).branch(name);
    expect(found).toBe(isFound ? repository.git("rev-parse", "HEAD") : undefined);
  });

  test("isAncestor() and treeOf() tell history and content", async () => {
    const repository = repositoryWith();
    const first = repository.git("rev-parse", "HEAD");
    repository.write("a.txt", "2\n");
    const second = repository.commit("Second");
    const person = createRepository({ workspace: repository.path });
    expect(await person.isAncestor(first, second)).toBe(true);
    expect(await person.isAncestor(first, first)).toBe(true);
    expect(await person.isAncestor(second, first)).toBe(false);
    expect(await person.treeOf(second)).toBe(repository.git("rev-parse", "HEAD^{tree}"));
    await expect(person.treeOf("HEAD")).rejects.toMatchObject({ code: "git-failed" });
    await expect(person.isAncestor("1".repeat(40), first)).rejects.toThrow(/git merge-base/);
  });

  test("files() lists every path with mode and content, whatever its name", async () => {
    const repository = repositoryWith({ files: { "run.sh": "x", "a\tb\n": "x", "ü/c": "x" } });
    symlinkSync("run.sh", path.join(repository.path, "link"));
    const head = repository.commit("Second");
    const files = await createRepository({ workspace: repository.path }).files(head);
    expect(files.map((file) => `${file.mode} ${file.path}`)).toEqual([
      String.raw`100644 a\x09b\x0a`,
      "120000 link",
      "100755 run.sh",
      "100644 ü/c",
    ]);
  });

  test.each<[string, string, number, string | undefined]>([
    ["a file", "src/b.ts", 100, "2\n"],
    ["a file that is just as long as it may be", "src/b.ts", 2, "2\n"],
    ["a longer file", "src/b.ts", 1, undefined],
    ["a strange name", ":(top)[b] *", 100, "x"],
    ["a name like an option", "-v", 100, "v"],
    ["a byte order mark", "mark", 100, "m"],
    ["no file", "absent", 100, undefined],
    ["a folder", "src", 100, undefined],
    ["nothing", "", 100, undefined],
    ["bytes that are no UTF-8", "binary", 100, undefined],
    ["a path that climbs", "../a.txt", 100, undefined],
    ["a name that cannot be", "a\0b", 100, undefined],
  ])("text() of %s", async (_name, file, bytesMax, expected) => {
    const files = { "src/b.ts": "2\n", ":(top)[b] *": "x", "-v": "v", mark: "\uFEFFm" };
    const repository = repositoryWith({ files });
    writeFileSync(path.join(repository.path, "binary"), Buffer.from([0xff, 0xfe, 0x00]));
    const head = repository.commit("Second");
    const person = createRepository({ workspace: repository.path });
    expect(await person.text(head, file, bytesMax)).toBe(expected);
    const tree = await person.subtree(head, [file]);
    expect(await person.text(tree, file, bytesMax)).toBe(expected);
  });

  test("text() gives the place that a link leads to, and nothing of what is not committed", async () => {
    const repository = repositoryWith();
    symlinkSync("src/b.ts", path.join(repository.path, "link"));
    const head = repository.commit("Second");
    repository.write("a.txt", "edited");
    const person = createRepository({ workspace: repository.path });
    expect(await person.text(head, "link", 100)).toBe("src/b.ts");
    expect(await person.text(head, "a.txt", 100)).toBe("1\n");
    await expect(person.text("HEAD", "a.txt", 100)).rejects.toMatchObject({ code: "git-failed" });
  });

  test("subtree() holds just these paths, and leaves the index alone", async () => {
    const repository = repositoryWith({
      files: { "a.txt": "1", "t/one": "1", "t/two": "2", "u/x": "3" },
    });
    repository.write("staged", "x");
    repository.git("add", "staged");
    const person = createRepository({ workspace: repository.path });
    const head = repository.git("rev-parse", "HEAD");
    const tree = await person.subtree(head, ["t/one", "u", "absent"]);
    expect(repository.git("ls-tree", "-r", "--name-only", tree)).toBe("t/one\nu/x");
    expect(repository.git("diff", "--cached", "--name-only")).toBe("staged");
    expect((await person.files(tree)).map((file) => file.path)).toEqual(["t/one", "u/x"]);
    expect(await person.subtree(head, [])).toBe(repository.git("mktree", "--missing"));
  });
});

describe("advance()", () => {
  /** A branch that was moved under a checkout that still has the old content. */
  function moved(change: (repository: TemporaryRepository) => void) {
    const repository = repositoryWith();
    const from = repository.git("rev-parse", "HEAD");
    change(repository);
    const to = repository.commit("Second");
    repository.git("reset", "--quiet", "--hard", from);
    repository.git("update-ref", "refs/heads/main", to, from);
    const person = createRepository({ workspace: repository.path });
    return { repository, from, to, advance: async () => await person.advance(from, to) };
  }

  test("brings a clean checkout after its branch", async () => {
    const { repository, advance } = moved((it) => {
      it.write("a.txt", "2\n");
      it.write("new/x.txt", "x\n");
      it.git("rm", "--quiet", "src/b.ts");
      it.write("src", "now a file\n");
    });
    expect(await advance()).toBe(true);
    expect(repository.git("status", "--porcelain")).toBe("");
    expect(await advance()).toBe(true);
  });

  test.each([
    ["a changed file", "a.txt", "mine\n"],
    ["an untracked file in the way", "new.txt", "mine\n"],
    ["an ignored file in the way", "ignored.txt", "mine\n"],
    ["a file where a folder comes", "folder", "mine\n"],
    ["a folder where a file comes", "other/x", "mine\n"],
  ])("keeps %s", async (_name, file, text) => {
    const { repository, advance } = moved((it) => {
      it.write("a.txt", "2\n");
      for (const name of ["new.txt", "ignored.txt", "folder/x.txt", "other"]) it.write(name, "x\n");
    });
    writeFileSync(path.join(repository.path, ".git/info/exclude"), "ignored.txt\nother/\n");
    repository.write(file, text);
    expect(await advance()).toBe(false);
    expect(readFileSync(path.join(repository.path, file), "utf8")).toBe(text);
    expect(repository.git("diff", "--cached", "--name-only").split("\n")).toContain("new.txt");
  });

  test("keeps what was staged", async () => {
    const { repository, advance } = moved((it) => it.write("a.txt", "2\n"));
    repository.write("staged.txt", "x");
    repository.git("add", "staged.txt");
    expect(await advance()).toBe(false);
    expect(repository.git("diff", "--cached", "--name-only")).toContain("staged.txt");
  });

  test("never writes through a link", async () => {
    const { repository, advance } = moved((it) => it.write("linked/x.txt", "x\n"));
    const outside = path.join(repository.path, "../outside");
    mkdirSync(outside);
    symlinkSync(outside, path.join(repository.path, "linked"));
    expect(await advance()).toBe(false);
    expect(existsSync(path.join(outside, "x.txt"))).toBe(false);
  });

  test("leaves a checkout of another branch alone", async () => {
    const { repository, from, advance } = moved((it) => it.write("a.txt", "2\n"));
    repository.git("checkout", "--quiet", "--force", "-b", "side", from);
    expect(await advance()).toBe(false);
    expect(readFileSync(path.join(repository.path, "a.txt"), "utf8")).toBe("1\n");
  });
});

describe("push()", () => {
  function withRemote() {
    const repository = repositoryWith();
    const remote = repositoryWith({});
    remote.git("config", "receive.denyCurrentBranch", "ignore");
    repository.git("remote", "add", "origin", remote.path);
    const commit = repository.git("rev-parse", "HEAD");
    const person = createRepository({ workspace: repository.path });
    const push = async (branch = "kazi/goal") => await person.push({ branch, commit });
    return { repository, remote, commit, push };
  }

  test("puts the branch on the remote, and does so again without harm", async () => {
    const { remote, commit, push } = withRemote();
    expect(await push()).toEqual({ kind: "pushed", remote: "origin" });
    expect(await push()).toEqual({ kind: "pushed", remote: "origin" });
    expect(remote.git("for-each-ref", "--format=%(objectname) %(refname)")).toBe(
      `${commit} refs/heads/kazi/goal`,
    );
  });

  test("prefers the branch's own remote", async () => {
    const { repository, push } = withRemote();
    const fork = repositoryWith({});
    repository.git("remote", "add", "fork", fork.path);
    repository.git("config", "branch.kazi/goal.pushRemote", "fork");
    expect(await push()).toEqual({ kind: "pushed", remote: "fork" });
  });

  test("says that there is no remote", async () => {
    const { repository, push } = withRemote();
    repository.git("remote", "rename", "origin", "elsewhere");
    repository.git("config", "branch.kazi/goal.remote", "https://example.invalid/x");
    expect(await push()).toEqual({ kind: "no-remote" });
  });

  test("never overwrites what somebody else has pushed", async () => {
    const { remote, push } = withRemote();
    remote.git("commit", "--quiet", "--allow-empty", "-m", "Theirs");
    const theirs = remote.git("rev-parse", "main");
    expect(await push("main")).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/fetch first|non-fast-forward/),
    });
    expect(remote.git("rev-parse", "main")).toBe(theirs);
  });

  test("gives the reason of a hook, without terminal escapes", async () => {
    const { remote, push } = withRemote();
    const hook = path.join(remote.path, ".git/hooks/pre-receive");
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\nprintf '\\033[31mGH013: rule violated\\n' >&2\nexit 1\n");
    chmodSync(hook, 0o755);
    const outcome = await push();
    expect(outcome).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/pre-receive hook declined.*GH013: rule violated/),
    });
    expect(JSON.stringify(outcome)).not.toContain("u001b");
  });

  test("runs no hook", async () => {
    const { repository, remote, push } = withRemote();
    const hook = path.join(repository.path, ".git/hooks/pre-push");
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\necho no pushes on fridays >&2\nexit 1\n");
    chmodSync(hook, 0o755);
    expect(await push()).toMatchObject({ kind: "pushed" });
    expect(remote.git("for-each-ref")).toContain("refs/heads/kazi/goal");
  });

  test("pushes nothing but the branch", async () => {
    const { repository, remote, push } = withRemote();
    repository.git("tag", "-a", "-m", "x", "v1");
    repository.git("config", "push.followTags", "true");
    await push();
    expect(remote.git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/kazi/goal");
  });

  test("refuses a branch that is an expression", async () => {
    const { push } = withRemote();
    expect(await push("a:refs/heads/main")).toMatchObject({ kind: "refused" });
  });

  test("hides the password of a remote's address", async () => {
    const { repository, push } = withRemote();
    repository.git("remote", "set-url", "origin", "http://me:secret@127.0.0.1:1/x.git");
    const outcome = await push();
    expect(outcome.kind).toBe("refused");
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });
});
