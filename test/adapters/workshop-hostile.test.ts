import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../../src/ports/workshop.ts";
import { temporaryRepository } from "../fakes/temporary-repository.ts";
import {
  strangersGit,
  temporaryWorkshop,
  usualRepository,
  type TemporaryWorkshop,
} from "../fakes/temporary-workshop.ts";

let usual: TemporaryWorkshop;
let before: string;
let marker: string;

beforeAll(async () => {
  usual = await temporaryWorkshop(usualRepository());
  before = usual.fingerprint();
  marker = path.join(usual.folder, "something-ran");
});

afterAll(async () => await usual.remove());

/** A program that says that it was run. */
function trap(folder: string): string {
  const file = path.join(folder, ".git", "trap");
  writeFileSync(file, `#!/bin/sh\necho ran >> '${marker}'\ncat\n`);
  chmodSync(file, 0o755);
  return file;
}

function setTraps(folder: string): void {
  const file = trap(folder);
  const settings = [
    ["core.fsmonitor", file],
    ["core.hooksPath", path.dirname(file)],
    ["core.editor", file],
    ["core.pager", file],
    ["core.sshCommand", file],
    ["core.gitProxy", file],
    ["diff.external", file],
    ["filter.trap.clean", file],
    ["filter.trap.smudge", file],
    ["filter.trap.process", file],
    ["filter.trap.required", "true"],
    ["gpg.program", file],
    ["commit.gpgSign", "true"],
    ["uploadpack.packObjectsHook", file],
    ["alias.status", `!${file}`],
  ];
  for (const [name = "", value = ""] of settings) strangersGit(folder, "config", name, value);
  mkdirSync(path.join(folder, ".git/hooks"), { recursive: true });
  for (const hook of [
    "post-index-change",
    "post-checkout",
    "pre-commit",
    "reference-transaction",
  ]) {
    writeFileSync(path.join(folder, ".git/hooks", hook), readFileSync(file));
    chmodSync(path.join(folder, ".git/hooks", hook), 0o755);
  }
  writeFileSync(path.join(folder, ".gitattributes"), "* filter=trap diff=trap text eol=crlf\n");
  mkdirSync(path.join(folder, ".git/info"), { recursive: true });
  writeFileSync(path.join(folder, ".git/info/attributes"), "* filter=trap\n");
}

/** What the agent does, and what kazi has to see of it. */
const AGENTS: readonly (readonly [string, (folder: string) => void, readonly Change[]])[] = [
  [
    "edits a grader and a workflow",
    (folder) => {
      writeFileSync(path.join(folder, "test/one.test.ts"), "pass\n");
      mkdirSync(path.join(folder, ".github/workflows"), { recursive: true });
      writeFileSync(path.join(folder, ".github/workflows/x.yml"), "on: push\n");
    },
    [
      { path: ".github/workflows/x.yml", kind: "file", bytes: 9 },
      { path: "test/one.test.ts", kind: "file", bytes: 5 },
    ],
  ],
  [
    "links out of the tree",
    (folder) => symlinkSync("/etc/passwd", path.join(folder, "link")),
    [{ path: "link", kind: "symlink", bytes: 11, target: "/etc/passwd" }],
  ],
  [
    "replaces a folder by a link and writes through it",
    (folder) => {
      const outside = path.join(folder, "../elsewhere");
      rmSync(outside, { recursive: true, force: true });
      mkdirSync(outside);
      rmSync(path.join(folder, "src"), { recursive: true });
      symlinkSync(outside, path.join(folder, "src"));
      writeFileSync(path.join(folder, "src/one.ts"), "through\n");
      writeFileSync(path.join(folder, "src/new.ts"), "through\n");
    },
    [
      expect.objectContaining({ path: "src", kind: "symlink" }),
      { path: "src/one.ts", kind: "deleted", bytes: 0 },
      { path: "src/two.ts", kind: "deleted", bytes: 0 },
    ],
  ],
  [
    "embeds a repository in a new folder and in one that is tracked",
    (folder) => {
      for (const name of ["sub", "src"]) {
        mkdirSync(path.join(folder, name), { recursive: true });
        strangersGit(path.join(folder, name), "init", "--quiet");
        writeFileSync(path.join(folder, name, "inner.txt"), "x");
        const identity = ["-c", "user.name=x", "-c", "user.email=x"];
        const commit = ["commit", "--quiet", "--allow-empty", "-m", "x"];
        strangersGit(path.join(folder, name), ...identity, ...commit);
      }
    },
    [
      { path: "src/inner.txt", kind: "file", bytes: 1 },
      { path: "sub", kind: "repository", bytes: 0 },
    ],
  ],
  [
    "leaves a hundred gigabytes of nothing, new and in place of a tracked file",
    (folder) => {
      for (const name of ["huge.bin", "README.md"]) {
        writeFileSync(path.join(folder, name), "");
        truncateSync(path.join(folder, name), 100_000_000_000);
      }
    },
    [
      { path: "README.md", kind: "file", bytes: 100_000_000_000 },
      { path: "huge.bin", kind: "file", bytes: 100_000_000_000 },
    ],
  ],
  [
    "commits, rewrites history and pushes by force",
    (folder) => {
      writeFileSync(path.join(folder, "src/one.ts"), "committed\n");
      strangersGit(folder, "commit", "--quiet", "--all", "--amend", "-m", "rewritten");
      strangersGit(folder, "push", "--quiet", "--force", "origin", "HEAD:main", "HEAD:kazi/goal");
      strangersGit(folder, "update-ref", "refs/kazi/live/x", "HEAD");
    },
    [{ path: "src/one.ts", kind: "file", bytes: 10 }],
  ],
  [
    "stages a file and hides it from git's own view",
    (folder) => {
      writeFileSync(path.join(folder, "src/one.ts"), "hidden\n");
      strangersGit(folder, "update-index", "--assume-unchanged", "src/one.ts");
      strangersGit(folder, "update-index", "--skip-worktree", "src/two.ts");
      writeFileSync(path.join(folder, "src/two.ts"), "hidden too\n");
      mkdirSync(path.join(folder, ".git/info"), { recursive: true });
      writeFileSync(path.join(folder, ".git/info/exclude"), "*\n");
      writeFileSync(path.join(folder, "new.txt"), "hidden\n");
    },
    [
      { path: "new.txt", kind: "file", bytes: 7 },
      { path: "src/one.ts", kind: "file", bytes: 7 },
      { path: "src/two.ts", kind: "file", bytes: 11 },
    ],
  ],
  [
    "replaces .git by a file that names the person's repository",
    (folder) => {
      rmSync(path.join(folder, ".git"), { recursive: true });
      writeFileSync(path.join(folder, ".git"), `gitdir: ${usual.repository.path}/.git\n`);
      writeFileSync(path.join(folder, "new.txt"), "x");
    },
    [{ path: "new.txt", kind: "file", bytes: 1 }],
  ],
  [
    "replaces .git by a link to the person's repository",
    (folder) => {
      rmSync(path.join(folder, ".git"), { recursive: true });
      symlinkSync(path.join(usual.repository.path, ".git"), path.join(folder, ".git"));
    },
    [],
  ],
  [
    "sets every trap that a configuration knows",
    setTraps,
    [{ path: ".gitattributes", kind: "file", bytes: 38 }],
  ],
  [
    "hides new files and reveals ignored ones by ignore rules of its own",
    (folder) => {
      writeFileSync(path.join(folder, ".gitignore"), "hidden.txt\n");
      writeFileSync(path.join(folder, "src/.gitignore"), "!*.log\n*\n");
      writeFileSync(path.join(folder, "src/hidden.txt"), "x");
      writeFileSync(path.join(folder, "src/secret.log"), "x");
    },
    [
      { path: ".gitignore", kind: "file", bytes: 11 },
      { path: "src/.gitignore", kind: "file", bytes: 9 },
      { path: "src/hidden.txt", kind: "file", bytes: 1 },
    ],
  ],
  [
    "puts a pipe in place of a file",
    (folder) => {
      rmSync(path.join(folder, "README.md"));
      execFileSync("sh", ["-c", "mkfifo README.md"], { cwd: folder });
    },
    [{ path: "README.md", kind: "special", bytes: 0 }],
  ],
  [
    "locks folders and files",
    (folder) => {
      writeFileSync(path.join(folder, "src/one.ts"), "locked\n");
      chmodSync(path.join(folder, "src/one.ts"), 0o000);
      chmodSync(path.join(folder, "src"), 0o500);
    },
    [{ path: "src/one.ts", kind: "file", bytes: 7 }],
  ],
  [
    "links a file hard to one of the person's",
    (folder) => {
      rmSync(path.join(folder, "src/one.ts"));
      linkSync(path.join(usual.repository.path, "src/two.ts"), path.join(folder, "src/one.ts"));
    },
    [{ path: "src/one.ts", kind: "file", bytes: 22 }],
  ],
  [
    "uses names that do not travel",
    (folder) => {
      for (const name of ["line\nend", "back\\slash", "bell\u0007", "-rf", "--help", '"quoted"']) {
        writeFileSync(path.join(folder, name), "x");
      }
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad-`), Buffer.from([0xff])]), "x");
      for (const name of [".GIT", ".git ", "git~1"]) {
        mkdirSync(path.join(folder, "n", name), { recursive: true });
        writeFileSync(path.join(folder, "n", name, "config"), "x");
      }
    },
    [
      { path: '"quoted"', kind: "file", bytes: 1 },
      { path: "--help", kind: "file", bytes: 1 },
      { path: "-rf", kind: "file", bytes: 1 },
      { path: String.raw`back\slash`, kind: "special", bytes: 1 },
      { path: String.raw`bad-\xff`, kind: "special", bytes: 1 },
      { path: String.raw`bell\x07`, kind: "special", bytes: 1 },
      { path: String.raw`line\x0aend`, kind: "special", bytes: 1 },
      { path: "n/.GIT/config", kind: "special", bytes: 1 },
      { path: "n/.git /config", kind: "special", bytes: 1 },
      { path: "n/git~1/config", kind: "special", bytes: 1 },
    ],
  ],
];

// A Mac's file system takes neither two spellings nor bytes that are no text.
const isLinux = process.platform === "linux";

describe.runIf(isLinux)("an agent that", () => {
  test.each(AGENTS)("%s", async (_name, act, wanted) => {
    const folder = await usual.checkout();
    const stands = usual.fingerprint();
    act(folder);
    const tree = usual.repository.git("rev-parse", "HEAD^{tree}");
    const changes = await usual.workshop.changes(folder, tree);
    expect(changes).toEqual(wanted);
    const kept = changes.filter(
      (it) => ["file", "symlink", "deleted"].includes(it.kind) && it.bytes < 1_000_000,
    );
    const request = { folder, parent: usual.head, changes: kept, message: "x", atMs: 0 };
    const commit = await usual.workshop.commit(request);
    expect(commit === undefined).toBe(kept.length === 0);
    expect(usual.fingerprint()).toBe(stands);
    expect(existsSync(marker)).toBe(false);
  });

  test("links hard to another file gives its content and keeps the original", async () => {
    const folder = await usual.checkout();
    const secret = path.join(usual.repository.path, "README.md");
    rmSync(path.join(folder, "src/one.ts"));
    linkSync(secret, path.join(folder, "src/one.ts"));
    const graders = usual.repository.git("rev-parse", "HEAD^{tree}");
    await usual.workshop.restoreGraders(folder, graders);
    expect(readFileSync(secret, "utf8")).toBe("# Usual\n");
    expect(readFileSync(path.join(folder, "src/one.ts"), "utf8")).toBe("export const one = 1;\n");
  });

  test("moves its folder away is told apart from one that deletes everything", async () => {
    const folder = await usual.checkout();
    renameSync(folder, `${folder}-moved`);
    symlinkSync(usual.repository.path, folder);
    const { workshop, head } = usual;
    for (const step of [
      async () => await workshop.changes(folder, head),
      async () => await workshop.restoreGraders(folder, head),
      async () => await workshop.freeze(folder),
    ]) {
      await expect(step()).rejects.toMatchObject({ code: "candidate-invalid" });
    }
    expect(usual.fingerprint()).toBe(before);
    rmSync(folder);
  });

  test("writes into the workshop's own store does not steer it", async () => {
    const folder = await usual.checkout();
    const store = path.join(usual.folder, "scratch.git");
    setTraps(folder);
    const config = readFileSync(path.join(folder, ".git/config"), "utf8");
    writeFileSync(path.join(store, "config"), config);
    mkdirSync(path.join(store, "info"), { recursive: true });
    writeFileSync(path.join(store, "info/attributes"), "* filter=trap\n");
    writeFileSync(path.join(store, "info/exclude"), "*\n");
    writeFileSync(path.join(folder, "new.txt"), "x\n");
    const changes = await usual.workshop.changes(folder, usual.head);
    expect(changes.map((it) => it.path)).toEqual([".gitattributes", "new.txt"]);
    const request = { folder, parent: usual.head, changes, message: "x", atMs: 0 };
    expect(await usual.workshop.commit(request)).toMatch(/^[0-9a-f]{40}$/);
    expect(existsSync(marker)).toBe(false);
  });

  test("commits what differs only in case keeps both", async () => {
    const folder = await usual.checkout();
    writeFileSync(path.join(folder, "readme.md"), "other\n");
    const changes = await usual.workshop.changes(folder, usual.head);
    expect(changes).toEqual([{ path: "readme.md", kind: "file", bytes: 6 }]);
  });
});

test("an agent that touches a submodule is told that it is one", async () => {
  const repository = temporaryRepository({ files: { "a.txt": "1\n" } });
  const head = repository.git("rev-parse", "HEAD");
  repository.git("update-index", "--add", "--cacheinfo", `160000,${head},sub`);
  repository.git("commit", "--quiet", "-m", "With a submodule");
  const made = await temporaryWorkshop(repository);
  const folder = await made.checkout();
  expect(await made.workshop.changes(folder, made.head)).toEqual([]);
  mkdirSync(path.join(folder, "sub"), { recursive: true });
  strangersGit(path.join(folder, "sub"), "init", "--quiet");
  strangersGit(path.join(folder, "sub"), "config", "core.fsmonitor", trap(folder));
  writeFileSync(path.join(folder, "sub/x"), "x");
  expect(await made.workshop.changes(folder, made.head)).toEqual([]);
  rmSync(path.join(folder, "sub"), { recursive: true });
  symlinkSync("a.txt", path.join(folder, "sub"));
  const changes = await made.workshop.changes(folder, made.head);
  expect(changes).toEqual([{ path: "sub", kind: "repository", bytes: 0 }]);
  expect(existsSync(marker)).toBe(false);
  await made.remove();
});

test("nothing of all this touched the person's repository", () => {
  expect(usual.fingerprint()).toBe(before);
});
