import type { Cause } from "../model/decision.ts";
import type { Attempt, HarnessEnding, HistoryItem } from "../model/run.ts";

/** Dispatches in a row without a usable difference before it is given up. */
const EMPTY_MAX = 2;

/** Endings that the next dispatch would only repeat, and what a person has to do about each. */
const HOPELESS: Partial<Readonly<Record<HarnessEnding, string>>> = {
  missing:
    "Install what the reason names, or choose another harness with --harness, then run apply again.",
  auth: "Log the harness in or set its key, then run apply again.",
  quota: "Raise the harness's own quota or choose another harness, then run apply again.",
  "unknown-model": "Name a model that the harness knows with --model, then run apply again.",
};

/** Why dispatching again would be money for nothing, if it would. */
export function harnessTrouble(history: readonly HistoryItem[]): Omit<Cause, "ids"> | undefined {
  const attempts = history.flatMap((item) => (item.attempt === undefined ? [] : [item.attempt]));
  const latest = attempts.at(-1);
  if (latest === undefined || latest.fate !== "none") return undefined;
  return hopeless(latest) ?? fruitless(attempts.slice(-EMPTY_MAX));
}

function hopeless(latest: Attempt): Omit<Cause, "ids"> | undefined {
  const next = HOPELESS[latest.ending];
  if (next !== undefined) {
    return {
      class: "harness_unavailable",
      reason: `the harness cannot work: ${latest.summary}`,
      next,
    };
  }
  if (latest.ending !== "denied") return undefined;
  return {
    class: "harness_unavailable",
    reason: `the harness was denied its tools and changed nothing: ${latest.summary}`,
    next: "Allow the tools in [harness] permission_mode or allowed_tools, then run apply again.",
  };
}

function fruitless(attempts: readonly Attempt[]): Omit<Cause, "ids"> | undefined {
  if (attempts.length < EMPTY_MAX || attempts.some((it) => it.fate !== "none")) return undefined;
  const refused = attempts.flatMap((it) => it.refused);
  const [first] = refused;
  if (first !== undefined) {
    return {
      class: "refused_diff",
      reason: `${attempts.length} dispatches in a row changed only what they may not: ${first.path} (${first.reason})`,
      next: "Widen [scope].paths or [seal].mutable_inputs if the change is wanted, then run apply again.",
    };
  }
  const failed = attempts.find((it) => it.ending !== "completed");
  if (failed !== undefined) {
    return {
      class: "harness_unavailable",
      reason: `${attempts.length} dispatches in a row ended without a change: ${failed.ending}: ${failed.summary}`,
      next: "Look at the harness's own output above, then run apply again.",
    };
  }
  return {
    class: "no_diff",
    reason: `${attempts.length} dispatches in a row changed no file`,
    next: "Sharpen the descriptions of the failing predicates, or choose another harness or model.",
  };
}
