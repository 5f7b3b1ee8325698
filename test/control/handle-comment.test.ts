import { describe, expect, test } from "vitest";
import { handleComment } from "../../src/control/handle-comment.ts";
import { refreshPull } from "../../src/control/refresh-pull.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { readLedger } from "../../src/record/ledger.ts";
import { MAYA, READER, ROBOT } from "../fakes/memory-forge.ts";
import {
  type ControlWorld,
  digestOf,
  givenProposal,
  givenWorld,
  goalText,
  IN_PLACE,
  NOW_MS,
  openRun,
  PATH,
  stop,
  STUCK,
} from "./given-control.ts";

const DIGEST = digestOf(goalText());

async function hear(world: ControlWorld, id: number): Promise<string> {
  return await handleComment(world.forge, world.store, id, NOW_MS);
}

/** What was said last. */
function answer({ forge }: ControlWorld, issue = 11): string {
  return forge.said(issue).at(-1) ?? "";
}

describe("handleComment() approves", () => {
  test("what was shown before the comment", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await refreshPull(forge, store, 11);
    const { id } = forge.say(MAYA, 11, "/kazi approve");
    expect(await hear(world, id)).toBe("done");
    expect(forge.dispatches).toEqual([{ goalPath: PATH, pull: 11, approval: `comment:${id}` }]);
    expect(forge.reactions).toEqual([{ id, reaction: "+1" }]);
    expect(forge.said(11)).toHaveLength(1);
  });

  test("by the digest, also where nothing was shown yet", async () => {
    const world = givenProposal();
    const { id } = world.forge.say(MAYA, 11, `/kazi approve fix ${DIGEST}`);
    await hear(world, id);
    expect(world.forge.dispatches).toHaveLength(1);
  });

  test("a goal whose id looks like a digest", async () => {
    const world = givenProposal(goalText("deadbeef"));
    await refreshPull(world.forge, world.store, 11);
    const { id } = world.forge.say(MAYA, 11, "/kazi approve deadbeef");
    expect(await hear(world, id)).toBe("done");
  });

  test("once, however often the event comes", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const head = forge.branches.get("feature") ?? "";
    await refreshPull(forge, store, 11);
    const { id } = forge.say(MAYA, 11, "/kazi approve");
    await hear(world, id);
    const pointer = { kind: "comment", commentId: id, pull: 11, userId: MAYA.id } as const;
    const run = await openRun(store, { head, approval: { pointer } });
    await hear(world, id);
    await stop(store, run, STUCK);
    await hear(world, id);
    expect(forge.dispatches).toHaveLength(1);
  });

  test("several goals at once, each in its own run", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    forge.push("feature", { [PATH]: goalText(), ".kazi/b.goal.toml": goalText("other") });
    await refreshPull(forge, store, 11);
    await hear(world, forge.say(MAYA, 11, "/kazi approve").id);
    expect(forge.dispatches.map((it) => it.goalPath)).toEqual([".kazi/b.goal.toml", PATH]);
  });
});

describe("handleComment() refuses", () => {
  test.each([
    ["a reader", READER, {}, /needs write permission, and rita has read/],
    ["a bot", ROBOT, {}, /is a bot, and only a person/],
    ["an edited comment", MAYA, { isEdited: true }, /was edited/],
  ])("an approval by %s", async (_name, author, more, words) => {
    const world = givenProposal();
    await refreshPull(world.forge, world.store, 11);
    const { id } = world.forge.say(author, 11, "/kazi approve", more);
    expect(await hear(world, id)).toBe("refused");
    expect(world.forge.dispatches).toEqual([]);
    expect(answer(world)).toMatch(words);
  });

  test("a goal-file from a fork", async () => {
    const world = givenProposal();
    const pull = world.forge.requests.get(11);
    if (pull !== undefined) world.forge.requests.set(11, { ...pull, isFork: true });
    await hear(world, world.forge.say(MAYA, 11, `/kazi approve fix ${DIGEST}`).id);
    expect(world.forge.dispatches).toEqual([]);
    expect(answer(world)).toContain("comes from a fork");
  });

  test("an older digest, and names the one that stands there", async () => {
    const world = givenProposal();
    world.forge.push("feature", { [PATH]: goalText("fix", "standing = true") });
    await hear(world, world.forge.say(MAYA, 11, `/kazi approve fix ${DIGEST}`).id);
    const now = digestOf(goalText("fix", "standing = true")).slice(0, 32);
    expect(world.forge.dispatches).toEqual([]);
    expect(answer(world)).toContain(`\`/kazi approve fix ${now}\``);
  });

  test("bytes that nobody was shown before the comment", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await refreshPull(forge, store, 11);
    const { id } = forge.say(MAYA, 11, "/kazi approve");
    forge.push("feature", { [PATH]: goalText("fix", "standing = true") });
    await refreshPull(forge, store, 11);
    await hear(world, id);
    expect(forge.dispatches).toEqual([]);
    expect(answer(world)).toContain("changed since it was last shown here");
    await hear(world, forge.say(MAYA, 11, "/kazi approve").id);
    expect(forge.dispatches).toHaveLength(1);
  });

  test("a digest in a comment that only looks like kazi's", async () => {
    const world = givenProposal();
    const { forge } = world;
    const forged = `<!-- kazi:status -->\n<!-- kazi:shown ${digestOf(goalText())} 1 ${encodeURIComponent(PATH)} -->`;
    forge.say(READER, 11, forged);
    await hear(world, forge.say(MAYA, 11, "/kazi approve").id);
    expect(forge.dispatches).toEqual([]);
  });

  test("an id that is live elsewhere", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const head = forge.branches.get("main") ?? "";
    const target = { ...IN_PLACE, pull: 12 };
    await openRun(store, { head, branch: "elsewhere", target });
    await hear(world, forge.say(MAYA, 11, `/kazi approve fix ${DIGEST}`).id);
    expect(forge.dispatches).toEqual([]);
    expect(answer(world)).toContain("is live on");
  });

  test("a goal that runs already", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await openRun(store, { head: forge.branches.get("feature") ?? "" });
    await hear(world, forge.say(MAYA, 11, `/kazi approve fix ${DIGEST}`).id);
    expect(forge.dispatches).toEqual([]);
    expect(answer(world)).toContain("was approved by maya already");
  });

  test("a goal-file that does not load, with the places of its first five problems", async () => {
    const world = givenProposal('id = "fix"\nmode = "x"\n[budget]\nmax_dispatches = -1\n');
    await hear(world, world.forge.say(MAYA, 11, "/kazi approve").id);
    expect(world.forge.dispatches).toEqual([]);
    expect(answer(world)).toContain(`\`${PATH}:2:8\``);
  });

  test("where there is nothing to approve, no such goal, no pull request, no run to be had", async () => {
    const world = givenProposal();
    const { forge } = world;
    forge.push("plain", { "README.md": "bye" });
    forge.propose("plain");
    await hear(world, forge.say(MAYA, 12, "/kazi approve").id);
    expect(answer(world, 12)).toContain("nothing to approve here");
    await hear(world, forge.say(MAYA, 11, "/kazi approve other").id);
    expect(answer(world)).toContain("There is no goal");
    await hear(world, forge.say(MAYA, 50, "/kazi approve").id);
    expect(answer(world, 50)).toContain("This is an issue");
    forge.blocked = "Actions are turned off in this repository.";
    await hear(world, forge.say(MAYA, 11, `/kazi approve fix ${DIGEST}`).id);
    expect(answer(world)).toContain("Actions are turned off");
  });

  test("a closed pull request, and verbs that it does not know", async () => {
    const world = givenProposal();
    const { forge } = world;
    await hear(world, forge.say(MAYA, 11, "/kazi dance").id);
    expect(answer(world)).toContain("does not know");
    await hear(world, forge.say(MAYA, 11, "/kazi plan").id);
    expect(answer(world)).toContain("is not built yet");
    const pull = forge.requests.get(11);
    if (pull !== undefined) forge.requests.set(11, { ...pull, state: "closed" });
    await hear(world, forge.say(MAYA, 11, "/kazi approve").id);
    expect(answer(world)).toContain("is closed");
  });

  test("a bot once and not again, so that two programs never talk for ever", async () => {
    const world = givenProposal();
    await hear(world, world.forge.say(ROBOT, 11, "/kazi approve").id);
    await hear(world, world.forge.say(ROBOT, 11, "/kazi dance").id);
    await hear(world, world.forge.say(ROBOT, 11, "/kazi status").id);
    await hear(world, world.forge.say(ROBOT, 11, "/kazi help").id);
    const notices = world.forge.said(11).filter((body) => body.startsWith("<!-- kazi:notice"));
    expect(notices).toHaveLength(1);
  });

  test("one comment once, however often its event comes", async () => {
    const world = givenProposal();
    const { id } = world.forge.say(READER, 11, "/kazi stop");
    await hear(world, id);
    await hear(world, id);
    expect(world.forge.said(11)).toHaveLength(1);
  });
});

describe("handleComment()", () => {
  test("stops what runs here", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    await openRun(store, { head: forge.branches.get("feature") ?? "" });
    expect(await hear(world, forge.say(MAYA, 11, "/kazi stop").id)).toBe("done");
    const ledger = await readLedger(store, liveRef(store, "fix"));
    expect(ledger?.state.status).toBe("stopped");
    expect(ledger?.state.cause?.reason).toContain("maya stopped it");
    expect(forge.said(11).join("\n")).toContain("@maya ❌ `fix` ended `stopped`");
  });

  test("does not stop for a reader, nor what runs elsewhere, nor what is over", async () => {
    const world = givenProposal();
    const { forge, store } = world;
    const target = { ...IN_PLACE, pull: 12 };
    const head = forge.branches.get("main") ?? "";
    await openRun(store, { head, branch: "elsewhere", target });
    await hear(world, forge.say(READER, 11, "/kazi stop fix").id);
    expect(answer(world)).toContain("needs write permission");
    await hear(world, forge.say(MAYA, 11, "/kazi stop").id);
    expect(answer(world)).toContain("Nothing that matches is running here");
    expect((await readLedger(store, liveRef(store, "fix")))?.state.status).toBe("running");
    await hear(world, forge.say(MAYA, 11, "/kazi stop fix").id);
    expect((await readLedger(store, liveRef(store, "fix")))?.state.status).toBe("stopped");
  });

  test("tells status and help to whoever may read", async () => {
    const world = givenProposal();
    await hear(world, world.forge.say(READER, 11, "/kazi status").id);
    expect(answer(world)).toContain("waiting for approval");
    await hear(world, world.forge.say(READER, 11, "/kazi help").id);
    expect(answer(world)).toContain("/kazi approve [goal] [digest]");
  });

  test("has nothing to do with its own words and other talk", async () => {
    const world = givenWorld();
    const { forge } = world;
    expect(await hear(world, forge.say(forge.self, 11, "/kazi approve").id)).toBe("ignored");
    expect(await hear(world, forge.say(MAYA, 11, "looks good").id)).toBe("ignored");
    expect(await hear(world, 9_999)).toBe("ignored");
    expect(forge.writes).toBe(0);
  });
});
