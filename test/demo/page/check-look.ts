import type { IconName } from "./icon.ts";
import type { CheckState, CheckView, Tone } from "./page-view.ts";

export interface CheckLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** As in "1 failing, 2 successful checks". */
  readonly counted: string;
}

/** How a check of this state shows itself. */
export function checkLook(state: CheckState): CheckLook {
  return LOOKS[state];
}

/** As GitHub says it, with the time that it took where that is known. */
export function checkWords({ state, durationMs }: CheckView): string {
  const [said, preposition] = WORDS[state];
  if (preposition === undefined || durationMs === undefined) return said;
  return `${said} ${preposition} ${durationWords(durationMs)}`;
}

const LOOKS: Readonly<Record<CheckState, CheckLook>> = {
  success: { tone: "good", icon: "check", counted: "successful" },
  failure: { tone: "bad", icon: "cross", counted: "failing" },
  timed_out: { tone: "bad", icon: "cross", counted: "timed out" },
  startup_failure: { tone: "bad", icon: "cross", counted: "failing" },
  action_required: { tone: "wait", icon: "attention", counted: "action required" },
  neutral: { tone: "quiet", icon: "square", counted: "neutral" },
  skipped: { tone: "quiet", icon: "slash", counted: "skipped" },
  cancelled: { tone: "quiet", icon: "stop", counted: "cancelled" },
  stale: { tone: "quiet", icon: "stop", counted: "stale" },
  queued: { tone: "busy", icon: "dot", counted: "queued" },
  in_progress: { tone: "busy", icon: "spinner", counted: "in progress" },
  expected: { tone: "busy", icon: "dot", counted: "expected" },
};

const WORDS: Readonly<Record<CheckState, readonly [said: string, preposition?: "in" | "after"]>> = {
  success: ["Successful", "in"],
  failure: ["Failing", "after"],
  timed_out: ["Timed out", "after"],
  startup_failure: ["Failed to start"],
  action_required: ["Action required"],
  neutral: ["Completed", "in"],
  skipped: ["Skipped"],
  cancelled: ["Cancelled", "after"],
  stale: ["Stale"],
  queued: ["Queued"],
  in_progress: ["In progress"],
  expected: ["Expected"],
};

const SECOND_MS = 1_000;
const MINUTE_S = 60;

function durationWords(durationMs: number): string {
  const seconds = Math.round(durationMs / SECOND_MS);
  if (seconds < MINUTE_S) return `${seconds}s`;
  return `${Math.floor(seconds / MINUTE_S)}m ${seconds % MINUTE_S}s`;
}
