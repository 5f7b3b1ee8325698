import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import type { RefStore } from "../../src/ports/ref-store.ts";
import { applyEntry } from "../../src/record/apply-entry.ts";
import { encode } from "../../src/record/codec.ts";
import { archiveRef, livePrefix, liveRef, turnRef } from "../../src/record/ledger-ref.ts";
import {
  appendEntry,
  archiveEnded,
  type LedgerHead,
  listRuns,
  lastGeneration,
  openLedger,
  readHistory,
  readLedger,
} from "../../src/record/ledger.ts";
import { verifyLedger } from "../../src/record/verify-ledger.ts";
import { createMemoryRefStore } from "../fakes/ref-store-memory.ts";
import { move, play } from "./entry-sequences.ts";
import { claimed, GRADERS, opened, settled, stopped, vectorOf, verdict } from "./sample-entries.ts";

const LOCAL = { namespace: "refs/kazi/local/" } as const;
const REF = liveRef(LOCAL, "fix-the-tests");

describe("openLedger()", () => {
  test("starts a chain with the state, the entry and the graders", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    expect(await readLedger(store, REF)).toEqual(head);
    expect(head.state).toEqual(applyEntry(undefined, opened()));
    const commit = await store.read(head.oid);
    expect(commit?.parents).toEqual([]);
    expect([...(commit?.files.keys() ?? [])].toSorted()).toEqual(["entry.json", "state.json"]);
    expect([...(commit?.folders ?? [])]).toEqual([["graders", GRADERS]]);
  });

  test("leaves out the folder of a goal without graders: GitHub drops an empty one", async () => {
    const store = createMemoryRefStore();
    const { approval } = opened();
    const graders = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    const head = await openLedger(store, opened({ approval: { ...approval, graders } }));
    expect(head).not.toBe("lost");
    expect(await readLedger(store, REF)).toEqual(head);
    const commit = await store.read((await store.head(REF)) ?? "");
    expect(commit?.folders.size).toBe(0);
  });

  test("refuses while another generation is going on", async () => {
    const store = createMemoryRefStore();
    await open(store);
    const second = openLedger(store, opened({ generation: 2 }));
    await expect(second).rejects.toMatchObject({ code: "goal-busy" });
  });

  test("folds an ended generation away in the same swap", async () => {
    const store = createMemoryRefStore();
    const ended = await append(store, await open(store), stopped);
    const second = await openLedger(store, opened({ generation: 2 }));
    expect(second).toMatchObject({ ref: REF, state: { generation: 2, status: "running" } });
    const { runs, damaged } = await listRuns(store);
    expect(damaged).toEqual([]);
    expect(runs.map((run) => [run.state.generation, run.archived, run.ref])).toEqual([
      [2, false, REF],
      [1, true, archiveRef(LOCAL)],
    ]);
    expect(runs[1]?.oid).toBe(ended.oid);
    expect(await readHistory(store, ended.oid, 10)).toHaveLength(2);
  });

  test("refuses a number that an ended generation has", async () => {
    const store = createMemoryRefStore();
    await append(store, await open(store), stopped);
    await expect(openLedger(store, opened())).rejects.toMatchObject({ code: "goal-busy" });
  });

  test("refuses an entry that opens nothing", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    const entry = claimed(head.state);
    await expect(openLedger(store, entry)).rejects.toMatchObject({ code: "record-forged" });
  });

  test("lets one of two open the same goal", async () => {
    const store = createMemoryRefStore();
    const both = await Promise.all([
      openLedger(store, opened({ atMs: 1 })),
      openLedger(store, opened({ atMs: 2 })),
    ]);
    expect(both.filter((it) => it === "lost")).toHaveLength(1);
    expect(both).toContainEqual(await readLedger(store, REF));
  });
});

describe("appendEntry()", () => {
  test("keeps the evidence of the last observation through entries that bring none", async () => {
    const store = createMemoryRefStore();
    const first = await append(store, await open(store), claimed);
    expect(first.vector).toBeUndefined();
    const entry = settled(first.state);
    const vector = vectorOf(entry.observed);
    const second = await appendEntry(store, first, entry, { vector });
    if (second === "lost") throw new Error("expected to append");
    const third = await append(store, second, claimed);
    expect(second.vector).toEqual(vector);
    expect(await readLedger(store, REF)).toEqual(third);
    expect(third.vector).toEqual(vector);
  });

  test.each<[string, (head: LedgerHead) => Entry]>([
    ["that no observation made", (head) => claimed(head.state)],
    ["of other predicates", (head) => settled(head.state, { observed: [verdict("other")] })],
    ["with other statuses", (head) => settled(head.state, { observed: [verdict("a", "pass")] })],
  ])("refuses evidence %s", async (_name, toEntry) => {
    const store = createMemoryRefStore();
    const head = await append(store, await open(store), claimed);
    const appended = appendEntry(store, head, toEntry(head), { vector: vectorOf([verdict("a")]) });
    await expect(appended).rejects.toMatchObject({ code: "record-unwritable" });
    expect(await readLedger(store, REF)).toEqual(head);
  });

  test("is lost to whoever was faster, and leaves what that one wrote", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    const winner = await append(store, head, claimed);
    expect(await appendEntry(store, head, stopped(head.state))).toBe("lost");
    expect(await readLedger(store, REF)).toEqual(winner);
  });

  test("lets exactly one of twenty claim", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    const endings = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) =>
          await appendEntry(store, head, claimed(head.state, { nonce: `n${index}` })),
      ),
    );
    expect(endings.filter((it) => it !== "lost")).toEqual([await readLedger(store, REF)]);
  });

  test("moves the other refs too, or neither", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    const turn = { ref: turnRef(LOCAL), after: head.oid };
    const moved = await appendEntry(store, head, claimed(head.state), { alsoMove: [turn] });
    if (moved === "lost") throw new Error("expected to append");
    expect(await store.head(turnRef(LOCAL))).toBe(head.oid);
    const again = await appendEntry(store, moved, stopped(moved.state), { alsoMove: [turn] });
    expect(again).toBe("lost");
    expect(await readLedger(store, REF)).toEqual(moved);
  });

  test("writes nothing that it could not read back", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    const claims = appendEntry(store, head, claimed(head.state, { nonce: "a b" }));
    await expect(claims).rejects.toMatchObject({ code: "record-unwritable" });
    const spent = { ...settled(head.state).spend, tokens: Number.NaN };
    const running = await append(store, head, claimed);
    const settles = appendEntry(store, running, settled(running.state, { spend: spent }));
    await expect(settles).rejects.toMatchObject({ code: "record-unwritable" });
    expect(await readLedger(store, REF)).toEqual(running);
  });

  test("costs the same however long the chain is", async () => {
    const store = createMemoryRefStore();
    let head = await open(store);
    const sizes: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      head = await append(store, head, claimed);
      head = await append(store, head, settled);
      const commit = await store.read(head.oid);
      expect(commit?.parents).toHaveLength(1);
      expect(
        [...(commit?.files.keys() ?? []), ...(commit?.folders.keys() ?? [])].toSorted(),
      ).toEqual(["entry.json", "graders", "state.json"]);
      sizes.push([...(commit?.files.values() ?? [])].join("").length);
    }
    expect(sizes[39]).toBeLessThan((sizes[12] ?? 0) * 1.02);
  });

  test("makes for any moves a chain whose replay is its checkpoint", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
        const store = createMemoryRefStore();
        const [, ...rest] = play(moves);
        let head = await open(store);
        for (const { entry } of rest) head = await append(store, head, () => entry);
        const entries = (await readHistory(store, head.oid, 100)).toReversed();
        const replayed = entries.reduce<ReturnType<typeof applyEntry> | undefined>(
          (state, { entry }) => applyEntry(state, entry),
          undefined,
        );
        expect(encode(replayed)).toBe(encode(head.state));
        expect(await readLedger(store, REF)).toEqual(head);
        expect(await verifyLedger(store, REF)).toEqual({ ok: true, entries: rest.length + 1 });
      }),
      { numRuns: 30 },
    );
  });
});

describe("archiveEnded()", () => {
  test("refuses a run that is going on", async () => {
    const store = createMemoryRefStore();
    const head = await open(store);
    await expect(archiveEnded(store, head)).rejects.toMatchObject({ code: "goal-busy" });
  });

  test("leaves one ref however many runs have ended", async () => {
    const store = createMemoryRefStore();
    for (let generation = 1; generation <= 4; generation += 1) {
      expect((await lastGeneration(store, "fix-the-tests"))?.generation ?? 0).toBe(generation - 1);
      const ended = await append(store, await open(store, generation), stopped);
      expect((await lastGeneration(store, "fix-the-tests"))?.generation).toBe(generation);
      expect(await archiveEnded(store, ended)).toBe("moved");
    }
    expect((await store.list("refs/")).map((it) => it.ref)).toEqual([archiveRef(LOCAL)]);
    const { runs } = await listRuns(store);
    expect(runs.map((run) => run.state.generation)).toEqual([4, 3, 2, 1]);
    expect(runs.every((run) => run.state.status === "stuck")).toBe(true);
    expect(await lastGeneration(store, "another")).toBeUndefined();
  });

  test("does not archive twice what a crash left in both places", async () => {
    const store = createMemoryRefStore();
    const ended = await append(store, await open(store), stopped);
    await archiveEnded(store, ended);
    await store.swap([{ ref: REF, after: ended.oid }]);
    expect((await listRuns(store)).runs).toHaveLength(1);
    expect(await archiveEnded(store, ended)).toBe("moved");
    expect((await listRuns(store)).runs).toHaveLength(1);
    expect(await store.head(REF)).toBeUndefined();
  });
});

describe("readLedger()", () => {
  test("is undefined where no ledger is", async () => {
    expect(await readLedger(createMemoryRefStore(), REF)).toBeUndefined();
  });

  test.each<[string, (files: Map<string, string>, folders: Map<string, string>) => unknown]>([
    ["no state", (files) => files.delete("state.json")],
    ["no entry", (files) => files.delete("entry.json")],
    ["half a state", (files) => files.set("state.json", half(files.get("state.json")))],
    ["a foreign file", (files) => files.set("run.sh", "true")],
    ["no graders", (_files, folders) => folders.delete("graders")],
    ["other graders", (_files, folders) => folders.set("graders", "e".repeat(40))],
    ["a foreign folder", (_files, folders) => folders.set("src", GRADERS)],
    ["evidence that is none", (files) => files.set("evidence.json", "[]")],
  ])("refuses a commit with %s", async (_name, forge) => {
    const store = createMemoryRefStore();
    const { oid } = await open(store);
    await forgeOn(store, oid, forge);
    await expect(readLedger(store, REF)).rejects.toMatchObject({ code: "record-forged" });
  });

  test("refuses the ledger of another goal", async () => {
    const store = createMemoryRefStore();
    const { oid } = await open(store);
    const other = `${livePrefix(LOCAL)}other-00000000`;
    await store.swap([{ ref: other, after: oid }]);
    await expect(readLedger(store, other)).rejects.toMatchObject({ code: "record-forged" });
  });

  test("listRuns() names what is damaged and shows the rest", async () => {
    const store = createMemoryRefStore();
    const { oid } = await open(store);
    const other = `${livePrefix(LOCAL)}other-00000000`;
    await store.swap([
      { ref: other, after: oid },
      { ref: archiveRef(LOCAL), after: oid },
    ]);
    const { runs, damaged } = await listRuns(store);
    expect(runs.map((run) => run.ref)).toEqual([REF]);
    expect(damaged.map((it) => it.ref)).toEqual([other, archiveRef(LOCAL)]);
    await expect(lastGeneration(store, "another")).rejects.toMatchObject({ code: "record-forged" });
  });
});

test("readHistory() gives the newest entries first, as many as asked for", async () => {
  const store = createMemoryRefStore();
  const head = await append(store, await append(store, await open(store), claimed), settled);
  const kinds = async (entriesMax: number): Promise<readonly string[]> =>
    (await readHistory(store, head.oid, entriesMax)).map(({ entry }) => entry.kind);
  expect(await kinds(2)).toEqual(["settled", "claimed"]);
  expect(await kinds(9)).toEqual(["settled", "claimed", "opened"]);
  await expect(readHistory(store, "f".repeat(40), 9)).rejects.toMatchObject({
    code: "record-forged",
  });
});

async function open(store: RefStore, generation = 1): Promise<LedgerHead> {
  const head = await openLedger(store, opened({ generation }));
  if (head === "lost") throw new Error("expected to open");
  return head;
}

async function append(
  store: RefStore,
  head: LedgerHead,
  toEntry: (state: LedgerHead["state"]) => Entry,
): Promise<LedgerHead> {
  const next = await appendEntry(store, head, toEntry(head.state));
  if (next === "lost") throw new Error("expected to append");
  return next;
}

async function forgeOn(
  store: RefStore,
  oid: string,
  forge: (files: Map<string, string>, folders: Map<string, string>) => unknown,
): Promise<void> {
  const commit = await store.read(oid);
  const files = new Map(commit?.files);
  const folders = new Map(commit?.folders);
  forge(files, folders);
  const parents = commit?.parents ?? [];
  const after = await store.write({ parents, message: "forged", files, folders, atMs: 1 });
  await store.swap([{ ref: REF, before: oid, after }]);
}

function half(text = ""): string {
  return text.slice(0, text.length / 2);
}
