import type { Goal, Predicate } from "../../src/model/goal.ts";
import type { Attempt, HistoryItem, RunState, Spend, Verdict } from "../../src/model/run.ts";
import type { Status } from "../../src/model/vector.ts";

const OID = "a".repeat(40);

export const NOTHING_SPENT: Spend = {
  iterations: 0,
  dispatches: 0,
  wallClockMs: 0,
  tokens: 0,
  costUsd: 0,
  usage: {},
  unreported: 0,
};

export function givenPredicate(id: string, more: Partial<Predicate> = {}): Predicate {
  return {
    id,
    guard: false,
    heldOut: false,
    timeoutMs: 1_000,
    check: { provider: "test_runner", command: "node", args: ["--test"], env: {} },
    ...more,
  };
}

export function givenLive(id: string): Predicate {
  return givenPredicate(id, {
    check: {
      provider: "http_probe",
      url: "http://127.0.0.1:1/livez",
      method: "GET",
      headers: {},
      bodyMatch: "contains",
      samples: 3,
      intervalMs: 0,
      redirectsMax: 0,
      tls: "verify",
      allowHosts: [],
    },
  });
}

export function givenGoal(more: Partial<Goal> = {}): Goal {
  return {
    id: "goal",
    mode: "repair",
    standing: false,
    predicates: [givenPredicate("unit")],
    budget: { cachedReadWeight: 0.1 },
    scope: { workspace: "", paths: [], deny: [] },
    harness: { allowedTools: [] },
    integration: {},
    setup: { commands: [], timeoutMs: 1_000 },
    seal: { enabled: true, sealedInputs: [], mutableInputs: [] },
    ...more,
  };
}

export function givenVerdict(id: string, status: Status, more: Partial<Verdict> = {}): Verdict {
  return { id, status, signature: `${id}-${status}`, message: status, permanent: false, ...more };
}

export function givenAttempt(more: Partial<Attempt> = {}): Attempt {
  return {
    ending: "completed",
    summary: "done",
    changed: ["src/a.js"],
    refused: [],
    fate: "kept",
    regressed: [],
    ...more,
  };
}

/** A state that has just seen the last of `history`. */
export function givenState(
  history: readonly HistoryItem[],
  more: Partial<RunState> = {},
): RunState {
  const iteration = history.at(-1)?.iteration ?? -1;
  return {
    format: 1,
    goal: "goal",
    generation: 1,
    sequence: 2,
    epoch: 1,
    status: "running",
    approval: {
      digest: "d".repeat(64),
      goalDigest: "e".repeat(64),
      goalPath: "goal.toml",
      graders: OID,
      commit: OID,
      harness: "scripted",
      via: "local",
      by: "somebody",
      atMs: 0,
    },
    ceilings: { dispatchesMax: 8, wallClockMaxMs: 1_000_000, cachedReadWeight: 0.1 },
    branch: "kazi/goal",
    base: OID,
    head: OID,
    iteration,
    spent: NOTHING_SPENT,
    vector: history.at(-1)?.vector ?? [],
    history,
    next: { kind: "observe", reason: "", notBeforeMs: 0 },
    updatedAtMs: 0,
    ...more,
  };
}
