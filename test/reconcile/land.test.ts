import { beforeEach, describe, expect, test } from "vitest";
import type { Goal } from "../../src/model/goal.ts";
import type { ClaimTicket, DispatchReport, Observation } from "../../src/model/handover.ts";
import { KaziError } from "../../src/model/kazi-error.ts";
import { claim } from "../../src/reconcile/claim.ts";
import { dispatch } from "../../src/reconcile/dispatch.ts";
import type { Bench, Host, Run } from "../../src/reconcile/host.ts";
import { iterate } from "../../src/reconcile/iterate.ts";
import { land } from "../../src/reconcile/land.ts";
import { observe } from "../../src/reconcile/observe.ts";
import { openRun } from "../../src/reconcile/open-run.ts";
import { encode } from "../../src/record/codec.ts";
import { parseDispatchReport, parseObservation } from "../../src/record/handover-codec.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { appendEntry, type LedgerHead, readLedger } from "../../src/record/ledger.ts";
import { givenGoal } from "../fakes/given.ts";
import {
  createMemoryWorld,
  givenAgent,
  givenAssignment,
  givenContent,
  type MemoryBench,
  type MemoryWorld,
  startingPoint,
} from "../fakes/memory-host.ts";

let world: MemoryWorld;
let goal: Goal;
let run: Run;
let ticket: ClaimTicket;
let bench: Bench;
let left: MemoryBench;

/** A dispatch was claimed, made and observed; nothing has landed yet. */
beforeEach(async () => {
  world = createMemoryWorld();
  await world.repository.commit("main", { "src/a": "wrong", "src/b": "right", "test/a": "grader" });
  goal = givenGoal({
    predicates: [
      givenContent(world, "a", ["src/a", "right"]),
      givenContent(world, "b", ["src/b", "right"]),
    ],
  });
  givenAgent(world, (files) => files.set("src/a", "right"));
  const start = await startingPoint(world);
  const approver = { via: "local", by: start.user } as const;
  run = toRun(await openRun(world.host, assignment(), { start, approver }));
  await iterate(world.host, assignment(), run);
  await claimNext();
});

function assignment(): ReturnType<typeof givenAssignment> {
  return givenAssignment(goal);
}

function toRun({ ref, state }: LedgerHead): Run {
  return { ref, generation: state.generation, approval: state.approval.digest };
}

async function claimNext(): Promise<void> {
  const claimed = await claim(world.host, assignment(), run);
  if (claimed.kind !== "claimed") throw new Error(`expected a claim, found ${claimed.kind}`);
  ({ ticket, bench } = claimed);
  left = world.benches.get(ticket.nonce) ?? { documents: new Map(), shelf: {} };
  await dispatch(world.host, assignment(), { ticket, bench });
  await observe(world.host, assignment(), { ticket, bench });
}

async function landed(host: Host = world.host): Promise<LedgerHead> {
  return await land(host, assignment(), { ticket, bench });
}

async function ledger(): Promise<LedgerHead> {
  const head = await readLedger(world.host.store, liveRef(world.host.store, "goal"));
  if (head === undefined) throw new Error("no ledger");
  return head;
}

/** Why nothing landed, and whether branch or ledger moved all the same. */
async function refusal(): Promise<{ code: string; message: string; moved: boolean }> {
  const before = await ledger();
  const { code, message } = await landed().then(
    () => ({ code: "landed", message: "" }),
    (error: unknown) =>
      error instanceof KaziError ? error : { code: "threw", message: String(error) },
  );
  const branch = await world.host.repository.branch("kazi/goal");
  return { code, message, moved: (await ledger()).oid !== before.oid || branch !== undefined };
}

function refused(code: string, words: string): object {
  return { code, message: expect.stringContaining(words), moved: false };
}

function observation(): Observation {
  return parseObservation(left.documents.get("observation") ?? "");
}

function report(): DispatchReport {
  return parseDispatchReport(left.documents.get("dispatch") ?? "");
}

function forgeObservation(more: Partial<Observation>): void {
  left.documents.set("observation", encode({ ...observation(), ...more }));
}

function forgeReport(more: Partial<DispatchReport>): void {
  left.documents.set("dispatch", encode({ ...report(), ...more }));
}

/** Exchanges the bundle for a commit with other files, and everything that speaks of it. */
async function forgeCandidate(
  files: Readonly<Record<string, string | undefined>>,
  parent = ticket.head,
): Promise<void> {
  const content = new Map(await world.repository.filesOf(ticket.head));
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) content.delete(path);
    else content.set(path, text);
  }
  const candidate = await world.repository.write(content, [parent]);
  left.shelf.bundle = { commit: candidate, parent };
  const tree = world.repository.treeOf(content);
  forgeReport({ candidate, changed: Object.keys(files), refused: [] });
  forgeObservation({ candidate, vector: { ...observation().vector, commit: candidate, tree } });
}

describe("land()", () => {
  test("keeps what is better: branch and ledger move together", async () => {
    const { state, vector } = await landed();
    expect(state).toMatchObject({
      head: report().candidate,
      iteration: 1,
      next: { kind: "integrate" },
    });
    expect(await world.host.repository.branch("kazi/goal")).toBe(state.head);
    expect(world.repository.adopted).toEqual([state.head]);
    expect(vector?.commit).toBe(state.head);
    expect(state.claim).toBe(undefined);
  });

  test("of a candidate that is only worse keeps the old evidence", async () => {
    const before = await ledger();
    await forgeCandidate({ "src/b": "broken" });
    await observe(world.host, assignment(), { ticket, bench });
    const { state, vector } = await landed();
    expect(state.history.at(-1)?.attempt).toMatchObject({ fate: "discarded", regressed: ["b"] });
    expect(state.head).toBe(before.state.head);
    expect(state.vector).toEqual(before.state.vector);
    expect(vector).toEqual(before.vector);
    expect(await world.host.repository.branch("kazi/goal")).toBe(undefined);
  });

  test("of a claim is possible once", async () => {
    await landed();
    const after = await ledger();
    await expect(landed()).rejects.toMatchObject({ code: "goal-busy" });
    expect((await ledger()).oid).toBe(after.oid);
  });
});

describe("land() refuses an observation", () => {
  test.each<[string, () => void, string]>([
    ["that is missing", () => left.documents.delete("observation"), "left no observation"],
    ["that is not JSON", () => left.documents.set("observation", "{"), "observation"],
    ["that is empty", () => left.documents.set("observation", ""), "observation"],
    [
      "with more keys",
      () => left.documents.set("observation", encode({ ...observation(), extra: 1 })),
      "observation",
    ],
    ["of another nonce", () => forgeObservation({ nonce: "f".repeat(32) }), "another claim"],
    ["of another epoch", () => forgeObservation({ epoch: 1 }), "another claim"],
    [
      "without a predicate",
      () =>
        forgeObservation({
          vector: { ...observation().vector, results: observation().vector.results.slice(1) },
        }),
      "names 1 predicates, the goal 2",
    ],
    [
      "with another predicate's name",
      () => {
        const results = observation().vector.results.map((it) => ({ ...it, id: "a" }));
        forgeObservation({ vector: { ...observation().vector, results } });
      },
      "observation",
    ],
    [
      "in another order",
      () => {
        const results = observation().vector.results.toReversed();
        forgeObservation({ vector: { ...observation().vector, results } });
      },
      "predicates",
    ],
    [
      "of another tree",
      () => forgeObservation({ vector: { ...observation().vector, tree: "e".repeat(40) } }),
      "the observation is of",
    ],
    [
      "of another commit",
      () => forgeObservation({ vector: { ...observation().vector, commit: ticket.head } }),
      "the observation is of",
    ],
  ])("%s", async (_name, forge, words) => {
    forge();
    expect(await refusal()).toEqual(refused("handover-invalid", words));
  });

  test("that needed graders put back", async () => {
    forgeObservation({ restored: ["test/a"] });
    expect(await refusal()).toEqual(refused("approval-void", "test/a"));
  });
});

describe("land() refuses a dispatch report", () => {
  test.each<[string, () => void, string]>([
    ["that is missing", () => left.documents.delete("dispatch"), "left no report"],
    ["that is not JSON", () => left.documents.set("dispatch", "[]"), "dispatch report"],
    ["of another nonce", () => forgeReport({ nonce: "f".repeat(32) }), "another claim"],
    ["of another epoch", () => forgeReport({ epoch: 7 }), "another claim"],
    [
      "with a negative cost",
      () => forgeReport({ outcome: { ...report().outcome, usage: { costUsd: -5 } } }),
      "dispatch report",
    ],
    [
      "with a ref for a candidate",
      () => left.documents.set("dispatch", encode({ ...report(), candidate: "refs/heads/main" })),
      "dispatch report",
    ],
    [
      "that hides its candidate",
      () => {
        const { candidate: _candidate, ...rest } = report();
        left.documents.set("dispatch", encode(rest));
      },
      "the observation is of",
    ],
    ["whose bundle is not there", () => delete left.shelf.bundle, "has no bundle"],
  ])("%s", async (_name, forge, words) => {
    forge();
    expect(await refusal()).toEqual(refused("handover-invalid", words));
  });

  test("that names another commit than its bundle", async () => {
    forgeReport({ candidate: "e".repeat(40) });
    expect(await refusal()).toEqual(refused("candidate-invalid", "another commit"));
  });

  test("whose bundle is on another parent", async () => {
    const parent = await world.repository.write(new Map([["x", "y"]]), []);
    await forgeCandidate({ "src/a": "right" }, parent);
    expect(await refusal()).toEqual(refused("candidate-invalid", "another commit"));
  });

  test("of more usage than was reserved is charged as it says", async () => {
    const usage = { inputTokens: 5_000_000, costUsd: 100 };
    forgeReport({ outcome: { ...report().outcome, usage } });
    expect((await landed()).state.spent).toMatchObject({ tokens: 5_000_000, costUsd: 100 });
  });

  test("that says nothing of its usage is charged what was reserved", async () => {
    forgeReport({ outcome: { ...report().outcome, usage: {} } });
    const { spent } = (await landed()).state;
    expect(spent).toMatchObject({ tokens: ticket.reservation.tokens, unreported: 1 });
  });
});

describe("land() judges the paths of a candidate for itself and refuses", () => {
  test.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ["a changed grader", { "src/a": "right", "test/a": "easier" }, "contains test/a, which grades"],
    ["a deleted grader", { "test/a": undefined }, "contains test/a, which grades"],
    ["a workflow", { ".github/workflows/x.yml": "on: push" }, "git's and GitHub's own files"],
    ["a goal-file", { ".kazi/goals/x.toml": "" }, "goal-files and kazi's settings"],
    ["agent instructions", { "AGENTS.md": "obey" }, "instruct agents"],
    ["a link out of the tree", { out: "-> ../../etc/passwd" }, "leaves the tree"],
    ["a twin of a grader", { "TEST/a": "x" }, "only in case"],
    ["a new runner setting", { "vitest.config.ts": "x" }, "which tests run"],
    ["a huge file", { big: "x".repeat(5_000_001) }, "larger than"],
    [
      "too many files",
      Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`src/f${index}`, "x"])),
      "touches 1001 files",
    ],
  ])("%s", async (_name, files, words) => {
    await forgeCandidate(files);
    expect(await refusal()).toEqual(refused("handover-invalid", words));
  });

  test("what is out of scope", async () => {
    goal = { ...goal, scope: { workspace: "", paths: ["src"], deny: [] } };
    await forgeCandidate({ "docs/x": "x" });
    expect(await refusal()).toEqual(refused("handover-invalid", "outside [scope].paths"));
  });
});

describe("land() and others on the same ledger", () => {
  test("a run that was stopped meanwhile is fenced", async () => {
    const cause = { class: "operator", reason: "stop", next: "", ids: [] } as const;
    const decision = { kind: "stop", status: "stopped", cause } as const;
    await appendEntry(world.host.store, await ledger(), {
      kind: "stopped",
      atMs: world.nowMs,
      decision,
    });
    expect(await refusal()).toEqual(refused("goal-busy", "taken over or stopped"));
  });

  test("a claim that was taken over is fenced, also when its successor has settled", async () => {
    const late = { ticket, bench };
    world.lives.set(1, "gone").set(2, "alive");
    const next = await claim(world.other(2), assignment(), run);
    expect(next.kind).toBe("claimed");
    expect(await refusal()).toEqual(refused("goal-busy", "taken over"));
    world.lives.set(1, "alive").set(2, "gone");
    await claimNext();
    await landed();
    const after = await ledger();
    await expect(land(world.host, assignment(), late)).rejects.toMatchObject({ code: "goal-busy" });
    expect((await ledger()).oid).toBe(after.oid);
    expect(after.state.spent.dispatches).toBe(3);
  });

  test("a ledger that is gone keeps nothing", async () => {
    const { ref, oid } = await ledger();
    await world.host.store.swap([{ ref, before: oid }]);
    await expect(landed()).rejects.toMatchObject({ code: "record-forged" });
    expect(await world.host.repository.branch("kazi/goal")).toBe(undefined);
  });

  test.each([
    ["once", 1],
    ["four times", 4],
  ])("a swap that is lost %s is tried again, and counts once", async (_name, losses) => {
    const { state } = await landed(losing(losses));
    expect(state.spent).toMatchObject({ iterations: 1, dispatches: 1, tokens: 110 });
    expect(await world.host.repository.branch("kazi/goal")).toBe(state.head);
  });

  test("a swap that is lost for ever is given up, and nothing was kept", async () => {
    await expect(landed(losing(5))).rejects.toMatchObject({ code: "record-unwritable" });
    expect(await world.host.repository.branch("kazi/goal")).toBe(undefined);
    expect((await ledger()).state.claim?.nonce).toBe(ticket.nonce);
  });

  test("a branch that moved between reading and writing makes the candidate void", async () => {
    let moved = false;
    const { store } = world.host;
    const host: Host = {
      ...world.host,
      store: {
        ...store,
        swap: async (updates) => {
          if (!moved) {
            moved = true;
            await store.swap([{ ref: "refs/heads/kazi/goal", after: ticket.head }]);
            await world.repository.commit("kazi/goal", { "src/person": "mine" });
          }
          return await store.swap(updates);
        },
      },
    };
    const { state } = await landed(host);
    expect(state.history.at(-1)?.attempt?.fate).toBe("void");
    expect(state.head).toBe(ticket.head);
    const tip = (await world.host.repository.branch("kazi/goal")) ?? "";
    expect((await world.repository.filesOf(tip)).get("src/person")).toBe("mine");
  });

  function losing(times: number): Host {
    let losses = 0;
    const { store } = world.host;
    return {
      ...world.host,
      store: {
        ...store,
        swap: async (updates) => {
          losses += 1;
          return losses <= times ? "lost" : await store.swap(updates);
        },
      },
    };
  }
});
