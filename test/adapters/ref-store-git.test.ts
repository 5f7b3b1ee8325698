import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { createGitRefStore } from "../../src/adapters/ref-store-git.ts";
import type { NewCommit, RefStore } from "../../src/ports/ref-store.ts";
import { refStoreConformance, type RefStoreUnderTest } from "../conformance/ref-store.ts";
import {
  temporaryRepository,
  type TemporaryRepository,
  type TemporaryRepositoryOptions,
} from "../fakes/temporary-repository.ts";

const REF = "refs/kazi/local/live/x";
const EMPTY: NewCommit = {
  parents: [],
  message: "empty",
  files: new Map(),
  folders: new Map(),
  atMs: 1_700_000_000_000,
};

refStoreConformance("git", () => opened({}));
refStoreConformance("git with sha256 and an odd path", () =>
  opened({ objectFormat: "sha256", name: "a b\nü" }),
);

function opened(options: TemporaryRepositoryOptions): RefStoreUnderTest {
  const repository = temporaryRepository({ files: { "test/a.js": "1\n" }, ...options });
  const store = createGitRefStore({ gitDir: path.join(repository.path, ".git") });
  return {
    store,
    tree: repository.git("rev-parse", "HEAD:test"),
    close: () => repository.remove(),
  };
}

const repositories: TemporaryRepository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

function fresh(): { repository: TemporaryRepository; store: RefStore; gitDir: string } {
  const repository = temporaryRepository({ files: { "a.txt": "1\n" } });
  repositories.push(repository);
  const gitDir = path.join(repository.path, ".git");
  return { repository, gitDir, store: createGitRefStore({ gitDir, lockTimeoutMs: 10 }) };
}

test("write() makes commits that git finds nothing wrong with", async () => {
  const { repository, store } = fresh();
  const files = new Map([["state.json", "{}\n"]]);
  const folders = new Map([["graders", repository.git("rev-parse", "HEAD^{tree}")]]);
  const root = await store.write({ ...EMPTY, message: "kazi: grüße", files, folders });
  const oid = await store.write({ ...EMPTY, parents: [root], files });
  await store.swap([{ ref: REF, after: oid }]);
  expect(repository.git("fsck", "--strict", "--full")).toBe("");
  expect(repository.git("log", "--format=%an <%ae> %at %s", REF)).toBe(
    "kazi <kazi@localhost> 1700000000 empty\nkazi <kazi@localhost> 1700000000 kazi: grüße",
  );
});

test("write() refuses a folder that is not there", async () => {
  const { store } = fresh();
  const folders = new Map([["graders", "e".repeat(40)]]);
  await expect(store.write({ ...EMPTY, folders })).rejects.toMatchObject({ code: "git-failed" });
});

test.each([
  ["a link", "120000 blob"],
  ["a program", "100755 blob"],
  ["a submodule", "160000 commit"],
])("read() is undefined for a tree with %s", async (_name, kind) => {
  const { repository, store } = fresh();
  const oid = repository.git("rev-parse", kind.endsWith("commit") ? "HEAD" : "HEAD:a.txt");
  expect(await store.read(commitOf(repository, [`${kind} ${oid}\tx`]))).toBeUndefined();
});

test("read() is undefined for a tree with more than it would ever write", async () => {
  const { repository, store } = fresh();
  const oid = repository.git("rev-parse", "HEAD:a.txt");
  const lines = Array.from({ length: 17 }, (_, index) => `100644 blob ${oid}\tf${index}`);
  expect(await store.read(commitOf(repository, lines))).toBeUndefined();
});

test("read() leaves out what is not UTF-8", async () => {
  const { repository, store } = fresh();
  repository.write("bad", Buffer.from([0x7b, 0xff, 0x7d]));
  const bad = repository.git("hash-object", "-w", "bad");
  const good = repository.git("rev-parse", "HEAD:a.txt");
  const oid = commitOf(repository, [`100644 blob ${bad}\tbad`, `100644 blob ${good}\tgood`]);
  expect([...((await store.read(oid))?.files ?? [])]).toEqual([["good", "1\n"]]);
});

test("read() leaves out files whose objects are lost or garbage", async () => {
  const { repository, store, gitDir } = fresh();
  const files = new Map(["lost", "garbage", "good"].map((text) => [text, text]));
  const oid = await store.write({ ...EMPTY, files });
  rmSync(objectFile(gitDir, repository.git("rev-parse", `${oid}:lost`)));
  damage(objectFile(gitDir, repository.git("rev-parse", `${oid}:garbage`)), Buffer.from("garbage"));
  expect([...((await store.read(oid))?.files ?? [])]).toEqual([["good", "good"]]);
});

test("read() fails on a torn object, and goes on with the next", async () => {
  const { repository, store, gitDir } = fresh();
  const noise = Array.from({ length: 20_000 }, (_, index) => `${(index * 7919) % 10_007}`).join();
  const torn = await store.write({ ...EMPTY, files: new Map([["f", noise]]) });
  const whole = await store.write({ ...EMPTY, files: new Map([["f", "whole"]]) });
  const file = objectFile(gitDir, repository.git("rev-parse", `${torn}:f`));
  damage(file, readFileSync(file).subarray(0, 9_000));
  await expect(store.read(torn)).rejects.toMatchObject({ code: "git-failed" });
  expect((await store.read(whole))?.files.get("f")).toBe("whole");
});

test("read() does not see replacements", async () => {
  const { repository, store } = fresh();
  const oid = await store.write({ ...EMPTY, files: new Map([["f", "true"]]) });
  const other = await store.write({ ...EMPTY, files: new Map([["f", "forged"]]) });
  repository.git("replace", oid, other);
  expect((await store.read(oid))?.files.get("f")).toBe("true");
});

test("swap() moves a symbolic ref itself, never what it points at", async () => {
  const { repository, store } = fresh();
  const main = repository.git("rev-parse", "main");
  repository.git("symbolic-ref", REF, "refs/heads/main");
  const after = await store.write(EMPTY);
  expect(await store.swap([{ ref: REF, before: main, after }])).toBe("moved");
  expect(repository.git("rev-parse", "main")).toBe(main);
  expect(await store.head(REF)).toBe(after);
});

test("swap() runs no hook", async () => {
  const { repository, store, gitDir } = fresh();
  const marker = path.join(repository.path, "ran");
  const hook = path.join(gitDir, "hooks", "reference-transaction");
  writeFileSync(hook, `#!/bin/sh\ntouch '${marker}'\nexit 1\n`, { mode: 0o755 });
  expect(await store.swap([{ ref: REF, after: await store.write(EMPTY) }])).toBe("moved");
  expect(existsSync(marker)).toBe(false);
});

test("swap() names a lock that stays, and leaves no lock of its own", async () => {
  const { store, gitDir } = fresh();
  const first = await store.write(EMPTY);
  await store.swap([{ ref: REF, after: first }]);
  const lock = path.join(gitDir, `${REF}.lock`);
  writeFileSync(lock, "");
  const after = await store.write({ ...EMPTY, parents: [first] });
  const other = { ref: "refs/kazi/local/turn", after };
  await expect(store.swap([other, { ref: REF, before: first, after }])).rejects.toThrow(
    /x\.lock.*delete it/,
  );
  rmSync(lock);
  expect(await store.head(other.ref)).toBeUndefined();
  expect(await store.swap([other, { ref: REF, before: first, after }])).toBe("moved");
  expect(readdirSync(path.dirname(lock))).toEqual(["x"]);
});

test.each(["refs/a b", "refs/a\0b", "refs/a\nb", "../x", "refs/../../x", "-x"])(
  "swap() refuses the name %j",
  async (ref) => {
    const { store } = fresh();
    const swapped = store.swap([{ ref, after: await store.write(EMPTY) }]);
    await expect(swapped).rejects.toMatchObject({ code: "git-failed" });
  },
);

test("createGitRefStore() fails in words where no repository is", async () => {
  const store = createGitRefStore({ gitDir: "/nonexistent/x.git" });
  await expect(store.head(REF)).rejects.toMatchObject({ code: "git-failed" });
  await expect(store.read("a".repeat(40))).rejects.toMatchObject({ code: "git-failed" });
});

test("createGitRefStore() starts nothing once it was stopped", async () => {
  const { gitDir, store } = fresh();
  const after = await store.write(EMPTY);
  const stopped = createGitRefStore({ gitDir, signal: AbortSignal.abort() });
  await expect(stopped.swap([{ ref: REF, after }])).rejects.toMatchObject({ code: "interrupted" });
  await expect(stopped.read(after)).rejects.toMatchObject({ code: "interrupted" });
  expect(await store.head(REF)).toBeUndefined();
});

function commitOf(repository: TemporaryRepository, lines: readonly string[]): string {
  repository.git("read-tree", "--empty");
  for (const line of lines) {
    const [info = "", name = ""] = line.split("\t");
    const [mode = "", , oid = ""] = info.split(" ");
    repository.git("update-index", "--add", "--cacheinfo", `${mode},${oid},${name}`);
  }
  return repository.git("commit-tree", repository.git("write-tree"), "-m", "foreign");
}

function objectFile(gitDir: string, oid: string): string {
  return path.join(gitDir, "objects", oid.slice(0, 2), oid.slice(2));
}

function damage(file: string, content: Uint8Array): void {
  rmSync(file);
  writeFileSync(file, content);
}
