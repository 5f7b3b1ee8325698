import type { Decision } from "../../src/model/decision.ts";
import type { Entry, Settlement } from "../../src/model/entry.ts";
import type { Attempt, Claim, RunState, Spend, Verdict } from "../../src/model/run.ts";
import type { Status, Vector } from "../../src/model/vector.ts";

export const GRADERS = "d".repeat(40);
export const HEAD = "a".repeat(40);

type EntryOf<K extends Entry["kind"]> = Extract<Entry, { readonly kind: K }>;

export function opened(changes: Partial<EntryOf<"opened">> = {}): EntryOf<"opened"> {
  return {
    kind: "opened",
    atMs: 1_000,
    goal: "fix-the-tests",
    generation: 1,
    approval: {
      digest: "1".repeat(64),
      goalDigest: "2".repeat(64),
      goalPath: "fix.goal.toml",
      graders: GRADERS,
      commit: HEAD,
      harness: "claude",
      via: "local",
      by: "A Person <a@example.invalid>",
      atMs: 900,
    },
    ceilings: { dispatchesMax: 5, wallClockMaxMs: 3_600_000, cachedReadWeight: 0.1 },
    branch: "kazi/fix-the-tests",
    base: HEAD,
    head: HEAD,
    ...changes,
  };
}

export function claimed(state: RunState, changes: Partial<Claim> = {}): EntryOf<"claimed"> {
  const atMs = state.updatedAtMs + 1_000;
  const claim: Claim = {
    iteration: state.iteration + 1,
    epoch: state.epoch + 1,
    nonce: `nonce-${state.epoch + 1}`,
    kind: state.iteration === -1 ? "observe" : "dispatch",
    holder: { kind: "process", host: "laptop", boot: "b1", pid: 4_711, startedAt: "12345" },
    atMs,
    deadlineMs: atMs + 60_000,
    reservation: { tokens: 1_000, costUsd: 0.5, wallClockMs: 60_000 },
    head: state.head,
    paths: ["src"],
    ...changes,
  };
  return { kind: "claimed", atMs, claim };
}

export function spend(changes: Partial<Spend> = {}): Spend {
  return {
    iterations: 1,
    dispatches: 1,
    wallClockMs: 500,
    tokens: 100,
    costUsd: 0.25,
    usage: { inputTokens: 90, outputTokens: 10 },
    unreported: 0,
    ...changes,
  };
}

export function verdict(id: string, status: Status = "fail", message = "it is red"): Verdict {
  return { id, status, signature: "deadbeef", message, permanent: false };
}

export function attempt(changes: Partial<Attempt> = {}): Attempt {
  return {
    ending: "completed",
    summary: "I changed a thing",
    changed: ["src/a.js"],
    refused: [],
    fate: "kept",
    regressed: [],
    ...changes,
  };
}

export function settled(state: RunState, changes: Partial<Settlement> = {}): Settlement {
  return {
    kind: "settled",
    atMs: state.updatedAtMs + 1_000,
    iteration: state.claim?.iteration ?? state.iteration + 1,
    epoch: state.epoch,
    nonce: state.claim?.nonce ?? "none",
    spend: spend(),
    observed: [verdict("tests"), verdict("lint", "pass")],
    head: state.head,
    decision: { kind: "dispatch", failing: ["tests"] },
    ...changes,
  };
}

export function released(
  state: RunState,
  changes: Partial<EntryOf<"released">> = {},
): EntryOf<"released"> {
  return {
    kind: "released",
    atMs: state.updatedAtMs + 1_000,
    epoch: state.epoch,
    nonce: state.claim?.nonce ?? "none",
    spend: spend({ iterations: 0 }),
    reason: "its holder is gone",
    decision: state.next,
    ...changes,
  };
}

export function landed(state: RunState, decision: Decision = state.next): EntryOf<"landed"> {
  const atMs = state.updatedAtMs + 1_000;
  const landing = { wanted: "branch", reached: "branch", revision: state.head, atMs } as const;
  return { kind: "landed", atMs, landing, decision };
}

export function stopped(state: RunState): EntryOf<"stopped"> {
  return { kind: "stopped", atMs: state.updatedAtMs + 1_000, decision: STOP };
}

export const STOP: Extract<Decision, { readonly kind: "stop" }> = {
  kind: "stop",
  status: "stuck",
  cause: { class: "no_progress", reason: "nothing moves", next: "Look at it.", ids: ["tests"] },
};

export function vectorOf(observed: readonly Verdict[], excerpt = "some output"): Vector {
  return {
    commit: HEAD,
    tree: GRADERS,
    observedAtMs: 2_000,
    isolation: "namespace",
    results: observed.map(({ id, status, permanent }) => ({
      id,
      status,
      permanent,
      evidence: {
        message: "it is red",
        findings: [{ file: "a.js", level: "error", message: "no" }],
        excerpt,
        durationMs: 12,
      },
    })),
  };
}
