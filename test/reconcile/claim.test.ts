import { beforeEach, describe, expect, test } from "vitest";
import type { Goal } from "../../src/model/goal.ts";
import type { ClaimTicket } from "../../src/model/handover.ts";
import { check } from "../../src/reconcile/check.ts";
import { claim } from "../../src/reconcile/claim.ts";
import type { Host, Run } from "../../src/reconcile/host.ts";
import { iterate } from "../../src/reconcile/iterate.ts";
import { openRun } from "../../src/reconcile/open-run.ts";
import { release } from "../../src/reconcile/release.ts";
import { parseClaimTicket } from "../../src/record/handover-codec.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { appendEntry, type LedgerHead, readLedger } from "../../src/record/ledger.ts";
import { givenGoal } from "../fakes/given.ts";
import {
  createMemoryWorld,
  givenAgent,
  givenAssignment,
  givenContent,
  type MemoryWorld,
  startingPoint,
} from "../fakes/memory-host.ts";

let world: MemoryWorld;
let goal: Goal;

beforeEach(async () => {
  world = createMemoryWorld();
  await world.repository.commit("main", { "src/a": "wrong" });
  goal = givenGoal({ predicates: [givenContent(world, "a", ["src/a", "right"])] });
});

async function open(it: Goal = goal, host: Host = world.host): Promise<LedgerHead> {
  return await openRun(host, givenAssignment(it), await givenStart());
}

async function givenStart(): Promise<Parameters<typeof openRun>[2]> {
  const start = await startingPoint(world);
  return { start, approver: { via: "local", by: start.user } };
}

async function ledgerOf(id = "goal"): Promise<LedgerHead> {
  const head = await readLedger(world.host.store, liveRef(world.host.store, id));
  if (head === undefined) throw new Error(`no ledger of ${id}`);
  return head;
}

function toRun({ ref, state }: LedgerHead): Run {
  return { ref, generation: state.generation, approval: state.approval.digest };
}

/** Claims for this host, or the given one. */
async function take(host: Host = world.host, it: Goal = goal): ReturnType<typeof claim> {
  return await claim(host, givenAssignment(it), toRun(await ledgerOf(it.id)));
}

async function taken(host: Host = world.host): Promise<ClaimTicket> {
  const claimed = await take(host);
  if (claimed.kind !== "claimed") throw new Error(`expected a claim, found ${claimed.kind}`);
  return claimed.ticket;
}

/** The first observation is made, a dispatch is what comes next. */
async function openedForDispatch(it: Goal = goal): Promise<void> {
  await iterate(world.host, givenAssignment(it), toRun(await open(it)));
  expect((await ledgerOf(it.id)).state.next.kind).toBe("dispatch");
}

describe("claim()", () => {
  test("raises the epoch, names the holder and leaves a ticket", async () => {
    await open();
    const claimed = await take();
    expect(claimed).toMatchObject({
      kind: "claimed",
      ticket: { epoch: 1, iteration: 0, kind: "observe" },
    });
    const { state } = await ledgerOf();
    expect(state.claim).toMatchObject({
      epoch: 1,
      holder: { pid: 1 },
      deadlineMs: world.nowMs + 7_200_000,
    });
    const left = world.benches.get(state.claim?.nonce ?? "")?.documents.get("claim") ?? "";
    expect(parseClaimTicket(left)).toMatchObject({
      nonce: state.claim?.nonce,
      goal: "goal",
      base: state.base,
    });
  });

  test("of a living holder is busy, and changes nothing", async () => {
    await open();
    await take();
    const before = await ledgerOf();
    expect(await take(world.other(2))).toMatchObject({ kind: "busy", holder: { pid: 1 } });
    expect((await ledgerOf()).oid).toBe(before.oid);
  });

  test("of a living holder stays its own past every deadline", async () => {
    await open();
    await take();
    world.nowMs += 100 * 7_200_000;
    expect(await take(world.other(2))).toMatchObject({ kind: "busy" });
  });

  test("of an unknown holder is busy until its deadline and ten minutes have passed", async () => {
    await open();
    const { deadlineMs } = await taken(world.other(3));
    world.nowMs = deadlineMs + 600_000;
    expect(await take()).toMatchObject({ kind: "busy", holder: { pid: 3 } });
    world.nowMs += 1;
    expect(await take()).toMatchObject({ kind: "claimed", ticket: { epoch: 2, iteration: 0 } });
  });

  test("of a dead holder is taken over at once, its reservation charged once", async () => {
    await openedForDispatch();
    const dead = await taken(world.other(2));
    world.lives.set(2, "gone");
    world.nowMs += 60_000;
    expect(await taken()).toMatchObject({ epoch: 3, iteration: 1 });
    const { state } = await ledgerOf();
    expect(dead.reservation).toMatchObject({ tokens: 250_000, costUsd: 0.625 });
    expect(state.spent).toMatchObject({
      dispatches: 1,
      tokens: 250_000,
      costUsd: 0.625,
      wallClockMs: 60_000,
      unreported: 1,
    });
    expect(world.events).toContainEqual({
      kind: "taken-over",
      iteration: 1,
      holder: "process 2 on here",
    });
    expect(world.benches.has(dead.nonce)).toBe(false);
    await release(world.host, dead, { reason: "too late", outcome: undefined });
    expect((await ledgerOf()).state.spent).toEqual(state.spent);
  });

  test("taken over by two at once is charged once", async () => {
    await openedForDispatch();
    await take(world.other(2));
    world.lives.set(2, "gone").set(3, "alive");
    const both = await Promise.all([take(), take(world.other(3))]);
    expect(both.map((it) => it.kind).toSorted()).toEqual(["busy", "claimed"]);
    expect((await ledgerOf()).state.spent).toMatchObject({ dispatches: 1, unreported: 1 });
  });

  test("of a dead observer charges its time only", async () => {
    await open();
    await take(world.other(2));
    world.lives.set(2, "gone");
    world.nowMs += 5_000;
    await take();
    expect((await ledgerOf()).state.spent).toMatchObject({
      dispatches: 0,
      tokens: 0,
      wallClockMs: 5_000,
    });
  });

  test("two at once: one has it, the other is told who", async () => {
    await open();
    world.lives.set(2, "alive");
    const both = await Promise.all([take(), take(world.other(2))]);
    expect(both.map((it) => it.kind).toSorted()).toEqual(["busy", "claimed"]);
    expect((await ledgerOf()).state.epoch).toBe(1);
  });

  test("of a stopped run is idle", async () => {
    const head = await open();
    const cause = { class: "operator", reason: "stop", next: "", ids: [] } as const;
    await appendEntry(world.host.store, head, {
      kind: "stopped",
      atMs: 1,
      decision: { kind: "stop", status: "stopped", cause },
    });
    expect(await take()).toMatchObject({ kind: "idle", state: { status: "stopped" } });
  });

  test("of a deleted ledger is an error that says so", async () => {
    const head = await open();
    await world.host.store.swap([{ ref: head.ref, before: head.oid }]);
    const asked = claim(world.host, givenAssignment(goal), toRun(head));
    await expect(asked).rejects.toMatchObject({ code: "record-forged" });
  });

  test.each<[string, Partial<Run>]>([
    ["generation", { generation: 2 }],
    ["approval", { approval: "f".repeat(64) }],
  ])("of another %s on the same ref is not this run's", async (_name, other) => {
    const head = await open();
    const asked = claim(world.host, givenAssignment(goal), { ...toRun(head), ...other });
    await expect(asked).rejects.toMatchObject({ code: "goal-busy" });
    expect((await ledgerOf()).oid).toBe(head.oid);
  });

  test("waits for the time that the decision names", async () => {
    const head = await open();
    await release(world.host, await taken(), { reason: "x", outcome: undefined });
    expect((await ledgerOf()).state.next).toEqual(head.state.next);
    world.nowMs -= 1;
    expect(await take()).toMatchObject({ kind: "waiting", untilMs: world.nowMs + 1 });
  });
});

describe("claim() and another goal", () => {
  const scope = (...paths: readonly string[]) => ({ workspace: "", paths, deny: [] });
  function goalOf(id: string, ...paths: readonly string[]): Goal {
    return { ...goal, id, scope: scope(...paths) };
  }

  test.each([
    ["the same paths", ["src"], ["src/a"], "blocked"],
    ["everything", [], ["docs"], "blocked"],
    ["other paths", ["src"], ["docs"], "claimed"],
  ])("whose agent works on %s", async (_name, theirs, ours, kind) => {
    const one = goalOf("one", ...theirs);
    const two = goalOf("two", ...ours);
    await openedForDispatch(one);
    await openedForDispatch(two);
    await take(world.host, one);
    expect((await take(world.host, two)).kind).toBe(kind);
  });

  test("that only observes blocks nobody, and nobody blocks an observation", async () => {
    const one = goalOf("one", "src");
    const two = goalOf("two", "src");
    await open(one);
    await take(world.host, one);
    await openedForDispatch(two);
    expect(await take(world.host, two)).toMatchObject({
      kind: "claimed",
      ticket: { kind: "dispatch" },
    });
    const three = goalOf("three", "src");
    await open(three);
    expect(await take(world.host, three)).toMatchObject({
      kind: "claimed",
      ticket: { kind: "observe" },
    });
  });

  test("whose holder is dead blocks nobody", async () => {
    const one = goalOf("one", "src");
    const two = goalOf("two", "src");
    await openedForDispatch(one);
    await openedForDispatch(two);
    await take(world.other(2), one);
    world.lives.set(2, "gone");
    expect((await take(world.host, two)).kind).toBe("claimed");
  });

  test("whose ledger is damaged blocks nobody", async () => {
    const one = goalOf("one", "src");
    await openedForDispatch(one);
    const { store } = world.host;
    const folders = new Map();
    const forged = await store.write({
      parents: [],
      message: "x",
      files: new Map(),
      folders,
      atMs: 0,
    });
    await store.swap([{ ref: liveRef(store, "two"), after: forged }]);
    expect((await take(world.host, one)).kind).toBe("claimed");
  });

  test("that starts at the same moment: one of both works", async () => {
    const one = goalOf("one", "src");
    const two = goalOf("two", "src");
    await openedForDispatch(one);
    await openedForDispatch(two);
    world.lives.set(2, "alive");
    const both = await Promise.all([take(world.host, one), take(world.other(2), two)]);
    expect(both.map((it) => it.kind).toSorted()).toEqual(["blocked", "claimed"]);
  });
});

describe("release()", () => {
  test("gives a claim back, charged in full, so that the next can have it", async () => {
    await openedForDispatch();
    const ticket = await taken();
    world.nowMs += 1_000;
    await release(world.host, ticket, { reason: "broke off", outcome: undefined });
    const { state } = await ledgerOf();
    expect(state.claim).toBe(undefined);
    expect(state.spent).toMatchObject({ dispatches: 1, tokens: 250_000, wallClockMs: 1_000 });
    expect(await take()).toMatchObject({ kind: "claimed", ticket: { iteration: 1, epoch: 3 } });
  });

  test("of a dispatch that reported its usage charges that", async () => {
    await openedForDispatch();
    const usage = { inputTokens: 70, costUsd: 0.5 };
    const outcome = { ending: "completed", summary: "", usage, denied: [], durationMs: 1 } as const;
    await release(world.host, await taken(), { reason: "x", outcome });
    const { spent } = (await ledgerOf()).state;
    expect(spent).toMatchObject({ dispatches: 1, tokens: 70, costUsd: 0.5, unreported: 0 });
  });

  test("of somebody else's claim does nothing", async () => {
    await open();
    const ticket = await taken();
    const before = await ledgerOf();
    const forged = { ...ticket, nonce: "f".repeat(32) };
    await release(world.host, forged, { reason: "x", outcome: undefined });
    expect((await ledgerOf()).oid).toBe(before.oid);
  });
});

describe("check()", () => {
  test("looks without claiming, dispatching or recording", async () => {
    const { head } = await startingPoint(world);
    givenAgent(world, (files) => files.set("src/a", "right"));
    const results = await check(world.host, givenAssignment(goal), { head, branch: "main" });
    expect(results.map(({ id, status }) => [id, status])).toEqual([["a", "fail"]]);
    expect(await world.host.store.list("refs/kazi/")).toEqual([]);
    expect(world.folders.size).toBe(0);
  });
});
