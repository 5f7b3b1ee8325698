import { describe, expect, test } from "vitest";
import { handlePush, type PushOutcome } from "../../src/control/handle-push.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { readLedger } from "../../src/record/ledger.ts";
import { MAYA, READER, ROBOT } from "../fakes/memory-forge.ts";
import {
  type ControlWorld,
  givenProposal,
  givenWorld,
  goalText,
  NOW_MS,
  observe,
  ON_MAIN,
  openRun,
  PATH,
  stop,
  STUCK,
} from "./given-control.ts";

/** Pushes to the default branch and tells kazi. */
async function push(
  world: ControlWorld,
  files: Readonly<Record<string, string>>,
  committer?: string,
): Promise<PushOutcome & { readonly after: string }> {
  const { forge } = world;
  const before = forge.branches.get("main") ?? "";
  const after = forge.push("main", files, committer);
  return { ...(await tell(world, { before, after })), after };
}

async function tell(
  { forge, store }: ControlWorld,
  moved: { readonly before: string; readonly after: string },
): Promise<PushOutcome> {
  return await handlePush(forge, store, { ref: "refs/heads/main", ...moved }, NOW_MS);
}

/** A goal that runs on the default branch, with the pull request of its work. */
async function givenRun(world: ControlWorld): Promise<void> {
  const { after } = await push(world, { [PATH]: goalText() });
  const pointer = { kind: "commit", commit: after, userId: 0 } as const;
  const approval = { via: "commit", pointer } as const;
  await openRun(world.store, { head: after, branch: "kazi/fix", target: ON_MAIN, approval });
  world.forge.dispatches.length = 0;
}

describe("handlePush() starts a goal", () => {
  test("that a person with write permission pushed", async () => {
    const world = givenWorld();
    const { after, started } = await push(world, { [PATH]: goalText() });
    expect(started).toEqual(["fix"]);
    expect(world.forge.dispatches).toEqual([{ goalPath: PATH, approval: `commit:${after}` }]);
  });

  test("by the commit that brought it, not by the last one of the push", async () => {
    const world = givenWorld();
    const { forge } = world;
    const before = forge.branches.get("main") ?? "";
    const brought = forge.push("main", { [PATH]: goalText() });
    const after = forge.push("main", { [PATH]: goalText(), "b.txt": "b" }, "robot[bot]");
    await tell(world, { before, after });
    expect(forge.dispatches).toEqual([{ goalPath: PATH, approval: `commit:${brought}` }]);
  });

  test("that a person merged, and one that a queue merged and a person had approved", async () => {
    for (const [mergedBy, isStarted] of [
      [MAYA, true],
      [ROBOT, true],
      [READER, false],
    ] as const) {
      const world = givenWorld();
      const { forge } = world;
      const before = forge.branches.get("main") ?? "";
      const headSha = forge.push("feature", { [PATH]: goalText() });
      const after = forge.push("main", { [PATH]: goalText() }, "web-flow");
      forge.propose("feature", { state: "merged", mergeCommit: after, mergedBy });
      forge.reviews.set(11, [
        { account: READER, commit: headSha },
        { account: MAYA, commit: headSha },
      ]);
      await tell(world, { before, after });
      expect(forge.dispatches.length > 0).toBe(isStarted);
    }
  });

  test("once, however often the event comes", async () => {
    const world = givenWorld();
    const before = world.forge.branches.get("main") ?? "";
    await givenRun(world);
    await tell(world, { before, after: world.forge.branches.get("main") ?? "" });
    const ledger = await readLedger(world.store, liveRef(world.store, "fix"));
    if (ledger !== undefined) await stop(world.store, ledger, STUCK);
    await tell(world, { before, after: world.forge.branches.get("main") ?? "" });
    expect(world.forge.dispatches).toEqual([]);
  });
});

describe("handlePush() starts nothing", () => {
  test.each([
    ["when a bot pushed", "robot[bot]", "no-person"],
    ["when nobody is known to have pushed", "stranger", "no-person"],
  ])("%s", async (_name, committer, kind) => {
    const world = givenWorld();
    const { refused } = await push(world, { [PATH]: goalText() }, committer);
    expect(refused).toMatchObject([{ goal: "fix", refusal: { kind } }]);
    expect(world.forge.dispatches).toEqual([]);
  });

  test("for a merge of what the reviewers did not see", async () => {
    const world = givenWorld();
    const { forge } = world;
    const before = forge.branches.get("main") ?? "";
    forge.push("feature", { [PATH]: goalText() });
    const after = forge.push("main", { [PATH]: goalText() }, "web-flow");
    forge.propose("feature", { state: "merged", mergeCommit: after, mergedBy: ROBOT });
    forge.reviews.set(11, [{ account: MAYA, commit: before }]);
    const { refused } = await tell(world, { before, after });
    expect(refused).toHaveLength(1);
    expect(forge.said(11)[0]).toContain("Nobody with write permission stands behind");
  });

  test.each([
    ["[approval]\non_merge = false\n", "merge-off"],
    ['[approval]\non_merge = "no"\n', "config-unreadable"],
    ["[approval\n", "config-unreadable"],
    ["#".repeat(100_001), "config-unreadable"],
  ])("when the configuration is %j", async (config, kind) => {
    const world = givenWorld();
    const files = { [PATH]: goalText(), ".kazi/config.toml": config };
    const { refused } = await push(world, files);
    expect(refused).toMatchObject([{ refusal: { kind } }]);
    expect(world.forge.dispatches).toEqual([]);
  });

  test("when the goal-file itself wants a comment", async () => {
    const world = givenWorld();
    const text = `${goalText()}\n[approval]\non_merge = false\n`;
    const { refused } = await push(world, { [PATH]: text });
    expect(refused).toMatchObject([{ refusal: { kind: "merge-off", path: PATH } }]);
    expect(world.forge.dispatches).toEqual([]);
  });

  test("for another branch, an unchanged file, or one that does not load", async () => {
    const world = givenWorld();
    const { forge, store } = world;
    const [before, after] = [forge.branches.get("main") ?? "", forge.push("x", { [PATH]: "" })];
    await handlePush(forge, store, { ref: "refs/heads/x", before, after }, NOW_MS);
    await push(world, { [PATH]: 'id = "fix"' });
    const { refused } = await push(world, { [PATH]: 'id = "fix"', "b.txt": "b" });
    expect(refused).toEqual([]);
    expect(forge.dispatches).toEqual([]);
  });

  test("for the goal that has converged in the pull request that was merged", async () => {
    const world = givenWorld();
    const { store, forge } = world;
    const head = forge.branches.get("main") ?? "";
    const run = await openRun(store, { head });
    await observe(store, run, { unit: "pass", decision: { kind: "converged" } });
    const { started, refused } = await push(world, { [PATH]: goalText() });
    expect([started, refused]).toEqual([[], []]);
  });

  test("for the goal whose run waited for this very merge", async () => {
    const world = givenProposal();
    const { store, forge } = world;
    const head = forge.branches.get("feature") ?? "";
    const run = await openRun(store, { head });
    await observe(store, run, { unit: "pass", decision: { kind: "integrate" } });
    const pull = forge.requests.get(11);
    if (pull !== undefined) forge.requests.set(11, { ...pull, state: "merged" });
    const { started, refused } = await push(world, { [PATH]: goalText() });
    expect([started, refused]).toEqual([[], []]);
  });
});

describe("handlePush() in mid-run", () => {
  test("asks again when the file changed", async () => {
    const world = givenWorld();
    const { forge } = world;
    await givenRun(world);
    forge.push("kazi/fix", { [PATH]: goalText(), "src/a.js": "work" });
    forge.propose("kazi/fix", { author: forge.self });
    const { started } = await push(world, { [PATH]: goalText("fix", "standing = true") });
    expect(started).toEqual([]);
    const pull = forge.requests.get(11);
    expect(forge.gates.get(pull?.headSha ?? "")).toMatchObject({ verdict: "action-required" });
    expect(forge.said(11)[0]).toContain("changed since it was approved");
  });

  test("takes the new version where there is no place to ask yet", async () => {
    const world = givenWorld();
    await givenRun(world);
    const { started } = await push(world, { [PATH]: goalText("fix", "standing = true") });
    expect(started).toEqual(["fix"]);
  });

  test("stops when the file was deleted, and tells who approved it", async () => {
    const world = givenWorld();
    const { forge, store } = world;
    await givenRun(world);
    forge.push("kazi/fix", { [PATH]: goalText(), "src/a.js": "work" });
    forge.propose("kazi/fix", { author: forge.self });
    const { stopped } = await push(world, { "README.md": "hello" });
    expect(stopped).toEqual(["fix"]);
    const ledger = await readLedger(store, liveRef(store, "fix"));
    expect(ledger?.state).toMatchObject({ status: "stopped", cause: { class: "operator" } });
    expect(forge.said(11).filter((body) => body.includes("@maya"))).toHaveLength(1);
  });
});
