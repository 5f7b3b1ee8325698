import { beforeEach, expect, test } from "vitest";
import { goalDigest } from "../../src/goalfile/approval-digest.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { RunHolder } from "../../src/model/run.ts";
import type { PullRequest, PullRequests } from "../../src/ports/pull-requests.ts";
import type { Bench, Host } from "../../src/reconcile/host.ts";
import {
  type ApprovedStart,
  type ClaimPhase,
  claimPhase,
} from "../../src/reconcile/phase-claim.ts";
import { dispatchPhase } from "../../src/reconcile/phase-dispatch.ts";
import { landPhase, type LandPhase } from "../../src/reconcile/phase-land.ts";
import { observePhase } from "../../src/reconcile/phase-observe.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { type LedgerHead, openLedger, readLedger } from "../../src/record/ledger.ts";
import { verifyLedger } from "../../src/record/verify-ledger.ts";
import { createMemoryWorld, givenAgent, type MemoryWorld } from "../fakes/memory-host.ts";

const GOAL_PATH = ".kazi/goals/two.toml";
const GOAL = `id = "two"
mode = "repair"
[harness]
id = "scripted"
command = "agent"
[budget]
max_dispatches = 5
[[predicate]]
id = "a"
provider = "custom_script"
cmd = "check-a"
verdict = "exit_zero"
[[predicate]]
id = "b"
provider = "custom_script"
cmd = "check-b"
verdict = "exit_zero"
`;

let world: MemoryWorld;
let gone: Set<number>;
let benches: Map<number, Bench>;
let pulls: PullRequest[];

beforeEach(async () => {
  world = createMemoryWorld();
  world.repository.remote = { kind: "pushed", remote: "origin" };
  gone = new Set();
  benches = new Map();
  pulls = [];
  await world.repository.commit("main", { [GOAL_PATH]: GOAL, "src/a": "wrong", "src/b": "wrong" });
  for (const name of ["a", "b"]) {
    world.programs.set(`check-${name}`, ({ files }) => ({
      code: files.get(`src/${name}`) === "right" ? 0 : 1,
    }));
  }
  let attempts = 0;
  givenAgent(world, (files) => {
    attempts += 1;
    files.set(attempts === 1 ? "src/a" : "src/b", "right");
  });
});

/** One run of the workflow: its jobs share documents, and hold claims as this run. */
function hostOf(runId: number, attempt = 1): Host {
  const self: RunHolder = { kind: "workflow-run", runId, attempt };
  const { host } = world;
  return {
    ...host,
    benches: {
      ...host.benches,
      open: async () => {
        const bench = benches.get(runId) ?? (await host.benches.open(`run ${runId}`));
        benches.set(runId, bench);
        return bench;
      },
    },
    liveness: {
      self: () => self,
      stateOf: async (holder) =>
        await Promise.resolve(
          holder.kind === "workflow-run" && gone.has(holder.runId) ? "gone" : "alive",
        ),
    },
    pulls: memoryPulls(),
  };
}

function memoryPulls(): PullRequests {
  const refuse = async (): Promise<never> => await Promise.reject(new Error("not asked for here"));
  return {
    get: async (number) => await Promise.resolve(pulls.find((it) => it.number === number)),
    findByBranch: async (branch) =>
      await Promise.resolve(pulls.find((it) => it.headBranch === branch)),
    open: async ({ branch, base, title }) => {
      const known = pulls.find((it) => it.headBranch === branch);
      const pull = known ?? givenPull({ number: 7, headBranch: branch, baseBranch: base, title });
      if (known === undefined) pulls.push(pull);
      return await Promise.resolve({ kind: "done", pull });
    },
    markReady: async (pull) => {
      const ready = { ...pull, isDraft: false };
      pulls = pulls.map((it) => (it.number === pull.number ? ready : it));
      return await Promise.resolve({ kind: "done", pull: ready });
    },
    mergeWhenReady: refuse,
    listOpen: refuse,
    changedFiles: refuse,
    mergedWith: refuse,
    approvals: refuse,
  };
}

function givenPull(changes: Partial<PullRequest>): PullRequest {
  return {
    number: 1,
    nodeId: "PR_1",
    title: "",
    url: "",
    state: "open",
    isDraft: true,
    isFork: false,
    headBranch: "",
    headSha: "",
    baseBranch: "main",
    author: { id: 1, login: "kazi[bot]", isBot: true },
    ...changes,
  };
}

async function textOf(commit: string): Promise<string> {
  return (await world.host.repository.text(commit, GOAL_PATH, 100_000)) ?? "";
}

function digestOf(text: string): string {
  return goalDigest(new TextEncoder().encode(text));
}

async function approvedMain(commentId = 5): Promise<ApprovedStart> {
  const commit = (await world.host.repository.branch("main")) ?? "";
  return {
    commit,
    branch: "main",
    goalDigest: digestOf(await textOf(commit)),
    approver: {
      via: "comment",
      by: "alice",
      pointer: { kind: "comment", commentId, pull: 3, userId: 11 },
      target: { baseBranch: "main", inPlace: false },
    },
  };
}

async function claimAs(host: Host, approved?: ApprovedStart): Promise<ClaimPhase> {
  const given = approved === undefined ? {} : { approved };
  const whyVoid = async (): Promise<undefined> => await Promise.resolve(undefined);
  return await claimPhase(host, { goalPath: GOAL_PATH, whyVoid, ...given });
}

async function runOnce(runId: number, approved?: ApprovedStart): Promise<LandPhase | ClaimPhase> {
  const host = hostOf(runId);
  const claimed = await claimAs(host, approved);
  if (claimed.kind === "none") return claimed;
  if (claimed.ticket.kind === "dispatch") await dispatchPhase(host);
  await observePhase(host);
  return await landPhase(host);
}

async function ledger(): Promise<LedgerHead> {
  const head = await readLedger(world.host.store, liveRef(world.host.store, "two"));
  if (head === undefined) throw new Error("no ledger");
  return head;
}

test("run after run, a goal converges on its own branch and pull request", async () => {
  expect(await runOnce(1, await approvedMain())).toMatchObject({ again: true });
  expect(pulls).toEqual([]);
  expect(await runOnce(2)).toMatchObject({ again: true });
  expect(pulls).toMatchObject([{ headBranch: "kazi/two", isDraft: true }]);
  expect(await runOnce(3)).toMatchObject({ again: false });
  const { state, oid } = await ledger();
  expect(state).toMatchObject({
    status: "converged",
    landing: { wanted: "pr", reached: "pr" },
    approval: { via: "comment", by: "alice", pointer: { commentId: 5 } },
    spent: { dispatches: 2, iterations: 2 },
  });
  expect(pulls).toMatchObject([{ isDraft: false }]);
  expect(await verifyLedger(world.host.store, oid)).toMatchObject({ ok: true });
  expect(await claimAs(hostOf(4))).toMatchObject({ kind: "none", reason: "it is converged" });
});

test("a work job that was lost costs its reservation, and the next run goes on", async () => {
  await runOnce(1, await approvedMain());
  const host = hostOf(2);
  const claimed = await claimAs(host);
  const reserved = claimed.kind === "claimed" ? claimed.ticket.reservation.tokens : undefined;
  expect(await landPhase(host)).toMatchObject({
    again: true,
    lost: expect.stringContaining("left no observation"),
  });
  expect((await ledger()).state.spent).toMatchObject({
    dispatches: 1,
    tokens: reserved,
    unreported: 1,
  });
  await runOnce(3);
  await runOnce(4);
  expect((await ledger()).state).toMatchObject({
    status: "converged",
    spent: { dispatches: 3, iterations: 2 },
  });
});

test("three runs in a row that are lost are a person's turn", async () => {
  await runOnce(1, await approvedMain());
  const ends: boolean[] = [];
  for (const runId of [2, 3, 4]) {
    const host = hostOf(runId);
    await claimAs(host);
    ends.push((await landPhase(host)).again);
  }
  expect(ends).toEqual([true, true, false]);
  expect((await ledger()).state).toMatchObject({ status: "error", cause: { class: "run_lost" } });
});

test("three runs in a row that die with their claims are a person's turn as well", async () => {
  await runOnce(1, await approvedMain());
  for (const runId of [2, 3, 4]) {
    expect(await claimAs(hostOf(runId))).toMatchObject({ kind: "claimed" });
    gone.add(runId);
  }
  expect(await claimAs(hostOf(5))).toMatchObject({ kind: "none", state: { status: "error" } });
  expect((await ledger()).state).toMatchObject({
    cause: { class: "run_lost" },
    spent: { dispatches: 3, iterations: 0 },
  });
});

test("a run that died with its claim is taken over once GitHub says that it is over", async () => {
  await runOnce(1, await approvedMain());
  await claimAs(hostOf(2));
  expect(await claimAs(hostOf(3))).toMatchObject({
    kind: "none",
    reason: "iteration 1 is held by workflow run 2, attempt 1",
  });
  gone.add(2);
  expect(await runOnce(3)).toMatchObject({ again: true });
  await expect(landPhase(hostOf(2))).rejects.toMatchObject({ code: "handover-invalid" });
  expect((await ledger()).state.spent).toMatchObject({ iterations: 1, dispatches: 2 });
});

test("re-running single jobs of a run finds the claim of an attempt that is over", async () => {
  await claimAs(hostOf(1), await approvedMain());
  await expect(observePhase(hostOf(1, 2))).rejects.toThrow(/earlier attempt/);
  expect((await ledger()).state.claim).toMatchObject({ holder: { runId: 1, attempt: 1 } });
});

test.each([
  ["changed", { [GOAL_PATH]: `${GOAL}# more\n` }, "approval_void", /was changed on main/],
  ["deleted", { [GOAL_PATH]: "" }, "operator", /was deleted from main/],
])("a goal-file that is %s in mid-run ends the generation", async (how, files, cause, reason) => {
  await runOnce(1, await approvedMain());
  if (how === "deleted") await removeGoal();
  else await world.repository.commit("main", files);
  expect(await runOnce(2)).toMatchObject({ kind: "none", reason: expect.stringMatching(reason) });
  expect((await ledger()).state).toMatchObject({ status: "stopped", cause: { class: cause } });
});

async function removeGoal(): Promise<void> {
  const head = (await world.host.repository.branch("main")) ?? "";
  const files = new Map(await world.repository.filesOf(head));
  files.delete(GOAL_PATH);
  const commit = await world.repository.write(files, [head]);
  await world.host.store.swap([{ ref: "refs/heads/main", before: head, after: commit }]);
}

test("an approval that is no more at its source ends the generation", async () => {
  await runOnce(1, await approvedMain());
  const host = hostOf(2);
  const whyVoid = async (): Promise<string> => await Promise.resolve("the comment was edited");
  expect(await claimPhase(host, { goalPath: GOAL_PATH, whyVoid })).toMatchObject({
    kind: "none",
    reason: "the comment was edited",
  });
  expect((await ledger()).state).toMatchObject({
    status: "stopped",
    cause: { class: "approval_void", reason: "the comment was edited" },
  });
});

test("one approval opens one generation", async () => {
  const approved = await approvedMain();
  await runOnce(1, approved);
  const before = (await ledger()).state.generation;
  // The same message twice is the same approval.
  await runOnce(2, approved);
  expect((await ledger()).state).toMatchObject({ generation: before, iteration: 1 });
  await runOnce(3);
  expect((await ledger()).state.status).toBe("converged");
  await expect(claimAs(hostOf(4), approved)).rejects.toThrow(/opened generation 1 .* already/);
  expect(await runOnce(5, await approvedMain(6))).toMatchObject({ state: { generation: 2 } });
});

/** The same approval, of a goal-file in a pull request. */
async function approvedIn(
  pull: number,
  text: string,
  commentId: number,
): Promise<readonly [ApprovedStart, number]> {
  const branch = `pull-${pull}`;
  const commit = await world.repository.commit(branch, { [GOAL_PATH]: text });
  const pointer = { kind: "comment", commentId, pull, userId: 11 } as const;
  const target = { baseBranch: "main", inPlace: true, pull };
  const approver = { via: "comment", by: "alice", pointer, target } as const;
  return [{ commit, branch, goalDigest: digestOf(text), approver }, pull];
}

async function claimIn(runId: number, pull: number, approved?: ApprovedStart): Promise<ClaimPhase> {
  const given = approved === undefined ? {} : { approved };
  const whyVoid = async (): Promise<undefined> => await Promise.resolve(undefined);
  return await claimPhase(hostOf(runId), { goalPath: GOAL_PATH, pull, whyVoid, ...given });
}

test("goal-files at the same path of two pull requests are two goals", async () => {
  const [first, one] = await approvedIn(31, GOAL.replace('"two"', '"one"'), 5);
  const [second, two] = await approvedIn(32, GOAL, 6);
  expect(await claimIn(1, one, first)).toMatchObject({ kind: "claimed", ticket: { goal: "one" } });
  expect(await claimIn(2, two, second)).toMatchObject({ kind: "claimed", ticket: { goal: "two" } });
  gone.add(1).add(2);
  expect(await claimIn(3, one)).toMatchObject({ kind: "claimed", ticket: { goal: "one" } });
  expect(await claimIn(4, two)).toMatchObject({ kind: "claimed", ticket: { goal: "two" } });
  expect(await claimAs(hostOf(5))).toMatchObject({ kind: "none" });
});

test("a goal-file that got another id leaves its ended run behind", async () => {
  const [before] = await approvedIn(31, GOAL.replace('"two"', '"before"'), 5);
  await claimIn(1, 31, before);
  const renamed = GOAL.replace('"two"', '"zeta"');
  await world.repository.commit("pull-31", { [GOAL_PATH]: renamed });
  expect(await claimIn(2, 31)).toMatchObject({
    kind: "none",
    reason: expect.stringContaining("was changed"),
  });
  const [after] = await approvedIn(31, renamed, 6);
  expect(await claimIn(3, 31, after)).toMatchObject({ kind: "claimed", ticket: { goal: "zeta" } });
});

test("a record that somebody made up stands in nobody's way", async () => {
  const { store } = world.host;
  const junk = { parents: [], message: "no record", files: new Map(), folders: new Map(), atMs: 0 };
  await store.swap([{ ref: "refs/kazi/live/aaa-00000000", after: await store.write(junk) }]);
  expect(await claimAs(hostOf(1), await approvedMain())).toMatchObject({ kind: "claimed" });
});

test("what git has must be what was shown to the approver", async () => {
  const approved = { ...(await approvedMain()), goalDigest: digestOf("something else") };
  await expect(claimAs(hostOf(1), approved)).rejects.toMatchObject({ code: "approval-void" });
  expect(await readLedger(world.host.store, liveRef(world.host.store, "two"))).toBeUndefined();
});

test.each([
  ["an agent that is set up otherwise by now", { digest: "1".repeat(64) }, {}],
  ["work on a branch where the goal-file does not send it", {}, { branch: "main" }],
])("a record that names %s ends, and is not started again", async (_name, approval, more) => {
  await claimAs(hostOf(1), await approvedMain());
  const { ref, oid, state } = await ledger();
  const approvedNow = { ...state.approval, ...approval };
  const { goal, base, head, ceilings, branch } = state;
  const entry: Entry = {
    kind: "opened",
    atMs: 1,
    goal,
    generation: 1,
    approval: approvedNow,
    ceilings,
    target: { baseBranch: "main", inPlace: false },
    branch,
    base,
    head,
    ...more,
  };
  await world.host.store.swap([{ ref, before: oid }]);
  await openLedger(world.host.store, entry);
  expect(await claimAs(hostOf(2))).toMatchObject({ kind: "none" });
  expect((await ledger()).state).toMatchObject({
    status: "stopped",
    cause: { class: "approval_void" },
  });
});

test("a result that is meant for another branch leaves the goal-file where it is", async () => {
  const text = `${GOAL}[integration]\nbase = "develop"\n`;
  await world.repository.commit("main", { [GOAL_PATH]: text });
  const claimed = await claimAs(hostOf(1), await approvedMain());
  expect(claimed).toMatchObject({ kind: "claimed", ticket: { baseBranch: "develop" } });
});

test("a goal-file that changes during the last work takes nothing home before a new yes", async () => {
  await runOnce(1, await approvedMain());
  await runOnce(2);
  const { base } = (await ledger()).state;
  const host = hostOf(3);
  await claimAs(host);
  await dispatchPhase(host);
  await observePhase(host);
  await world.repository.commit("main", { [GOAL_PATH]: `${GOAL}# Kindly.\n` });
  expect(await landPhase(host)).toMatchObject({ again: false, state: { status: "stopped" } });
  expect((await ledger()).state.cause).toMatchObject({ class: "approval_void" });
  expect(pulls).toMatchObject([{ isDraft: true }]);
  expect(await runOnce(4, await approvedMain(6))).toMatchObject({ again: false });
  // The base has moved, and the work goes on from where it was begun.
  expect((await ledger()).state).toMatchObject({ status: "converged", generation: 2, base });
  expect(pulls).toMatchObject([{ isDraft: false }]);
});
