import { describe, expect, test } from "vitest";
import { refreshPull } from "../../src/control/refresh-pull.ts";
import { KaziError } from "../../src/model/kazi-error.ts";
import type { GateReport } from "../../src/ports/gate.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import type { LedgerHead } from "../../src/record/ledger.ts";
import { archiveEnded } from "../../src/record/ledger.ts";
import { MAYA, READER } from "../fakes/memory-forge.ts";
import {
  type ControlWorld,
  digestOf,
  givenProposal,
  givenWorld,
  goalText,
  IN_PLACE,
  observe,
  ON_MAIN,
  openRun,
  PATH,
  stop,
  STUCK,
} from "./given-control.ts";

const INTEGRATE = { kind: "integrate" } as const;
const DISPATCH = { kind: "dispatch", failing: ["unit"] } as const;

async function gate({ forge, store }: ControlWorld, number = 11): Promise<GateReport | undefined> {
  await refreshPull(forge, store, number);
  return forge.gates.get(forge.requests.get(number)?.headSha ?? "");
}

/** An approval that holds at its source, and the run that it opened. */
async function approved(world: ControlWorld): Promise<LedgerHead> {
  const { forge, store } = world;
  const digest = digestOf(goalText());
  const { id } = forge.say(MAYA, 11, `/kazi approve fix ${digest}`);
  const pointer = { kind: "comment", commentId: id, pull: 11, userId: MAYA.id } as const;
  return await openRun(store, { head: forge.branches.get("feature") ?? "", approval: { pointer } });
}

describe("refreshPull() opens the gate", () => {
  test("for exactly the head at which everything passes", async () => {
    const world = givenProposal();
    await observe(world.store, await approved(world), { unit: "pass", decision: INTEGRATE });
    expect(await gate(world)).toMatchObject({ verdict: "success" });
    world.forge.push("feature", { [PATH]: goalText(), "new.txt": "new" });
    expect(await gate(world)).toMatchObject({ verdict: "running" });
  });

  test("also while live predicates are waited for, and when they end the run", async () => {
    const world = givenProposal();
    const { store } = world;
    const seen = await observe(store, await approved(world), { unit: "pass", decision: INTEGRATE });
    const cause = { ...STUCK.cause, class: "not_live" } as const;
    await stop(store, seen, { ...STUCK, cause });
    expect(await gate(world)).toMatchObject({ verdict: "success" });
  });

  test("for nobody who only wrote the record", async () => {
    const world = givenProposal();
    const run = await approved(world);
    await observe(world.store, run, { unit: "pass", decision: INTEGRATE });
    expect(await gate(world)).toMatchObject({ verdict: "success" });
    world.forge.comments.delete(101);
    const report = await gate(world);
    expect(report?.verdict).toBe("action-required");
    expect(report?.summary).toContain("does not exist any more");
  });

  test("for a pull request without a goal, without a word", async () => {
    const world = givenWorld();
    world.forge.push("plain", { "README.md": "bye" });
    world.forge.propose("plain");
    expect(await gate(world)).toMatchObject({ verdict: "neutral" });
    expect(world.forge.said(11)).toEqual([]);
  });

  test("for the pull request of its own work, under the approval of the default branch", async () => {
    const world = givenWorld();
    const { forge, store } = world;
    const main = forge.push("main", { [PATH]: goalText() });
    const work = forge.push("kazi/fix", { [PATH]: goalText(), "src/a.js": "fixed" });
    forge.propose("kazi/fix", { author: forge.self });
    const pointer = { kind: "commit", commit: main, userId: 0 } as const;
    const approval = { via: "commit", pointer } as const;
    const run = await openRun(store, { head: main, branch: "kazi/fix", target: ON_MAIN, approval });
    const seen = await observe(store, run, { unit: "pass", decision: INTEGRATE, head: work });
    expect(await gate(world)).toMatchObject({ verdict: "success" });
    const ended = await stop(store, seen, STUCK);
    await archiveEnded(store, ended);
    expect(await store.head(liveRef(store, "fix"))).toBeUndefined();
    expect(await gate(world)).toMatchObject({ verdict: "failure" });
  });
});

describe("refreshPull() holds the gate", () => {
  test("also behind many files that are no goals", async () => {
    const world = givenWorld();
    const names = Array.from({ length: 25 }, (_, index) => `.kazi/goals/a${index}.toml`);
    const roadmaps = Object.fromEntries(names.map((name) => [name, '[[goals]]\nid = "a"\n']));
    world.forge.push("feature", { "README.md": "hello", ...roadmaps, [PATH]: goalText() });
    world.forge.propose("feature");
    expect(await gate(world)).toMatchObject({ verdict: "action-required" });
  });

  test("also where the conversation is locked, and says so", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const refusal = new KaziError({ code: "github-refused", message: "the issue is locked" });
    const conversation = {
      ...forge.conversation,
      post: async (): Promise<never> => await Promise.reject(refusal),
    };
    await expect(refreshPull({ ...forge, conversation }, store, 11)).rejects.toBe(refusal);
    expect(forge.gates.get(forge.branches.get("feature") ?? "")).toMatchObject({
      verdict: "action-required",
    });
  });

  test("until somebody approves", async () => {
    const world = givenProposal();
    const report = await gate(world);
    expect(report).toMatchObject({
      verdict: "action-required",
      title: "fix: waiting for approval",
    });
  });

  test("while it runs, and says how far it is", async () => {
    const world = givenProposal();
    await observe(world.store, await approved(world), { unit: "fail", decision: DISPATCH });
    const report = await gate(world);
    expect(report?.verdict).toBe("running");
    expect(report?.title).toBe("fix: iteration 1, 0 of 1 pass, spent 1 dispatches, 0.25 USD");
    expect(report?.annotations).toEqual([]);
  });

  test("at an end, with its cause", async () => {
    const world = givenProposal();
    await stop(world.store, await approved(world), STUCK);
    const report = await gate(world);
    expect(report).toMatchObject({ verdict: "failure", title: "fix: stuck, nothing moves" });
  });

  test("when the goal-file changed in mid-run", async () => {
    const world = givenProposal();
    await observe(world.store, await approved(world), { unit: "pass", decision: INTEGRATE });
    world.forge.push("feature", { [PATH]: goalText("fix", "standing = true") });
    const report = await gate(world);
    expect(report?.verdict).toBe("action-required");
    const digest = digestOf(goalText("fix", "standing = true")).slice(0, 12);
    expect(report?.summary).toContain(`/kazi approve fix ${digest}`);
  });

  test("when the run ended because its approval is void", async () => {
    const world = givenProposal();
    const cause = { ...STUCK.cause, class: "approval_void" } as const;
    await stop(world.store, await approved(world), { ...STUCK, status: "stopped", cause });
    expect(await gate(world)).toMatchObject({
      verdict: "action-required",
      title: "fix: its approval does not hold any more",
    });
  });

  test("for an id that is live elsewhere", async () => {
    const world = givenProposal();
    const target = { ...IN_PLACE, pull: 12 };
    await openRun(world.store, { head: "a".repeat(40), branch: "elsewhere", target });
    expect(await gate(world)).toMatchObject({
      verdict: "action-required",
      title: "fix: live on #12",
    });
  });

  test("when the same commit is proposed against another base", async () => {
    const world = givenProposal();
    const { forge } = world;
    forge.push("other", { "README.md": "hello", [PATH]: goalText() });
    forge.propose("feature", { baseBranch: "other" });
    expect(await gate(world, 12)).toMatchObject({ verdict: "action-required" });
    expect(await gate(world, 11)).toMatchObject({ verdict: "action-required" });
  });

  test("and a fork that proposes the same commit does not close it", async () => {
    const world = givenProposal();
    await observe(world.store, await approved(world), { unit: "pass", decision: INTEGRATE });
    world.forge.propose("feature", { isFork: true });
    expect(await gate(world, 12)).toMatchObject({ verdict: "success" });
    expect(await gate(world, 11)).toMatchObject({ verdict: "success" });
  });

  test("for two goal-files with one id", async () => {
    const world = givenProposal();
    world.forge.push("feature", { [PATH]: goalText(), ".kazi/goals/twin.toml": goalText() });
    expect((await gate(world))?.title).toContain("fix: live on .kazi/goals/fix.toml");
  });

  test("for a fork and for a goal-file that does not load, with remarks at its lines", async () => {
    const world = givenProposal('id = "fix"\nmode = "x"\n');
    const report = await gate(world);
    expect(report?.verdict).toBe("failure");
    expect(report?.annotations).toContainEqual(
      expect.objectContaining({ path: PATH, line: 2, level: "failure" }),
    );
    const pull = world.forge.requests.get(11);
    if (pull !== undefined) world.forge.requests.set(11, { ...pull, isFork: true });
    expect(await gate(world)).toMatchObject({ verdict: "action-required" });
  });

  test("for a record that kazi did not write", async () => {
    const world = givenProposal();
    const { store } = world;
    const [files, folders] = [new Map([["state.json", "{}"]]), new Map<string, string>()];
    const after = await store.write({ parents: [], message: "x", files, folders, atMs: 0 });
    await store.swap([{ ref: liveRef(store, "fix"), after }]);
    expect(await gate(world)).toMatchObject({ verdict: "failure", title: "fix: tampered" });
  });
});

describe("refreshPull()", () => {
  test("writes nothing twice", async () => {
    const world = givenProposal();
    await stop(world.store, await approved(world), STUCK);
    await gate(world);
    const { writes } = world.forge;
    await gate(world);
    await gate(world);
    expect(writes).toBe(2);
    expect(world.forge.writes).toBe(writes);
  });

  test("keeps since when a version was shown, and forgets it when another one came", async () => {
    const { forge, store } = givenProposal();
    await refreshPull(forge, store, 11);
    const first = forge.said(11)[0]?.split("\n")[1];
    forge.say(READER, 11, "hm");
    forge.push("feature", { [PATH]: goalText(), "new.txt": "new" });
    await refreshPull(forge, store, 11);
    expect(forge.said(11)[0]?.split("\n")[1]).toBe(first);
    forge.push("feature", { [PATH]: goalText("fix", "standing = true") });
    await refreshPull(forge, store, 11);
    expect(forge.said(11)[0]?.split("\n")[1]).toContain(" 102 ");
  });

  test("edits its own comment and nobody else's", async () => {
    const { forge, store } = givenProposal();
    const other = forge.say(READER, 11, "<!-- kazi:status -->\nall is well");
    await refreshPull(forge, store, 11);
    expect(forge.comments.get(other.id)?.body).toContain("all is well");
    expect(forge.said(11)).toHaveLength(1);
  });

  test("shows what a check found at the head, and nothing of a held-out one", async () => {
    const world = givenProposal();
    await observe(world.store, await approved(world), { unit: "fail", decision: DISPATCH });
    expect((await gate(world))?.summary).toContain("1 of 2 failed");
    const held = givenProposal(goalText("fix", "").replace("cmd =", "held_out = true\ncmd ="));
    const { forge, store } = held;
    const text = goalText("fix", "").replace("cmd =", "held_out = true\ncmd =");
    const run = await openRun(store, { head: forge.branches.get("feature") ?? "", text });
    await observe(store, run, { unit: "fail", decision: DISPATCH });
    const report = await gate(held);
    expect(report?.summary).toContain("_held out_");
    expect(report?.summary).not.toContain("1 of 2 failed");
  });

  test("says nothing of a pull request that is not there", async () => {
    const { forge, store } = givenWorld();
    expect(await refreshPull(forge, store, 5)).toBeUndefined();
  });
});
