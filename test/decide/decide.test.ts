import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/decide/decide.ts";
import type { Goal } from "../../src/model/goal.ts";
import type { HistoryItem, RunState, Verdict } from "../../src/model/run.ts";
import type { Status } from "../../src/model/vector.ts";
import {
  givenAttempt,
  givenGoal,
  givenLive,
  givenPredicate,
  givenState,
  givenVerdict,
  NOTHING_SPENT,
} from "../fakes/given.ts";

const HEAD = "a".repeat(40);
const LANDED = { wanted: "commit", reached: "commit", revision: HEAD, atMs: 1 } as const;

function seen(iteration: number, statuses: Readonly<Record<string, Status>>): HistoryItem {
  const vector = Object.entries(statuses).map(([id, status]) => givenVerdict(id, status));
  return { iteration, vector };
}

function outcome(goal: Goal, state: RunState, observedAfterLanding = false): string {
  const decision = decide({ goal, state, observedAfterLanding, nowMs: 1_000 });
  return decision.kind === "stop" ? `${decision.status} ${decision.cause.class}` : decision.kind;
}

const code = givenGoal({ predicates: [givenPredicate("unit"), givenPredicate("lint")] });
const mixed = givenGoal({ predicates: [givenPredicate("unit"), givenLive("live")] });
const travelling = givenGoal({
  predicates: [
    givenPredicate("unit"),
    givenPredicate("landed", { check: { provider: "landed", wanted: "pr" } }),
  ],
});
const attempt = givenAttempt();

function given(vector: readonly Verdict[]): RunState {
  return givenState([{ iteration: 0, vector }]);
}

describe("decide()", () => {
  test.each<[string, Goal, RunState, boolean, string]>([
    ["nothing evaluated", code, givenState([]), false, "error nothing_evaluated"],
    [
      "all pass, not landed",
      code,
      givenState([seen(0, { unit: "pass", lint: "pass" })]),
      false,
      "integrate",
    ],
    [
      "all pass and landed",
      code,
      givenState([seen(0, { unit: "pass", lint: "pass" })], { landing: LANDED }),
      false,
      "converged",
    ],
    [
      "all pass, an older head landed",
      code,
      givenState([seen(0, { unit: "pass", lint: "pass" })], {
        landing: { ...LANDED, revision: "b".repeat(40) },
      }),
      false,
      "integrate",
    ],
    [
      "standing, all pass and landed",
      { ...code, standing: true },
      givenState([seen(0, { unit: "pass", lint: "pass" })], { landing: LANDED }),
      false,
      "watch",
    ],
    [
      "what is optional and unknown is in nobody's way",
      code,
      given([givenVerdict("unit", "pass"), givenVerdict("lint", "unknown", { waived: true })]),
      false,
      "integrate",
    ],
    [
      "what nobody insists on is no evidence: zero of zero is no success",
      code,
      given([
        givenVerdict("unit", "unknown", { waived: true }),
        givenVerdict("lint", "unknown", { waived: true }),
      ]),
      false,
      "error nothing_evaluated",
    ],
    [
      "what can never be known ends it before anything is spent",
      code,
      given([givenVerdict("unit", "fail"), givenVerdict("lint", "unknown", { permanent: true })]),
      false,
      "stuck unmeasurable",
    ],
    [
      "it has to land further than it got",
      travelling,
      givenState([seen(0, { unit: "pass", landed: "fail" })], { landing: LANDED }),
      false,
      "stuck landing_failed",
    ],
    [
      "a landing is no work for an agent",
      travelling,
      givenState([seen(0, { unit: "pass", landed: "fail" })]),
      false,
      "integrate",
    ],
    [
      "it landed where it should",
      travelling,
      givenState([seen(0, { unit: "pass", landed: "pass" })], { landing: LANDED }),
      false,
      "converged",
    ],
    ["one fails", code, givenState([seen(0, { unit: "fail", lint: "pass" })]), false, "dispatch"],
    [
      "one fails, one errors",
      code,
      givenState([seen(0, { unit: "fail", lint: "error" })]),
      false,
      "dispatch",
    ],
    ["one errors", code, givenState([seen(0, { unit: "pass", lint: "error" })]), false, "observe"],
    [
      "one is unknown",
      code,
      givenState([seen(0, { unit: "pass", lint: "unknown" })]),
      false,
      "observe",
    ],
    ["one was not evaluated", code, givenState([seen(0, { unit: "pass" })]), false, "observe"],
    [
      "an error that cannot get better",
      code,
      givenState([
        {
          iteration: 0,
          vector: [
            givenVerdict("unit", "pass"),
            givenVerdict("lint", "error", { permanent: true }),
          ],
        },
      ]),
      false,
      "stuck error_wedged",
    ],
    [
      "an error for the third time",
      code,
      givenState([0, 1, 2].map((it) => seen(it, { unit: "pass", lint: "error" }))),
      false,
      "stuck error_wedged",
    ],
    [
      "an error that the kept candidate caused is work",
      code,
      givenState([
        seen(0, { unit: "fail", lint: "pass" }),
        {
          ...seen(1, { unit: "pass", lint: "error" }),
          attempt: { ...attempt, regressed: ["lint"] },
        },
      ]),
      false,
      "dispatch",
    ],
    [
      "the window without progress",
      code,
      givenState([
        seen(0, { unit: "fail", lint: "pass" }),
        { ...seen(1, { unit: "fail", lint: "pass" }), attempt },
        { ...seen(2, { unit: "fail", lint: "pass" }), attempt },
      ]),
      false,
      "stuck no_progress",
    ],
    [
      "the budget is used up",
      code,
      givenState([seen(0, { unit: "fail", lint: "pass" })], {
        spent: { ...NOTHING_SPENT, dispatches: 8 },
      }),
      false,
      "over_budget budget_exhausted",
    ],
    [
      "the budget is used up, but all pass",
      code,
      givenState([seen(0, { unit: "pass", lint: "pass" })], {
        spent: { ...NOTHING_SPENT, dispatches: 8, iterations: 99 },
      }),
      false,
      "integrate",
    ],
    [
      "create, green before any work",
      { ...code, mode: "create" },
      givenState([seen(0, { unit: "pass", lint: "pass" })]),
      false,
      "error vacuous",
    ],
    [
      "create, green after work",
      { ...code, mode: "create" },
      givenState([
        seen(0, { unit: "fail", lint: "pass" }),
        { ...seen(1, { unit: "pass", lint: "pass" }), attempt },
      ]),
      false,
      "integrate",
    ],
    [
      "a live failure before the landing waits for it",
      mixed,
      givenState([seen(0, { unit: "pass", live: "fail" })]),
      false,
      "integrate",
    ],
    [
      "a live pass of before the landing counts for nothing",
      mixed,
      givenState([seen(0, { unit: "pass", live: "pass" })], { landing: LANDED }),
      false,
      "observe",
    ],
    [
      "a live pass after the landing",
      mixed,
      givenState([seen(0, { unit: "pass", live: "pass" })], { landing: LANDED }),
      true,
      "converged",
    ],
    [
      "a live error after the landing",
      mixed,
      givenState([seen(0, { unit: "pass", live: "error" })], { landing: LANDED }),
      true,
      "observe",
    ],
    [
      "a live failure after the landing, for the sixth time",
      mixed,
      givenState(
        [0, 1, 2, 3, 4, 5].map((it) => seen(it, { unit: "pass", live: "fail" })),
        {
          landing: LANDED,
        },
      ),
      true,
      "stuck not_live",
    ],
    [
      "a harness without credentials stops at once",
      code,
      givenState([
        seen(0, { unit: "fail", lint: "pass" }),
        {
          ...seen(1, { unit: "fail", lint: "pass" }),
          attempt: givenAttempt({ ending: "auth", fate: "none" }),
        },
      ]),
      false,
      "stuck harness_unavailable",
    ],
    [
      "a harness that failed once but left something usable goes on",
      code,
      givenState([
        seen(0, { unit: "fail", lint: "pass" }),
        {
          ...seen(1, { unit: "fail", lint: "pass" }),
          attempt: givenAttempt({ ending: "crashed" }),
        },
      ]),
      false,
      "dispatch",
    ],
  ])("%s", (_name, goal, state, observedAfterLanding, expected) => {
    expect(outcome(goal, state, observedAfterLanding)).toBe(expected);
  });

  test.each([
    ["nothing changed", givenAttempt({ fate: "none", changed: [] }), "stuck no_diff"],
    [
      "only what is not allowed changed",
      givenAttempt({ fate: "none", changed: [], refused: [{ path: ".kazi/x", reason: "no" }] }),
      "stuck refused_diff",
    ],
    ["it crashed", givenAttempt({ fate: "none", ending: "crashed" }), "stuck harness_unavailable"],
  ])("two empty dispatches in a row: %s", (_name, empty, expected) => {
    const failing = { unit: "fail", lint: "pass" } as const;
    const history = [
      seen(0, failing),
      { ...seen(1, failing), attempt: empty },
      { ...seen(2, failing), attempt: empty },
    ];
    expect(outcome(code, givenState(history))).toBe(expected);
  });

  test("waits longer from look to look", () => {
    const waits = [1, 2].map((looks) => {
      const history = Array.from({ length: looks }, (_, it) =>
        seen(it, { unit: "pass", lint: "error" }),
      );
      const decision = decide({
        goal: code,
        state: givenState(history),
        observedAfterLanding: false,
        nowMs: 0,
      });
      return decision.kind === "observe" ? decision.notBeforeMs : -1;
    });
    expect(waits).toEqual([1_000, 2_000]);
  });

  test("says which budget, and how to go on", () => {
    const state = givenState([seen(0, { unit: "fail", lint: "pass" })], {
      spent: { ...NOTHING_SPENT, iterations: 3 },
      ceilings: { iterationsMax: 3, dispatchesMax: 8, wallClockMaxMs: 1, cachedReadWeight: 0.1 },
    });
    const decision = decide({ goal: code, state, observedAfterLanding: false, nowMs: 0 });
    expect(decision).toMatchObject({
      cause: {
        exceeded: "max_iterations",
        next: expect.stringContaining("max_iterations"),
        ids: ["unit"],
      },
    });
  });

  const statuses = fc.constantFrom<Status>("pass", "fail", "error", "unknown");

  test("never lands or converges on anything but all code passing", () => {
    fc.assert(
      fc.property(statuses, statuses, fc.boolean(), fc.boolean(), (unit, lint, landed, after) => {
        const state = givenState([seen(0, { unit, lint })], landed ? { landing: LANDED } : {});
        const kind = outcome(code, state, after);
        const isGood = unit === "pass" && lint === "pass";
        expect(["integrate", "converged", "watch"].includes(kind)).toBe(isGood);
      }),
    );
  });

  test("never converges while a live predicate does not pass, nor on a look of before the landing", () => {
    fc.assert(
      fc.property(statuses, fc.boolean(), (live, after) => {
        const state = givenState([seen(0, { unit: "pass", live })], { landing: LANDED });
        expect(outcome(mixed, state, after) === "converged").toBe(live === "pass" && after);
      }),
    );
  });

  test("never dispatches past a ceiling", () => {
    const spend = fc.record({
      iterations: fc.nat(12),
      dispatches: fc.nat(12),
      wallClockMs: fc.nat(2_000_000),
      tokens: fc.nat(2_000),
      costUsd: fc.double({ min: 0, max: 10, noNaN: true }),
    });
    const ceilings = {
      iterationsMax: 10,
      dispatchesMax: 8,
      wallClockMaxMs: 1_000_000,
      tokensMax: 1_000,
      costMaxUsd: 5,
      cachedReadWeight: 0.1,
    };
    fc.assert(
      fc.property(spend, (spent) => {
        const state = givenState([seen(0, { unit: "fail", lint: "pass" })], {
          spent: { ...NOTHING_SPENT, ...spent },
          ceilings,
        });
        const isWithin =
          spent.iterations < 10 &&
          spent.dispatches < 8 &&
          spent.wallClockMs < 1_000_000 &&
          spent.tokens < 1_000 &&
          spent.costUsd < 5;
        expect(outcome(code, state) === "dispatch").toBe(isWithin);
      }),
    );
  });
});
