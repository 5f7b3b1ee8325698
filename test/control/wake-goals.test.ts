import { describe, expect, test } from "vitest";
import { wakeAfterRun } from "../../src/control/wake-after-run.ts";
import { wakeGoals } from "../../src/control/wake-goals.ts";
import { KaziError } from "../../src/model/kazi-error.ts";
import type { LedgerHead } from "../../src/record/ledger.ts";
import { MAYA } from "../fakes/memory-forge.ts";
import {
  type ControlWorld,
  digestOf,
  givenProposal,
  goalText,
  NOW_MS,
  observe,
  openRun,
  PATH,
  stop,
  STUCK,
  take,
} from "./given-control.ts";

async function approved({ forge, store }: ControlWorld): Promise<LedgerHead> {
  const { id } = forge.say(MAYA, 11, `/kazi approve ${digestOf(goalText())}`);
  const pointer = { kind: "comment", commentId: id, pull: 11, userId: MAYA.id } as const;
  return await openRun(store, { head: forge.branches.get("feature") ?? "", approval: { pointer } });
}

async function wake({ forge, store }: ControlWorld, nowMs = NOW_MS): Promise<readonly unknown[]> {
  await wakeGoals(forge, store, nowMs);
  return forge.dispatches;
}

const GO_ON = [{ goalPath: PATH, pull: 11 }];

describe("wakeGoals()", () => {
  test.each([
    ["gone", NOW_MS, GO_ON],
    ["alive", NOW_MS, []],
    ["unknown", 5_000, []],
    ["unknown", NOW_MS, GO_ON],
  ] as const)("a holder that is %s at %i", async (presence, nowMs, expected) => {
    const world = givenProposal();
    await take(world.store, await approved(world));
    world.forge.presences.set(500, presence);
    expect(await wake(world, nowMs)).toEqual(expected);
  });

  test("starts what nobody holds, but not what was triggered just now", async () => {
    const world = givenProposal();
    await approved(world);
    expect(await wake(world, 2_000)).toEqual([]);
    expect(await wake(world)).toEqual(GO_ON);
  });

  test("leaves alone what waits and what is over", async () => {
    const world = givenProposal();
    const { store } = world;
    const decision = { kind: "watch", notBeforeMs: NOW_MS + 1 } as const;
    const waiting = await observe(store, await approved(world), { unit: "pass", decision });
    expect(await wake(world)).toEqual([]);
    await stop(store, waiting, STUCK);
    expect(await wake(world, NOW_MS * 2)).toEqual([]);
  });

  test("looks after a merge that it waits for only as long as a machine may have died", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const decision = { kind: "integrate" } as const;
    const { state } = await observe(store, await approved(world), { unit: "pass", decision });
    expect(await wake(world, state.updatedAtMs + 3_600_000)).toEqual(GO_ON);
    expect(await wake(world, state.updatedAtMs + 7_200_000)).toEqual(GO_ON);
    const pull = forge.requests.get(11);
    if (pull !== undefined) forge.requests.set(11, { ...pull, state: "merged" });
    expect(await wake(world, state.updatedAtMs + 7_200_000)).toEqual([...GO_ON, ...GO_ON]);
  });

  test("one goal that GitHub refuses to answer for keeps no other asleep", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await approved(world);
    const refusal = new KaziError({ code: "github-refused", message: "403 no" });
    const runs = {
      ...forge.runs,
      dispatch: async (): Promise<never> => await Promise.reject(refusal),
    };
    expect(await wakeGoals({ ...forge, runs }, store, NOW_MS)).toEqual({
      started: [],
      blocked: [{ goal: "fix", reason: "403 no" }],
    });
  });

  test("never wakes a run that would only find its approval void", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await approved(world);
    forge.roles.set("maya", "read");
    const { started, blocked } = await wakeGoals(forge, store, NOW_MS);
    expect([started, blocked[0]?.reason]).toEqual([
      [],
      expect.stringContaining("needs write permission"),
    ]);
    forge.roles.set("maya", "write");
    forge.push("feature", { [PATH]: goalText("fix", "standing = true") });
    expect(await wake(world)).toEqual([]);
  });
});

describe("wakeAfterRun()", () => {
  test("goes on only where that run still holds the claim", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await take(store, await approved(world));
    forge.presences.set(500, "gone");
    await wakeAfterRun(forge, store, { runId: 499, hasFailed: true });
    expect(forge.dispatches).toEqual([]);
    await wakeAfterRun(forge, store, { runId: 500, hasFailed: true });
    expect(forge.dispatches).toEqual(GO_ON);
  });

  test.each([
    [500, true, GO_ON],
    [500, false, []],
    [499, true, []],
  ] as const)("run %i settled last and has failed: %s", async (runId, hasFailed, expected) => {
    const world = givenProposal();
    const { forge, store } = world;
    const decision = { kind: "dispatch", failing: ["unit"] } as const;
    await observe(store, await approved(world), { unit: "fail", decision });
    await wakeAfterRun(forge, store, { runId, hasFailed });
    expect(forge.dispatches).toEqual(expected);
  });
});
