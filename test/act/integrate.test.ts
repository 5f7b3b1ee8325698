import { describe, expect, test } from "vitest";
import { integrate } from "../../src/act/integrate.ts";
import type { IntegrationLevel } from "../../src/model/integration.ts";
import type { PullRequest, PullRequests } from "../../src/ports/pull-requests.ts";
import type { PushOutcome } from "../../src/ports/repository.ts";
import { givenGoal, givenState } from "../fakes/given.ts";
import { createMemoryRepository } from "../fakes/memory-repository.ts";

const HEAD = "b".repeat(40);
const PUSHED: PushOutcome = { kind: "pushed", remote: "origin" };
const GITHUB = "opening a pull request needs GitHub; origin has the branch";
const NO_REMOTE = "this repository has no remote to push to";

async function integrated(
  mode: IntegrationLevel | undefined,
  remote: PushOutcome,
  { head = HEAD, baseBranch = "main" } = {},
): Promise<{ outcome: Awaited<ReturnType<typeof integrate>>; pushed: string | undefined }> {
  const memory = createMemoryRepository();
  memory.remote = remote;
  const goal = givenGoal({ integration: mode === undefined ? {} : { mode } });
  const state = givenState([], { head });
  const work = { goal, state, baseBranch, nowMs: 7 };
  const outcome = await integrate({ repository: memory.repository }, work);
  return { outcome, pushed: memory.pushed };
}

describe("integrate()", () => {
  test.each<
    [IntegrationLevel | undefined, PushOutcome, IntegrationLevel, string | undefined, boolean]
  >([
    [undefined, PUSHED, "commit", undefined, false],
    ["none", PUSHED, "none", undefined, false],
    ["commit", PUSHED, "commit", undefined, false],
    ["branch", PUSHED, "branch", undefined, true],
    ["pr", PUSHED, "branch", GITHUB, true],
    ["merge", PUSHED, "branch", GITHUB, true],
    ["branch", { kind: "no-remote" }, "commit", NO_REMOTE, false],
    ["pr", { kind: "no-remote" }, "commit", NO_REMOTE, false],
    ["merge", { kind: "no-remote" }, "commit", NO_REMOTE, false],
  ])("wanted %s, remote %j: %s", async (mode, remote, reached, reason, isPushed) => {
    const { outcome, pushed } = await integrated(mode, remote);
    const why = reason === undefined ? {} : { reason };
    expect(outcome).toEqual({
      kind: "landed",
      landing: { wanted: mode ?? "commit", reached, revision: HEAD, atMs: 7, ...why },
    });
    expect(pushed).toBe(isPushed ? HEAD : undefined);
  });

  test.each(["branch", "pr", "merge"] as const)(
    "a remote that refuses %s is told",
    async (mode) => {
      const { outcome } = await integrated(mode, { kind: "refused", reason: "protected" });
      expect(outcome).toEqual({ kind: "refused", reason: "protected" });
    },
  );

  test.each(["branch", "pr", "merge"] as const)(
    "%s never pushes a person's branch",
    async (mode) => {
      const { outcome, pushed } = await integrated(mode, PUSHED, { baseBranch: "kazi/goal" });
      expect(outcome).toMatchObject({ landing: { wanted: mode, reached: "commit" } });
      expect(pushed).toBe(undefined);
    },
  );

  test.each(["none", "commit", "branch", "pr", "merge"] as const)(
    "nothing changed: %s is reached and nothing is pushed",
    async (mode) => {
      const { outcome, pushed } = await integrated(mode, PUSHED, { head: "a".repeat(40) });
      expect(outcome).toMatchObject({
        landing: { wanted: mode, reached: mode, reason: "nothing had to be changed" },
      });
      expect(pushed).toBe(undefined);
    },
  );
});

describe("integrate() of a pull request", () => {
  function pullAt(changes: Partial<PullRequest>): PullRequest {
    return {
      number: 9,
      nodeId: "PR_9",
      title: "",
      url: "",
      state: "open",
      isDraft: false,
      isFork: false,
      headBranch: "kazi/goal",
      headSha: HEAD,
      baseBranch: "main",
      author: { id: 1, login: "kazi[bot]", isBot: true },
      ...changes,
    };
  }

  /** Merges like GitHub: exactly the head that it is told, or nothing. */
  async function broughtHome(pull: PullRequest): Promise<unknown> {
    const refuse = async (): Promise<never> => await Promise.reject(new Error("not asked for"));
    const pulls: PullRequests = {
      get: async () => await Promise.resolve(pull),
      findByBranch: async () => await Promise.resolve(pull),
      markReady: async () => await Promise.resolve({ kind: "done", pull }),
      mergeWhenReady: async ({ headSha }) =>
        await Promise.resolve(
          headSha === pull.headSha
            ? { kind: "done", pull: { ...pull, state: "merged" } }
            : { kind: "refused", reason: "the head moved" },
        ),
      open: refuse,
      listOpen: refuse,
      changedFiles: refuse,
      mergedWith: refuse,
      approvals: refuse,
    };
    const { repository } = { ...createMemoryRepository() };
    const push = async (): Promise<PushOutcome> => await Promise.resolve(PUSHED);
    const goal = givenGoal({ integration: { mode: "merge" } });
    const state = givenState([], { head: HEAD });
    const work = { goal, state, baseBranch: "main", nowMs: 7 };
    return await integrate({ repository: { ...repository, push }, pulls }, work);
  }

  test("merges what was observed, and never what was pushed since", async () => {
    expect(await broughtHome(pullAt({}))).toMatchObject({ landing: { reached: "merge" } });
    expect(await broughtHome(pullAt({ headSha: "c".repeat(40) }))).toEqual({
      kind: "waiting",
      reason: "#9 moved meanwhile, and that is observed first",
    });
  });

  test("does not take an older merge of the same branch for its own", async () => {
    expect(await broughtHome(pullAt({ state: "merged" }))).toMatchObject({
      landing: { reached: "merge" },
    });
    const older = pullAt({ state: "merged", headSha: "c".repeat(40) });
    expect(await broughtHome(older)).toMatchObject({ landing: { reached: "branch" } });
  });
});
