import type { Cause } from "../../src/model/decision.ts";
import type { RunEvent } from "../../src/model/event.ts";
import type { HistoryItem, RunState } from "../../src/model/run.ts";
import type { PredicateResult, Vector } from "../../src/model/vector.ts";
import { givenAttempt, givenState, givenVerdict, NOTHING_SPENT } from "../fakes/given.ts";

const HEAD = "b".repeat(40);

export const RESULTS: readonly PredicateResult[] = [
  {
    id: "unit",
    status: "fail",
    score: 0.5,
    permanent: false,
    evidence: {
      message: "1 of 2 tests failed",
      findings: [
        { file: "test/a.js", line: 7, level: "error", message: "expected 0, got NaN" },
        { file: "", level: "error", message: "and something else" },
      ],
      counts: { passed: 1, failed: 7, skipped: 0, total: 8 },
      excerpt: "not ok 1\nat test/a.js:7",
      durationMs: 1_234,
    },
  },
  {
    id: "lint",
    status: "pass",
    permanent: false,
    evidence: { message: "exit code 0", findings: [], durationMs: 40 },
  },
];

export const VECTOR: Vector = {
  commit: HEAD,
  tree: HEAD,
  observedAtMs: 0,
  isolation: "namespace",
  results: RESULTS,
};

export const SPENT = {
  ...NOTHING_SPENT,
  iterations: 3,
  dispatches: 2,
  wallClockMs: 90_000,
  tokens: 4_200,
  costUsd: 0.125,
  usage: { inputTokens: 4_000, cachedInputTokens: 1_000, outputTokens: 100, costUsd: 0.125 },
};

const HISTORY: readonly HistoryItem[] = [
  {
    iteration: 0,
    vector: [givenVerdict("unit", "fail", { score: 0.25 }), givenVerdict("lint", "pass")],
  },
  {
    iteration: 1,
    vector: [givenVerdict("unit", "fail", { score: 0.5 }), givenVerdict("lint", "pass")],
    attempt: givenAttempt({ changed: ["src/a.js", "src/b.js"] }),
  },
];

/** A run after two iterations, the second a dispatch. */
export function givenRun(more: Partial<RunState> = {}): RunState {
  return givenState(HISTORY, { head: HEAD, spent: SPENT, ...more });
}

export function givenCause(more: Partial<Cause> = {}): Cause {
  return {
    class: "no_progress",
    reason: "nothing changed about unit",
    next: "Fix it by hand.",
    ids: ["unit"],
    ...more,
  };
}

/** One event of every kind; `word` stands wherever a stranger's words can. */
export function eventsWith(word: string): readonly RunEvent[] {
  const attempt = givenAttempt({
    summary: word,
    changed: [`src/${word}`],
    refused: [{ path: `test/${word}`, reason: `grades ${word}` }],
    regressed: [`lint${word}`],
  });
  const cause = givenCause({ reason: `stuck ${word}` });
  const result: PredicateResult = {
    id: `unit${word}`,
    status: "error",
    permanent: false,
    evidence: {
      message: `broke ${word}`,
      findings: [{ file: `a${word}`, level: "error", message: word }],
      durationMs: 5,
    },
  };
  return [
    {
      kind: "opened",
      goal: `goal${word}`,
      generation: 2,
      resumed: false,
      branch: `kazi/goal${word}`,
      base: HEAD,
      digest: "d".repeat(64),
      graders: 4,
      ceilings: {
        dispatchesMax: 8,
        wallClockMaxMs: 7_200_000,
        tokensMax: 100,
        cachedReadWeight: 0.1,
      },
    },
    { kind: "claimed", iteration: 0, epoch: 1, work: "observe" },
    { kind: "claimed", iteration: 1, epoch: 2, work: "dispatch" },
    { kind: "taken-over", iteration: 1, holder: `process 7 on ${word}` },
    { kind: "setup", argv: ["npm", `ci${word}`] },
    {
      kind: "dispatching",
      iteration: 1,
      harness: `claude${word}`,
      model: `m${word}`,
      failing: [`unit${word}`],
    },
    {
      kind: "dispatched",
      iteration: 1,
      ending: "completed",
      durationMs: 61_000,
      summary: `did ${word}`,
      usage: SPENT.usage,
    },
    {
      kind: "dispatched",
      iteration: 1,
      ending: "timed-out",
      durationMs: 500,
      summary: "",
      usage: {},
    },
    ...RESULTS.map((it) => ({ kind: "observed", iteration: 1, result: it }) as const),
    { kind: "observed", iteration: 1, result },
    {
      kind: "settled",
      iteration: 1,
      vector: { ...VECTOR, results: [...RESULTS, result] },
      attempt,
      diff: `diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${word}\n+new${word}\n`,
      spent: { ...SPENT, unreported: 1 },
      decision: { kind: "dispatch", failing: [`unit${word}`] },
    },
    {
      kind: "settled",
      iteration: 2,
      vector: VECTOR,
      spent: SPENT,
      decision: { kind: "stop", status: "stuck", cause },
    },
    {
      kind: "landed",
      branch: `kazi/goal${word}`,
      landing: { wanted: "pr", reached: "branch", revision: HEAD, reason: `no ${word}`, atMs: 0 },
    },
    { kind: "warned", message: `could not remove ${word}` },
    { kind: "waiting", reason: `until ${word}`, untilMs: 5 },
    { kind: "released", iteration: 1, reason: `broke off ${word}` },
  ];
}
