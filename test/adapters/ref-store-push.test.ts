import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { createPushRefStore } from "../../src/adapters/ref-store-push.ts";
import { createRemoteMirror, type RemoteMirror } from "../../src/adapters/remote-mirror.ts";
import type { NewCommit, RefStore } from "../../src/ports/ref-store.ts";
import { refStoreConformance } from "../conformance/ref-store.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";

const REF = "refs/kazi/live/x";
const EMPTY: NewCommit = {
  parents: [],
  message: "empty",
  files: new Map(),
  folders: new Map(),
  atMs: 1_700_000_000_000,
};
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

refStoreConformance("git push", async () => {
  const remote = temporaryRepository({ files: { "test/a.js": "1\n" } });
  const place: (() => void)[] = [];
  const mirror = await mirrorOf(remote, place);
  await mirror.fetch(["refs/heads/main"]);
  return {
    store: createPushRefStore(mirror),
    tree: remote.git("rev-parse", "HEAD:test"),
    close: () => {
      for (const close of place) close();
      remote.remove();
    },
  };
});

async function mirrorOf(
  remote: TemporaryRepository,
  after: (() => void)[] = closers,
): Promise<RemoteMirror> {
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-test-mirror-"));
  after.push(() => rmSync(folder, { recursive: true, force: true }));
  return await createRemoteMirror({ gitDir: path.join(folder, "mirror.git"), url: remote.path });
}

async function fresh(): Promise<{ remote: TemporaryRepository; one: RefStore; other: RefStore }> {
  const remote = temporaryRepository({ files: { "a.txt": "1\n" } });
  closers.push(() => remote.remove());
  return {
    remote,
    one: createPushRefStore(await mirrorOf(remote)),
    other: createPushRefStore(await mirrorOf(remote)),
  };
}

async function chain(store: RefStore, length: number): Promise<readonly string[]> {
  const made: string[] = [];
  for (let index = 0; index < length; index += 1) {
    const files = new Map([["state.json", `${index}\n`]]);
    const parents = made.slice(-1);
    made.push(await store.write({ ...EMPTY, message: `entry ${index}`, parents, files }));
  }
  await store.swap([{ ref: REF, after: made.at(-1) ?? "" }]);
  return made;
}

test("a head that another machine wrote is read with the newest commit alone, and then the rest", async () => {
  const { one, other } = await fresh();
  const made = await chain(one, 5);
  const head = await other.head(REF);
  expect(head).toBe(made.at(-1));
  expect((await other.read(head ?? ""))?.files.get("state.json")).toBe("4\n");
  expect((await other.read(made[0] ?? ""))?.files.get("state.json")).toBe("0\n");
});

test("swap() is lost for the one whose reading is old, and nothing of it moves", async () => {
  const { one, other, remote } = await fresh();
  const [first = ""] = await chain(one, 1);
  const mine = await one.write({ ...EMPTY, message: "mine", parents: [first] });
  expect(await other.head(REF)).toBe(first);
  const theirs = await other.write({ ...EMPTY, message: "theirs", parents: [first] });
  expect(await one.swap([{ ref: REF, before: first, after: mine }])).toBe("moved");
  const branch = { ref: "refs/heads/kazi/x", after: theirs };
  expect(await other.swap([{ ref: REF, before: first, after: theirs }, branch])).toBe("lost");
  expect(remote.git("for-each-ref", "--format=%(refname)")).not.toContain("kazi/x");
});

test("swap() says what the remote said when a rule of it refuses", async () => {
  const { one, remote } = await fresh();
  const [made = ""] = await chain(one, 1);
  const hook = path.join(remote.path, ".git", "hooks", "update");
  mkdirSync(path.dirname(hook), { recursive: true });
  writeFileSync(hook, "#!/bin/sh\necho no secrets here >&2\nexit 1\n", { mode: 0o755 });
  await expect(one.swap([{ ref: REF, before: made }])).rejects.toMatchObject({
    code: "push-refused",
    message: expect.stringContaining("no secrets here"),
  });
  expect(await one.head(REF)).toBe(made);
});

test("a remote that is not there is a sentence", async () => {
  const remote = temporaryRepository({ files: { "a.txt": "1\n" } });
  const store = createPushRefStore(await mirrorOf(remote));
  remote.remove();
  await expect(store.head(REF)).rejects.toThrow(/expected .* to answer git ls-remote/);
});
