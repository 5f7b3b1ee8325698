import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryRepository } from "../fakes/temporary-repository.ts";
import {
  strangersGit,
  temporaryWorkshop,
  usualRepository,
  type TemporaryWorkshop,
} from "../fakes/temporary-workshop.ts";

let usual: TemporaryWorkshop;
let before: string;

beforeAll(async () => {
  usual = await temporaryWorkshop(usualRepository());
  usual.repository.git("tag", "v1");
  before = usual.fingerprint();
});

afterAll(async () => await usual.remove());

function treeOfHead(): string {
  return usual.repository.git("rev-parse", "HEAD^{tree}");
}

async function commitAll(folder: string): Promise<string | undefined> {
  const changes = await usual.workshop.changes(folder, treeOfHead());
  return await usual.workshop.commit({
    folder,
    parent: usual.head,
    changes,
    message: "Candidate",
    atMs: 1_700_000_000_000,
  });
}

describe("checkout()", () => {
  test.each([
    ["is clean", ["status", "--porcelain"], ""],
    ["stands on the branch", ["symbolic-ref", "--short", "HEAD"], "kazi/goal"],
    ["has an upstream", ["rev-parse", "--abbrev-ref", "@{u}"], "origin/kazi/goal"],
    [
      "knows the remote's default branch",
      ["rev-parse", "--abbrev-ref", "origin/HEAD"],
      "origin/main",
    ],
    ["can fetch", ["fetch", "--quiet", "origin"], ""],
    ["shows the history", ["log", "--format=%s"], "First"],
    ["has the tags", ["describe", "--tags"], "v1"],
    ["commits as kazi", ["config", "user.email"], "kazi@localhost"],
    ["hands out no credentials", ["config", "--local", "credential.helper"], ""],
    ["is whole", ["fsck", "--no-dangling"], ""],
  ])("%s", async (_name, args, wanted) => {
    expect(strangersGit(await usual.checkout(), ...args)).toBe(wanted);
  });

  test("stands ahead of a remote whose base has the branch's name", async () => {
    const folder = await usual.checkout();
    writeFileSync(path.join(folder, "new.txt"), "new\n");
    const commit = (await commitAll(folder)) ?? "";
    const observed = await usual.workshop.checkout({
      name: "observe",
      commit,
      branch: "main",
      base: { branch: "main", commit: usual.head },
    });
    expect(strangersGit(observed, "log", "--format=%s", "origin/main..HEAD")).toBe("Candidate");
  });

  test("keeps a push inside the workshop", async () => {
    const folder = await usual.checkout();
    strangersGit(folder, "commit", "--quiet", "--allow-empty", "-m", "mine");
    strangersGit(folder, "push", "--quiet", "--force", "origin", "HEAD:main", "HEAD:refs/kazi/x");
    expect(usual.fingerprint()).toBe(before);
  });

  test.each([
    ["a branch that is an option", "-x", "workspace-unusable"],
    ["a branch that is an expression", "main~1", "workspace-unusable"],
    ["a branch with a line end", "a\nb", "workspace-unusable"],
  ])("refuses %s", async (_name, branch, code) => {
    const { head } = usual;
    const asked = { name: "agent" as const, commit: head, branch, base: { branch, commit: head } };
    await expect(usual.workshop.checkout(asked)).rejects.toMatchObject({ code });
  });

  test("names a commit that is not there", async () => {
    await expect(usual.checkout("agent", "1".repeat(40))).rejects.toThrow(/fetch it first/);
  });
});

describe("changes()", () => {
  test("is empty for a fresh checkout", async () => {
    const folder = await usual.checkout();
    expect(await usual.workshop.changes(folder, treeOfHead())).toEqual([]);
  });

  test("tells kinds, sizes and targets, ignored files left out", async () => {
    const folder = await usual.checkout();
    writeFileSync(path.join(folder, "src/one.ts"), "export const one = 2;\n");
    writeFileSync(path.join(folder, "new.sh"), "x");
    chmodSync(path.join(folder, "new.sh"), 0o755);
    chmodSync(path.join(folder, "README.md"), 0o755);
    rmSync(path.join(folder, "src/two.ts"));
    symlinkSync("src/one.ts", path.join(folder, "link"));
    mkdirSync(path.join(folder, "out"));
    writeFileSync(path.join(folder, "out/made.js"), "x");
    writeFileSync(path.join(folder, "src/debug.log"), "x");
    expect(await usual.workshop.changes(folder, treeOfHead())).toEqual([
      { path: "README.md", kind: "executable", bytes: 8 },
      { path: "link", kind: "symlink", bytes: 10, target: "src/one.ts" },
      { path: "new.sh", kind: "executable", bytes: 1 },
      { path: "src/one.ts", kind: "file", bytes: 22 },
      { path: "src/two.ts", kind: "deleted", bytes: 0 },
    ]);
  });

  test("sees a change of the same size and time", async () => {
    const folder = await usual.checkout();
    const file = path.join(folder, "src/one.ts");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, "export const one = 7;\n");
    utimesSync(file, atime, mtime);
    const changes = await usual.workshop.changes(folder, treeOfHead());
    expect(changes.map((it) => it.path)).toEqual(["src/one.ts"]);
  });

  test("is not fooled by a touched file", async () => {
    const folder = await usual.checkout();
    const file = path.join(folder, "src/one.ts");
    const text = readFileSync(file);
    rmSync(file);
    writeFileSync(file, text);
    expect(await usual.workshop.changes(folder, treeOfHead())).toEqual([]);
  });

  test("says when there are more than can be judged", async () => {
    const folder = await usual.checkout();
    mkdirSync(path.join(folder, "many"));
    for (let at = 0; at < 10_001; at += 1) writeFileSync(path.join(folder, `many/${at}`), "");
    const failure = usual.workshop.changes(folder, treeOfHead());
    await expect(failure).rejects.toThrow(/at most 10000 changed files, found 10001/);
  });

  test("leaves out a new folder that a tool marked as its cache, and only such a one", async () => {
    const folder = await usual.checkout();
    for (const name of ["cache", "hidden", "src"]) {
      mkdirSync(path.join(folder, name), { recursive: true });
      writeFileSync(path.join(folder, name, "x.txt"), "x");
    }
    writeFileSync(path.join(folder, "cache/.gitignore"), "# made by a tool\n*\n");
    writeFileSync(path.join(folder, "src/.gitignore"), "*\n");
    writeFileSync(path.join(folder, "hidden/.gitignore"), "x.txt\n");
    const changes = await usual.workshop.changes(folder, treeOfHead());
    expect(changes.map((it) => it.path)).toEqual([
      "hidden/.gitignore",
      "hidden/x.txt",
      "src/.gitignore",
      "src/x.txt",
    ]);
  });
});

describe("snapshot()", () => {
  test("tells what setup made from what the agent made", async () => {
    const folder = await usual.checkout();
    writeFileSync(path.join(folder, "made-by-setup"), "1\n");
    const snapshot = await usual.workshop.snapshot(folder, usual.head);
    writeFileSync(path.join(folder, "made-by-agent"), "2\n");
    expect(await usual.workshop.changes(folder, snapshot)).toEqual([
      { path: "made-by-agent", kind: "file", bytes: 2 },
    ]);
  });

  test("is the commit's tree when nothing was made", async () => {
    const folder = await usual.checkout();
    expect(await usual.workshop.snapshot(folder, usual.head)).toBe(treeOfHead());
  });
});

describe("commit()", () => {
  test("holds the listed changes and no others", async () => {
    const folder = await usual.checkout();
    writeFileSync(path.join(folder, "wanted.txt"), "wanted\n");
    writeFileSync(path.join(folder, "src/one.ts"), "refused\n");
    const commit = await usual.workshop.commit({
      folder,
      parent: usual.head,
      changes: [{ path: "wanted.txt", kind: "file", bytes: 7 }],
      message: "Only one\0",
      atMs: 1_700_000_000_000,
    });
    const observed = await usual.checkout("observe", commit);
    expect(strangersGit(observed, "show", "--name-only", "--format=%an <%ae> %at %s")).toBe(
      "kazi <kazi@localhost> 1700000000 Only one\n\nwanted.txt",
    );
  });

  test("is undefined when the tree stays the same", async () => {
    const folder = await usual.checkout();
    const changes = [{ path: "README.md", kind: "file", bytes: 8 } as const];
    const request = { folder, parent: usual.head, changes, message: "None", atMs: 0 };
    expect(await usual.workshop.commit(request)).toBeUndefined();
  });

  test.each([
    ["a path that leaves the tree", { path: "../x", kind: "file", bytes: 1 }],
    ["git's own folder", { path: ".git/config", kind: "file", bytes: 1 }],
    ["git's own folder by another name", { path: "GIT~1/config", kind: "file", bytes: 1 }],
    ["an embedded repository", { path: "sub", kind: "repository", bytes: 0 }],
    ["a file that grew", { path: "README.md", kind: "file", bytes: 3 }],
    ["a file that is not there", { path: "nowhere", kind: "file", bytes: 3 }],
    ["a link that is none", { path: "README.md", kind: "symlink", bytes: 3, target: "x" }],
  ] as const)("refuses %s", async (_name, change) => {
    const folder = await usual.checkout();
    const request = { folder, parent: usual.head, changes: [change], message: "No", atMs: 0 };
    await expect(usual.workshop.commit(request)).rejects.toMatchObject({
      code: "candidate-invalid",
    });
  });

  test("refuses a file whose place would take others away", async () => {
    const folder = await usual.checkout();
    rmSync(path.join(folder, "src"), { recursive: true });
    writeFileSync(path.join(folder, "src"), "x");
    const changes = [{ path: "src", kind: "file", bytes: 1 } as const];
    const request = { folder, parent: usual.head, changes, message: "No", atMs: 0 };
    await expect(usual.workshop.commit(request)).rejects.toThrow(/src\/one\.ts/);
  });

  test("takes a folder over a file and a file over a folder when both sides are listed", async () => {
    const folder = await usual.checkout();
    rmSync(path.join(folder, "src"), { recursive: true });
    writeFileSync(path.join(folder, "src"), "x");
    rmSync(path.join(folder, "README.md"));
    mkdirSync(path.join(folder, "README.md"));
    writeFileSync(path.join(folder, "README.md/inner"), "y");
    const observed = await usual.checkout("observe", await commitAll(folder));
    expect(readFileSync(path.join(observed, "src"), "utf8")).toBe("x");
    expect(readFileSync(path.join(observed, "README.md/inner"), "utf8")).toBe("y");
  });
});

describe("restoreGraders()", () => {
  test("writes the graders over and names those that differed", async () => {
    const folder = await usual.checkout("observe");
    writeFileSync(path.join(folder, "test/one.test.ts"), "forged\n");
    chmodSync(path.join(folder, "run.sh"), 0o644);
    writeFileSync(path.join(folder, "test/own.test.ts"), "stays\n");
    const differing = await usual.workshop.restoreGraders(folder, treeOfHead());
    expect(differing).toEqual(["run.sh", "test/one.test.ts"]);
    expect(readFileSync(path.join(folder, "test/own.test.ts"), "utf8")).toBe("stays\n");
    expect(strangersGit(folder, "status", "--porcelain")).toBe("?? test/own.test.ts");
  });

  test("never writes through a link, and takes the place of folders", async () => {
    const folder = await usual.checkout("observe");
    const outside = path.join(usual.folder, "outside");
    mkdirSync(outside);
    rmSync(path.join(folder, "test"), { recursive: true });
    symlinkSync(outside, path.join(folder, "test"));
    rmSync(path.join(folder, "README.md"));
    mkdirSync(path.join(folder, "README.md/deep"), { recursive: true });
    rmSync(path.join(folder, "run.sh"));
    symlinkSync(path.join(outside, "run.sh"), path.join(folder, "run.sh"));
    const differing = await usual.workshop.restoreGraders(folder, treeOfHead());
    expect(differing).toEqual(["README.md", "run.sh", "test/one.test.ts"]);
    expect(readdirSync(outside)).toEqual([]);
    expect(strangersGit(folder, "status", "--porcelain")).toBe("");
  });
});

describe("freeze() and renew()", () => {
  test("bring the folder back as it was, as often as wanted", async () => {
    const folder = await usual.checkout("observe");
    symlinkSync("nowhere", path.join(folder, "out"));
    await usual.workshop.freeze(folder);
    expect(existsSync(folder)).toBe(false);
    for (const stain of ["README.md", "src/one.ts"]) {
      await usual.workshop.renew(folder);
      expect(lstatSync(path.join(folder, "out")).isSymbolicLink()).toBe(true);
      expect(strangersGit(folder, "status", "--porcelain")).toBe("?? out");
      writeFileSync(path.join(folder, stain), "stained");
    }
    await usual.workshop.renew(folder);
    expect(strangersGit(folder, "diff", "--stat")).toBe("");
  });

  test("notice that a command wrote into what was set aside", async () => {
    const folder = await usual.checkout("observe");
    await usual.workshop.freeze(folder);
    await usual.workshop.renew(folder);
    writeFileSync(path.join(folder, "../observe.pristine/README.md"), "# Usuak\n");
    await expect(usual.workshop.renew(folder)).rejects.toThrow(/reached outside its folder/);
  });

  test("lend what was set aside to be read, and notice when it was exchanged for a while", async () => {
    const folder = await usual.checkout("observe");
    expect(() => usual.workshop.frozen(folder)).toThrow(/needs a folder that was frozen/);
    await usual.workshop.freeze(folder);
    const aside = usual.workshop.frozen(folder);
    expect(readFileSync(path.join(aside, "README.md"), "utf8")).toBe("# Usual\n");
    await usual.workshop.renew(folder);
    expect(usual.workshop.frozen(folder)).toBe(aside);
    renameSync(aside, `${aside}.hidden`);
    mkdirSync(aside);
    rmSync(aside, { recursive: true });
    renameSync(`${aside}.hidden`, aside);
    expect(() => usual.workshop.frozen(folder)).toThrow(/reached outside its folder/);
  });

  test("notice that what was set aside is gone", async () => {
    const folder = await usual.checkout("observe");
    await usual.workshop.freeze(folder);
    rmSync(usual.workshop.frozen(folder), { recursive: true });
    expect(() => usual.workshop.frozen(folder)).toThrow(/reached outside its folder/);
  });

  test("share no file with a package store, and keep links among their own", async () => {
    const folder = await usual.checkout("observe");
    const store = path.join(usual.folder, "store.sh");
    writeFileSync(store, "exit 1\n");
    linkSync(store, path.join(folder, "tool.sh"));
    linkSync(store, path.join(folder, "same.sh"));
    await usual.workshop.freeze(folder);
    writeFileSync(store, "exit 0\n");
    await usual.workshop.renew(folder);
    expect(readFileSync(path.join(folder, "tool.sh"), "utf8")).toBe("exit 1\n");
    const [tool, same] = ["tool.sh", "same.sh"].map((it) => statSync(path.join(folder, it)));
    expect(tool?.ino).toBe(same?.ino);
  });

  test("notice a write of the same size and times into a file with two names", async () => {
    const folder = await usual.checkout("observe");
    writeFileSync(path.join(folder, "tool.sh"), "exit 1\n");
    linkSync(path.join(folder, "tool.sh"), path.join(folder, "same.sh"));
    utimesSync(path.join(folder, "tool.sh"), 1_000, 1_000);
    await usual.workshop.freeze(folder);
    const aside = path.join(folder, "../observe.pristine/tool.sh");
    writeFileSync(aside, "exit 0\n");
    utimesSync(aside, 1_000, 1_000);
    await expect(usual.workshop.renew(folder)).rejects.toThrow(/reached outside its folder/);
  });

  test("refuse a folder that the workshop did not make", async () => {
    await expect(usual.workshop.renew(usual.repository.path)).rejects.toThrow(/not a folder of/);
    await expect(usual.workshop.freeze("/")).rejects.toThrow(/not a folder of/);
  });
});

describe("unusual repositories", () => {
  test.each([
    ["a name with spaces, quotes and line ends", { name: 'a "b"\n\\ ü #' }],
    ["sha256", { objectFormat: "sha256" as const }],
  ])("work with %s", async (_name, options) => {
    const repository = temporaryRepository({ ...options, files: { "a.txt": "a\n" } });
    const made = await temporaryWorkshop(repository);
    const folder = await made.checkout();
    writeFileSync(path.join(folder, "a.txt"), "b\n");
    const changes = await made.workshop.changes(folder, made.head);
    const request = { folder, parent: made.head, changes, message: "b", atMs: 0 };
    const commit = (await made.workshop.commit(request)) ?? "";
    await made.workshop.bundle(commit, made.head);
    const received = await made.workshop.receive(made.head, commit);
    expect(received?.changes).toEqual([{ path: "a.txt", kind: "file", bytes: 2 }]);
    await made.remove();
  });

  test("works with a shallow clone that borrows objects itself", async () => {
    const source = temporaryRepository({ files: { "a.txt": "1\n" } });
    source.write("a.txt", "2\n");
    source.commit("Second");
    const repository = temporaryRepository();
    repository.git("fetch", "--quiet", "--depth=1", `file://${source.path}`, "main");
    repository.git("reset", "--quiet", "--hard", "FETCH_HEAD");
    const clone = temporaryRepository();
    clone.git("clone", "--quiet", "--shared", repository.path, "inner");
    const inner = {
      ...clone,
      git: (...args: readonly string[]) => clone.git("-C", "inner", ...args),
    };
    const made = await temporaryWorkshop(inner);
    const folder = await made.checkout();
    expect(strangersGit(folder, "log", "--format=%s")).toBe("Second");
    expect(strangersGit(folder, "fsck", "--no-dangling")).toBe("");
    expect(await made.workshop.changes(folder, made.head)).toEqual([]);
    await made.remove();
    source.remove();
    repository.remove();
  });

  test("names a partial clone whose files are missing", async () => {
    const source = temporaryRepository({ files: { "a.txt": "1\n" } });
    source.git("config", "uploadpack.allowFilter", "true");
    const outer = temporaryRepository();
    outer.git("clone", "-q", "--no-checkout", "--filter=blob:none", `file://${source.path}`, "in");
    const inner = { ...outer, git: (...args: readonly string[]) => outer.git("-C", "in", ...args) };
    const made = await temporaryWorkshop(inner);
    await expect(made.checkout()).rejects.toMatchObject({
      code: "workspace-unusable",
      message: expect.stringContaining("clone it without --filter"),
    });
    await made.remove();
    source.remove();
  });

  test("leaves line ends and filters to the attributes of the commit", async () => {
    const attributes = "*.txt text eol=crlf\n*.bin filter=lfs\n";
    const files = { ".gitattributes": attributes, "a.txt": "1\n", "b.bin": "pointer\n" };
    const made = await temporaryWorkshop(temporaryRepository({ files }));
    const folder = await made.checkout();
    expect(readFileSync(path.join(folder, "a.txt"), "utf8")).toBe("1\r\n");
    rmSync(path.join(folder, "a.txt"));
    writeFileSync(path.join(folder, "a.txt"), "1\r\n");
    expect(await made.workshop.changes(folder, made.head)).toEqual([]);
    writeFileSync(path.join(folder, "a.txt"), "2\r\n");
    writeFileSync(path.join(folder, "b.bin"), "content");
    const changes = await made.workshop.changes(folder, made.head);
    expect(changes).toEqual([
      { path: "a.txt", kind: "file", bytes: 3 },
      { path: "b.bin", kind: "filtered", bytes: 7 },
    ]);
    const request = {
      folder,
      parent: made.head,
      changes: changes.slice(0, 1),
      message: "",
      atMs: 0,
    };
    const commit = (await made.workshop.commit(request)) ?? "";
    const observed = await made.checkout("observe", commit);
    expect(strangersGit(observed, "show", "HEAD:a.txt")).toBe("2");
    await made.remove();
  });
});

test("close() removes what is locked and deep, and follows no link", async () => {
  const made = await temporaryWorkshop(temporaryRepository({ files: { "a.txt": "1\n" } }));
  const folder = await made.checkout();
  mkdirSync(path.join(folder, "locked/inner"), { recursive: true });
  writeFileSync(path.join(folder, "locked/inner/file"), "x");
  chmodSync(path.join(folder, "locked/inner"), 0o500);
  chmodSync(path.join(folder, "locked"), 0o000);
  symlinkSync(made.repository.path, path.join(folder, "link"));
  const dig = "for (let at = 0; at < 40; at++) { fs.mkdirSync(n); process.chdir(n); }";
  execFileSync(process.execPath, ["-e", `const n = "d".repeat(200); ${dig}`], { cwd: folder });
  await made.workshop.close();
  expect(existsSync(made.folder)).toBe(false);
  expect(readFileSync(path.join(made.repository.path, "a.txt"), "utf8")).toBe("1\n");
  made.repository.remove();
});

test("nothing of all this touched the person's repository", () => {
  expect(usual.fingerprint()).toBe(before);
});
