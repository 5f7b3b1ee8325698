import { beforeEach, describe, expect, test } from "vitest";
import type { BaselineSource } from "../../src/model/check.ts";
import type { Goal, Predicate } from "../../src/model/goal.ts";
import type { RunState } from "../../src/model/run.ts";
import type { Run } from "../../src/reconcile/host.ts";
import { iterate } from "../../src/reconcile/iterate.ts";
import { openRun } from "../../src/reconcile/open-run.ts";
import { readLedger } from "../../src/record/ledger.ts";
import { givenGoal, givenPredicate } from "../fakes/given.ts";
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

/** `lines` may not grow; `done` fails until an agent writes it. */
beforeEach(async () => {
  world = createMemoryWorld();
  await world.repository.commit("main", { "src/lines": "10", "src/done": "no" });
  world.programs.set("count", ({ files }) => ({ stdout: files.get("src/lines") ?? "" }));
  goal = goalWith({ kind: "stored" });
});

function goalWith(baseline: BaselineSource): Goal {
  const lines: Predicate = givenPredicate("lines", {
    check: {
      provider: "ratchet",
      metric: { command: "count", args: [], env: {} },
      baseline,
      direction: "lower_better",
      allowedRegression: 0,
    },
  });
  return givenGoal({ predicates: [givenContent(world, "done", ["src/done", "yes"]), lines] });
}

async function open(): Promise<Run> {
  const start = await startingPoint(world);
  const approver = { via: "local", by: start.user } as const;
  const { ref, state } = await openRun(world.host, givenAssignment(goal), { start, approver });
  return { ref, generation: state.generation, approval: state.approval.digest };
}

async function passes(run: Run, count: number): Promise<RunState> {
  for (let pass = 0; pass < count; pass += 1) {
    await iterate(world.host, givenAssignment(goal), run);
  }
  const state = (await readLedger(world.host.store, run.ref))?.state;
  if (state === undefined) throw new Error("expected a ledger");
  return state;
}

function linesOf(state: RunState): number | undefined {
  return state.baselines?.find((it) => it.key === "lines")?.value;
}

function agentWrites(files: Readonly<Record<string, string>>): void {
  givenAgent(world, (folder) => {
    for (const [path, text] of Object.entries(files)) folder.set(path, text);
  });
}

describe("what a ratchet remembers", () => {
  test("is seeded by the first observation, in the ledger and not in the workspace", async () => {
    const state = await passes(await open(), 1);
    expect(linesOf(state)).toBe(10);
  });

  test("is tightened by a candidate that is kept", async () => {
    agentWrites({ "src/lines": "7", "src/done": "yes" });
    const state = await passes(await open(), 2);
    expect(state.history.at(-1)?.attempt?.fate).toBe("kept");
    expect(linesOf(state)).toBe(7);
  });

  test("is not moved by a candidate that is discarded", async () => {
    const guard = givenContent(world, "kept", ["src/kept", "there"]);
    await world.repository.commit("main", {
      "src/lines": "10",
      "src/done": "no",
      "src/kept": "there",
    });
    goal = { ...goal, predicates: [...goal.predicates, guard] };
    agentWrites({ "src/lines": "3", "src/kept": "gone" });
    const state = await passes(await open(), 2);
    expect(state.history.at(-1)?.attempt?.fate).toBe("discarded");
    expect(linesOf(state)).toBe(10);
  });

  test("cannot be loosened: more lines fail, however often it is tried", async () => {
    agentWrites({ "src/lines": "12", "src/done": "yes" });
    const state = await passes(await open(), 2);
    expect(state.vector.find((it) => it.id === "lines")?.status).toBe("fail");
    expect(linesOf(state)).toBe(10);
  });

  test("is there again for the next generation, on a machine that knows nothing else", async () => {
    await passes(await open(), 1);
    await world.repository.commit("main", { "src/lines": "11", "src/done": "no", again: "" });
    const state = await passes(await open(), 1);
    expect(state.generation).toBe(2);
    expect(state.vector.find((it) => it.id === "lines")?.status).toBe("fail");
    expect(linesOf(state)).toBe(10);
  });
});

test.each([
  ["a name", () => "main", "fail"],
  ["the hash of the base", (base: string) => base, "fail"],
  ["a hash that the base does not have", () => "f".repeat(40), "error"],
])("a baseline at %s is measured where the work began", async (_name, toRef, status) => {
  const base = await world.repository.commit("main", {
    "src/lines": "10",
    "src/done": "no",
    one: "1",
  });
  goal = goalWith({ kind: "ref", ref: toRef(base) });
  agentWrites({ "src/lines": "12", "src/done": "yes" });
  const run = await open();
  const state = await passes(run, 2);
  expect(state.vector.find((it) => it.id === "lines")?.status).toBe(status);
  expect(linesOf(state)).toBeUndefined();
});
