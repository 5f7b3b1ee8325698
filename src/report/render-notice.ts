import type { RunState } from "../model/run.ts";
import { codeSpan } from "./code-span.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { approveCommand } from "./goal-command.ts";
import type { GoalView } from "./goal-view.ts";
import { refusalWords } from "./refusal-words.ts";
import type { Refusal } from "./refusal.ts";
import { renderSpend } from "./render-spend.ts";
import { renderProblems } from "./render-standing.ts";
import { standingWords } from "./standing-words.ts";

/** A short new comment: edits notify nobody. */
export type Notice =
  | { readonly kind: "refusals"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "ended"; readonly run: RunState; readonly digest?: string }
  | { readonly kind: "stopped"; readonly ids: readonly string[] }
  | { readonly kind: "status"; readonly goals: readonly GoalView[] }
  | { readonly kind: "help" };

const REFUSALS_SHOWN = 5;
const GOALS_SHOWN = 20;
const REASON_MAX = 1_000;
/** What GitHub lets an account be called. */
const LOGIN = /^[a-z\d](?:[a-z\d-]{0,38})$/i;

/** The words of a new comment, in GitHub Markdown. */
export function renderNotice(notice: Notice): string {
  switch (notice.kind) {
    case "refusals":
      return notice.refusals.slice(0, REFUSALS_SHOWN).map(renderRefusal).join("\n\n");
    case "ended":
      return renderEnd(notice.run, notice.digest);
    case "stopped":
      return `Stopped: ${notice.ids
        .slice(0, GOALS_SHOWN)
        .map((id) => codeSpan(id, 200))
        .join(", ")}. What was made stays on its branch; a new approval starts over.`;
    case "status":
      return renderShortStatus(notice.goals);
    case "help":
      return HELP;
  }
}

/** Finds a notice again, so that what happens twice is told once. */
export function noticeMarker(key: string): string {
  return `<!-- kazi:notice ${key.replaceAll(/[^\w.-]/g, "_")} -->`;
}

function renderRefusal(refusal: Refusal): string {
  const words = escapeMarkdown(refusalWords(refusal), REASON_MAX);
  if (refusal.kind === "unreadable") {
    return [words, "", ...renderProblems(refusal.issues)].join("\n");
  }
  if (refusal.kind === "other-digest" || refusal.kind === "never-shown") {
    return `${words} ${approveCommand({ id: refusal.id, digest: refusal.now })}`;
  }
  return words;
}

/** The approver hears of it: they have to know what became of their word. */
function renderEnd(run: RunState, digest: string | undefined): string {
  const { by } = run.approval;
  const who = LOGIN.test(by) ? `@${by} ` : "";
  const goal = codeSpan(run.goal, 200);
  if (run.status === "converged") {
    return `${who}✅ ${goal} converged at ${codeSpan(run.head.slice(0, 12), 12)}: every predicate passes. Spent: ${renderSpend(run)}.`;
  }
  const again =
    digest === undefined ? [] : ["", `To start over: ${approveCommand({ id: run.goal, digest })}`];
  return [
    `${who}❌ ${goal} ended ${codeSpan(run.status, 40)}: ${escapeMarkdown(run.cause?.reason ?? "no cause is known", REASON_MAX)}`,
    "",
    `**What to do:** ${escapeMarkdown(run.cause?.next ?? "Read its record.", REASON_MAX)}`,
    "",
    `Spent: ${renderSpend(run)}.`,
    ...again,
  ].join("\n");
}

function renderShortStatus(goals: readonly GoalView[]): string {
  if (goals.length === 0) return "No goal applies here.";
  const lines = goals.slice(0, GOALS_SHOWN).map((view) => {
    const { sign, words } = standingWords(view);
    const spent = view.run === undefined ? "" : `; ${renderSpend(view.run)}`;
    return `- ${sign} ${codeSpan(view.id, 200)}: ${escapeMarkdown(words, 200)}${spent}`;
  });
  return lines.join("\n");
}

const HELP = [
  "Write one of these as the first line of a comment on a pull request:",
  "",
  "- `/kazi approve [goal] [digest]` starts a goal with exactly the bytes that are shown (write permission)",
  "- `/kazi stop [goal]` ends what is running here (write permission)",
  "- `/kazi status` says how things stand",
  "- `/kazi help` says this",
].join("\n");
