import { describeCheck } from "../model/describe-check.ts";
import type { Goal, Predicate } from "../model/goal.ts";
import { isLive } from "../model/is-live.ts";
import type { HistoryItem, RunState, Verdict } from "../model/run.ts";
import { codeSpan } from "./code-span.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { verdictSign } from "./verdict-sign.ts";
import { verdictWord } from "./verdict-word.ts";

/** Rows that are shown of a table; a goal with more has them in its record. */
const ROWS_MAX = 60;
const ID_MAX = 80;
const MESSAGE_MAX = 300;

/** What is known of each predicate, the verdict first. */
export function renderVerdicts(goal: Goal, run: RunState): readonly string[] {
  const seen = new Map(run.vector.map((verdict) => [verdict.id, verdict]));
  const rows = goal.predicates.map((predicate) => verdictRow(predicate, seen.get(predicate.id)));
  return table(["", "Predicate", "Verdict", "What was seen"], rows);
}

function verdictRow(predicate: Predicate, verdict: Verdict | undefined): readonly string[] {
  const status = verdict?.status ?? "unknown";
  const word = verdictWord(verdict ?? { status });
  const score = verdict?.score === undefined ? "" : ` ${Math.round(verdict.score * 100)} %`;
  const known = verdict === undefined ? "not observed yet" : `${word}${score}`;
  return [
    verdictSign(status),
    codeSpan(predicate.id, ID_MAX) + marks(predicate),
    known,
    // The words of a held-out check would tell the next agent what it must not know.
    predicate.heldOut ? "_held out_" : escapeMarkdown(verdict?.message ?? "", MESSAGE_MAX),
  ];
}

/** What an approval lets run, before anything did. */
export function renderDeclared(goal: Goal): readonly string[] {
  const rows = goal.predicates.map((predicate) => [
    codeSpan(predicate.id, ID_MAX) + marks(predicate),
    escapeMarkdown(predicate.description ?? "", MESSAGE_MAX),
    codeSpan(describeCheck(predicate.check), MESSAGE_MAX),
  ]);
  return table(["Predicate", "What it is for", "How it is checked"], rows);
}

/** Predicates by iterations, the newest at the right; nothing before there is something to compare. */
export function renderHistory(goal: Goal, run: RunState): readonly string[] {
  if (run.history.length < 2) return [];
  const iterations = run.history.map((item) => `${item.iteration}`);
  const rows = goal.predicates.map(({ id }) => [
    codeSpan(id, ID_MAX),
    ...run.history.map((item) => signOf(item, id)),
  ]);
  const fates = ["work", ...run.history.map((item) => item.attempt?.fate ?? "–")];
  return table(["Iteration", ...iterations], [...rows.slice(0, ROWS_MAX), fates]);
}

function signOf(item: HistoryItem, id: string): string {
  const verdict = item.vector.find((it) => it.id === id);
  return verdict === undefined ? " " : verdictSign(verdict.status);
}

function marks(predicate: Predicate): string {
  const words = [
    ...(predicate.guard ? ["guard"] : []),
    ...(isLive(predicate) ? ["live, after the landing"] : []),
    ...(predicate.optional === true ? ["optional"] : []),
  ];
  return words.length === 0 ? "" : ` _(${words.join("; ")})_`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const more = rows.length > ROWS_MAX + 1 ? ["", `… and ${rows.length - ROWS_MAX} more.`] : [];
  const shown = more.length > 0 ? rows.slice(0, ROWS_MAX) : rows;
  return [row(head), row(head.map(() => "---")), ...shown.map(row), ...more];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === "" ? " " : cell)).join(" | ")} |`;
}
