import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs } from "../../src/decide/backoff.ts";
import { exceededBudget, reservationFor } from "../../src/decide/budget.ts";
import { ceilingsOf } from "../../src/decide/ceilings.ts";
import { charge } from "../../src/decide/charge.ts";
import { judgeCandidate } from "../../src/decide/judge-candidate.ts";
import { isStuck } from "../../src/decide/stuck.ts";
import type { HistoryItem, Verdict } from "../../src/model/run.ts";
import { givenAttempt, givenVerdict, NOTHING_SPENT } from "../fakes/given.ts";

describe("ceilingsOf()", () => {
  test.each([
    ["nothing declared", {}, { dispatchesMax: 8, tokensMax: 2_000_000, costMaxUsd: 5 }],
    [
      "iterations bound dispatches",
      { iterationsMax: 3 },
      { iterationsMax: 3, dispatchesMax: 3, costMaxUsd: 5 },
    ],
    ["declared tokens leave cost open", { tokensMax: 10 }, { tokensMax: 10, dispatchesMax: 8 }],
    ["declared cost leaves tokens open", { costMaxUsd: 1 }, { costMaxUsd: 1 }],
  ])("%s", (_name, budget, expected) => {
    expect(ceilingsOf({ cachedReadWeight: 0.1, ...budget })).toMatchObject(expected);
  });

  test("time and dispatches are never unbounded", () => {
    const ceilings = ceilingsOf({ cachedReadWeight: 0.1, tokensMax: 1 });
    expect(ceilings.wallClockMaxMs).toBe(7_200_000);
    expect(ceilings.costMaxUsd).toBeUndefined();
  });
});

const CEILINGS = {
  dispatchesMax: 4,
  wallClockMaxMs: 1_000,
  tokensMax: 1_000,
  costMaxUsd: 2,
  cachedReadWeight: 0.1,
};

describe("reservationFor()", () => {
  test("shares what is left among the dispatches that are left", () => {
    const spent = { ...NOTHING_SPENT, dispatches: 2, tokens: 400, costUsd: 1, wallClockMs: 300 };
    expect(reservationFor(spent, CEILINGS)).toEqual({
      wallClockMs: 700,
      tokens: 300,
      costUsd: 0.5,
    });
  });

  test("spending as reserved never passes a ceiling", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 9_999 }),
        (count, tokensMax) => {
          const ceilings = { ...CEILINGS, dispatchesMax: count, tokensMax };
          let spent = NOTHING_SPENT;
          while (exceededBudget(spent, ceilings) === undefined) {
            const { tokens = 0 } = reservationFor(spent, ceilings);
            spent = { ...spent, dispatches: spent.dispatches + 1, tokens: spent.tokens + tokens };
          }
          expect(spent.tokens).toBeLessThanOrEqual(tokensMax);
          expect(spent.dispatches).toBeLessThanOrEqual(count);
        },
      ),
    );
  });
});

describe("charge()", () => {
  const reservation = { tokens: 300, costUsd: 0.5, wallClockMs: 700 };
  test.each([
    [
      "an observation costs no dispatch",
      undefined,
      { dispatches: 0, tokens: 0, costUsd: 0, unreported: 0 },
    ],
    [
      "an agent that was not there costs nothing",
      { ending: "missing" as const, usage: {} },
      { dispatches: 0, tokens: 0, unreported: 0 },
    ],
    [
      "unreported usage counts as reserved",
      { ending: "crashed" as const, usage: {} },
      { dispatches: 1, tokens: 300, costUsd: 0.5, unreported: 1 },
    ],
    [
      "cached tokens are weighted",
      {
        ending: "completed" as const,
        usage: { inputTokens: 100, cachedInputTokens: 1_000, outputTokens: 5, costUsd: 0.1 },
      },
      { dispatches: 1, tokens: 205, costUsd: 0.1, unreported: 0 },
    ],
    [
      "tokens without a cost: the cost counts as reserved, and that is said",
      { ending: "completed" as const, usage: { inputTokens: 7 } },
      { tokens: 7, costUsd: 0.5, unreported: 1 },
    ],
    [
      "reported zero is zero",
      { ending: "completed" as const, usage: { inputTokens: 0, costUsd: 0 } },
      { tokens: 0, costUsd: 0, unreported: 0 },
    ],
  ])("%s", (_name, dispatch, expected) => {
    const used = {
      ...(dispatch === undefined ? {} : { dispatch }),
      charged: true,
      wallClockMs: 12,
    };
    expect(charge(used, reservation, CEILINGS)).toMatchObject({
      ...expected,
      iterations: 1,
      wallClockMs: 12,
    });
  });
});

describe("judgeCandidate()", () => {
  const fail = (score: number): Verdict => givenVerdict("a", "fail", { score });
  test.each([
    ["nothing changes", [givenVerdict("a", "fail")], [givenVerdict("a", "fail")], true],
    ["a failure is cured", [givenVerdict("a", "fail")], [givenVerdict("a", "pass")], true],
    ["only a pass is lost", [givenVerdict("a", "pass")], [givenVerdict("a", "fail")], false],
    [
      "a failure can no longer be evaluated",
      [givenVerdict("a", "fail")],
      [givenVerdict("a", "error")],
      false,
    ],
    ["the score rises", [fail(0.2)], [fail(0.4)], true],
    ["the score falls", [fail(0.4)], [fail(0.2)], false],
    [
      "one better, one worse",
      [givenVerdict("a", "fail"), givenVerdict("b", "pass")],
      [givenVerdict("a", "pass"), givenVerdict("b", "fail")],
      true,
    ],
    ["nothing to compare with", [], [givenVerdict("a", "fail")], true],
  ])("%s", (_name, before, after, keep) => {
    expect(judgeCandidate(before, after).keep).toBe(keep);
  });
});

describe("isStuck()", () => {
  const isCode = (): boolean => true;
  function rounds(...verdicts: readonly Verdict[]): readonly HistoryItem[] {
    return verdicts.map((verdict, iteration) => ({
      iteration,
      vector: [verdict],
      ...(iteration === 0 ? {} : { attempt: givenAttempt() }),
    }));
  }
  const same = givenVerdict("a", "fail", { score: 0.5 });

  test.each([
    ["two alike", rounds(same, same), false],
    ["three alike", rounds(same, same, same), true],
    ["the score rises", rounds(same, same, { ...same, score: 0.6 }), false],
    ["the evidence changes", rounds(same, same, { ...same, signature: "other" }), false],
    [
      "the evidence changes six times, the score never",
      rounds(...[1, 2, 3, 4, 5, 6].map((it) => ({ ...same, signature: `s${it}` }))),
      true,
    ],
    ["another one fails", rounds(same, same, givenVerdict("b", "fail")), false],
    ["all pass", rounds(...[1, 2, 3].map(() => givenVerdict("a", "pass"))), false],
  ])("%s", (_name, history, expected) => {
    expect(isStuck(history, isCode)).toBe(expected);
  });

  test("a discarded candidate changed nothing, whatever its own vector shows", () => {
    const discarded = givenAttempt({ fate: "discarded" });
    const history = [
      { iteration: 0, vector: [same] },
      { iteration: 1, vector: [givenVerdict("b", "fail")], attempt: discarded },
      { iteration: 2, vector: [givenVerdict("c", "fail")], attempt: discarded },
    ];
    expect(isStuck(history, isCode)).toBe(true);
  });

  test("a void candidate had no chance, and a look at a person's commit starts afresh", () => {
    const history = [
      ...rounds(same, same),
      { iteration: 2, vector: [same], attempt: givenAttempt({ fate: "void" }) },
      { iteration: 3, vector: [same] },
      { iteration: 4, vector: [same], attempt: givenAttempt() },
    ];
    expect(isStuck(history, isCode)).toBe(false);
    expect(
      isStuck([...history, { iteration: 5, vector: [same], attempt: givenAttempt() }], isCode),
    ).toBe(true);
  });

  test("live predicates are not looked at", () => {
    expect(isStuck(rounds(same, same, same), () => false)).toBe(false);
  });
});

test("backoffMs() grows and is bounded", () => {
  expect([0, 1, 2, 3, 10, 1_000, -5].map(backoffMs)).toEqual([
    1_000, 2_000, 4_000, 8_000, 30_000, 30_000, 1_000,
  ]);
});
