import { toOneLine } from "../model/plain-text.ts";
import type { RunState } from "../model/run.ts";
import { cutLines } from "./cut-lines.ts";
import type { GoalView, PullView } from "./goal-view.ts";
import { renderGoal } from "./render-goal.ts";
import { standingWords } from "./standing-words.ts";

const TITLE_MAX = 140;
const SUMMARY_MAX = 60_000;

/** The words of the one required check. */
export interface GateWords {
  readonly title: string;
  readonly summary: string;
}

/** One line for the list of checks, and the evidence behind it. */
export function renderGate(view: PullView): GateWords {
  const { goals } = view;
  if (goals.length === 0) {
    const title = "no goal applies to this pull request";
    return {
      title,
      summary: "This pull request neither changes a goal-file nor is the work of a goal.",
    };
  }
  return {
    title: toOneLine(goals.map(titleOf).join("; "), TITLE_MAX),
    summary: cutLines(goals.flatMap(renderGoal), SUMMARY_MAX),
  };
}

function titleOf(view: GoalView): string {
  const { words } = standingWords(view);
  const progress = view.run === undefined ? undefined : progressOf(view.run);
  switch (view.standing.kind) {
    case "running":
      return `${view.id}: ${progress ?? words}`;
    case "passing":
      return `${view.id}: ${words}`;
    case "ended":
      return `${view.id}: ${words}, ${view.run?.cause?.reason ?? "no cause known"}`;
    case "unapproved":
    case "void":
    case "withdrawn":
    case "passed-elsewhere":
    case "elsewhere":
    case "fork":
    case "unreadable":
    case "missing":
    case "damaged":
      return `${view.id}: ${words}`;
  }
}

function progressOf({ vector, iteration, claim, spent }: RunState): string {
  const passed = vector.filter((verdict) => verdict.status === "pass").length;
  const at = Math.max(0, claim?.iteration ?? iteration + 1);
  const seen = vector.length === 0 ? "" : `, ${passed} of ${vector.length} pass`;
  return `iteration ${at}${seen}, spent ${spent.dispatches} dispatches, ${spent.costUsd.toFixed(2)} USD`;
}
