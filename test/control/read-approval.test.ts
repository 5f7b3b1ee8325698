import { describe, expect, test } from "vitest";
import { readApproval } from "../../src/control/read-approval.ts";
import { refreshPull } from "../../src/control/refresh-pull.ts";
import { whyApprovalVoid } from "../../src/control/why-approval-void.ts";
import { whyUsedUp } from "../../src/control/why-used-up.ts";
import { MAYA } from "../fakes/memory-forge.ts";
import { createMemoryRefStore } from "../fakes/ref-store-memory.ts";
import {
  type ControlWorld,
  digestOf,
  givenProposal,
  givenWorld,
  goalText,
  IN_PLACE,
  ON_MAIN,
  openRun,
  PATH,
  stop,
  STUCK,
} from "./given-control.ts";

const DIGEST = digestOf(goalText());

function approve({ forge }: ControlWorld, words = `fix ${DIGEST}`): string {
  return `comment:${forge.say(MAYA, 11, `/kazi approve ${words}`).id}`;
}

describe("readApproval() of a comment", () => {
  test("says who, which bytes, and where the work goes", async () => {
    const world = givenProposal();
    const commit = world.forge.branches.get("feature");
    expect(await readApproval(world.forge, approve(world), PATH)).toEqual({
      kind: "approved",
      approver: {
        login: "maya",
        userId: MAYA.id,
        via: "comment",
        pointer: { kind: "comment", commentId: 101, pull: 11, userId: MAYA.id },
      },
      commit,
      goalDigest: DIGEST,
      branch: "feature",
      target: { baseBranch: "main", inPlace: true, pull: 11 },
    });
  });

  test("of a goal on the default branch, given in the pull request of its work", async () => {
    const world = givenWorld();
    const main = world.forge.push("main", { [PATH]: goalText() });
    world.forge.push("kazi/fix", { [PATH]: goalText(), "src/a.js": "work" });
    world.forge.propose("kazi/fix");
    expect(await readApproval(world.forge, approve(world), PATH)).toMatchObject({
      commit: main,
      branch: "main",
      target: { baseBranch: "main", inPlace: false },
    });
  });

  test.each([
    ["another goal", "other deadbeef", PATH, "no-approval-in-comment"],
    ["another file", undefined, ".kazi/goals/none.toml", "no-goal-file"],
    ["a file that is no goal-file", undefined, "README.md", "no-goal-file"],
    ["no digest and nothing shown", "fix", PATH, "never-shown"],
  ])("refuses %s", async (_name, words, path, kind) => {
    const world = givenProposal();
    const answer = await readApproval(world.forge, approve(world, words), path);
    expect(answer).toMatchObject({ kind: "refused", refusal: { kind } });
  });

  test.each(["", "comment:", "comment:1x", "commit:abc", "comment:1 ", "pull:1"])(
    "refuses the place %j",
    async (source) => {
      const { forge } = givenProposal();
      expect(await readApproval(forge, source, PATH)).toMatchObject({
        refusal: { kind: "pointer-unreadable" },
      });
    },
  );

  test("refuses a pointer that names somebody else, or another pull request", async () => {
    const world = givenProposal();
    approve(world);
    const pointer = { kind: "comment", commentId: 101, pull: 11, userId: MAYA.id } as const;
    expect(await readApproval(world.forge, pointer, PATH)).toMatchObject({ kind: "approved" });
    for (const forged of [
      { ...pointer, userId: 5 },
      { ...pointer, pull: 12 },
      { ...pointer, commentId: 5 },
    ]) {
      expect(await readApproval(world.forge, forged, PATH)).toMatchObject({ kind: "refused" });
    }
  });

  test("counts a short digest only for what was shown before the comment", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const words = `fix ${DIGEST.slice(0, 12)}`;
    const early = approve(world, words);
    expect(await readApproval(forge, early, PATH)).toMatchObject({
      refusal: { kind: "never-shown" },
    });
    await refreshPull(forge, store, 11);
    expect(await readApproval(forge, early, PATH)).toMatchObject({ kind: "refused" });
    expect(await readApproval(forge, approve(world, words), PATH)).toMatchObject({
      kind: "approved",
    });
  });

  test("refuses when the permission is gone", async () => {
    const world = givenProposal();
    const source = approve(world);
    world.forge.roles.set("maya", "triage");
    expect(await readApproval(world.forge, source, PATH)).toMatchObject({
      refusal: { kind: "no-permission", permission: "triage" },
    });
  });
});

describe("readApproval() of a commit", () => {
  test("refuses one that did not bring the bytes, one elsewhere, and one that was overtaken", async () => {
    const { forge } = givenWorld();
    const brought = forge.push("main", { [PATH]: goalText() });
    const later = forge.push("main", { [PATH]: goalText(), "b.txt": "b" });
    const elsewhere = forge.push("side", { [PATH]: goalText("fix", "standing = true") });
    expect(await readApproval(forge, `commit:${brought}`, PATH)).toMatchObject({
      kind: "approved",
      branch: "main",
      target: { baseBranch: "main", inPlace: false },
    });
    expect(await readApproval(forge, `commit:${later}`, PATH)).toMatchObject({
      refusal: { kind: "not-its-commit" },
    });
    expect(await readApproval(forge, `commit:${elsewhere}`, PATH)).toMatchObject({
      refusal: { kind: "not-on-default-branch" },
    });
    forge.push("main", { [PATH]: goalText("fix", "standing = true") });
    expect(await readApproval(forge, `commit:${brought}`, PATH)).toMatchObject({
      refusal: { kind: "changed-since" },
    });
  });
});

describe("whyUsedUp()", () => {
  test("an approval opens one generation and no more", async () => {
    const { forge, store } = givenProposal();
    const head = forge.branches.get("feature") ?? "";
    expect(await whyUsedUp(store, PATH, "comment:50")).toBeUndefined();
    const run = await openRun(store, { head });
    expect(await whyUsedUp(store, PATH, "comment:50")).toBeUndefined();
    await stop(store, run, STUCK);
    expect(await whyUsedUp(store, PATH, "comment:50")).toContain("opened generation 1");
    expect(await whyUsedUp(store, PATH, "comment:51")).toBeUndefined();
    const pointer = { kind: "comment", commentId: 60, pull: 11, userId: 1 } as const;
    await openRun(store, { head, generation: 2, approval: { pointer } });
    expect(await whyUsedUp(store, PATH, "comment:50")).toContain("opened generation 1");
  });
});

describe("whyApprovalVoid()", () => {
  test("believes of a record only what was approved: these bytes, for this branch and pull request", async () => {
    const world = givenProposal();
    const { forge } = world;
    const source = approve(world);
    const pointer = {
      kind: "comment",
      commentId: Number(source.split(":")[1]),
      pull: 11,
      userId: MAYA.id,
    } as const;
    const head = forge.branches.get("feature") ?? "";
    async function doubt(more: Partial<Parameters<typeof openRun>[1]>): Promise<unknown> {
      const store = createMemoryRefStore();
      const run = await openRun(store, { head, approval: { pointer }, ...more });
      return await whyApprovalVoid(forge, run.state);
    }
    expect(await doubt({})).toBeUndefined();
    expect(await doubt({ text: goalText("fix", "standing = true") })).toContain("changed since");
    const elsewhere = "it was approved for another branch or pull request";
    expect(await doubt({ branch: "stray" })).toBe(elsewhere);
    expect(await doubt({ target: { ...IN_PLACE, pull: 12 } })).toBe(elsewhere);
    expect(await doubt({ target: ON_MAIN })).toBe(elsewhere);
  });
});
