import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createGitRefStore } from "../../src/adapters/ref-store-git.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { RunState } from "../../src/model/run.ts";
import type { Oid } from "../../src/model/vector.ts";
import type { RefStore, StoredCommit } from "../../src/ports/ref-store.ts";
import { encode, parseState } from "../../src/record/codec.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { appendEntry, type LedgerHead, openLedger, readLedger } from "../../src/record/ledger.ts";
import { verifyLedger } from "../../src/record/verify-ledger.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";
import { claimed, opened, settled, stopped, vectorOf, verdict } from "./sample-entries.ts";

const LOCAL = { namespace: "refs/kazi/local/" } as const;
const LIVE = liveRef(LOCAL, "fix-the-tests");
let repository: TemporaryRepository;
let store: RefStore;
/** A whole chain from its root: opened, claimed, settled, claimed, settled, stopped. */
let chain: readonly Oid[] = [];
let graders = "";

beforeAll(async () => {
  repository = temporaryRepository({ files: { "test/a.js": "1\n" } });
  store = createGitRefStore({ gitDir: path.join(repository.path, ".git") });
  graders = repository.git("rev-parse", "HEAD:test");
  chain = await makeChain();
});
afterAll(() => repository.remove());
beforeEach(async () => {
  await point(last(chain));
});

test("verifyLedger() replays a whole chain from a ref or a commit", async () => {
  expect(await verifyLedger(store, LIVE)).toEqual({ ok: true, entries: 6 });
  expect(await verifyLedger(store, chain[2] ?? "")).toEqual({ ok: true, entries: 3 });
  expect(await verifyLedger(store, LIVE, { mustHold: chain[3] ?? "" })).toMatchObject({ ok: true });
});

test("verifyLedger() finds what readLedger() believes", async () => {
  await forge(4, (commit) => withState(commit, (state) => ({ ...state, spent: opened0().spent })));
  expect((await readLedger(store, LIVE))?.state.spent.tokens).toBe(0);
  expect(await verifyLedger(store, LIVE)).toMatchObject({
    ok: false,
    at: await store.head(LIVE),
    reason: "state.json is not what the entries add up to",
    entries: 5,
  });
});

test.each<[string, number, (commit: StoredCommit) => Partial<StoredCommit>, RegExp]>([
  [
    "garbage for a state",
    4,
    (it) => file(it, "state.json", "garbage"),
    /state\.json: expected JSON/,
  ],
  ["half a state", 4, (it) => file(it, "state.json", text(it, "state.json").slice(0, 300)), /JSON/],
  ["no state", 4, (it) => file(it, "state.json", undefined), /state\.json is missing/],
  ["no entry", 4, (it) => file(it, "entry.json", undefined), /entry\.json is missing/],
  [
    "an entry with spaces",
    4,
    (it) => file(it, "entry.json", ` ${text(it, "entry.json")}`),
    /written/,
  ],
  [
    "a changed verdict",
    4,
    (it) => file(it, "entry.json", text(it, "entry.json").replaceAll('"fail"', '"pass"')),
    /add up/,
  ],
  [
    "less spend",
    4,
    (it) => file(it, "entry.json", text(it, "entry.json").replace(":100,", ":1,")),
    /add up/,
  ],
  [
    "no evidence",
    3,
    (it) => file(it, "evidence.json", undefined),
    /evidence\.json does not belong/,
  ],
  [
    "other evidence in a claim",
    3,
    (it) => file(it, "evidence.json", encode(vectorOf([verdict("tests")]))),
    /evidence\.json does not belong/,
  ],
  [
    "evidence of something else in a settlement",
    4,
    (it) => file(it, "evidence.json", encode(vectorOf([verdict("tests", "pass")], "other"))),
    /evidence\.json does not belong/,
  ],
  ["evidence that is none", 4, (it) => file(it, "evidence.json", "{}"), /evidence\.json: /],
  [
    "evidence before any observation",
    1,
    (it) => file(it, "evidence.json", "{}"),
    /does not belong/,
  ],
  ["a missing entry before it", 4, () => ({ parents: [at(2)] }), /an entry cannot follow/],
  ["no beginning", 4, () => ({ parents: [] }), /starts with "opened"/],
  ["two beginnings", 1, (it) => ({ ...it, parents: [at(2)] }), /an entry cannot follow/],
  ["a merge", 4, (it) => ({ parents: [...it.parents, at(0)] }), /at most one parent, found 2/],
  ["a person's commit below", 4, () => ({ parents: [head()] }), /not a commit of a ledger/],
  ["no graders", 4, () => ({ folders: new Map() }), /graders are not the approved ones/],
  ["other graders", 4, () => ({ folders: new Map([["graders", tree()]]) }), /not the approved/],
  ["a program beside it", 4, (it) => file(it, "run.sh", "true"), /found run\.sh/],
])("verifyLedger() finds %s", async (_name, index, change, reason) => {
  await forge(index, change);
  const report = await verifyLedger(store, LIVE);
  expect(report).toMatchObject({ ok: false, at: expect.stringMatching(/^[0-9a-f]{40}$/) });
  expect(report.ok ? "" : report.reason).toMatch(reason);
});

test("verifyLedger() names the oldest forged commit when more stands on it", async () => {
  const forged = await forge(2, (it) => withState(it, (state) => ({ ...state, head: graders })));
  const above = await store.read(at(3));
  await point(await store.write({ ...need(above), parents: [forged], message: "m", atMs: 1 }));
  expect(await verifyLedger(store, LIVE)).toMatchObject({ ok: false, at: forged, entries: 4 });
});

test("verifyLedger() finds a chain that was moved back, given what it once held", async () => {
  const mustHold = at(4);
  await point(at(2));
  expect(await verifyLedger(store, LIVE)).toEqual({ ok: true, entries: 3 });
  const report = await verifyLedger(store, LIVE, { mustHold });
  expect(report).toMatchObject({ ok: false, at: at(2), entries: 3 });
  expect(report.ok ? "" : report.reason).toMatch(/moved back/);
});

test("verifyLedger() finds a ledger on the ref of another goal", async () => {
  const ref = liveRef(LOCAL, "another");
  await store.swap([{ ref, after: at(2) }]);
  expect(await verifyLedger(store, ref)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/belong/),
  });
});

test.each(["refs/kazi/local/live/none", "0".repeat(40), "HEAD", "", "--all"])(
  "verifyLedger() answers for %j, where nothing is",
  async (target) => {
    expect(await verifyLedger(store, target)).toMatchObject({ ok: false });
  },
);

test.each<[string, (file: string) => void]>([
  ["lost", (it) => rmSync(it)],
  ["garbage", (it) => overwrite(it, "garbage")],
  ["empty", (it) => overwrite(it, "")],
])("verifyLedger() answers when objects are %s", async (_name, damage) => {
  const torn = temporaryRepository({ files: { "test/a.js": "1\n" } });
  try {
    const gitDir = path.join(torn.path, ".git");
    store = createGitRefStore({ gitDir });
    const own = await makeChain();
    for (const [index, name] of [
      `${own[3]}`,
      `${own[4]}^{tree}`,
      `${own[5]}:state.json`,
    ].entries()) {
      const oid = torn.git("rev-parse", name);
      damage(path.join(gitDir, "objects", oid.slice(0, 2), oid.slice(2)));
      const report = await verifyLedger(createGitRefStore({ gitDir }), LIVE);
      expect(report).toMatchObject({ ok: false, at: own[3 + index], entries: 3 - index });
    }
  } finally {
    torn.remove();
    store = createGitRefStore({ gitDir: path.join(repository.path, ".git") });
  }
});

test("appendEntry() lets exactly one of twenty move on a real repository, and the chain is whole", async () => {
  await point(at(2));
  const from = need(await readLedger(store, LIVE));
  const endings = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, index) =>
        await appendEntry(store, from, claimed(from.state, { nonce: `n${index}` })),
    ),
  );
  expect(endings.filter((it) => it !== "lost")).toEqual([await readLedger(store, LIVE)]);
  expect(await verifyLedger(store, LIVE)).toEqual({ ok: true, entries: 4 });
});

test("appendEntry() writes as many objects however long the chain is", async () => {
  await point(at(2));
  let from = need(await readLedger(store, LIVE));
  const counts: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const before = objectCount();
    from = await append(from, claimed(from.state, { nonce: `round-${round}` }));
    counts.push(objectCount() - before);
  }
  expect(new Set(counts)).toEqual(new Set([4]));
});

async function makeChain(): Promise<readonly Oid[]> {
  const first = opened();
  const approval = { ...first.approval, graders };
  let from = need(await openLedger(store, { ...first, approval }));
  const oids = [from.oid];
  for (const next of [claimed, settled, claimed, settled, stopped]) {
    const entry = next(from.state);
    from = await append(from, entry);
    oids.push(from.oid);
  }
  return oids;
}

async function append(from: LedgerHead, entry: Entry): Promise<LedgerHead> {
  const vector = entry.kind === "settled" ? { vector: vectorOf(entry.observed) } : {};
  return need(await appendEntry(store, from, entry, vector));
}

/** Puts a changed copy of one commit of the chain on the ref. */
async function forge(
  index: number,
  change: (commit: StoredCommit) => Partial<StoredCommit>,
): Promise<Oid> {
  const commit = need(await store.read(at(index)));
  const forged = { ...commit, ...change(commit), message: "forged", atMs: 1 };
  const oid = await store.write(forged);
  await point(oid);
  return oid;
}

async function point(after: Oid): Promise<void> {
  const before = await store.head(LIVE);
  await store.swap([{ ref: LIVE, ...(before === undefined ? {} : { before }), after }]);
}

function withState(
  commit: StoredCommit,
  change: (state: RunState) => RunState,
): Partial<StoredCommit> {
  return file(commit, "state.json", encode(change(parseState(text(commit, "state.json")))));
}

function file(
  commit: StoredCommit,
  name: string,
  content: string | undefined,
): Partial<StoredCommit> {
  const files = new Map(commit.files);
  if (content === undefined) files.delete(name);
  else files.set(name, content);
  return { files };
}

function text(commit: StoredCommit, name: string): string {
  return commit.files.get(name) ?? "";
}

function at(index: number): Oid {
  return need(chain[index]);
}

function head(): Oid {
  return repository.git("rev-parse", "HEAD");
}

function tree(): Oid {
  return repository.git("rev-parse", "HEAD^{tree}");
}

function opened0(): { readonly spent: RunState["spent"] } {
  const usage = {};
  const spent = { iterations: 0, dispatches: 0, wallClockMs: 0, tokens: 0, costUsd: 0, usage };
  return { spent: { ...spent, unreported: 0 } };
}

function objectCount(): number {
  return Number(repository.git("count-objects").split(" ")[0]);
}

function overwrite(name: string, content: string): void {
  rmSync(name);
  writeFileSync(name, content);
}

function last(oids: readonly Oid[]): Oid {
  return need(oids.at(-1));
}

function need<T>(value: T | "lost" | undefined): T {
  if (value === undefined || value === "lost") throw new Error("expected something to go on with");
  return value;
}
