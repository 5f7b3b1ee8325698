import { describe, expect, test } from "vitest";
import { handlePull } from "../../src/control/handle-pull.ts";
import { wakeGoals } from "../../src/control/wake-goals.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { appendEntry, type LedgerHead, readLedger } from "../../src/record/ledger.ts";
import { MAYA } from "../fakes/memory-forge.ts";
import { landed } from "../record/sample-entries.ts";
import {
  type ControlWorld,
  digestOf,
  givenProposal,
  goalText,
  NOW_MS,
  observe,
  ON_MAIN,
  openRun,
  PATH,
  take,
} from "./given-control.ts";

async function approved({ forge, store }: ControlWorld): Promise<LedgerHead> {
  const { id } = forge.say(MAYA, 11, `/kazi approve ${digestOf(goalText())}`);
  const pointer = { kind: "comment", commentId: id, pull: 11, userId: MAYA.id } as const;
  return await openRun(store, { head: forge.branches.get("feature") ?? "", approval: { pointer } });
}

async function statusOf({ store }: ControlWorld): Promise<string | undefined> {
  return (await readLedger(store, liveRef(store, "fix")))?.state.status;
}

function close(
  { forge }: ControlWorld,
  number: number,
  state: "closed" | "merged" = "closed",
): void {
  const pull = forge.requests.get(number);
  if (pull !== undefined) forge.requests.set(number, { ...pull, state });
}

describe("handlePull()", () => {
  test("has a person's commit looked at, when nobody is at work", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const run = await approved(world);
    await handlePull(forge, store, 11, NOW_MS);
    expect(forge.dispatches).toEqual([]);
    forge.push("feature", { [PATH]: goalText(), "new.txt": "new" });
    await handlePull(forge, store, 11, NOW_MS);
    expect(forge.dispatches).toEqual([{ goalPath: PATH, pull: 11 }]);
    await take(store, run);
    await handlePull(forge, store, 11, NOW_MS);
    expect(forge.dispatches).toHaveLength(1);
  });

  test("ends what a closed pull request held, and tells who approved it, once", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await approved(world);
    close(world, 11);
    await handlePull(forge, store, 11, NOW_MS);
    await handlePull(forge, store, 11, NOW_MS);
    expect(await statusOf(world)).toBe("stopped");
    expect(forge.said(11).filter((body) => body.includes("was closed"))).toHaveLength(2);
    expect(forge.said(11).filter((body) => body.includes("@maya"))).toHaveLength(1);
  });

  test("leaves a run alone when an older pull request of its branch was closed", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await openRun(store, { head: "a".repeat(40), branch: "kazi/fix", target: ON_MAIN });
    forge.push("kazi/fix", { "src/a.js": "work" });
    forge.propose("kazi/fix");
    close(world, 12);
    forge.propose("kazi/fix");
    await handlePull(forge, store, 12, NOW_MS);
    expect(await statusOf(world)).toBe("running");
  });

  test("ends a run whose goal-file was taken out of its pull request", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await approved(world);
    forge.push("feature", { "README.md": "changed" });
    await handlePull(forge, store, 11, NOW_MS);
    expect(await statusOf(world)).toBe("stopped");
    expect(forge.said(11).at(-1)).toContain("was deleted");
    expect(forge.gates.get(forge.branches.get("feature") ?? "")).toMatchObject({
      verdict: "neutral",
    });
  });

  test("wakes a run whose merge it waited for, and ends one that was merged with more in it", async () => {
    for (const isWhatPassed of [true, false]) {
      const world = givenProposal();
      const { forge, store } = world;
      const run = await approved(world);
      await observe(store, run, { unit: "pass", decision: { kind: "integrate" } });
      if (!isWhatPassed) forge.push("feature", { [PATH]: goalText(), "more.txt": "more" });
      close(world, 11, "merged");
      await handlePull(forge, store, 11, NOW_MS);
      expect(await statusOf(world)).toBe(isWhatPassed ? "running" : "stopped");
      expect(forge.dispatches).toEqual(isWhatPassed ? [{ goalPath: PATH, pull: 11 }] : []);
    }
  });

  test("ends a run that was merged too early, and not one that waits for what comes after the merge", async () => {
    for (const [isLanded, status] of [
      [false, "stopped"],
      [true, "running"],
    ] as const) {
      const world = givenProposal();
      const { forge, store } = world;
      const decision = { kind: "observe", reason: "live", notBeforeMs: 0 } as const;
      const seen = await observe(store, await approved(world), { unit: "pass", decision });
      if (isLanded) await appendEntry(store, seen, landed(seen.state));
      close(world, 11, "merged");
      await handlePull(forge, store, 11, NOW_MS);
      expect(await statusOf(world)).toBe(status);
      await wakeGoals(forge, store, NOW_MS);
      expect(forge.dispatches).toHaveLength(isLanded ? 1 : 0);
    }
  });
});
