import { describe, expect, test } from "vitest";
import { integrate } from "../../src/act/integrate.ts";
import type { IntegrationLevel } from "../../src/model/goal.ts";
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
