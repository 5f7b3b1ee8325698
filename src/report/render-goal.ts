import type { Budget } from "../model/goal.ts";
import { codeSpan } from "./code-span.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { formatDuration } from "./format-duration.ts";
import { approveCommand, shortDigest, stopCommand } from "./goal-command.ts";
import type { GoalView } from "./goal-view.ts";
import { renderDeclared, renderHistory, renderVerdicts } from "./render-predicates.ts";
import { renderSpend } from "./render-spend.ts";
import { renderStanding } from "./render-standing.ts";
import { standingWords } from "./standing-words.ts";

/** One goal in full: status and reason, evidence, history, spend, what was approved, what to write. */
export function renderGoal(view: GoalView): readonly string[] {
  const { sign, words } = standingWords(view);
  return [
    `### ${sign} ${codeSpan(view.id, 200)}: ${escapeMarkdown(words, 200)}`,
    ...paragraph(renderStanding(view)),
    ...paragraph(evidenceOf(view)),
    ...paragraph(footOf(view)),
    ...paragraph(commandsOf(view)),
    "",
  ];
}

function paragraph(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

function evidenceOf({ goal, run, standing }: GoalView): readonly string[] {
  if (goal === undefined) return [];
  const isOfThis = standing.kind !== "void" && standing.kind !== "unapproved";
  if (run === undefined || !isOfThis) {
    return [...renderDeclared(goal), ...paragraph(["Budget: " + budgetText(goal.budget)])];
  }
  return [
    ...renderVerdicts(goal, run),
    ...paragraph(renderHistory(goal, run)),
    ...paragraph([`Spent: ${renderSpend(run)}`]),
  ];
}

/** Only what the file says; the rest is bounded by kazi's own ceilings. */
function budgetText(budget: Budget): string {
  const said = [
    ...(budget.dispatchesMax === undefined ? [] : [`${budget.dispatchesMax} dispatches`]),
    ...(budget.iterationsMax === undefined ? [] : [`${budget.iterationsMax} iterations`]),
    ...(budget.tokensMax === undefined ? [] : [`${budget.tokensMax} tokens`]),
    ...(budget.costMaxUsd === undefined ? [] : [`${budget.costMaxUsd.toFixed(2)} USD`]),
    ...(budget.wallClockMaxMs === undefined ? [] : [formatDuration(budget.wallClockMaxMs)]),
  ];
  return said.length === 0
    ? "kazi's own ceilings"
    : `${said.join(" · ")} · else kazi's own ceilings`;
}

function footOf({ path, digest, run }: GoalView): readonly string[] {
  const bytes = digest === undefined ? "" : ` · digest ${codeSpan(shortDigest(digest), 64)}`;
  const approved =
    run === undefined
      ? ""
      : ` · generation ${run.generation}, approved by ${codeSpan(run.approval.by, 100)} · work on ${codeSpan(run.branch, 200)} at ${codeSpan(run.head.slice(0, 12), 12)}`;
  return [`<sub>${codeSpan(path, 300)}${bytes}${approved}</sub>`];
}

/** Exactly the commands that make sense now. */
function commandsOf(view: GoalView): readonly string[] {
  const { id, digest, standing, run } = view;
  const canApprove = ["unapproved", "void", "withdrawn", "passed-elsewhere", "ended"].includes(
    standing.kind,
  );
  const commands = [
    ...(canApprove && digest !== undefined
      ? [`- ${approveCommand({ id, digest })} starts it with exactly these bytes`]
      : []),
    ...(run?.status === "running" && standing.kind !== "elsewhere"
      ? [`- ${stopCommand(id)} ends it and keeps what was made`]
      : []),
  ];
  return commands.length === 0 ? [] : ["What you can write now:", "", ...commands];
}
