import { beforeEach, describe, expect, test } from "vitest";
import type { Goal } from "../../src/model/goal.ts";
import type { RunState } from "../../src/model/run.ts";
import { converge } from "../../src/reconcile/converge.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { listRuns } from "../../src/record/ledger.ts";
import { verifyLedger } from "../../src/record/verify-ledger.ts";
import { givenGoal, givenLive, givenPredicate } from "../fakes/given.ts";
import {
  AGENT_ANSWER,
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
  await world.repository.commit("main", { "src/a": "wrong", "src/b": "right", "test/a": "grader" });
  goal = givenGoal({
    predicates: [
      givenContent(world, "a", ["src/a", "right"]),
      givenContent(world, "b", ["src/b", "right"]),
    ],
  });
});

async function run(it: Goal = goal): Promise<RunState> {
  return (await converge(world.host, givenAssignment(it), await startingPoint(world))).state;
}

async function branchFiles(): Promise<Readonly<Record<string, string>>> {
  const head = await world.host.repository.branch("kazi/goal");
  return head === undefined ? {} : Object.fromEntries(await world.repository.filesOf(head));
}

async function isWhole(): Promise<boolean> {
  const { runs } = await listRuns(world.host.store);
  const reports = await Promise.all(
    runs.map(async (it) => await verifyLedger(world.host.store, it.oid)),
  );
  return reports.length > 0 && reports.every((report) => report.ok);
}

describe("converge()", () => {
  test("observes, dispatches, keeps, lands and ends", async () => {
    givenAgent(world, (files) => files.set("src/a", "right"));
    const state = await run();
    expect(state.status).toBe("converged");
    expect(state.spent).toMatchObject({ iterations: 1, dispatches: 1, tokens: 110, costUsd: 0.01 });
    expect(await branchFiles()).toEqual({ "src/a": "right", "src/b": "right", "test/a": "grader" });
    expect(state.head).toBe(await world.host.repository.branch("kazi/goal"));
    expect(state.landing).toMatchObject({ reached: "commit", revision: state.head });
    expect(await isWhole()).toBe(true);
  });

  test("what ended is put away, and nothing of its work stays", async () => {
    givenAgent(world, (files) => files.set("src/a", "right"));
    await run();
    expect(await world.host.store.head(liveRef(world.host.store, "goal"))).toBe(undefined);
    expect(world.folders.size).toBe(0);
  });

  test("leaves main and the person's files alone", async () => {
    const before = await startingPoint(world);
    givenAgent(world, (files) => files.set("src/a", "right"));
    await run();
    expect((await startingPoint(world)).head).toBe(before.head);
  });

  test("nothing to do makes no branch and no dispatch", async () => {
    await world.repository.commit("main", { "src/a": "right" });
    const state = await run();
    expect([state.status, state.spent.dispatches]).toEqual(["converged", 0]);
    expect(await world.host.repository.branch("kazi/goal")).toBe(undefined);
  });

  test("the agent's refused changes are put back, named to it, and the rest is kept", async () => {
    const prompts: string[] = [];
    givenAgent(world, (files, prompt) => {
      prompts.push(prompt);
      files.set("test/a", "easier");
      files.set(".github/workflows/x.yml", "on: push");
      files.set("out", "-> /etc/passwd");
      files.set(`src/step${prompts.length}`, "x");
      if (prompts.length > 1) files.set("src/a", "right");
    });
    const state = await run();
    expect(state.status).toBe("converged");
    expect(Object.keys(await branchFiles()).toSorted()).toEqual([
      "src/a",
      "src/b",
      "src/step1",
      "src/step2",
      "test/a",
    ]);
    expect((await branchFiles())["test/a"]).toBe("grader");
    expect(prompts[1]).toContain("- put back: .github/workflows/x.yml");
    expect(prompts[1]).toContain("- put back: out (a symbolic link that leaves the tree)");
    expect(prompts[1]).toContain("- put back: test/a (grades this goal");
  });

  test("a candidate that only breaks things is thrown away, and the next starts without it", async () => {
    const seen: (string | undefined)[] = [];
    givenAgent(world, (files) => {
      seen.push(files.get("src/b"));
      if (seen.length === 1) files.set("src/b", "broken");
      else files.set("src/a", "right");
    });
    const state = await run();
    expect(state.status).toBe("converged");
    expect(seen).toEqual(["right", "right"]);
    expect(state.history.map((item) => item.attempt?.fate)).toEqual([
      undefined,
      "discarded",
      "kept",
    ]);
    expect((await branchFiles())["src/b"]).toBe("right");
  });

  test("an agent that changes nothing ends it, stuck", async () => {
    givenAgent(world, () => {});
    const state = await run();
    expect([state.status, state.cause?.class]).toEqual(["stuck", "no_diff"]);
    expect(state.spent.dispatches).toBe(2);
  });

  test("an agent that is not there ends it at once, and costs nothing", async () => {
    const state = await run();
    expect([state.status, state.cause?.class]).toEqual(["stuck", "harness_unavailable"]);
    expect(state.spent).toMatchObject({ dispatches: 0, tokens: 0, costUsd: 0 });
  });

  test("a budget of one dispatch is one dispatch", async () => {
    let dispatches = 0;
    givenAgent(world, (files) => {
      dispatches += 1;
      files.set("src/a", `still wrong ${dispatches}`);
    });
    const state = await run({ ...goal, budget: { cachedReadWeight: 0.1, dispatchesMax: 1 } });
    expect([state.status, state.cause?.class, dispatches]).toEqual([
      "over_budget",
      "budget_exhausted",
      1,
    ]);
  });

  test("the prompt holds no word of held-out evidence, the ledger no more than the verdict", async () => {
    const prompts: string[] = [];
    world.programs.set("a", () => ({ code: 1, stdout: "HELD OUT WORDS" }));
    givenAgent(world, (files, prompt) => {
      prompts.push(prompt);
      files.set("src/a", `${prompts.length}`);
    });
    const held = goal.predicates.map((it) => (it.id === "a" ? { ...it, heldOut: true } : it));
    const state = await run({ ...goal, predicates: held });
    expect(state.status).toBe("stuck");
    expect(prompts.join("\n")).not.toContain("HELD OUT WORDS");
    expect(JSON.stringify([state, world.events])).not.toContain("HELD OUT WORDS");
  });

  test("what setup makes is no one's work", async () => {
    world.programs.set("install", ({ files }) => {
      files.set("node_modules/x", "x");
      return {};
    });
    givenAgent(world, (files) => {
      files.set("src/a", "right");
      files.set("node_modules/x", "patched");
    });
    const state = await run({ ...goal, setup: { commands: [["install"]], timeoutMs: 1_000 } });
    expect(state.status).toBe("converged");
    expect(Object.keys(await branchFiles())).not.toContain("node_modules/x");
    expect(state.history.at(-1)?.attempt?.refused).toEqual([
      { path: "node_modules/x", reason: "was made by [setup]" },
    ]);
  });

  test("a setup that fails makes every code predicate an error, and starts no agent", async () => {
    world.programs.set("install", () => ({ code: 7, stdout: "no network" }));
    givenAgent(world, (files) => files.set("src/a", "right"));
    const state = await run({ ...goal, setup: { commands: [["install"]], timeoutMs: 1_000 } });
    expect([state.status, state.cause?.class, state.spent.dispatches]).toEqual([
      "stuck",
      "error_wedged",
      0,
    ]);
    expect(state.vector.map((verdict) => verdict.status)).toEqual(["error", "error"]);
    expect(state.vector[0]?.message).toContain("[setup] install ended with exit code 7");
  });

  test("a service is looked at after the landing, and only then counts", async () => {
    givenAgent(world, (files) => files.set("src/a", "right"));
    const live = { ...goal, predicates: [...goal.predicates, givenLive("up")] };
    const broken = await run(live);
    expect([broken.status, broken.cause?.class]).toEqual(["stuck", "not_live"]);
    expect(broken.landing?.revision).toBe(broken.head);
    world.answer = { kind: "response", status: 200, body: "", truncated: false };
    expect((await run(live)).status).toBe("converged");
  });
});

describe("converge() with a remote", () => {
  test.each([
    ["branch", "branch"],
    ["pr", "branch"],
    ["merge", "branch"],
  ] as const)("wanted %s, got to %s", async (mode, reached) => {
    world.repository.remote = { kind: "pushed", remote: "origin" };
    givenAgent(world, (files) => files.set("src/a", "right"));
    const state = await run({ ...goal, integration: { mode } });
    expect(state.landing).toMatchObject({ wanted: mode, reached });
    expect(world.repository.pushed).toBe(state.head);
  });

  test("that refuses, it ends stuck and says why", async () => {
    world.repository.remote = { kind: "refused", reason: "protected branch" };
    givenAgent(world, (files) => files.set("src/a", "right"));
    const state = await run({ ...goal, integration: { mode: "branch" } });
    expect([state.status, state.cause?.class]).toEqual(["stuck", "landing_failed"]);
    expect(state.cause?.reason).toContain("protected branch");
    expect((await branchFiles())["src/a"]).toBe("right");
  });
});

describe("converge() is broken off", () => {
  test("while the agent works: the claim is given back, its reservation spent once, and it goes on", async () => {
    givenAgent(world, () => world.abort());
    const state = await run();
    expect(state.status).toBe("running");
    expect(state.claim).toBe(undefined);
    expect(state.spent).toMatchObject({ dispatches: 1, tokens: 250_000, unreported: 1 });
    expect(await isWhole()).toBe(true);
    expect(world.folders.size).toBe(0);
  });

  test("before the first look: nothing is claimed", async () => {
    world.abort();
    const state = await run();
    expect([state.status, state.sequence]).toEqual(["running", 0]);
  });

  test("what fails in the middle gives the claim back and is told", async () => {
    world.programs.set("agent", async () => await Promise.reject(new Error("disk full")));
    await expect(run()).rejects.toThrow("disk full");
    const { runs } = await listRuns(world.host.store);
    expect(runs[0]?.state.claim).toBe(undefined);
    expect(runs[0]?.state.spent).toMatchObject({ dispatches: 1, unreported: 1 });
    expect(world.events.at(-1)).toMatchObject({ kind: "released" });
    givenAgent(world, (files) => files.set("src/a", "right"));
    const state = await run();
    expect([state.status, state.generation, state.spent.dispatches]).toEqual(["converged", 1, 2]);
  });
});

describe("converge() and a person on the work branch", () => {
  test("their commit wins over a candidate that was made meanwhile", async () => {
    let dispatches = 0;
    world.programs.set("agent", async ({ files }) => {
      dispatches += 1;
      files.set("src/a", "right");
      files.set(`src/step${dispatches}`, "x");
      if (dispatches === 1) await moveBranch({ "src/person": "mine" });
      return { stdout: AGENT_ANSWER };
    });
    const state = await run();
    expect(state.status).toBe("converged");
    expect(state.history.map((item) => item.attempt?.fate)).toEqual([
      undefined,
      "void",
      undefined,
      "kept",
    ]);
    expect(Object.keys(await branchFiles()).toSorted()).toEqual([
      "src/a",
      "src/b",
      "src/person",
      "src/step2",
      "test/a",
    ]);
    expect(state.spent).toMatchObject({ dispatches: 2, tokens: 220 });
  });

  test("without a namespace nobody can say who moved the branch, so it ends there", async () => {
    world.isolation = "process-group";
    world.programs.set("agent", async ({ files }) => {
      files.set("src/a", "right");
      await moveBranch({ "src/person": "mine" });
      return { stdout: AGENT_ANSWER };
    });
    const state = await run();
    expect([state.status, state.cause?.class]).toEqual(["stuck", "branch_moved"]);
    expect((await branchFiles())["src/a"]).toBe("wrong");
  });

  async function moveBranch(files: Readonly<Record<string, string>>): Promise<void> {
    const { store } = world.host;
    const main = await store.head("refs/heads/main");
    if (main !== undefined && (await store.head("refs/heads/kazi/goal")) === undefined) {
      await store.swap([{ ref: "refs/heads/kazi/goal", after: main }]);
    }
    await world.repository.commit("kazi/goal", files);
  }

  test("a commit of theirs that changes a grader voids the approval", async () => {
    givenAgent(world, () => {});
    await moveBranch({ "test/a": "easier" });
    await expect(run()).rejects.toThrow("the approval is void");
  });

  test("a branch that went apart from main is nobody's to guess about", async () => {
    const other = await world.repository.write(new Map([["x", "y"]]), []);
    await world.host.store.swap([{ ref: "refs/heads/kazi/goal", after: other }]);
    await expect(run()).rejects.toThrow("have gone apart");
  });
});

describe("converge() a standing goal", () => {
  test("costs no ledger entry while it holds, and works again when it does not", async () => {
    await world.repository.commit("main", { "src/a": "right" });
    let looks = 0;
    let headAtRest: string | undefined;
    const check = world.programs.get("a");
    world.programs.set("a", (call) => {
      looks += 1;
      if (looks === 8)
        void world.host.store
          .head(liveRef(world.host.store, "goal"))
          .then((it) => (headAtRest = it));
      if (looks === 20) world.abort();
      return check?.(call) ?? { code: 1 };
    });
    const state = await run({ ...goal, standing: true });
    expect([state.status, state.next.kind]).toEqual(["running", "watch"]);
    expect(await world.host.store.head(liveRef(world.host.store, "goal"))).toBe(headAtRest);
    expect(state.spent).toMatchObject({ iterations: 0, dispatches: 0 });
    expect(world.nowMs - state.updatedAtMs).toBeGreaterThan(18 * 30_000);
  });

  test("rests although something optional is unknown, and once it has landed", async () => {
    await world.repository.commit("main", { "src/a": "right" });
    const unknown = { provider: "not_built", named: "this", instead: "write that" } as const;
    const predicates = [
      ...goal.predicates,
      givenPredicate("landed", { check: { provider: "landed", wanted: "commit" } }),
      givenPredicate("unknown", { optional: true, check: unknown }),
    ];
    let looks = 0;
    const look = world.programs.get("a");
    world.programs.set("a", (call) => {
      looks += 1;
      if (looks === 12) world.abort();
      return look?.(call) ?? { code: 1 };
    });
    const state = await run({ ...goal, standing: true, predicates });
    expect([state.status, state.next.kind]).toEqual(["running", "watch"]);
    expect(state.sequence).toBeLessThan(8);
  });

  test("notices when it stops holding", async () => {
    await world.repository.commit("main", { "src/a": "right" });
    let looks = 0;
    const check = world.programs.get("a");
    world.programs.set("a", (call) => {
      looks += 1;
      if (looks > 30) world.abort();
      return looks === 5 || looks === 6 ? { code: 1 } : (check?.(call) ?? { code: 1 });
    });
    givenAgent(world, (files) => files.set("src/new", "x"));
    const state = await run({ ...goal, standing: true });
    expect([state.status, state.next.kind, state.spent.dispatches]).toEqual([
      "running",
      "watch",
      1,
    ]);
  });
});
