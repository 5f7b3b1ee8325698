import { beforeEach, describe, expect, test } from "vitest";
import type { BaselineSource, Check } from "../../src/model/check.ts";
import type { Predicate } from "../../src/model/goal.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { check, type CheckedCommit } from "../../src/reconcile/check.ts";
import { givenGoal, givenPredicate } from "../fakes/given.ts";
import { createMemoryWorld, givenAssignment, type MemoryWorld } from "../fakes/memory-host.ts";

let world: MemoryWorld;
let base: string;
let head: string;
beforeEach(async () => {
  world = createMemoryWorld();
  base = await world.repository.commit("main", { "locked/a": "before", "src/a": "before" });
  head = await world.repository.commit("main", { "locked/a": "after", "cli/main.ts": "new" });
  world.programs.set("count", () => ({ stdout: "3\n" }));
});

async function checked(
  wanted: Check,
  more: Partial<CheckedCommit> = {},
): Promise<PredicateResult | undefined> {
  const predicates: readonly Predicate[] = [givenPredicate("it", { check: wanted })];
  const at = { head, branch: "main", ...more };
  return (await check(world.host, givenAssignment(givenGoal({ predicates })), at))[0];
}

const GUARD: Check = { provider: "scope_guard", deny: ["locked"] };
const PROGRAM = { command: "count", args: [], env: {} };

function ratchet(baseline: BaselineSource): Check {
  const rest = { direction: "lower_better", allowedRegression: 0 } as const;
  return { provider: "ratchet", metric: PROGRAM, baseline, ...rest };
}

function coverage(projectBaseline: BaselineSource): Check {
  const rest = { target: 3, projectBaseline, projectAllowedRegression: 0 };
  return { provider: "coverage", patch: PROGRAM, project: PROGRAM, ...rest };
}

describe("check()", () => {
  test.each<readonly [string, Check]>([
    ["no_stubs", { provider: "no_stubs", patterns: ["TODO"], exclude: [] }],
    ["docs_updated", { provider: "docs_updated", surfacePatterns: [], docPatterns: [] }],
    ["scope_guard", GUARD],
    ["a ratchet against a branch", ratchet({ kind: "ref", ref: "main" })],
    ["coverage against a branch", coverage({ kind: "ref", ref: "main" })],
  ])("a commit that is compared with itself does not pass: %s", async (_name, wanted) => {
    const result = await checked(wanted);
    expect(result).toMatchObject({ status: "unknown", permanent: false });
    expect(result?.evidence.message).toContain("nothing to compare this commit with");
  });

  test("what compares nothing with a branch is judged without a base", async () => {
    expect(await checked(ratchet({ kind: "number", value: 3 }))).toMatchObject({ status: "pass" });
    const itself = ratchet({ kind: "ref", ref: head });
    expect(await checked(itself)).toMatchObject({ status: "pass" });
    const whole = coverage({ kind: "number", value: 3 });
    expect(await checked(whole)).toMatchObject({ status: "pass" });
  });

  test("compares with where the work left the branch that it is meant for", async () => {
    const from = { base: { branch: "main", commit: base } };
    const result = await checked(GUARD, from);
    expect(result?.status).toBe("fail");
    expect(result?.evidence.message).toContain("locked/a");
    const same = { base: { branch: "main", commit: head } };
    expect(await checked(GUARD, same)).toMatchObject({ status: "pass" });
  });
});
