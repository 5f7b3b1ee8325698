import type { Decision } from "../model/decision.ts";
import type { RunEvent } from "../model/event.ts";
import { formatFinding } from "../model/format-finding.ts";
import { toOneLine, toPlainText } from "../model/plain-text.ts";
import type { Attempt, Ceilings, Spend, Usage } from "../model/run.ts";
import type { PredicateResult, Status, Vector } from "../model/vector.ts";
import { formatDuration } from "./format-duration.ts";
import { keptFiles } from "./kept-files.ts";
import type { Paint } from "./paint.ts";

/** The account of a run for a person, one or a few lines an event. */
export function renderEvent(event: RunEvent, paint: Paint): readonly string[] {
  switch (event.kind) {
    case "opened":
      return renderOpened(event, paint);
    case "claimed":
      return [paint.bold(claimedLine(event.iteration, event.work))];
    case "taken-over":
      return [
        paint.warn(
          `  takes iteration ${event.iteration} over: ${toOneLine(event.holder, NAME_MAX)} is gone`,
        ),
      ];
    case "setup":
      return [paint.dim(`  setup: ${toOneLine(event.argv.join(" "), 160)}`)];
    case "dispatching":
      return [
        `  hands ${listed(event.failing)} to ${toOneLine(event.harness, NAME_MAX)}${event.model === undefined ? "" : ` (${toOneLine(event.model, NAME_MAX)})`}`,
      ];
    case "dispatched":
      return renderDispatched(event, paint);
    case "observed":
      return renderResult(event.result, paint);
    case "settled":
      return renderSettled(event, paint);
    case "landed":
      return [paint.good(landedLine(event))];
    case "warned":
      return [paint.warn(`  warning: ${toOneLine(event.message, 600)}`)];
    case "waiting":
      return [paint.dim(`waits: ${toOneLine(event.reason, SENTENCE_MAX)}`)];
    case "released":
      return [
        paint.warn(
          `  gives iteration ${event.iteration} back: ${toOneLine(event.reason, SENTENCE_MAX)}`,
        ),
      ];
  }
}

/** What strangers wrote, on a line of ours. */
const NAME_MAX = 200;
const SENTENCE_MAX = 1_000;
const LISTED_MAX = 20;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED_MAX).map((name) => toOneLine(name, NAME_MAX));
  const more = names.length > LISTED_MAX ? ` and ${names.length - LISTED_MAX} more` : "";
  return `${shown.join(", ")}${more}`;
}

type EventOf<Kind extends RunEvent["kind"]> = Extract<RunEvent, { kind: Kind }>;

function renderOpened(event: EventOf<"opened">, paint: Paint): readonly string[] {
  const how = event.resumed ? "goes on with" : "opens";
  return [
    `${paint.bold(`goal ${toOneLine(event.goal, NAME_MAX)}`)}  ${how} generation ${event.generation} on ${toOneLine(event.branch, NAME_MAX)}`,
    paint.dim(
      `  approved ${event.digest.slice(0, 12)} at ${event.base.slice(0, 12)}, ${event.graders} graders fixed; may spend ${ceilingsText(event.ceilings)}`,
    ),
  ];
}

function ceilingsText(ceilings: Ceilings): string {
  const parts = [
    ceilings.iterationsMax === undefined ? "" : `${ceilings.iterationsMax} iterations`,
    `${ceilings.dispatchesMax} dispatches`,
    formatDuration(ceilings.wallClockMaxMs),
    ceilings.tokensMax === undefined ? "" : `${ceilings.tokensMax} tokens`,
    ceilings.costMaxUsd === undefined ? "" : `${ceilings.costMaxUsd} USD`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function claimedLine(iteration: number, work: "observe" | "dispatch"): string {
  const what = work === "dispatch" ? "an agent works, then everything is observed" : "observes";
  return `iteration ${iteration}  ${what}`;
}

function renderDispatched(event: EventOf<"dispatched">, paint: Paint): readonly string[] {
  const used = usageText(event.usage);
  const line = `  agent ${event.ending} after ${formatDuration(event.durationMs)}${used === "" ? ", usage not reported" : `, ${used}`}`;
  const said =
    event.summary === "" ? [] : [paint.dim(`  agent says: ${toOneLine(event.summary, 300)}`)];
  return [event.ending === "completed" ? line : paint.warn(line), ...said];
}

function usageText(usage: Usage): string {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens } = usage;
  const counts = [inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens];
  const known = counts.filter((count) => count !== undefined);
  const tokens = known.length === 0 ? "" : `${known.reduce((sum, it) => sum + it, 0)} tokens`;
  const cost = usage.costUsd === undefined ? "" : `${usage.costUsd.toFixed(4)} USD`;
  return [tokens, cost].filter((part) => part !== "").join(", ");
}

function renderResult(result: PredicateResult, paint: Paint): readonly string[] {
  const { counts } = result.evidence;
  const took = paint.dim(` ${formatDuration(result.evidence.durationMs)}`);
  const said = `${toOneLine(result.id, NAME_MAX)}: ${toOneLine(result.evidence.message, 500)}`;
  const line = `  ${markOf(result.status, paint)} ${said}${took}`;
  const files = keptFiles(result.evidence).map((file) => paint.dim(`      ${file}`));
  if (result.status === "pass") return [line, ...files];
  const findings = result.evidence.findings
    .slice(0, 5)
    .map((finding) => paint.dim(`      ${formatFinding(finding, 160)}`));
  const all = Math.max(result.evidence.findings.length, counts?.failed ?? 0);
  const rest = findings.length === 0 ? 0 : all - findings.length;
  const more = rest > 0 ? [paint.dim(`      and ${rest} more`)] : [];
  return [line, ...findings, ...more, ...files];
}

function markOf(status: Status, paint: Paint): string {
  switch (status) {
    case "pass":
      return paint.good("pass ");
    case "fail":
      return paint.bad("fail ");
    case "error":
      return paint.warn("error");
    case "unknown":
      return paint.warn("?    ");
  }
}

function renderSettled(event: EventOf<"settled">, paint: Paint): readonly string[] {
  const { attempt, diff } = event;
  return [
    ...(attempt === undefined ? [] : renderAttempt(attempt, paint)),
    ...(diff === undefined ? [] : renderDiff(diff, paint)),
    `  = ${tally(event.vector)}; ${fateText(attempt)}${spentText(event.spent)}`,
    `  -> ${decisionText(event.decision)}`,
  ];
}

function renderAttempt(attempt: Attempt, paint: Paint): readonly string[] {
  const shown = attempt.refused
    .slice(0, 20)
    .map((it) => paint.warn(`  put back ${toOneLine(it.path, 120)}: ${toOneLine(it.reason, 300)}`));
  const more =
    attempt.refused.length > 20
      ? [paint.warn(`  and ${attempt.refused.length - 20} more paths put back`)]
      : [];
  const broke =
    attempt.regressed.length === 0 ? [] : [paint.bad(`  broke ${listed(attempt.regressed)}`)];
  return [...shown, ...more, ...broke];
}

const DIFF_LINES_MAX = 40;

function renderDiff(diff: string, paint: Paint): readonly string[] {
  const lines = toPlainText(diff)
    .split(/^(?=diff --git )/m)
    .filter((file) => file.trim() !== "")
    .flatMap((file) => renderFileDiff(file.trimEnd().split("\n"), paint));
  if (lines.length <= DIFF_LINES_MAX) return lines;
  return [
    ...lines.slice(0, DIFF_LINES_MAX),
    paint.dim(`    … ${lines.length - DIFF_LINES_MAX} more lines`),
  ];
}

/** Only what stands before the first hunk is a header: lines of a file may look like one. */
function renderFileDiff(lines: readonly string[], paint: Paint): readonly string[] {
  const hunk = lines.findIndex((line) => line.startsWith("@@ "));
  const header = hunk === -1 ? lines : lines.slice(0, hunk);
  const to = header.find((line) => line.startsWith("+++ "));
  const from = header.find((line) => line.startsWith("--- ")) ?? "";
  const plain = header.filter((line) => !line.startsWith("index ")).join("; ");
  const name = to === "+++ /dev/null" ? from : (to ?? plain);
  const body = hunk === -1 ? [] : lines.slice(hunk);
  return [paint.bold(shownDiffLine(name)), ...body.map((line) => paintDiffLine(line, paint))];
}

function paintDiffLine(line: string, paint: Paint): string {
  const text = shownDiffLine(line);
  if (line.startsWith("+")) return paint.good(text);
  return line.startsWith("-") ? paint.bad(text) : paint.dim(text);
}

function shownDiffLine(line: string): string {
  return `    ${line.replaceAll("\t", "  ").slice(0, 160).toWellFormed()}`;
}

function tally(vector: Vector): string {
  const passed = vector.results.filter((result) => result.status === "pass").length;
  return `${passed} of ${vector.results.length} pass at ${vector.commit.slice(0, 12)}`;
}

function fateText(attempt: Attempt | undefined): string {
  if (attempt === undefined) return "";
  switch (attempt.fate) {
    case "kept":
      return `kept (${listed(attempt.changed)}); `;
    case "discarded":
      return "discarded, it only made things worse; ";
    case "void":
      return "void, somebody moved the branch meanwhile; ";
    case "none":
      return "no usable change; ";
  }
}

/** The spend so far, in the words of every surface. */
export function spentText(spent: Spend): string {
  const unreported =
    spent.unreported === 0 ? "" : `, ${spent.unreported} unreported and charged as reserved`;
  return `spent ${spent.dispatches} dispatches, ${spent.tokens} tokens, ${spent.costUsd.toFixed(4)} USD, ${formatDuration(spent.wallClockMs)}${unreported}`;
}

function decisionText(decision: Decision): string {
  switch (decision.kind) {
    case "dispatch":
      return `next dispatch: ${listed(decision.failing)}`;
    case "observe":
      return `observe again: ${toOneLine(decision.reason, SENTENCE_MAX)}`;
    case "integrate":
      return "everything that can hold before landing holds: land it";
    case "watch":
      return "everything holds: keep watching";
    case "converged":
      return "converged";
    case "stop":
      return `${decision.status}: ${toOneLine(decision.cause.reason, SENTENCE_MAX)}`;
  }
}

function landedLine(event: EventOf<"landed">): string {
  const { reached, wanted, revision, reason } = event.landing;
  const short = reached === wanted ? "" : ` (wanted ${wanted})`;
  const why = reason === undefined ? "" : `; ${toOneLine(reason, SENTENCE_MAX)}`;
  return `landed at level ${reached}${short}: ${toOneLine(event.branch, NAME_MAX)} = ${revision.slice(0, 12)}${why}`;
}
