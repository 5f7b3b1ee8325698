import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findObjectSource, makeObjectStore } from "../../src/adapters/object-store.ts";
import { createTreeDiff } from "../../src/adapters/tree-diff-git.ts";
import { createWorkshop } from "../../src/adapters/workshop-git.ts";
import type { TreeDiff } from "../../src/ports/tree-diff.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";
import { temporaryWorkshop, usualRepository } from "../fakes/temporary-workshop.ts";

const BYTES_MAX = 1024 * 1024;

/** From a store of ours beside the repository, as a workshop has one. */
async function diffOf(repository: TemporaryRepository, base: string): Promise<TreeDiff> {
  const source = await findObjectSource(path.join(repository.path, ".git"));
  return createTreeDiff({
    store: await makeObjectStore(`${repository.path}.store`, source),
    base,
    commit: repository.git("rev-parse", "HEAD"),
    since: "the base",
  });
}

describe("createTreeDiff()", () => {
  let repository: TemporaryRepository;
  let base: string;
  let diff: TreeDiff;

  beforeAll(async () => {
    repository = temporaryRepository({
      files: { "a.ts": "one\ntwo\nthree\n", "gone.ts": "gone\n", "moved.ts": "same\n", "b c": "1" },
    });
    base = repository.git("rev-parse", "HEAD");
    repository.write("a.ts", "one\r\nTWO\nthree\nfour");
    repository.write("b c", "1\n2\n");
    repository.write('ä/quote"tab\t.ts', "odd\n");
    repository.write("new/picture.png", new Uint8Array([137, 80, 0, 1, 10, 2]));
    repository.write("latin.txt", new Uint8Array([0x66, 0xfc, 0x72, 10]));
    repository.git("mv", "moved.ts", "renamed.ts");
    rmSync(path.join(repository.path, "gone.ts"));
    symlinkSync("a.ts", path.join(repository.path, "link"));
    repository.write(".gitattributes", "*.ts -diff\n*.txt diff=hidden\n");
    repository.commit("Second\n\nwith a body");
    repository.commit("Third");
    repository.git("config", "diff.hidden.textconv", "true");
    repository.git("config", "diff.external", "true");
    diff = await diffOf(repository, base);
  });
  afterAll(() => repository.remove());

  test("names every path, moved ones twice", async () => {
    const paths = await diff.changedPaths();
    expect(paths.map((it) => `${it.kind} ${it.path}`)).toStrictEqual([
      "added .gitattributes",
      "modified a.ts",
      "modified b c",
      "deleted gone.ts",
      "added latin.txt",
      "added link",
      "deleted moved.ts",
      "added new/picture.png",
      "added renamed.ts",
      'added ä/quote"tab\t.ts',
    ]);
  });

  test("an agent's .gitattributes hide no line", async () => {
    const { lines, isComplete, binaries } = await diff.addedLines(BYTES_MAX);
    expect(isComplete).toBe(true);
    expect(binaries).toStrictEqual(["new/picture.png"]);
    expect(lines.map((it) => `${it.path}:${it.line}: ${it.text}`)).toStrictEqual([
      ".gitattributes:1: *.ts -diff",
      ".gitattributes:2: *.txt diff=hidden",
      "a.ts:1: one",
      "a.ts:2: TWO",
      "a.ts:4: four",
      "b c:1: 1",
      "b c:2: 2",
      "latin.txt:1: f\uFFFDr",
      "link:1: a.ts",
      "renamed.ts:1: same",
      'ä/quote"tab\t.ts:1: odd',
    ]);
  });

  test("too many lines are cut and said to be cut", async () => {
    const { lines, isComplete } = await diff.addedLines(300);
    expect(isComplete).toBe(false);
    expect(lines.length).toBeLessThan(11);
  });

  test("messages of the commits in between, newest first", async () => {
    await expect(diff.messages()).resolves.toStrictEqual(["Third", "Second\n\nwith a body"]);
  });

  test("nothing changed is no change", async () => {
    const none = await diffOf(repository, repository.git("rev-parse", "HEAD"));
    await expect(none.changedPaths()).resolves.toStrictEqual([]);
    await expect(none.messages()).resolves.toStrictEqual([]);
    await expect(none.addedLines(BYTES_MAX)).resolves.toStrictEqual({
      lines: [],
      isComplete: true,
      binaries: [],
    });
  });

  test("a commit that is not there throws", async () => {
    const lost = await diffOf(repository, "0123456789".repeat(4));
    await expect(lost.changedPaths()).rejects.toMatchObject({ code: "git-failed" });
  });
});

test("a moved submodule shows, whatever .gitmodules say", async () => {
  const repository = temporaryRepository({ files: { "a.ts": "one\n" } });
  try {
    const first = repository.git("rev-parse", "HEAD");
    repository.write(".gitmodules", '[submodule "s"]\n\tpath = s\n\turl = x\n\tignore = all\n');
    repository.git("add", ".gitmodules");
    repository.git("update-index", "--add", "--cacheinfo", `160000,${first},s`);
    repository.git("commit", "--quiet", "--message", "Submodule");
    const base = repository.git("rev-parse", "HEAD");
    repository.git("update-index", "--cacheinfo", `160000,${base},s`);
    repository.git("commit", "--quiet", "--message", "Moved");
    const diff = await diffOf(repository, base);
    await expect(diff.changedPaths()).resolves.toStrictEqual([{ path: "s", kind: "modified" }]);
    await expect(diff.addedLines(BYTES_MAX)).resolves.toMatchObject({ lines: [], binaries: [] });
  } finally {
    repository.remove();
  }
});

test("a file that becomes a link shows both times under its name", async () => {
  const repository = temporaryRepository({ files: { "a.ts": "one\n", "b.ts": "two\n" } });
  try {
    const base = repository.git("rev-parse", "HEAD");
    rmSync(path.join(repository.path, "a.ts"));
    symlinkSync("b.ts", path.join(repository.path, "a.ts"));
    repository.commit("Link");
    const diff = await diffOf(repository, base);
    await expect(diff.changedPaths()).resolves.toStrictEqual([{ path: "a.ts", kind: "modified" }]);
    const { lines } = await diff.addedLines(BYTES_MAX);
    expect(lines).toStrictEqual([{ path: "a.ts", line: 1, text: "b.ts" }]);
  } finally {
    repository.remove();
  }
});

test("objects named by SHA-256", async () => {
  const repository = temporaryRepository({ files: { "a.ts": "one\n" }, objectFormat: "sha256" });
  try {
    const base = repository.git("rev-parse", "HEAD");
    repository.write("a.ts", "one\ntwo\n");
    repository.commit("Second");
    const { lines } = await (await diffOf(repository, base)).addedLines(BYTES_MAX);
    expect(lines).toStrictEqual([{ path: "a.ts", line: 2, text: "two" }]);
  } finally {
    repository.remove();
  }
});

test("an untracked file of a candidate is not invisible", async () => {
  const shop = await temporaryWorkshop(usualRepository());
  try {
    const folder = await shop.checkout();
    mkdirSync(path.join(folder, "secret"));
    symlinkSync("../README.md", path.join(folder, "secret/new.md"));
    const changes = await shop.workshop.changes(folder, shop.head);
    const request = { folder, parent: shop.head, changes, message: "Candidate", atMs: 0 };
    const commit = (await shop.workshop.commit(request)) ?? "";
    const expected = [{ path: "secret/new.md", kind: "added" }];
    const local = shop.workshop.diff(shop.head, commit);
    await expect(local.changedPaths()).resolves.toStrictEqual(expected);
    expect(local.since).toBe(shop.head.slice(0, 12));
  } finally {
    await shop.remove();
  }
});

test("a candidate that came in a bundle is compared from where it was received", async () => {
  const shop = await temporaryWorkshop(usualRepository());
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-test-"));
  try {
    const agents = await shop.checkout();
    writeFileSync(path.join(agents, "new.ts"), "export const todo = 1;\n");
    const changes = await shop.workshop.changes(agents, shop.head);
    const request = { folder: agents, parent: shop.head, changes, message: "New", atMs: 0 };
    const commit = (await shop.workshop.commit(request)) ?? "";
    await shop.workshop.bundle(commit, shop.head);
    const repository = path.join(shop.repository.path, ".git");
    const next = await createWorkshop({ repository, folder, bundle: shop.bundle });
    await next.receive(shop.head, commit);
    const { lines } = await next.diff(shop.head, commit).addedLines(BYTES_MAX);
    expect(lines).toStrictEqual([{ path: "new.ts", line: 1, text: "export const todo = 1;" }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await shop.remove();
  }
});
