import type { BudgetDimension, Cause } from "../model/decision.ts";
import type { Goal } from "../model/goal.ts";
import type { RunState, RunStatus, Spend, Usage } from "../model/run.ts";
import type { Finding, Status, Vector } from "../model/vector.ts";

/** The version of every JSON object that the command line prints. */
export const SCHEMA_VERSION = 2;
/** Bytes of evidence that a stuck result carries. */
const BUNDLE_MAX = 12_000;

/** The object that `apply --json` ends with. Names are those of the original's schema 2. */
export interface RunResult {
  readonly schema_version: typeof SCHEMA_VERSION;
  readonly goal_id: string;
  readonly status: ResultStatus;
  readonly predicates: readonly ResultPredicate[];
  readonly iterations: number;
  readonly budget_spent: {
    readonly iterations: number;
    readonly dispatches: number;
    readonly tokens: number;
    readonly cost_usd: number;
    readonly wall_clock_ms: number;
    readonly exceeded: BudgetDimension | null;
  };
  readonly usage?: Readonly<Record<string, number>>;
  readonly usage_fidelity?: "unreported";
  readonly economy: Readonly<Record<string, number | string | boolean>>;
  readonly stuck_bundle?: StuckBundle;
  readonly cause?: Cause;
  readonly integration?: Readonly<Record<string, string | boolean>>;
  readonly branch: string;
  readonly head: string;
  readonly ledger: { readonly generation: number; readonly approval: string };
  readonly next_action: "done" | "investigate" | "raise_budget" | "resume";
  readonly reason: string | null;
  readonly release_ref: string | null;
  readonly error?: string;
}

/** `interrupted` is a run that a person broke off and that goes on with the next apply. */
export type ResultStatus = Exclude<RunStatus, "running"> | "interrupted";

interface ResultPredicate {
  readonly id: string;
  readonly verdict: Status;
  readonly score?: number;
  readonly prior_score?: number;
  readonly direction?: "higher_better";
  readonly evidence?: readonly Finding[];
}

interface StuckBundle {
  readonly failing_predicates: readonly { readonly id: string; readonly failure: string }[];
  readonly changed_files: readonly string[];
  readonly bytes: number;
}

/** Everything that a program needs to know about a run that is over, or broken off. */
export function toRunResult(run: {
  readonly goal: Goal;
  readonly state: RunState;
  readonly vector: Vector | undefined;
}): RunResult {
  const { goal, state, vector } = run;
  const status = state.status === "running" ? "interrupted" : state.status;
  return {
    schema_version: SCHEMA_VERSION,
    goal_id: goal.id,
    status,
    predicates: predicatesOf(state, vector),
    iterations: state.spent.iterations,
    budget_spent: budgetOf(state),
    ...usageOf(state),
    economy: economyOf(state),
    ...(status === "stuck" ? { stuck_bundle: bundleOf(state, vector) } : {}),
    ...(state.cause === undefined ? {} : { cause: state.cause }),
    ...integrationOf(state),
    branch: state.branch,
    head: state.head,
    ledger: { generation: state.generation, approval: state.approval.digest },
    next_action: nextActionOf(status),
    reason: state.cause?.reason ?? null,
    release_ref: null,
    ...(status === "error" ? { error: state.cause?.reason ?? "error" } : {}),
  };
}

function predicatesOf(state: RunState, vector: Vector | undefined): readonly ResultPredicate[] {
  const results = new Map((vector?.results ?? []).map((result) => [result.id, result]));
  const before = new Map((state.history.at(-2)?.vector ?? []).map((it) => [it.id, it]));
  return state.vector
    .map((verdict): ResultPredicate => {
      const prior = before.get(verdict.id)?.score;
      const findings = results.get(verdict.id)?.evidence.findings ?? [];
      return {
        id: verdict.id,
        verdict: verdict.status,
        ...(verdict.score === undefined
          ? {}
          : { score: verdict.score, direction: "higher_better" as const }),
        ...(prior === undefined ? {} : { prior_score: prior }),
        ...(findings.length === 0 ? {} : { evidence: findings }),
      };
    })
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function budgetOf({ spent, cause }: RunState): RunResult["budget_spent"] {
  return { ...toBudgetSpent(spent), exceeded: cause?.exceeded ?? null };
}

/** The spend by the names that every JSON object uses. */
export function toBudgetSpent(spent: Spend): Omit<RunResult["budget_spent"], "exceeded"> {
  return {
    iterations: spent.iterations,
    dispatches: spent.dispatches,
    tokens: spent.tokens,
    cost_usd: spent.costUsd,
    wall_clock_ms: spent.wallClockMs,
  };
}

const USAGE_NAMES: readonly (readonly [keyof Usage, string])[] = [
  ["inputTokens", "input_tokens"],
  ["cachedInputTokens", "cached_input_tokens"],
  ["cacheWriteTokens", "cache_write_tokens"],
  ["outputTokens", "output_tokens"],
  ["reasoningTokens", "reasoning_tokens"],
  ["costUsd", "cost_usd"],
];

function usageOf({ spent }: RunState): Pick<RunResult, "usage" | "usage_fidelity"> {
  const known = USAGE_NAMES.flatMap(([key, name]): readonly (readonly [string, number])[] => {
    const count = spent.usage[key];
    return count === undefined ? [] : [[name, count]];
  });
  return {
    ...(known.length === 0 ? {} : { usage: Object.fromEntries(known) }),
    ...(spent.unreported > 0 ? { usage_fidelity: "unreported" as const } : {}),
  };
}

function economyOf(state: RunState): RunResult["economy"] {
  const passed = state.vector.filter((verdict) => verdict.status === "pass").length;
  return {
    status: state.status,
    stuck: state.status === "stuck",
    iterations: state.spent.iterations,
    converged_predicates: passed,
    tokens: state.spent.tokens,
    cost_usd: state.spent.costUsd,
    wall_clock_s: state.spent.wallClockMs / 1_000,
    harness: state.approval.harness,
    ...(state.approval.model === undefined ? {} : { model: state.approval.model }),
  };
}

function bundleOf(state: RunState, vector: Vector | undefined): StuckBundle {
  const open = (vector?.results ?? []).filter((result) => result.status !== "pass");
  const share = Math.floor(BUNDLE_MAX / Math.max(1, open.length));
  const failing = open.map((result) => ({
    id: result.id,
    failure: cutBytes([result.evidence.message, result.evidence.excerpt ?? ""].join("\n"), share),
  }));
  const changed = state.history.flatMap((item) => item.attempt?.changed ?? []);
  return {
    failing_predicates: failing,
    changed_files: [...new Set(changed)].slice(0, 50),
    bytes: failing.reduce((sum, it) => sum + new TextEncoder().encode(it.failure).length, 0),
  };
}

/** At most so many bytes of UTF-8, without half a character at the end. */
function cutBytes(text: string, bytesMax: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= bytesMax) return text.toWellFormed();
  return new TextDecoder().decode(bytes.subarray(0, bytesMax), { stream: true });
}

function integrationOf({ landing, branch }: RunState): Pick<RunResult, "integration"> {
  if (landing === undefined) return {};
  return {
    integration: {
      landed: landing.reached === landing.wanted,
      wanted: landing.wanted,
      reached: landing.reached,
      task_branch: branch,
      ...(landing.reason === undefined ? {} : { reason: landing.reason }),
    },
  };
}

function nextActionOf(status: ResultStatus): RunResult["next_action"] {
  switch (status) {
    case "converged":
      return "done";
    case "over_budget":
      return "raise_budget";
    case "interrupted":
      return "resume";
    case "stuck":
    case "error":
    case "tampered":
    case "stopped":
      return "investigate";
  }
}
