import type { GoalIssue } from "../model/goal-issue.ts";
import type { RunState } from "../model/run.ts";
import { codeSpan } from "./code-span.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import type { GoalView } from "./goal-view.ts";

const ISSUES_SHOWN = 5;
const SENTENCE_MAX = 1_000;

/** Why a goal stands as it does, the reason first: lines of Markdown. */
export function renderStanding(view: GoalView): readonly string[] {
  const { standing, run } = view;
  switch (standing.kind) {
    case "passing":
    case "ended":
      return renderCause(run);
    case "running":
      return [runningText(run)];
    case "unapproved":
      return [
        "Nothing of this goal-file is executed before somebody with write permission approves exactly these bytes.",
      ];
    case "void":
      return [
        `What stands here now is not what ${codeSpan(standing.by, 100)} approved, so kazi waits. Approve the new version to start over with it, or take the change back.`,
        ...(run?.cause === undefined ? [] : ["", ...renderCause(run)]),
      ];
    case "withdrawn":
      return [
        `What is recorded rests on an approval that does not hold now: ${escapeMarkdown(standing.reason, SENTENCE_MAX)}`,
      ];
    case "passed-elsewhere":
      return [
        `Everything passed at ${codeSpan(run?.head.slice(0, 12) ?? "", 12)}; the head moved since, and nobody has observed it. Approve again to have it observed.`,
      ];
    case "elsewhere":
      return [
        `A goal of this id is live on ${placeText(standing.where)}. Wait for it, stop it there, or give this one another \`id\`.`,
      ];
    case "fork":
      return [
        "It comes from a fork, and kazi takes no goal-file from outside. Somebody with write permission can push the branch to this repository and open a pull request from there.",
      ];
    case "unreadable":
      return renderProblems(view.issues);
    case "missing":
      return ["Put the goal-file back, or end the run."];
    case "damaged":
      return [
        `Its record is not what kazi wrote: ${escapeMarkdown(standing.reason, SENTENCE_MAX)}. Somebody who can push can look at it and delete its ref under \`refs/kazi/live/\`; then approve again.`,
      ];
  }
}

/** A number of ours is a link, a name of a stranger's is not. */
function placeText(where: string): string {
  return /^#\d{1,10}$/.test(where) ? where : escapeMarkdown(where, 200);
}

/** The first problems of a goal-file, with their places. */
export function renderProblems(issues: readonly GoalIssue[]): readonly string[] {
  const errors = issues.filter((issue) => issue.severity === "error");
  const lines = errors.slice(0, ISSUES_SHOWN).map((issue) => {
    const place = codeSpan(`${issue.file}:${issue.line}:${issue.column}`, 200);
    const help = issue.suggestion === undefined ? "" : ` ${escapeMarkdown(issue.suggestion, 300)}`;
    return `- ${place}: ${escapeMarkdown(issue.message, 400)}${help}`;
  });
  const more = errors.length - lines.length;
  return [...lines, ...(more > 0 ? [`- … and ${more} more problems`] : [])];
}

function renderCause(run: RunState | undefined): readonly string[] {
  if (run?.cause === undefined) return [];
  return [
    `**Why:** ${escapeMarkdown(run.cause.reason, SENTENCE_MAX)}`,
    "",
    `**What to do:** ${escapeMarkdown(run.cause.next, SENTENCE_MAX)}`,
  ];
}

function runningText(run: RunState | undefined): string {
  if (run === undefined) return "It is about to start.";
  const passed = run.vector.filter((verdict) => verdict.status === "pass").length;
  const seen =
    run.vector.length === 0 ? "nothing observed yet" : `${passed} of ${run.vector.length} pass`;
  return `Iteration ${Math.max(0, run.claim?.iteration ?? run.iteration + 1)}, ${seen}. ${nextText(run)}`;
}

function nextText(run: RunState): string {
  if (run.claim?.kind === "dispatch") return "An agent is at work.";
  if (run.claim?.kind === "observe") return "The predicates are being observed.";
  switch (run.next.kind) {
    case "dispatch":
      return "An agent is next.";
    case "observe":
    case "watch":
      return "An observation is next.";
    case "integrate":
      return "The landing is next.";
    case "converged":
    case "stop":
      return "";
  }
}
