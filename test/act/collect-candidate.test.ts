import { beforeEach, describe, expect, test } from "vitest";
import {
  type Candidate,
  collectCandidate,
  type WorkedOn,
} from "../../src/act/collect-candidate.ts";
import type { PathRules } from "../../src/act/judge-paths.ts";
import type { Workshop } from "../../src/ports/workshop.ts";
import { createMemoryRepository, type MemoryRepository } from "../fakes/memory-repository.ts";
import { createMemoryWorkshop, type Folders, type Shelf } from "../fakes/memory-workshop.ts";

const HEAD = { "src/a": "one", "src/b": "two", "test/a": "grader" };
let memory: MemoryRepository;
let workshop: Workshop;
let folders: Folders;
let shelf: Shelf;
let work: WorkedOn;

beforeEach(async () => {
  memory = createMemoryRepository();
  folders = new Map();
  shelf = {};
  const head = await memory.commit("main", HEAD);
  workshop = createMemoryWorkshop(memory, { folder: "/bench", folders, shelf });
  const base = { branch: "main", commit: head };
  const folder = await workshop.checkout({
    name: "agent",
    commit: head,
    branch: "kazi/goal",
    base,
  });
  const rules: PathRules = {
    scope: { workspace: "", paths: [], deny: [] },
    graders: new Set(["test/a"]),
    existing: new Set(Object.keys(HEAD)),
  };
  const before = await memory.repository.treeOf(head);
  work = { folder, head, before, products: new Set(), rules, message: "kazi: x", atMs: 5 };
});

/** Does this to the agent's folder; `undefined` removes. */
function edit(files: Readonly<Record<string, string | undefined>>): void {
  const content = folders.get(work.folder);
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) content?.delete(path);
    else content?.set(path, text);
  }
}

/** Setup has run: what it made is part of what the agent found. */
async function prepared(files: Readonly<Record<string, string>>): Promise<void> {
  edit(files);
  const before = await workshop.snapshot(work.folder, work.head);
  work = { ...work, before, products: new Set(Object.keys(files)) };
}

async function collected(): Promise<Candidate & { files: Readonly<Record<string, string>> }> {
  const candidate = await collectCandidate(workshop, work);
  const files = await memory.filesOf(candidate.commit ?? work.head);
  return { ...candidate, files: Object.fromEntries(files) };
}

describe("collectCandidate()", () => {
  test("is one commit on the head with what may stay, and packs it", async () => {
    edit({ "src/a": "changed", "src/c": "new", "src/b": undefined });
    const { commit, changed, refused, files } = await collected();
    expect(files).toEqual({ "src/a": "changed", "src/c": "new", "test/a": "grader" });
    expect([changed, refused]).toEqual([["src/a", "src/b", "src/c"], []]);
    expect(shelf.bundle).toEqual({ commit, parent: work.head });
    expect((await memory.store.read(commit ?? ""))?.parents).toEqual([work.head]);
  });

  test("leaves out what is refused, and names it", async () => {
    edit({ "src/a": "changed", "test/a": "easier", ".github/x": "x", out: "-> /etc/passwd" });
    const { changed, refused, files } = await collected();
    expect(files).toEqual({ ...HEAD, "src/a": "changed" });
    expect(changed).toEqual(["src/a"]);
    expect(refused.map((it) => it.path)).toEqual([".github/x", "out", "test/a"]);
  });

  test.each<[string, Readonly<Record<string, string | undefined>>, number]>([
    ["nothing was changed", {}, 0],
    ["everything was refused", { "test/a": undefined, ".git/hooks/x": "x" }, 2],
  ])("is nothing when %s", async (_name, files, refusals) => {
    edit(files);
    const { commit, changed, refused } = await collected();
    expect([commit, changed, refused.length]).toEqual([undefined, [], refusals]);
    expect(shelf.bundle).toBe(undefined);
  });
});

describe("collectCandidate() after setup", () => {
  test("what setup made is not the agent's work", async () => {
    await prepared({ "node_modules/x": "x", "src/a": "generated" });
    edit({ "src/b": "changed" });
    expect((await collected()).files).toEqual({ ...HEAD, "src/b": "changed" });
  });

  test("what setup made and the agent changed or removed is put back", async () => {
    await prepared({ "node_modules/x": "x", "node_modules/y": "y" });
    edit({ "node_modules/x": "patched", "node_modules/y": undefined, "src/a": "changed" });
    const { refused, files } = await collected();
    expect(files).toEqual({ ...HEAD, "src/a": "changed" });
    expect(refused).toEqual([
      { path: "node_modules/x", reason: "was made by [setup]" },
      { path: "node_modules/y", reason: "was made by [setup]" },
    ]);
  });

  test("a file of the commit that setup changed and then the agent is work", async () => {
    await prepared({ "src/a": "generated" });
    edit({ "src/a": "changed" });
    expect((await collected()).files).toEqual({ ...HEAD, "src/a": "changed" });
  });

  test("however much of it is made anew, the work itself is not too large", async () => {
    const products = Array.from({ length: 1_500 }, (_, index) => `node_modules/${index}`);
    await prepared(Object.fromEntries(products.map((path) => [path, "x"])));
    edit({ ...Object.fromEntries(products.map((path) => [path, "y"])), "src/a": "changed" });
    const { changed, refused } = await collected();
    expect([changed, refused.length]).toEqual([["src/a"], 1_500]);
  });

  test("but what the agent adds beside it is judged like anything else", async () => {
    await prepared({ "gen/a": "x" });
    edit({ "gen/b": "y", ".github/x": "z" });
    const { changed, refused } = await collected();
    expect([changed, refused.map((it) => it.path)]).toEqual([["gen/b"], [".github/x"]]);
  });
});
