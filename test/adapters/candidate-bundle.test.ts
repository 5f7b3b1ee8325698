import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createRepository } from "../../src/adapters/repository-git.ts";
import {
  strangersGit,
  temporaryWorkshop,
  usualRepository,
  type TemporaryWorkshop,
} from "../fakes/temporary-workshop.ts";

const REF = "refs/kazi/candidate";
const INVALID = { code: "candidate-invalid" };
let usual: TemporaryWorkshop;
let commit: string;
let whole: Buffer;

beforeAll(async () => {
  usual = await temporaryWorkshop(usualRepository());
  const folder = await usual.checkout();
  writeFileSync(path.join(folder, "src/one.ts"), "export const one = 11;\n");
  writeFileSync(path.join(folder, "new.sh"), "x\n", { mode: 0o755 });
  rmSync(path.join(folder, "src/two.ts"));
  symlinkSync("src", path.join(folder, "link"));
  const changes = await usual.workshop.changes(folder, usual.head);
  const request = { folder, parent: usual.head, changes, message: "Candidate", atMs: 0 };
  commit = (await usual.workshop.commit(request)) ?? "";
  await usual.workshop.bundle(commit, usual.head);
  whole = readFileSync(usual.bundle);
});

beforeEach(() => {
  rmSync(usual.bundle, { recursive: true, force: true });
});

afterAll(async () => await usual.remove());

/** A stranger's own repository over the same history, to make bundles with. */
async function forge(): Promise<(...args: readonly string[]) => string> {
  const folder = await usual.checkout();
  return (...args) => strangersGit(folder, ...args);
}

describe("receive()", () => {
  test("gives the changes, the tree and a diff", async () => {
    writeFileSync(usual.bundle, whole);
    const received = await usual.workshop.receive(usual.head, commit);
    expect(received?.changes).toEqual([
      { path: "link", kind: "symlink", bytes: 3, target: "src" },
      { path: "new.sh", kind: "executable", bytes: 2 },
      { path: "src/one.ts", kind: "file", bytes: 23 },
      { path: "src/two.ts", kind: "deleted", bytes: 0 },
    ]);
    expect(received?.diff).toContain("+export const one = 11;");
    const observed = await usual.checkout("observe", commit);
    expect(strangersGit(observed, "rev-parse", "HEAD^{tree}")).toBe(received?.tree);
  });

  test("is undefined when nothing was left", async () => {
    expect(await usual.workshop.receive(usual.head, commit)).toBeUndefined();
  });

  test.each([
    ["nothing at all", () => Buffer.alloc(0)],
    ["some text", () => Buffer.from("hello\n\n")],
    ["a pointer to another repository", () => Buffer.from(`gitdir: ${usual.repository.path}\n\n`)],
    ["half of it", () => whole.subarray(0, whole.length - 30)],
    ["only the header", () => whole.subarray(0, whole.indexOf("\n\n") + 2)],
    ["something behind it", () => Buffer.concat([whole, Buffer.from("more")])],
    [
      "another capability",
      () => change("# v2 git bundle\n", "# v3 git bundle\n@filter=blob:none\n"),
    ],
    [
      "a second ref",
      () => change(`${commit} ${REF}\n`, `${commit} ${REF}\n${commit} refs/heads/main\n`),
    ],
    ["another version", () => change("# v2 git bundle\n", "# v3 git bundle\n")],
    ["another ref", () => change(REF, "refs/heads/main")],
    ["no prerequisite", () => change(`-${usual.head} First\n`, "")],
    ["a byte turned over", () => turned(whole.length - 40)],
    ["millions of objects announced", () => announced(4_000_000)],
  ])("refuses %s", async (_name, make) => {
    writeFileSync(usual.bundle, make());
    await expect(usual.workshop.receive(usual.head, commit)).rejects.toMatchObject(INVALID);
  });

  test("refuses what is larger than a candidate can be, without reading it", async () => {
    writeFileSync(usual.bundle, whole);
    truncateSync(usual.bundle, 100_000_000_000);
    await expect(usual.workshop.receive(usual.head, commit)).rejects.toThrow(/at most 67108864/);
  });

  test.each([
    ["a folder", () => mkdirSync(usual.bundle)],
    ["a link", () => symlinkSync("/etc/passwd", usual.bundle)],
  ])("refuses %s in its place", async (_name, make) => {
    make();
    await expect(usual.workshop.receive(usual.head, commit)).rejects.toMatchObject(INVALID);
  });

  test("refuses another commit than the one that was announced", async () => {
    writeFileSync(usual.bundle, whole);
    const other = "1".repeat(40);
    await expect(usual.workshop.receive(usual.head, other)).rejects.toMatchObject(INVALID);
    await expect(usual.workshop.receive(other, commit)).rejects.toMatchObject(INVALID);
  });

  test("refuses ids that are none", async () => {
    await expect(usual.workshop.receive("--upload-pack=x", commit)).rejects.toMatchObject(INVALID);
  });

  const one = ["commit", "--allow-empty", "-qm", "1"];
  test.each([
    ["two commits", [one, one], "HEAD"],
    ["a stranger's name", [[...one, "--author", "Eve <eve@x>"]], "HEAD"],
    ["a tag", [one, ["tag", "-f", "-a", "-m", "t", "t"]], "t"],
  ])("refuses a bundle of %s", async (_name, steps, revision) => {
    const git = await forge();
    for (const step of steps) git(...step);
    const tip = git("rev-parse", revision);
    git("update-ref", REF, tip);
    git("bundle", "create", "-q", usual.bundle, REF, `^${usual.head}`);
    await expect(usual.workshop.receive(usual.head, tip)).rejects.toMatchObject(INVALID);
  });

  test("refuses a merge", async () => {
    const git = await forge();
    const tree = git("rev-parse", "HEAD^{tree}");
    const side = git("commit-tree", tree, "-p", usual.head, "-m", "side");
    const merge = git("commit-tree", tree, "-p", usual.head, "-p", side, "-m", "merge");
    git("update-ref", REF, merge);
    git("bundle", "create", "-q", usual.bundle, REF, `^${usual.head}`);
    await expect(usual.workshop.receive(usual.head, merge)).rejects.toMatchObject(INVALID);
  });

  test.each([
    ["git's own folder", ".git"],
    ["a step out of the tree", ".."],
  ])("refuses a tree that names %s", async (_name, name) => {
    const git = await forge();
    const tree = forgeTree(name, git("rev-parse", "HEAD:src"), git);
    const forged = git("commit-tree", tree, "-p", usual.head, "-m", "x");
    git("update-ref", REF, forged);
    git("bundle", "create", "-q", usual.bundle, REF, `^${usual.head}`);
    await expect(usual.workshop.receive(usual.head, forged)).rejects.toMatchObject(INVALID);
  });

  test("never takes a damaged bundle for a whole one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          // The parent's subject is a remark that no reader needs.
          const subject = whole.indexOf(" First");
          fc.pre(at < subject || at >= subject + " First".length);
          writeFileSync(usual.bundle, turned(at, bits));
          await expect(usual.workshop.receive(usual.head, commit)).rejects.toMatchObject(INVALID);
        },
      ),
      { numRuns: 25 },
    );
  });
});

test("adopt() takes the received commit in, and no ref moves", async () => {
  writeFileSync(usual.bundle, whole);
  const refs = usual.repository.git("for-each-ref");
  const { repository, received } = usual;
  const person = createRepository({ workspace: repository.path, received });
  await usual.workshop.receive(usual.head, commit);
  // Whoever reads this file fails: what a stranger may have written there has no say.
  writeFileSync(path.join(received, "config"), "[broken");
  await person.adopt(commit);
  await person.adopt(commit);
  expect(await person.isAncestor(usual.head, commit)).toBe(true);
  expect(repository.git("fsck", "--no-dangling")).toBe("");
  expect(repository.git("ls-tree", "-r", "--name-only", commit)).toContain("new.sh");
  expect(repository.git("for-each-ref")).toBe(refs);
  expect(repository.git("status", "--porcelain")).toBe("");
});

test("adopt() says when nothing was received", async () => {
  const person = createRepository({ workspace: usual.repository.path });
  await expect(person.adopt("1".repeat(40))).rejects.toThrow(/receive it first/);
});

function change(from: string, to: string): Buffer {
  const at = whole.indexOf(from);
  return Buffer.concat([whole.subarray(0, at), Buffer.from(to), whole.subarray(at + from.length)]);
}

function turned(at: number, bits = 0xff): Buffer {
  const copy = Buffer.from(whole);
  copy[at] = (copy[at] ?? 0) ^ bits;
  return copy;
}

function announced(objects: number): Buffer {
  const copy = Buffer.from(whole);
  copy.writeUInt32BE(objects, whole.indexOf("\n\n") + 2 + 8);
  return copy;
}

function forgeTree(
  name: string,
  inner: string,
  git: (...args: readonly string[]) => string,
): string {
  const file = path.join(usual.folder, "forged-tree");
  writeFileSync(file, Buffer.concat([Buffer.from(`40000 ${name}\0`), Buffer.from(inner, "hex")]));
  return git("hash-object", "-w", "--literally", "-t", "tree", file);
}
