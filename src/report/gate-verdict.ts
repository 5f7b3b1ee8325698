import type { GoalView } from "./goal-view.ts";
import { type GateVerdict, standingWords } from "./standing-words.ts";

/** The verdict that decides among several goals comes first. */
const ORDER: readonly GateVerdict[] = ["failure", "action-required", "running", "success"];

/** The worst of all goals; `neutral` where none applies. */
export function gateVerdict(goals: readonly GoalView[]): GateVerdict {
  const verdicts = new Set(goals.map((goal) => standingWords(goal).verdict));
  return ORDER.find((verdict) => verdicts.has(verdict)) ?? "neutral";
}
