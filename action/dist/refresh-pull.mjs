import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine, t as cutMiddle } from "./plain-text.mjs";
import { n as isGoalPath, t as formatDuration } from "./format-duration.mjs";
import { B as livePrefix, G as isTable, K as parseTable, L as isSettled, R as ledgerKey, U as loadGoal, V as liveRef, W as readFeatures, Y as goalDigest, c as readLedgerAt, f as archivedRuns, q as decodeText } from "./ledger.mjs";
import { t as describeCheck } from "./describe-check.mjs";
import { n as judgedBy, t as isLive } from "./is-live.mjs";
import { C as union, E as _isoDateTime, d as array, f as boolean, h as literal, m as int, r as ZodISODateTime, u as _enum, v as object, w as unknown, x as string, y as record } from "./schemas.mjs";
import { createHash } from "node:crypto";
import { readFile as readFile$1 } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/report/code-span.ts
/**
* A stranger's word as code, in which GitHub looks for nothing. Inside of code no escape exists, so
* the two characters that could end it or the cell around it are shown by their likes.
*/
function codeSpan(text, charactersMax) {
	const line = toOneLine(text, charactersMax);
	return line === "" ? "" : `\`${line.replaceAll("`", "ˋ").replaceAll("|", "｜")}\``;
}
// src/report/goal-command.ts
/** Digits that tell versions apart for a reader. */
const DIGEST_SHOWN = 12;
/** Digits that nobody finds two files for: what a person copies stands for these bytes and no others. */
const DIGEST_APPROVED = 32;
/** Ids that are one word of a command and look in it as they are. */
const PLAIN_ID = /^[\w.][\w.-]{0,99}$/;
/** The short form of a digest, for reading. */
function shortDigest(digest) {
	return digest.slice(0, DIGEST_SHOWN);
}
/** The exact command that approves these bytes. */
function approveCommand(goal) {
	return codeSpan(`/kazi approve ${PLAIN_ID.test(goal.id) ? `${goal.id} ` : ""}${goal.digest.slice(0, DIGEST_APPROVED)}`, 200);
}
/** The command that ends one goal, or all of a pull request where the id is no plain word. */
function stopCommand(id) {
	return codeSpan(PLAIN_ID.test(id) ? `/kazi stop ${id}` : "/kazi stop", 200);
}
// src/report/refusal-words.ts
/** Why, and what would work: plain sentences with strangers' words in them. */
function refusalWords(refusal) {
	return WORDS[refusal.kind](refusal);
}
const WORDS = {
	fork: () => "This pull request comes from a fork, and kazi takes no goal-file from outside. Push its branch to this repository and open a pull request from there.",
	bot: (it) => `${it.login} is a bot, and only a person can ask for this. Somebody with write permission has to write the comment.`,
	"no-permission": (it) => `/kazi ${it.verb} needs write permission, and ${it.login} has ${it.permission}. Ask somebody who can push to this repository to write it.`,
	edited: () => "The comment was edited, and others than its author can do that. Write a new comment instead.",
	"comment-gone": () => "The comment with the approval does not exist any more. Write the approval again as a new comment.",
	"no-approval-in-comment": () => "The comment is no /kazi approve, or approves another goal. Write /kazi approve as the first line of a new comment.",
	closed: () => "The pull request is closed, so nothing is started here. Reopen it, then approve again.",
	"no-pull-request": () => "This is an issue, and goal-files are approved in the pull request that brings them. Write the command there.",
	"unknown-verb": (it) => `kazi does not know "${it.verb}". It knows approve, status, stop and help.`,
	"not-built": (it) => `/kazi ${it.verb} is not built yet. What works today: approve, status, stop and help.`,
	"pointer-unreadable": (it) => `Expected "comment:<id>" or "commit:<sha>" as the place of an approval, found "${it.given}". Start runs by /kazi approve, not by hand.`,
	"no-goal-file": () => "There is nothing to approve here: this pull request neither adds nor changes a goal-file (.kazi/goals/*.toml or .kazi/**/*.goal.toml), and no goal works on it. Add a goal-file, then approve it.",
	"unknown-goal": (it) => `There is no goal "${it.given}" here. This pull request has ${it.known.map((id) => `"${id}"`).join(", ")}.`,
	unreadable: (it) => `The goal-file ${it.path} does not load, so there is nothing to approve. Mend what is listed, push, and approve the new version.`,
	"other-digest": (it) => `Goal "${it.id}" has the digest ${shortDigest(it.now)} now, and the comment approves ${it.given}. Read the version that is shown now and approve that one.`,
	"never-shown": (it) => `Goal "${it.id}" changed since it was last shown here, or was not shown before the comment. It is shown now, with the digest ${shortDigest(it.now)}: read it, then approve again.`,
	elsewhere: (it) => `A goal with the id "${it.id}" is live on ${it.where}. Wait until it ends, stop it there, or give this one another id.`,
	"already-approved": (it) => `Goal "${it.id}" was approved by ${it.by} already and is running. Nothing more is needed; /kazi stop ends it.`,
	"used-up": (it) => `This approval opened generation ${it.generation} of goal "${it.id}" already, and one approval opens one generation. Approve it anew to start another one.`,
	"nothing-to-stop": () => "Nothing that matches is running here. /kazi status shows what there is.",
	damaged: (it) => `The record of goal "${it.id}" is not what kazi wrote, so it is not touched: ${it.reason}. Somebody who can push can look at it and delete its ref under refs/kazi/live/; then approve again.`,
	busy: (it) => `The record of goal "${it.id}" kept changing at this moment. Write the command again.`,
	blocked: (it) => `Goal "${it.id}" is approved, but its run could not be started: ${it.reason}`,
	"not-on-default-branch": (it) => `Commit ${it.commit.slice(0, 12)} is not among the newest commits of the default branch. Only a goal-file on the default branch is approved by its commit; elsewhere somebody writes /kazi approve in the pull request.`,
	"not-its-commit": (it) => `Commit ${it.commit.slice(0, 12)} is not the one that brought these bytes of ${it.path}. Only the push or merge that brought them approves them; change the file once more to approve it anew.`,
	"changed-since": (it) => `${it.path} on the default branch is not what that commit brought any more. Approve the new version.`,
	"merge-off": (it) => `[approval] on_merge = false in ${it.path} turns approval by merge off. Somebody with write permission has to write /kazi approve in a pull request that holds the goal-file.`,
	"config-unreadable": (it) => `.kazi/config.toml cannot be read, so nothing is approved by merge: ${it.reason}. Mend it on the default branch.`,
	"no-person": (it) => `Nobody with write permission stands behind commit ${it.commit.slice(0, 12)}: neither who pushed or merged it, nor a reviewer who approved what was merged. Such a person can change the goal-file once more, or approve it in a pull request.`
};
// src/report/shown-digest.ts
const RECORD = /^<!-- kazi:shown ([0-9a-f]{64}) (\d{1,16}) ([^\s<>]{1,4000}) -->$/gm;
/** A line that nobody sees. The encoding of the path leaves nothing that could end it. */
function formatShownDigest({ path, digest, sinceComment }) {
	return `<!-- kazi:shown ${digest} ${sinceComment} ${encodeURIComponent(path.toWellFormed())} -->`;
}
/** All such lines of a comment that kazi itself wrote. */
function parseShownDigests(body) {
	return [...body.matchAll(RECORD)].flatMap(([, digest = "", since = "", name = ""]) => {
		const path = decode(name);
		return path === void 0 ? [] : [{
			path,
			digest,
			sinceComment: Number(since)
		}];
	});
}
function decode(name) {
	try {
		return decodeURIComponent(name);
	} catch {
		return;
	}
}
// src/report/cut-lines.ts
/**
* Joins lines to a text of at most `charactersMax`: whole lines go from the middle, so that no line
* is left half open.
*/
function cutLines(lines, charactersMax) {
	const text = lines.join("\n");
	if (text.length <= charactersMax) return text;
	const room = Math.floor((charactersMax - NOTE_CHARACTERS_MAX) / 2);
	const head = fitting(lines, room);
	const tail = fitting(lines.slice(head.length).toReversed(), room).toReversed();
	const omitted = lines.length - head.length - tail.length;
	return [
		...head,
		"",
		`… ${omitted} lines left out …`,
		"",
		...tail
	].join("\n");
}
const NOTE_CHARACTERS_MAX = 60;
/** The first lines that fit into so many characters. */
function fitting(lines, charactersMax) {
	let characters = 0;
	const end = lines.findIndex((line) => {
		characters += line.length + 1;
		return characters > charactersMax;
	});
	return end === -1 ? lines : lines.slice(0, end);
}
// src/report/escape-markdown.ts
/** Nothing is seen of it, but no filter that looks for mentions or addresses sees past it. */
const BREAK = "​";
/** What Markdown, HTML or GitHub's own extensions act on inside of a line, and only at its start. */
const ACTIVE = /[`*_[\]<>#@|~$&\\]|:(?=\/)|^[-+=.>]|(?<=^\d{1,9})[.)]/g;
/** After these, what follows would be a mention, an issue, an address. */
const TRIGGERS = "@#:";
/** Names of commits and issues, and addresses without a scheme: GitHub links them from mere text. */
const COMMIT_NAME = /(?<!\w)[0-9a-f]{7,64}(?!\w)/gi;
const OTHER_NAMES = /(?<![a-z])(?:GH-(?=\d)|www(?=\.))/gi;
/** GitHub takes no fewer digits for a commit. */
const DIGITS = /.{6}(?=.)/g;
/**
* A stranger's words as one line of GitHub Markdown: they mention nobody, link nowhere, close no table,
* quote or fence, and are never HTML. References alone would not do, because mentions and addresses
* are looked for once more after the text was rendered.
*/
function escapeMarkdown(text, charactersMax) {
	return toOneLine(text, charactersMax).replaceAll(COMMIT_NAME, (name) => name.replaceAll(DIGITS, `$&${BREAK}`)).replaceAll(OTHER_NAMES, `$&${BREAK}`).replaceAll(ACTIVE, toReference);
}
function toReference(character) {
	const reference = `&#${character.codePointAt(0) ?? 0};`;
	return TRIGGERS.includes(character) ? `${reference}${BREAK}` : reference;
}
// src/report/verdict-sign.ts
/** A verdict at one glance. */
function verdictSign(status) {
	switch (status) {
		case "pass": return "✅";
		case "fail": return "❌";
		case "error": return "⚠️";
		case "unknown": return "❔";
	}
}
// src/report/verdict-word.ts
/** The status of a verdict in words: what nobody insists on is said to be waived. */
function verdictWord({ status, waived }) {
	return waived === true ? `${status}, waived` : status;
}
// src/report/render-predicates.ts
/** Rows that are shown of a table; a goal with more has them in its record. */
const ROWS_MAX = 60;
const ID_MAX = 80;
const MESSAGE_MAX$1 = 300;
/** What is known of each predicate, the verdict first. */
function renderVerdicts(goal, run) {
	const seen = new Map(run.vector.map((verdict) => [verdict.id, verdict]));
	return table([
		"",
		"Predicate",
		"Verdict",
		"What was seen"
	], goal.predicates.map((predicate) => verdictRow(predicate, seen.get(predicate.id))));
}
function verdictRow(predicate, verdict) {
	const status = verdict?.status ?? "unknown";
	const word = verdictWord(verdict ?? { status });
	const score = verdict?.score === void 0 ? "" : ` ${Math.round(verdict.score * 100)} %`;
	const known = verdict === void 0 ? "not observed yet" : `${word}${score}`;
	return [
		verdictSign(status),
		codeSpan(predicate.id, ID_MAX) + marks(predicate),
		known,
		predicate.heldOut ? "_held out_" : escapeMarkdown(verdict?.message ?? "", MESSAGE_MAX$1)
	];
}
/** What an approval lets run, before anything did. */
function renderDeclared(goal) {
	return table([
		"Predicate",
		"What it is for",
		"How it is checked"
	], goal.predicates.map((predicate) => [
		codeSpan(predicate.id, ID_MAX) + marks(predicate),
		escapeMarkdown(predicate.description ?? "", MESSAGE_MAX$1),
		codeSpan(describeCheck(predicate.check), MESSAGE_MAX$1)
	]));
}
/** Predicates by iterations, the newest at the right; nothing before there is something to compare. */
function renderHistory(goal, run) {
	if (run.history.length < 2) return [];
	const iterations = run.history.map((item) => `${item.iteration}`);
	const rows = goal.predicates.map(({ id }) => [codeSpan(id, ID_MAX), ...run.history.map((item) => signOf(item, id))]);
	const fates = ["work", ...run.history.map((item) => item.attempt?.fate ?? "–")];
	return table(["Iteration", ...iterations], [...rows.slice(0, ROWS_MAX), fates]);
}
function signOf(item, id) {
	const verdict = item.vector.find((it) => it.id === id);
	return verdict === void 0 ? " " : verdictSign(verdict.status);
}
function marks(predicate) {
	const words = [
		...predicate.guard ? ["guard"] : [],
		...isLive(predicate) ? ["live, after the landing"] : [],
		...predicate.optional === true ? ["optional"] : []
	];
	return words.length === 0 ? "" : ` _(${words.join("; ")})_`;
}
function table(head, rows) {
	const more = rows.length > 61 ? ["", `… and ${rows.length - ROWS_MAX} more.`] : [];
	const shown = more.length > 0 ? rows.slice(0, ROWS_MAX) : rows;
	return [
		row(head),
		row(head.map(() => "---")),
		...shown.map(row),
		...more
	];
}
function row(cells) {
	return `| ${cells.map((cell) => cell === "" ? " " : cell).join(" | ")} |`;
}
// src/report/render-spend.ts
/** The spend against the budget, on one line. */
function renderSpend({ spent, ceilings }) {
	const parts = [
		of(`${spent.iterations}`, ceilings.iterationsMax?.toString(), "iterations"),
		of(`${spent.dispatches}`, ceilings.dispatchesMax.toString(), "dispatches"),
		of(count(spent.tokens), optional(ceilings.tokensMax, count), "tokens"),
		of(spent.costUsd.toFixed(2), optional(ceilings.costMaxUsd, (usd) => usd.toFixed(2)), "USD"),
		of(formatDuration(spent.wallClockMs), formatDuration(ceilings.wallClockMaxMs), "at work")
	];
	const unreported = spent.unreported === 0 ? "" : ` (${spent.unreported} dispatches charged as reserved)`;
	return `${parts.join(" · ")}${unreported}`;
}
function of(used, ceiling, unit) {
	return ceiling === void 0 ? `${used} ${unit}` : `${used} of ${ceiling} ${unit}`;
}
function optional(ceiling, format) {
	return ceiling === void 0 ? void 0 : format(ceiling);
}
/** 999, then 1.2k, then 3.4M. */
function count(tokens) {
	if (tokens < 1e3) return Math.round(tokens).toString();
	if (tokens < 999950) return `${(tokens / 1e3).toFixed(1)}k`;
	return `${(tokens / 1e6).toFixed(1)}M`;
}
// src/report/render-standing.ts
const ISSUES_SHOWN = 5;
const SENTENCE_MAX = 1e3;
/** Why a goal stands as it does, the reason first: lines of Markdown. */
function renderStanding(view) {
	const { standing, run } = view;
	switch (standing.kind) {
		case "passing":
		case "ended": return renderCause(run);
		case "running": return [runningText(run)];
		case "unapproved": return ["Nothing of this goal-file is executed before somebody with write permission approves exactly these bytes."];
		case "void": return [`What stands here now is not what ${codeSpan(standing.by, 100)} approved, so kazi waits. Approve the new version to start over with it, or take the change back.`, ...run?.cause === void 0 ? [] : ["", ...renderCause(run)]];
		case "withdrawn": return [`What is recorded rests on an approval that does not hold now: ${escapeMarkdown(standing.reason, SENTENCE_MAX)}`];
		case "passed-elsewhere": return [`Everything passed at ${codeSpan(run?.head.slice(0, 12) ?? "", 12)}; the head moved since, and nobody has observed it. Approve again to have it observed.`];
		case "elsewhere": return [`A goal of this id is live on ${placeText(standing.where)}. Wait for it, stop it there, or give this one another \`id\`.`];
		case "fork": return ["It comes from a fork, and kazi takes no goal-file from outside. Somebody with write permission can push the branch to this repository and open a pull request from there."];
		case "unreadable": return renderProblems(view.issues);
		case "missing": return ["Put the goal-file back, or end the run."];
		case "damaged": return [`Its record is not what kazi wrote: ${escapeMarkdown(standing.reason, SENTENCE_MAX)}. Somebody who can push can look at it and delete its ref under \`refs/kazi/live/\`; then approve again.`];
	}
}
/** A number of ours is a link, a name of a stranger's is not. */
function placeText(where) {
	return /^#\d{1,10}$/.test(where) ? where : escapeMarkdown(where, 200);
}
/** The first problems of a goal-file, with their places. */
function renderProblems(issues) {
	const errors = issues.filter((issue) => issue.severity === "error");
	const lines = errors.slice(0, ISSUES_SHOWN).map((issue) => {
		const place = codeSpan(`${issue.file}:${issue.line}:${issue.column}`, 200);
		const help = issue.suggestion === void 0 ? "" : ` ${escapeMarkdown(issue.suggestion, 300)}`;
		return `- ${place}: ${escapeMarkdown(issue.message, 400)}${help}`;
	});
	const more = errors.length - lines.length;
	return [...lines, ...more > 0 ? [`- … and ${more} more problems`] : []];
}
function renderCause(run) {
	if (run?.cause === void 0) return [];
	return [
		`**Why:** ${escapeMarkdown(run.cause.reason, SENTENCE_MAX)}`,
		"",
		`**What to do:** ${escapeMarkdown(run.cause.next, SENTENCE_MAX)}`
	];
}
function runningText(run) {
	if (run === void 0) return "It is about to start.";
	const passed = run.vector.filter((verdict) => verdict.status === "pass").length;
	const seen = run.vector.length === 0 ? "nothing observed yet" : `${passed} of ${run.vector.length} pass`;
	return `Iteration ${Math.max(0, run.claim?.iteration ?? run.iteration + 1)}, ${seen}. ${nextText(run)}`;
}
function nextText(run) {
	if (run.claim?.kind === "dispatch") return "An agent is at work.";
	if (run.claim?.kind === "observe") return "The predicates are being observed.";
	switch (run.next.kind) {
		case "dispatch": return "An agent is next.";
		case "observe":
		case "watch": return "An observation is next.";
		case "integrate": return "The landing is next.";
		case "converged":
		case "stop": return "";
	}
}
// src/report/standing-words.ts
/** Words that hold nothing of a stranger's. */
function standingWords({ standing, run }) {
	switch (standing.kind) {
		case "passing": return {
			verdict: "success",
			sign: "✅",
			words: passingWords(run?.status)
		};
		case "running": return {
			verdict: "running",
			sign: "🔄",
			words: "running"
		};
		case "unapproved": return {
			verdict: "action-required",
			sign: "✋",
			words: "waiting for approval"
		};
		case "void": return {
			verdict: "action-required",
			sign: "✋",
			words: "changed since it was approved"
		};
		case "withdrawn": return {
			verdict: "action-required",
			sign: "✋",
			words: "its approval does not hold any more"
		};
		case "passed-elsewhere": return {
			verdict: "action-required",
			sign: "✋",
			words: "converged, but at another commit"
		};
		case "ended": return {
			verdict: "failure",
			sign: "❌",
			words: run?.status ?? "ended"
		};
		case "elsewhere": return {
			verdict: "action-required",
			sign: "✋",
			words: `live on ${standing.where}`
		};
		case "fork": return {
			verdict: "action-required",
			sign: "✋",
			words: "comes from a fork"
		};
		case "unreadable": return {
			verdict: "failure",
			sign: "❌",
			words: "the goal-file does not load"
		};
		case "missing": return {
			verdict: "failure",
			sign: "❌",
			words: "the goal-file is gone"
		};
		case "damaged": return {
			verdict: "failure",
			sign: "❌",
			words: "tampered"
		};
	}
}
function passingWords(status) {
	return status === "converged" ? "converged" : "everything passes that can pass before the merge";
}
// src/report/render-goal.ts
/** One goal in full: status and reason, evidence, history, spend, what was approved, what to write. */
function renderGoal(view) {
	const { sign, words } = standingWords(view);
	return [
		`### ${sign} ${codeSpan(view.id, 200)}: ${escapeMarkdown(words, 200)}`,
		...paragraph(renderStanding(view)),
		...paragraph(evidenceOf(view)),
		...paragraph(footOf(view)),
		...paragraph(commandsOf(view)),
		""
	];
}
function paragraph(lines) {
	return lines.length === 0 ? [] : ["", ...lines];
}
function evidenceOf({ goal, run, standing }) {
	if (goal === void 0) return [];
	const isOfThis = standing.kind !== "void" && standing.kind !== "unapproved";
	if (run === void 0 || !isOfThis) return [...renderDeclared(goal), ...paragraph(["Budget: " + budgetText(goal.budget)])];
	return [
		...renderVerdicts(goal, run),
		...paragraph(renderHistory(goal, run)),
		...paragraph([`Spent: ${renderSpend(run)}`])
	];
}
/** Only what the file says; the rest is bounded by kazi's own ceilings. */
function budgetText(budget) {
	const said = [
		...budget.dispatchesMax === void 0 ? [] : [`${budget.dispatchesMax} dispatches`],
		...budget.iterationsMax === void 0 ? [] : [`${budget.iterationsMax} iterations`],
		...budget.tokensMax === void 0 ? [] : [`${budget.tokensMax} tokens`],
		...budget.costMaxUsd === void 0 ? [] : [`${budget.costMaxUsd.toFixed(2)} USD`],
		...budget.wallClockMaxMs === void 0 ? [] : [formatDuration(budget.wallClockMaxMs)]
	];
	return said.length === 0 ? "kazi's own ceilings" : `${said.join(" · ")} · else kazi's own ceilings`;
}
function footOf({ path, digest, run }) {
	const bytes = digest === void 0 ? "" : ` · digest ${codeSpan(shortDigest(digest), 64)}`;
	const approved = run === void 0 ? "" : ` · generation ${run.generation}, approved by ${codeSpan(run.approval.by, 100)} · work on ${codeSpan(run.branch, 200)} at ${codeSpan(run.head.slice(0, 12), 12)}`;
	return [`<sub>${codeSpan(path, 300)}${bytes}${approved}</sub>`];
}
/** Exactly the commands that make sense now. */
function commandsOf(view) {
	const { id, digest, standing, run } = view;
	const commands = [...[
		"unapproved",
		"void",
		"withdrawn",
		"passed-elsewhere",
		"ended"
	].includes(standing.kind) && digest !== void 0 ? [`- ${approveCommand({
		id,
		digest
	})} starts it with exactly these bytes`] : [], ...run?.status === "running" && standing.kind !== "elsewhere" ? [`- ${stopCommand(id)} ends it and keeps what was made`] : []];
	return commands.length === 0 ? [] : [
		"What you can write now:",
		"",
		...commands
	];
}
// src/report/render-comment.ts
/** The first line of the one comment that is edited in place. */
const STATUS_MARKER = "<!-- kazi:status -->";
/** GitHub takes 65,535. */
const CHARACTERS_MAX = 6e4;
/** The comment of a pull request. It holds no time, so that it only changes when something did. */
function renderComment(view, shown) {
	const head = [
		STATUS_MARKER,
		...shown.map(formatShownDigest),
		""
	];
	const goals = view.goals.length === 0 ? ["No goal applies to this pull request any more.", ""] : view.goals.flatMap(renderGoal);
	const closed = view.isOpen ? [] : ["This pull request is closed: kazi starts nothing here.", ""];
	const foot = ["<sub>`/kazi help` lists the commands.</sub>"];
	return cutLines([
		...head,
		...closed,
		...goals,
		...foot
	], CHARACTERS_MAX);
}
// src/report/render-notice.ts
const REFUSALS_SHOWN = 5;
const GOALS_SHOWN = 20;
const REASON_MAX = 1e3;
/** What GitHub lets an account be called. */
const LOGIN = /^[a-z\d](?:[a-z\d-]{0,38})$/i;
/** The words of a new comment, in GitHub Markdown. */
function renderNotice(notice) {
	switch (notice.kind) {
		case "refusals": return notice.refusals.slice(0, REFUSALS_SHOWN).map(renderRefusal).join("\n\n");
		case "ended": return renderEnd(notice.run, notice.digest);
		case "stopped": return `Stopped: ${notice.ids.slice(0, GOALS_SHOWN).map((id) => codeSpan(id, 200)).join(", ")}. What was made stays on its branch; a new approval starts over.`;
		case "status": return renderShortStatus(notice.goals);
		case "help": return HELP;
	}
}
/** Finds a notice again, so that what happens twice is told once. */
function noticeMarker(key) {
	return `<!-- kazi:notice ${key.replaceAll(/[^\w.-]/g, "_")} -->`;
}
function renderRefusal(refusal) {
	const words = escapeMarkdown(refusalWords(refusal), REASON_MAX);
	if (refusal.kind === "unreadable") return [
		words,
		"",
		...renderProblems(refusal.issues)
	].join("\n");
	if (refusal.kind === "other-digest" || refusal.kind === "never-shown") return `${words} ${approveCommand({
		id: refusal.id,
		digest: refusal.now
	})}`;
	return words;
}
/** The approver hears of it: they have to know what became of their word. */
function renderEnd(run, digest) {
	const { by } = run.approval;
	const who = LOGIN.test(by) ? `@${by} ` : "";
	const goal = codeSpan(run.goal, 200);
	if (run.status === "converged") return `${who}✅ ${goal} converged at ${codeSpan(run.head.slice(0, 12), 12)}: every predicate passes. Spent: ${renderSpend(run)}.`;
	const again = digest === void 0 ? [] : ["", `To start over: ${approveCommand({
		id: run.goal,
		digest
	})}`];
	return [
		`${who}❌ ${goal} ended ${codeSpan(run.status, 40)}: ${escapeMarkdown(run.cause?.reason ?? "no cause is known", REASON_MAX)}`,
		"",
		`**What to do:** ${escapeMarkdown(run.cause?.next ?? "Read its record.", REASON_MAX)}`,
		"",
		`Spent: ${renderSpend(run)}.`,
		...again
	].join("\n");
}
function renderShortStatus(goals) {
	if (goals.length === 0) return "No goal applies here.";
	return goals.slice(0, GOALS_SHOWN).map((view) => {
		const { sign, words } = standingWords(view);
		const spent = view.run === void 0 ? "" : `; ${renderSpend(view.run)}`;
		return `- ${sign} ${codeSpan(view.id, 200)}: ${escapeMarkdown(words, 200)}${spent}`;
	}).join("\n");
}
const HELP = [
	"Write one of these as the first line of a comment on a pull request:",
	"",
	"- `/kazi approve [goal] [digest]` starts a goal with exactly the bytes that are shown (write permission)",
	"- `/kazi stop [goal]` ends what is running here (write permission)",
	"- `/kazi status` says how things stand",
	"- `/kazi help` says this"
].join("\n");
// src/control/conversation-of.ts
/** Reads it as it is now. */
async function conversationOf(conversation, issue) {
	const self = await conversation.self();
	const comments = await conversation.comments(issue);
	return {
		issue,
		self,
		comments,
		sticky: comments.filter((comment) => comment.author.id === self.id).find((comment) => comment.body.startsWith(STATUS_MARKER))
	};
}
/** Says something new, unless exactly this was said before: events come twice, and processes die. */
async function sayOnce(conversation, talk, notice) {
	const marker = noticeMarker(notice.key);
	if (!talk.comments.some((comment) => comment.author.id === talk.self.id && comment.body.startsWith(marker))) await conversation.post(talk.issue, `${marker}\n${notice.text}`);
}
// src/control/may-write.ts
/** Whether a permission is enough to approve, to stop, to merge. */
function mayWrite(permission) {
	return permission === "admin" || permission === "maintain" || permission === "write";
}
// src/control/read-command.ts
const LINE_MAX = 500;
const COMMAND = /^ {0,3}\/kazi(?=\s|$)(.*)$/;
const DIGEST = /^[0-9a-f]{8,64}$/i;
const NOT_BUILT = new Set("plan answer reject apply check explain retry resume budget init".split(" "));
/** The command in the first line that is not empty: `/kazi <verb> [arguments]`. Quoted ones are none. */
function readCommand(body) {
	const line = body.split(/\r?\n/, LINE_MAX).find((it) => it.trim() !== "");
	const rest = COMMAND.exec(line?.slice(0, LINE_MAX) ?? "")?.[1];
	if (rest === void 0) return void 0;
	const [verb = "help", ...words] = rest.split(/\s+/).filter((word) => word !== "");
	return toCommand(verb.toLowerCase(), words);
}
function toCommand(verb, words) {
	switch (verb) {
		case "approve": return toApprove(words);
		case "stop": return {
			verb,
			...named$1(words)
		};
		case "status":
		case "help": return { verb };
		default: return {
			verb: NOT_BUILT.has(verb) ? "not-built" : "unknown",
			word: verb
		};
	}
}
function toApprove(words) {
	const last = words.at(-1);
	if (last === void 0 || !DIGEST.test(last)) return {
		verb: "approve",
		...named$1(words)
	};
	return {
		verb: "approve",
		...named$1(words.slice(0, -1)),
		digest: last.toLowerCase()
	};
}
function named$1(words) {
	return words.length === 0 ? {} : { goal: words.join(" ") };
}
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
// src/control/read-goals.ts
/** Larger ones are refused by whoever loads them. */
const BYTES_MAX$1 = 3e5;
/** Goals of one pull request, or of one default branch. */
const GOALS_MAX = 20;
/** Files that are read to find them. */
const FILES_MAX$2 = 100;
/** The goal-files that a pull request adds or changes, as they stand at its head. */
async function readGoals(forge, pull) {
	const paths = (await forge.pulls.changedFiles(pull.number)).filter((file) => file.change !== "removed").map((file) => file.path);
	return await readAll(forge, pull.headSha, paths);
}
/** The goal-files of the default branch as it is now. */
async function readDefaultGoals(forge) {
	const head = await forge.source.branch(await forge.source.defaultBranch());
	if (head === void 0) return [];
	return await readAll(forge, head, await forge.source.list(head, ".kazi"));
}
/** One goal-file at a commit, also when nothing can be read there. */
async function readGoalFile(forge, commit, path) {
	const bytes = await forge.source.file(commit, path, BYTES_MAX$1);
	if (bytes === void 0) return {
		path,
		commit,
		loaded: {
			kind: "refused",
			issues: []
		}
	};
	const features = await readFeatures(bytes, async (name) => await forge.source.file(commit, name, BYTES_MAX$1));
	return {
		path,
		commit,
		digest: goalDigest(bytes),
		loaded: loadGoal({
			path,
			bytes,
			features
		})
	};
}
/** What a goal is called before its file loads. */
function goalIdOf(file) {
	return file.loaded.kind === "loaded" ? file.loaded.goal.id : file.path;
}
async function readAll(forge, commit, paths) {
	const files = [];
	for (const path of paths.filter(isGoalPath).toSorted().slice(0, FILES_MAX$2)) {
		if (files.length >= GOALS_MAX) break;
		const file = await readGoalFile(forge, commit, path);
		if (!isOtherKind(file)) files.push(file);
	}
	return files;
}
/** Roadmaps and fleets may lie in the same folder. */
function isOtherKind({ loaded }) {
	return loaded.issues.some((issue) => issue.code === "not-a-goal-file");
}
// src/control/approval-by-comment.ts
/**
* Of two goal-files that share the first digits of their digests one can be shown and the other approved,
* and a pair that shares a dozen is found in seconds. So fewer digits than these count only for what was shown.
*/
const DIGEST_ALONE_MIN = 32;
/** Reads the comment and all that gives it force as they are now. */
async function approvalByComment(forge, place, goalPath) {
	const comment = await forge.conversation.comment(place.commentId);
	if (comment === void 0) return { kind: "comment-gone" };
	const command = readCommand(comment.body);
	if (command?.verb !== "approve" || !isSamePlace(place, comment)) return { kind: "no-approval-in-comment" };
	const pull = await forge.pulls.get(comment.issue);
	const refusal = whyNotBehindMerge(pull, place) ?? await whyNotBy(forge, comment, "approve");
	if (refusal !== void 0 || pull === void 0) return refusal ?? { kind: "no-pull-request" };
	return await approvalOf(forge, {
		pull,
		comment,
		command
	}, goalPath);
}
/** What was approved before goes on behind the merge; nothing new begins there. */
function whyNotBehindMerge(pull, place) {
	return pull !== void 0 && place.pull === pull.number && pull.state === "merged" && !pull.isFork ? void 0 : whyNotHere(pull);
}
async function approvalOf(forge, asked, goalPath) {
	const { pull, comment, command } = asked;
	const place = await placeOfGoal(forge, pull, goalPath);
	const file = place && await readGoalFile(forge, place.commit, goalPath);
	if (place === void 0 || file?.digest === void 0) return { kind: "no-goal-file" };
	const { digest: goalDigest } = file;
	const whyNot = await whyNotThis(forge, {
		comment,
		command,
		file,
		digest: goalDigest
	});
	if (whyNot !== void 0) return whyNot;
	return {
		kind: "approved",
		approver: approverOf(comment),
		goalDigest,
		...place
	};
}
function approverOf(comment) {
	const { id: userId, login } = comment.author;
	return {
		login,
		userId,
		via: "comment",
		pointer: {
			kind: "comment",
			commentId: comment.id,
			pull: comment.issue,
			userId
		}
	};
}
/** Why nothing can be approved in this pull request. */
function whyNotHere(pull) {
	if (pull === void 0) return { kind: "no-pull-request" };
	if (pull.isFork) return { kind: "fork" };
	return pull.state === "open" ? void 0 : { kind: "closed" };
}
/** Why this comment gives nobody the right to what it asks for. */
async function whyNotBy(forge, comment, verb) {
	const { login, isBot } = comment.author;
	if (isBot) return {
		kind: "bot",
		login
	};
	const permission = await forge.permissions.of(login);
	if (!mayWrite(permission)) return {
		kind: "no-permission",
		login,
		permission,
		verb
	};
	return comment.isEdited ? { kind: "edited" } : void 0;
}
/** Whether an approval names this goal. An id that looks like a digest is an id. */
function isMeant(command, file) {
	const id = goalIdOf(file);
	if (command.goal !== void 0) return command.goal === id;
	if (command.digest === void 0 || command.digest === id) return true;
	return file.digest?.startsWith(command.digest) === true;
}
function isSamePlace(place, comment) {
	return (place.pull === void 0 || place.pull === comment.issue) && (place.userId === void 0 || place.userId === comment.author.id);
}
/** At the head where the pull request brings the goal-file, else on the default branch. */
async function placeOfGoal(forge, pull, path) {
	if (!isGoalPath(path)) return void 0;
	if ((await forge.pulls.changedFiles(pull.number)).some((file) => file.path === path)) {
		const target = {
			baseBranch: pull.baseBranch,
			inPlace: true,
			pull: pull.number
		};
		return {
			commit: pull.headSha,
			branch: pull.headBranch,
			target
		};
	}
	const branch = await forge.source.defaultBranch();
	const commit = await forge.source.branch(branch);
	if (commit === void 0) return void 0;
	return {
		commit,
		branch,
		target: {
			baseBranch: branch,
			inPlace: false
		}
	};
}
async function whyNotThis(forge, asked) {
	const { comment, command, file, digest } = asked;
	const { loaded, path } = file;
	if (loaded.kind === "refused") return {
		kind: "unreadable",
		path,
		issues: loaded.issues
	};
	const { id } = loaded.goal;
	if (command.goal !== void 0 && command.goal !== id) return { kind: "no-approval-in-comment" };
	const given = command.digest === void 0 || command.digest === id ? "" : command.digest;
	if (!digest.startsWith(given)) return {
		kind: "other-digest",
		id,
		given,
		now: digest
	};
	return given.length >= DIGEST_ALONE_MIN || await wasShown(forge, comment, {
		path,
		digest
	}) ? void 0 : {
		kind: "never-shown",
		id,
		now: digest
	};
}
/** Whether kazi's own comment had exactly these bytes before this one was written. */
async function wasShown(forge, comment, { path, digest }) {
	const { sticky } = await conversationOf(forge.conversation, comment.issue);
	if (sticky === void 0 || sticky.id >= comment.id) return false;
	return parseShownDigests(sticky.body).some((shown) => shown.path === path && shown.digest === digest && shown.sinceComment < comment.id);
}
// src/control/merge-approves.ts
const CONFIG_PATH = ".kazi/config.toml";
const BYTES_MAX = 1e5;
/**
* Why a merge approves nothing here, if `.kazi/config.toml` of the default branch says so. What cannot
* be read turns it off as well: nobody may start what a person meant to forbid.
*/
async function whyMergeDoesNotApprove(forge, defaultHead) {
	const bytes = await forge.source.file(defaultHead, CONFIG_PATH, BYTES_MAX);
	if (bytes === void 0) return await whyAbsent(forge, defaultHead);
	const text = decodeText(bytes);
	if (typeof text !== "string") return unreadable(text.message);
	const parsed = parseTable(text);
	if (parsed.kind === "problem") return unreadable(parsed.problem.message);
	const { approval } = parsed.table;
	if (approval === void 0) return void 0;
	if (!isTable(approval)) return unreadable("[approval] must be a table");
	const onMerge = approval["on_merge"] ?? true;
	if (typeof onMerge !== "boolean") return unreadable("[approval] on_merge must be true or false");
	return onMerge ? void 0 : {
		kind: "merge-off",
		path: CONFIG_PATH
	};
}
/** A file that is too large looks absent, and must not count as such. */
async function whyAbsent(forge, defaultHead) {
	return (await forge.source.list(defaultHead, ".kazi")).includes(CONFIG_PATH) ? unreadable(`expected at most ${BYTES_MAX} bytes`) : void 0;
}
function unreadable(reason) {
	return {
		kind: "config-unreadable",
		reason
	};
}
// src/control/approval-by-commit.ts
/** How far behind the head of the default branch a commit is looked for. */
const COMMITS_MAX = 1e3;
/** GitHub names people here by their login alone. */
const UNKNOWN_USER = 0;
/** Reads the commit that brought a goal-file to the default branch, and who stands behind it. */
async function approvalByCommit(forge, place, goalPath) {
	if (!isGoalPath(goalPath)) return { kind: "no-goal-file" };
	const branch = await forge.source.defaultBranch();
	const head = await forge.source.branch(branch);
	const commit = head === void 0 ? void 0 : await onFirstParents(forge, head, place.commit);
	if (head === void 0 || commit === void 0) return {
		kind: "not-on-default-branch",
		commit: place.commit
	};
	const off = await whyMergeDoesNotApprove(forge, head);
	if (off !== void 0) return off;
	const goalDigest = await broughtDigest(forge, commit, {
		head,
		path: goalPath
	});
	if (typeof goalDigest !== "string") return goalDigest;
	const approver = await personBehind(forge, commit, branch);
	if (approver === void 0) return {
		kind: "no-person",
		commit: commit.oid
	};
	if (place.userId !== void 0 && place.userId !== approver.userId) return {
		kind: "no-person",
		commit: commit.oid
	};
	const target = {
		baseBranch: branch,
		inPlace: false
	};
	return {
		kind: "approved",
		approver,
		commit: commit.oid,
		goalDigest,
		branch,
		target
	};
}
/** The digest of the bytes that this commit brought and that stand there still. */
async function broughtDigest(forge, commit, wanted) {
	const { head, path } = wanted;
	const file = await readGoalFile(forge, commit.oid, path);
	if (file.digest === void 0) return { kind: "no-goal-file" };
	const [parent] = commit.parents;
	if ((parent === void 0 ? void 0 : await readGoalFile(forge, parent, path))?.digest === file.digest) return {
		kind: "not-its-commit",
		commit: commit.oid,
		path
	};
	if ((head === commit.oid ? file : await readGoalFile(forge, head, path)).digest !== file.digest) return {
		kind: "changed-since",
		path
	};
	if (file.loaded.kind === "refused") return {
		kind: "unreadable",
		path,
		issues: file.loaded.issues
	};
	if (file.loaded.goal.approval?.onMerge === false) return {
		kind: "merge-off",
		path
	};
	return file.digest;
}
/** What was merged or pushed to a branch stands on its line of first parents. */
async function onFirstParents(forge, head, wanted) {
	let at = head;
	for (let walked = 0; at !== void 0 && walked < COMMITS_MAX; walked += 1) {
		const commit = await forge.source.commit(at);
		if (commit?.oid === wanted) return commit;
		at = commit?.parents[0];
	}
}
/** Who merged it; where a bot or a queue did, who approved what was merged; else who pushed it. */
async function personBehind(forge, commit, branch) {
	const pull = (await forge.pulls.mergedWith(commit.oid)).find((it) => it.state === "merged" && it.baseBranch === branch);
	if (pull !== void 0) return await personBehindMerge(forge, commit.oid, pull);
	const login = commit.committer;
	if (login === void 0 || login.endsWith("[bot]")) return void 0;
	if (!mayWrite(await forge.permissions.of(login))) return void 0;
	const pointer = {
		kind: "commit",
		commit: commit.oid,
		userId: UNKNOWN_USER
	};
	return {
		login,
		userId: UNKNOWN_USER,
		via: "commit",
		pointer
	};
}
async function personBehindMerge(forge, commit, pull) {
	const { mergedBy } = pull;
	const people = mergedBy !== void 0 && !mergedBy.isBot ? [mergedBy] : (await forge.pulls.approvals(pull.number)).filter((review) => review.commit === pull.headSha && !review.account.isBot).map((review) => review.account);
	for (const { login, id: userId } of people) {
		if (!mayWrite(await forge.permissions.of(login))) continue;
		return {
			login,
			userId,
			via: "commit",
			pointer: {
				kind: "commit",
				commit,
				pull: pull.number,
				userId
			}
		};
	}
}
// src/control/read-approval.ts
/** What a run is told: `comment:<id>` or `commit:<sha>`. */
const TEXT = /^(?:comment:(\d{1,15})|commit:([0-9a-f]{40}|[0-9a-f]{64}))$/;
/**
* Reads an approval at its source, for the first time or again. `source` is what the ledger points
* at, or the input of a run; neither is believed.
*/
async function readApproval(forge, source, goalPath) {
	const answer = await readPlace(forge, source, goalPath);
	if (answer.kind === "approved") return answer;
	return {
		kind: "refused",
		reason: refusalWords(answer),
		refusal: answer
	};
}
async function readPlace(forge, source, goalPath) {
	if (typeof source !== "string") return source.kind === "comment" ? await approvalByComment(forge, source, goalPath) : await approvalByCommit(forge, source, goalPath);
	const [, commentId, commit] = TEXT.exec(source) ?? [];
	if (commentId !== void 0) return await approvalByComment(forge, { commentId: Number(commentId) }, goalPath);
	if (commit !== void 0) return await approvalByCommit(forge, { commit }, goalPath);
	return {
		kind: "pointer-unreadable",
		given: source.slice(0, 100)
	};
}
// src/control/why-approval-void.ts
/**
* Why what a run records of its approval does not hold. Whoever may push can write a record, so neither its
* word about a person counts nor a yes to something else: that one is looked up where it was given.
*/
async function whyApprovalVoid(forge, run) {
	const { pointer, goalPath, goalDigest } = run.approval;
	if (pointer === void 0) return "its approval was not given on GitHub";
	const answer = await readApproval(forge, pointer, goalPath);
	if (answer.kind === "refused") return answer.reason;
	if (answer.goalDigest !== goalDigest) return "its goal-file changed since it was approved";
	return isOfPlace(run, answer) ? void 0 : "it was approved for another branch or pull request";
}
function isOfPlace({ target, branch }, approved) {
	const { inPlace, pull } = approved.target;
	if (target?.inPlace !== inPlace) return false;
	return !inPlace || target.pull === pull && branch === approved.branch;
}
// src/control/goal-standing.ts
/** What is the case with one goal at the head of a pull request. The first rule that applies wins. */
function goalStanding(facts) {
	const { pull, file, run, damage } = facts;
	if (pull.isFork) return { kind: "fork" };
	if (damage !== void 0) return {
		kind: "damaged",
		reason: damage
	};
	if (file.digest === void 0) return { kind: hasEnded(run, pull) ? "ended" : "missing" };
	if (file.loaded.kind === "refused") return { kind: "unreadable" };
	if (run === void 0) return { kind: "unapproved" };
	if (!isRunOf(run, pull)) return run.status === "running" ? {
		kind: "elsewhere",
		where: placeOf(run)
	} : { kind: "unapproved" };
	return runStanding(run, {
		goal: file.loaded.goal,
		digest: file.digest,
		sha: pull.headSha
	});
}
function runStanding(run, now) {
	const { approval, status, cause } = run;
	const isVoid = cause?.class === "approval_void";
	if (approval.goalDigest !== now.digest) return isVoid || status === "running" ? {
		kind: "void",
		by: approval.by
	} : { kind: "unapproved" };
	if (isVoid) return {
		kind: "withdrawn",
		reason: cause.reason
	};
	if (mayLand(run, now.goal, now.sha)) return { kind: "passing" };
	if (status === "running") return { kind: "running" };
	return status === "converged" ? { kind: "passed-elsewhere" } : { kind: "ended" };
}
function hasEnded(run, pull) {
	return run !== void 0 && run.status !== "running" && isRunOf(run, pull);
}
/** Whether a generation belongs to this pull request: by its goal-file or by its work. */
function isRunOf(run, pull) {
	if (pull.isFork) return false;
	return run.target?.pull === pull.number || run.branch === pull.headBranch;
}
/** Where a generation that is going on can be seen. */
function placeOf(run) {
	const { target } = run;
	if (target?.pull !== void 0) return `#${target.pull}`;
	return `branch ${target?.baseBranch ?? run.branch}`;
}
/**
* Whether all that can be true before the merge passes at exactly this commit. What comes after the
* landing never holds it back, or a required check would wait for itself.
*/
function mayLand(run, goal, sha) {
	if (run.head !== sha || run.vector.length === 0 || !isPastCode(run)) return false;
	const verdicts = new Map(run.vector.map((verdict) => [verdict.id, verdict]));
	return goal.predicates.filter((predicate) => judgedBy(predicate.check) === "tree").every((predicate) => isSettled(verdicts.get(predicate.id) ?? { status: "unknown" }));
}
/** Whether only the landing and what follows it is left to do. */
function isPastCode({ status, cause, next, landing, head }) {
	if (status === "converged") return true;
	if (status !== "running") return cause?.class === "not_live" || cause?.class === "landing_failed";
	switch (next.kind) {
		case "integrate":
		case "watch":
		case "converged": return true;
		case "observe": return landing?.revision === head;
		case "dispatch":
		case "stop": return false;
	}
}
// src/control/find-runs.ts
/** Ended generations that are looked through for one question. */
const ARCHIVED_MAX = 30;
/** Goals that may be going on at the same time. */
const LIVE_MAX = 200;
/** Reads every ledger that is not put away. */
async function readLiveRuns(store) {
	const heads = [];
	const damaged = /* @__PURE__ */ new Map();
	for (const found of (await store.list(livePrefix(store))).slice(0, LIVE_MAX)) {
		const head = await readOne$1(store, found);
		if (typeof head === "string") damaged.set(found.ref, head);
		else heads.push(head);
	}
	return {
		heads,
		damaged
	};
}
/** The newest generation of a goal, live or ended. */
async function findRun(store, live, goalId) {
	const head = live.heads.find((it) => it.state.goal === goalId);
	if (head !== void 0) return head;
	if (live.damaged.has(liveRef(store, goalId))) return void 0;
	return await findEnded(store, (state) => state.goal === goalId);
}
/** The newest of the ended generations that fits. */
async function findEnded(store, fits) {
	let looked = 0;
	try {
		for await (const { state } of archivedRuns(store)) {
			if (fits(state)) return { state };
			looked += 1;
			if (looked >= ARCHIVED_MAX) return void 0;
		}
	} catch (error) {
		damageOf(error);
	}
}
async function readOne$1(store, found) {
	try {
		return await readLedgerAt(store, found);
	} catch (error) {
		return damageOf(error);
	}
}
/** A damaged record is a finding; anything else means that the world broke. */
function damageOf(error) {
	if (error instanceof KaziError && error.code === "record-forged") return error.message;
	throw error;
}
// src/adapters/github-account.ts
/** An account in an answer; `null` where it was deleted since. */
const GitHubUser = object({
	id: int(),
	login: string(),
	type: string().optional()
}).nullish();
/** GitHub shows deleted accounts as `ghost`; no account has the number 0. */
const GHOST = {
	id: 0,
	login: "ghost",
	isBot: false
};
function toAccount(user) {
	if (user === void 0 || user === null) return GHOST;
	const isBot = user.type === "Bot" || user.login.endsWith("[bot]");
	return {
		id: user.id,
		login: user.login,
		isBot
	};
}
// src/adapters/github-bounded.ts
/** Room for the sentence that says what was left out. */
const CUT_CHARACTERS = 100;
/** GitHub refuses what is too long, so the middle goes. */
function boundForGitHub(text, charactersMax) {
	return text.length <= charactersMax ? text : cutMiddle(text, charactersMax - CUT_CHARACTERS);
}
// src/adapters/github-trouble.ts
const SAID_CHARACTERS_MAX = 400;
/** An error that says what was expected, what GitHub said, and what to do. */
function githubTrouble(code, sentence, cause) {
	const message = `expected to ${sentence.purpose}, found: ${sentence.found}; ${sentence.advice}`;
	return new KaziError({
		code,
		message,
		cause
	});
}
/** What somebody else wrote, short enough and harmless enough for one line. */
function quoteGitHub(text) {
	return toOneLine(text, SAID_CHARACTERS_MAX);
}
// src/adapters/github-repository.ts
const Described = object({
	id: int(),
	node_id: string(),
	name: string(),
	owner: object({ login: string() }),
	default_branch: string()
});
/** Looks up what never changes for it, and its default branch. */
async function findRepository(client, { owner, name }) {
	const purpose = `read the repository ${owner}/${name}`;
	return toRepository(client, valueOf(await client.ask({
		route: "GET /repos/{owner}/{repo}",
		purpose,
		parameters: {
			owner,
			repo: name
		},
		answer: Described
	}), purpose));
}
/** The same from where GitHub described it unasked: every event carries its repository. */
function parseRepository(client, described) {
	const parsed = Described.safeParse(described);
	return parsed.success ? toRepository(client, parsed.data) : void 0;
}
function toRepository(client, described) {
	return {
		client,
		id: described.id,
		nodeId: described.node_id,
		owner: described.owner.login,
		name: described.name,
		defaultBranch: described.default_branch
	};
}
/** Asks and hands on whatever GitHub answers. */
async function askRepository(repository, question) {
	const [method = "", path = ""] = question.route.split(" ");
	return await repository.client.ask({
		...question,
		route: `${method} /repos/{owner}/{repo}${path}`,
		parameters: {
			owner: repository.owner,
			repo: repository.name,
			...question.parameters
		}
	});
}
/** Asks for what has to be there. */
async function readRepository(repository, question) {
	return valueOf(await askRepository(repository, question), question.purpose);
}
const ABSENT$2 = [404, 410];
/** Asks for what may be absent; `absent` are the refusals that mean just that. */
async function findInRepository(repository, question, absent = ABSENT$2) {
	const asked = await askRepository(repository, question);
	if (asked.kind === "refused" && absent.includes(asked.status)) return void 0;
	return valueOf(asked, question.purpose);
}
/** The value, or a refusal as an error. */
function valueOf(answer, purpose) {
	if (answer.kind === "answered") return answer.value;
	throw refusalError(answer, purpose);
}
/** A refusal that nobody can answer to. */
function refusalError(refusal, purpose) {
	return githubTrouble("github-refused", {
		purpose,
		found: `${refusal.status} ${refusal.said}`,
		advice: adviceFor(refusal)
	});
}
function adviceFor({ status, permissions }) {
	if (status === 403) return `the token may not do it: grant it ${permissions === void 0 ? "this" : permissions}`;
	if (status === 404) return "check that it exists and that the token may see it";
	return "change what GitHub names, then try again";
}
// src/adapters/github-pages.ts
const PER_PAGE$1 = 100;
/** From the first on, at most `max`. */
async function readFirst(repository, question, max) {
	const found = [];
	for (let page = 1; found.length < max; page += 1) {
		const { items, link } = await readPage(repository, question, page);
		found.push(...items);
		if (!link.includes("rel=\"next\"") || items.length === 0) break;
	}
	return found.slice(0, max);
}
/** In the order of the list: the first page, which is asked for anyway, and at most the last `max` behind it. */
async function readEnds(repository, question, max) {
	const first = await readPage(repository, question, 1);
	const last = lastPage(first.link);
	const from = Math.max(2, last - Math.ceil(max / PER_PAGE$1));
	const newest = [];
	for (let page = from; page <= last; page += 1) newest.push(...(await readPage(repository, question, page)).items);
	return [...first.items, ...newest.slice(-max)];
}
async function readPage(repository, question, page) {
	const { route, purpose, parameters, item } = question;
	const asked = await askRepository(repository, {
		route,
		purpose,
		parameters: {
			...parameters,
			per_page: PER_PAGE$1,
			page
		},
		answer: array(item)
	});
	return {
		items: valueOf(asked, purpose),
		link: asked.kind === "answered" ? asked.link : ""
	};
}
/** Only the number is taken: the address beside it would get the token. */
function lastPage(link) {
	const page = /[?&]page=(\d{1,6})[^>]*>; rel="last"/.exec(link)?.[1];
	return page === void 0 ? 1 : Number(page);
}
// src/adapters/github-conversation.ts
const COMMENTS_MAX = 300;
const BODY_CHARACTERS_MAX$1 = 65536;
const RECENT_MS = 6e5;
/** Comments below the issues and pull requests of one repository. */
function createGitHubConversation(repository, speaker) {
	let known;
	async function self() {
		known ??= speaker === void 0 ? await readSelf(repository) : await readAccount(repository, speaker);
		return known;
	}
	return {
		comment: async (id) => await readComment(repository, id),
		comments: async (issue) => await readComments(repository, issue),
		post: async (issue, body) => await post(repository, issue, {
			body,
			readSelf: self
		}),
		edit: async (id, body) => await edit(repository, id, body),
		async react(id, reaction) {
			await readRepository(repository, {
				route: "POST /issues/comments/{comment_id}/reactions",
				purpose: `react to comment ${id}`,
				parameters: {
					comment_id: id,
					content: reaction
				},
				answer: unknown(),
				isRepeatable: true
			});
		},
		self
	};
}
const CommentAnswer = object({
	id: int(),
	html_url: string(),
	issue_url: string(),
	body: string().nullish(),
	user: GitHubUser,
	created_at: datetime(),
	updated_at: datetime()
});
async function readComment(repository, id) {
	const found = await findInRepository(repository, {
		route: "GET /issues/comments/{comment_id}",
		purpose: `read comment ${id}`,
		parameters: { comment_id: id },
		answer: CommentAnswer
	});
	return found === void 0 ? void 0 : toComment(found);
}
async function readComments(repository, issue) {
	return (await readEnds(repository, {
		route: "GET /issues/{issue_number}/comments",
		purpose: `read the comments of #${issue}`,
		parameters: { issue_number: issue },
		item: CommentAnswer
	}, COMMENTS_MAX)).map((it) => toComment(it));
}
async function post(repository, issue, given) {
	const body = boundForGitHub(given.body, BODY_CHARACTERS_MAX$1);
	try {
		return toComment(await readRepository(repository, {
			route: "POST /issues/{issue_number}/comments",
			purpose: `write a comment to #${issue}`,
			parameters: {
				issue_number: issue,
				body
			},
			answer: CommentAnswer
		}));
	} catch (error) {
		if (!(error instanceof KaziError) || error.code !== "github-unavailable") throw error;
		const self = await given.readSelf();
		const posted = (await readComments(repository, issue)).findLast((it) => it.author.id === self.id && it.body === body && isRecent(it));
		if (posted === void 0) throw error;
		return posted;
	}
}
/** What was said in the same words long ago is no sign that it was said now. */
function isRecent({ createdAtMs }) {
	return Date.now() - createdAtMs < RECENT_MS;
}
async function edit(repository, id, body) {
	await readRepository(repository, {
		route: "PATCH /issues/comments/{comment_id}",
		purpose: `change comment ${id}`,
		parameters: {
			comment_id: id,
			body: boundForGitHub(body, BODY_CHARACTERS_MAX$1)
		},
		answer: unknown(),
		isRepeatable: true
	});
}
function toComment(found) {
	return {
		id: found.id,
		issue: Number(/\/(\d+)$/.exec(found.issue_url)?.[1]),
		author: toAccount(found.user),
		body: found.body ?? "",
		createdAtMs: Date.parse(found.created_at),
		isEdited: found.updated_at !== found.created_at,
		url: found.html_url
	};
}
const ViewerAnswer = object({ viewer: object({
	login: string(),
	databaseId: int()
}) });
/** By GraphQL, because `GET /user` refuses the tokens of Apps and workflows. */
async function readAccount({ client }, login) {
	const purpose = `look up the account ${login}`;
	return toAccount(valueOf(await client.ask({
		route: "GET /users/{username}",
		purpose,
		parameters: { username: login },
		answer: GitHubUser
	}), purpose));
}
async function readSelf({ client }) {
	const purpose = "find out which account this token writes as";
	const { viewer } = valueOf(await client.askGraph({
		name: "viewer",
		purpose,
		query: "query { viewer { login databaseId } }",
		variables: {},
		answer: ViewerAnswer,
		isRepeatable: true
	}), purpose);
	return toAccount({
		id: viewer.databaseId,
		login: viewer.login
	});
}
// src/adapters/github-gate-check-run.ts
const NAME = "kazi";
const TITLE_CHARACTERS_MAX = 140;
const SUMMARY_CHARACTERS_MAX = 65535;
/** GitHub allows 64 KB in UTF-8. */
const MESSAGE_CHARACTERS_MAX = 16e3;
const ANNOTATIONS_PER_REQUEST = 50;
const ANNOTATIONS_MAX$1 = 500;
/** The gate as a check-run of the App that the token belongs to. */
function createCheckRunGate(repository, appId) {
	return {
		kind: "check-run",
		isShown: async (sha) => await findCheckRun(repository, sha, appId) !== void 0,
		async report(report) {
			const wanted = toWanted(report);
			const standing = await findCheckRun(repository, report.sha, appId);
			if (standing !== void 0 && isEqual$1(standing, wanted)) return;
			await write(repository, wanted, standing);
		}
	};
}
function toWanted(report) {
	const output = {
		title: toOneLine(report.title, TITLE_CHARACTERS_MAX),
		summary: boundForGitHub(report.summary, SUMMARY_CHARACTERS_MAX)
	};
	const annotations = report.annotations.slice(0, ANNOTATIONS_MAX$1);
	const annotationsDigest = digest(annotations);
	const { detailsUrl } = report;
	const whole = {
		state: toState$1(report.verdict),
		output,
		detailsUrl,
		annotationsDigest
	};
	return {
		sha: report.sha,
		state: whole.state,
		output,
		annotations,
		annotationsDigest,
		...detailsUrl === void 0 ? {} : { detailsUrl },
		externalId: `kazi:${digest(whole)}:${annotationsDigest}`
	};
}
function toState$1(verdict) {
	switch (verdict) {
		case "success":
		case "failure":
		case "neutral": return {
			status: "completed",
			conclusion: verdict
		};
		case "action-required": return {
			status: "completed",
			conclusion: "action_required"
		};
		case "running": return { status: "in_progress" };
	}
}
function digest(value) {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
const CheckRunAnswer = object({
	id: int(),
	status: string(),
	conclusion: string().nullish(),
	external_id: string().nullish(),
	app: object({ id: int() }).nullish(),
	output: object({ annotations_count: int() })
});
async function findCheckRun(repository, sha, appId) {
	return (await readRepository(repository, {
		route: "GET /commits/{ref}/check-runs",
		purpose: `find the check ${NAME} of ${sha}`,
		parameters: {
			ref: sha,
			check_name: NAME,
			filter: "latest",
			per_page: 100,
			...appId === void 0 ? {} : { app_id: appId }
		},
		answer: object({ check_runs: array(CheckRunAnswer) })
	})).check_runs.filter(({ app }) => appId === void 0 || app?.id === appId).toSorted((one, other) => other.id - one.id)[0];
}
function isEqual$1(standing, wanted) {
	return standing.external_id === wanted.externalId && isInState(standing, wanted.state);
}
function isInState(standing, state) {
	if (state.status === "in_progress") return standing.status === state.status;
	return standing.status === "completed" && standing.conclusion === state.conclusion;
}
async function write(repository, wanted, standing) {
	const hasAnnotations = standing?.external_id?.endsWith(`:${wanted.annotationsDigest}`) === true && standing.output.annotations_count === wanted.annotations.length;
	if (standing !== void 0 && isChangeable(standing, wanted, hasAnnotations)) {
		const batches = toBatches(hasAnnotations ? [] : wanted.annotations);
		if (await update(repository, wanted, {
			id: standing.id,
			batches
		})) return;
	}
	const [first = [], ...more] = toBatches(wanted.annotations);
	const created = await send$1(repository, {
		route: "POST /check-runs",
		parameters: {
			name: NAME,
			head_sha: wanted.sha,
			...toBody(wanted, first, more.length === 0)
		}
	});
	if (more.length > 0) await update(repository, wanted, {
		id: created.id,
		batches: more
	});
}
/**
* GitHub does not open a check-run again that is completed, and adds annotations to those that it has:
* in both cases a new one of the same name takes its place.
*/
function isChangeable(standing, wanted, hasAnnotations) {
	return !(standing.status === "completed" && wanted.state.status !== "completed") && (hasAnnotations || standing.output.annotations_count === 0);
}
function toBatches(annotations) {
	const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_PER_REQUEST));
	return Array.from({ length: count }, (_, index) => annotations.slice(index * ANNOTATIONS_PER_REQUEST, (index + 1) * ANNOTATIONS_PER_REQUEST));
}
/** Whether it took the state: a check-run that keeps its old one has to be replaced. */
async function update(repository, wanted, { id, batches }) {
	for (const [index, batch] of batches.entries()) if (!isInState(await send$1(repository, {
		route: "PATCH /check-runs/{check_run_id}",
		parameters: {
			check_run_id: id,
			...toBody(wanted, batch, index === batches.length - 1)
		}
	}), wanted.state)) return false;
	return true;
}
async function send$1(repository, request) {
	const purpose = `write the check ${NAME}`;
	return await readRepository(repository, {
		...request,
		purpose,
		answer: CheckRunAnswer
	});
}
function toBody(wanted, annotations, isLast) {
	return {
		...wanted.state,
		...isLast ? { external_id: wanted.externalId } : {},
		...wanted.detailsUrl === void 0 ? {} : { details_url: wanted.detailsUrl },
		output: {
			...wanted.output,
			annotations: annotations.map((it) => toAnnotation(it))
		}
	};
}
function toAnnotation({ path, line, level, message }) {
	return {
		path,
		start_line: line,
		end_line: line,
		annotation_level: level,
		message: boundForGitHub(message, MESSAGE_CHARACTERS_MAX)
	};
}
// src/adapters/github-gate-status.ts
const CONTEXT = "kazi";
const DESCRIPTION_CHARACTERS_MAX = 140;
/** The gate as a commit status: a verdict and one line, nothing else. */
function createStatusGate(repository) {
	return {
		kind: "status",
		isShown: async (sha) => await findStatus(repository, sha) !== void 0,
		async report(report) {
			const wanted = toStatus(report);
			const standing = await findStatus(repository, report.sha);
			if (standing !== void 0 && isEqual(standing, wanted)) return;
			await readRepository(repository, {
				route: "POST /statuses/{sha}",
				purpose: `write the status ${CONTEXT} of ${report.sha}`,
				parameters: {
					sha: report.sha,
					...wanted
				},
				answer: unknown(),
				isRepeatable: true
			});
		}
	};
}
function toStatus({ verdict, title, detailsUrl }) {
	return {
		context: CONTEXT,
		state: toState(verdict),
		description: toOneLine(title, DESCRIPTION_CHARACTERS_MAX),
		...detailsUrl === void 0 ? {} : { target_url: detailsUrl }
	};
}
/** A status cannot be neutral: what may land is a success. What waits for a person is no failure. */
function toState(verdict) {
	switch (verdict) {
		case "success":
		case "neutral": return "success";
		case "failure": return "failure";
		case "action-required":
		case "running": return "pending";
	}
}
const StatusAnswer = object({
	context: string(),
	state: string(),
	description: string().nullish(),
	target_url: string().nullish()
});
/** The newest of each context comes in one page, unless a commit has more than a hundred of them. */
async function findStatus(repository, sha) {
	return (await readRepository(repository, {
		route: "GET /commits/{ref}/status",
		purpose: `read the statuses of ${sha}`,
		parameters: {
			ref: sha,
			per_page: 100
		},
		answer: object({ statuses: array(StatusAnswer) })
	})).statuses.find(({ context }) => context === CONTEXT);
}
function isEqual(standing, wanted) {
	return standing.state === wanted.state && standing.description === wanted.description && (standing.target_url ?? void 0) === wanted.target_url;
}
// src/adapters/github-permissions.ts
const PermissionAnswer = object({
	permission: string(),
	role_name: string().optional()
});
/** What each role is called in `permission`, which knows only four. */
const LEGACY_NAMES = {
	admin: "admin",
	maintain: "write",
	write: "write",
	triage: "read",
	read: "read"
};
/** Permissions by GitHub's word at the moment of use; nothing is kept. */
function createGitHubPermissions(repository) {
	return { async of(login) {
		const found = await findInRepository(repository, {
			route: "GET /collaborators/{username}/permission",
			purpose: `look up what ${login} may do here`,
			parameters: { username: login },
			answer: PermissionAnswer
		});
		return found === void 0 ? "none" : toPermission(found);
	} };
}
/**
* A custom role has a name of its own, and `permission` says what it is based on. A role that claims
* more than `permission` is taken for a custom one of that name.
*/
function toPermission(found) {
	const role = found.role_name ?? found.permission;
	return LEGACY_NAMES[role] === found.permission ? named(role) : named(found.permission);
}
function named(role) {
	switch (role) {
		case "admin":
		case "maintain":
		case "write":
		case "triage":
		case "read": return role;
		default: return "none";
	}
}
// src/adapters/github-pull.ts
/** A pull request in an answer; lists leave out who merged it. */
const GitHubPull = object({
	number: int(),
	node_id: string(),
	title: string(),
	html_url: string(),
	state: _enum(["open", "closed"]),
	draft: boolean().optional(),
	head: object({
		ref: string(),
		sha: string(),
		repo: object({ id: int() }).nullish()
	}),
	base: object({
		ref: string(),
		repo: object({ id: int() })
	}),
	user: GitHubUser,
	merged_at: string().nullish(),
	merge_commit_sha: string().nullish(),
	merged_by: GitHubUser
});
function toPull(found) {
	const isMerged = typeof found.merged_at === "string";
	const mergeCommit = isMerged ? found.merge_commit_sha ?? void 0 : void 0;
	const mergedBy = isMerged && found.merged_by ? toAccount(found.merged_by) : void 0;
	return {
		number: found.number,
		nodeId: found.node_id,
		title: found.title,
		url: found.html_url,
		state: isMerged ? "merged" : found.state,
		isDraft: found.draft === true,
		isFork: found.head.repo?.id !== found.base.repo.id,
		headBranch: found.head.ref,
		headSha: found.head.sha,
		baseBranch: found.base.ref,
		author: toAccount(found.user),
		...mergeCommit === void 0 ? {} : { mergeCommit },
		...mergedBy === void 0 ? {} : { mergedBy }
	};
}
async function readPull(repository, number) {
	const found = await findInRepository(repository, {
		route: "GET /pulls/{pull_number}",
		purpose: `read pull request #${number}`,
		parameters: { pull_number: number },
		answer: GitHubPull
	});
	return found === void 0 ? void 0 : toPull(found);
}
// src/adapters/github-pull-merge.ts
/**
* Leaves the merge to GitHub: it waits for what is required, and merges exactly this head. GitHub
* refuses that where nothing is left to wait for, so then it is merged at once, under the same rules.
*/
async function mergeWhenReady(repository, pull) {
	const later = await enableAutoMerge(repository, pull);
	if (later.kind === "answered") return {
		kind: "done",
		pull
	};
	const attempt = await mergeNow(repository, pull);
	const now = await readPull(repository, pull.number);
	if (now?.state === "merged") return {
		kind: "done",
		pull: now
	};
	if (attempt instanceof KaziError) throw attempt;
	const said = attempt.kind === "answered" ? "it is not merged" : attempt.said;
	return {
		kind: "refused",
		reason: `pull request #${pull.number} could not be merged; allow auto-merge and rebase merging in the repository, or merge it by hand. GitHub said: ${later.said}; ${said}`
	};
}
async function enableAutoMerge(repository, pull) {
	return await repository.client.askGraph({
		name: "enablePullRequestAutoMerge",
		purpose: `have pull request #${pull.number} merged when it is ready`,
		query: `mutation ($id: ID!, $head: GitObjectID!) {
      enablePullRequestAutoMerge(
        input: { pullRequestId: $id, mergeMethod: REBASE, expectedHeadOid: $head }
      ) {
        pullRequest { number }
      }
    }`,
		variables: {
			id: pull.nodeId,
			head: pull.headSha
		},
		answer: unknown(),
		isRepeatable: true
	});
}
/** An error is an answer here: only a look at the pull request tells what became of it. */
async function mergeNow(repository, pull) {
	try {
		return await askRepository(repository, {
			route: "PUT /pulls/{pull_number}/merge",
			purpose: `merge pull request #${pull.number}`,
			parameters: {
				pull_number: pull.number,
				merge_method: "rebase",
				sha: pull.headSha
			},
			answer: unknown()
		});
	} catch (error) {
		if (error instanceof KaziError && error.code === "github-unavailable") return error;
		throw error;
	}
}
// src/adapters/github-pull-open.ts
const BODY_CHARACTERS_MAX = 65536;
/** Opens a pull request; `findOpen` looks for the one that may be there already. */
async function openPull(repository, request, findOpen) {
	const asked = await askToOpen(repository, request, findOpen);
	if (!("kind" in asked)) return {
		kind: "done",
		pull: asked
	};
	if (asked.kind === "answered") return {
		kind: "done",
		pull: toPull(asked.value)
	};
	const existing = asked.status === 422 ? await findOpen() : void 0;
	if (existing !== void 0) return {
		kind: "done",
		pull: existing
	};
	return {
		kind: "refused",
		reason: openRefusal(request, asked)
	};
}
/** When it is not known whether GitHub opened it, looking tells. */
async function askToOpen(repository, request, findOpen) {
	try {
		const asked = await askOnce(repository, request, true);
		return asked.kind === "refused" && /draft pull requests? (?:is|are) not supported/i.test(asked.said) ? await askOnce(repository, request, false) : asked;
	} catch (error) {
		if (!(error instanceof KaziError) || error.code !== "github-unavailable") throw error;
		const opened = await findOpen();
		if (opened === void 0) throw error;
		return opened;
	}
}
async function askOnce(repository, request, isDraft) {
	return await askRepository(repository, {
		route: "POST /pulls",
		purpose: `open a pull request for ${request.branch}`,
		parameters: {
			head: request.branch,
			base: request.base,
			title: request.title,
			body: boundForGitHub(request.body, BODY_CHARACTERS_MAX),
			draft: isDraft
		},
		answer: GitHubPull
	});
}
function openRefusal({ branch, base }, refusal) {
	const said = `GitHub said: ${refusal.status} ${refusal.said}`;
	const attempt = `a pull request from ${branch} to ${base} could not be opened`;
	if (/not permitted to create or approve/i.test(refusal.said)) return `${attempt}; allow "GitHub Actions to create and approve pull requests" in the settings for Actions, or give kazi an App. ${said}`;
	if (refusal.status === 403) return `${attempt}; grant kazi's token pull_requests: write. ${said}`;
	return `${attempt}; change what GitHub names, or open it by hand. ${said}`;
}
/** A draft becomes ready for review. */
async function markReady(repository, pull) {
	const now = await readPull(repository, pull.number);
	if (now?.isDraft === false) return {
		kind: "done",
		pull: now
	};
	const purpose = `mark pull request #${pull.number} as ready for review`;
	const asked = await repository.client.askGraph({
		name: "markPullRequestReadyForReview",
		purpose,
		query: `mutation ($id: ID!) {
      markPullRequestReadyForReview(input: { pullRequestId: $id }) {
        pullRequest { isDraft }
      }
    }`,
		variables: { id: pull.nodeId },
		answer: object({ markPullRequestReadyForReview: object({ pullRequest: object({ isDraft: boolean() }) }) }),
		isRepeatable: true
	});
	if (asked.kind === "answered") return {
		kind: "done",
		pull: {
			...now ?? pull,
			isDraft: false
		}
	};
	return {
		kind: "refused",
		reason: refusalError(asked, purpose).message
	};
}
// src/adapters/github-pull-requests.ts
const FILES_MAX$1 = 3e3;
const REVIEWS_MAX = 3e3;
const MERGED_MAX = 10;
/** The pull requests of one repository on GitHub. */
function createGitHubPullRequests(repository) {
	return {
		get: async (number) => await readPull(repository, number),
		listOpen: async (max) => await listOpen(repository, max),
		findByBranch: async (branch) => await findByBranch(repository, branch, { state: "all" }),
		changedFiles: async (number) => await changedFiles(repository, number),
		mergedWith: async (commit) => await mergedWith(repository, commit),
		approvals: async (number) => await approvals(repository, number),
		open: async (request) => await openPull(repository, request, async () => {
			const { branch, base } = request;
			return await findByBranch(repository, branch, {
				state: "open",
				base
			});
		}),
		markReady: async (pull) => await markReady(repository, pull),
		mergeWhenReady: async (pull) => await mergeWhenReady(repository, pull)
	};
}
async function listOpen(repository, max) {
	return (await readFirst(repository, {
		route: "GET /pulls",
		purpose: "list the open pull requests",
		parameters: {
			state: "open",
			sort: "created",
			direction: "desc"
		},
		item: GitHubPull
	}, max)).map((it) => toPull(it));
}
/** One page: forks of the same owner have the same head in GitHub's filter and stand among them. */
async function findByBranch(repository, branch, wanted) {
	const head = `${repository.owner}:${branch}`;
	const found = (await readFirst(repository, {
		route: "GET /pulls",
		purpose: `find the pull request of ${branch}`,
		parameters: {
			...wanted,
			head,
			sort: "created",
			direction: "desc"
		},
		item: GitHubPull
	}, 100)).map((it) => toPull(it)).find((it) => !it.isFork && it.headBranch === branch);
	return found?.state === "merged" ? await readPull(repository, found.number) : found;
}
const FileAnswer = object({
	filename: string(),
	status: _enum([
		"added",
		"removed",
		"modified",
		"renamed",
		"copied",
		"changed",
		"unchanged"
	]),
	previous_filename: string().optional()
});
async function changedFiles(repository, number) {
	return (await readFirst(repository, {
		route: "GET /pulls/{pull_number}/files",
		purpose: `list the files of pull request #${number}`,
		parameters: { pull_number: number },
		item: FileAnswer
	}, FILES_MAX$1)).flatMap((it) => toChangedFile(it));
}
function toChangedFile(found) {
	const path = found.filename;
	switch (found.status) {
		case "added":
		case "copied": return [{
			path,
			change: "added"
		}];
		case "modified":
		case "changed": return [{
			path,
			change: "modified"
		}];
		case "removed": return [{
			path,
			change: "removed"
		}];
		case "renamed": {
			const previousPath = found.previous_filename;
			return [{
				path,
				change: "renamed",
				...previousPath === void 0 ? {} : { previousPath }
			}];
		}
		case "unchanged": return [];
	}
}
async function mergedWith(repository, commit) {
	const merged = (await readFirst(repository, {
		route: "GET /commits/{commit_sha}/pulls",
		purpose: `find the pull requests that brought ${commit}`,
		parameters: { commit_sha: commit },
		item: GitHubPull
	}, 100)).map((it) => toPull(it)).filter((it) => it.state === "merged").slice(0, MERGED_MAX);
	return (await Promise.all(merged.map(async ({ number }) => await readPull(repository, number)))).filter((it) => it !== void 0);
}
const ReviewAnswer = object({
	user: GitHubUser,
	state: string(),
	commit_id: string().nullish()
});
/** A remark does not take an approval back; a request for changes and a dismissal do. */
async function approvals(repository, number) {
	const question = {
		route: "GET /pulls/{pull_number}/reviews",
		purpose: `read the reviews of pull request #${number}`,
		parameters: { pull_number: number },
		item: ReviewAnswer
	};
	const newest = /* @__PURE__ */ new Map();
	for (const review of await readFirst(repository, question, REVIEWS_MAX)) {
		const account = toAccount(review.user);
		if (account.isBot || account.id === 0) continue;
		if (["CHANGES_REQUESTED", "DISMISSED"].includes(review.state)) newest.delete(account.id);
		if (review.state === "APPROVED" && typeof review.commit_id === "string") newest.set(account.id, {
			account,
			commit: review.commit_id
		});
	}
	return [...newest.values()];
}
// src/adapters/github-commits.ts
const OID$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** 409 is an empty repository, 422 a commit that is not there. */
const ABSENT$1 = [
	404,
	409,
	422
];
const PER_PAGE = 100;
const KEPT_MAX = 5e3;
const CommitAnswer = object({
	sha: string(),
	commit: object({ tree: object({ sha: string() }) }),
	parents: array(object({ sha: string() })),
	committer: object({ login: string().optional() }).nullish()
});
/**
* Commits by their ids, which name the same for ever. Whoever asks for a parent of what was read walks back, so
* then a hundred come with one request: a busy branch would cost hundreds of requests at each look.
*/
function createCommitReader(repository) {
	const kept = /* @__PURE__ */ new Map();
	const ahead = /* @__PURE__ */ new Set();
	return async (oid) => {
		if (!OID$1.test(oid)) return void 0;
		const known = kept.get(oid);
		if (known !== void 0) return known;
		const found = ahead.has(oid) ? await listFrom(repository, oid) : await readOne(repository, oid);
		if (kept.size > KEPT_MAX) kept.clear();
		for (const commit of found) {
			kept.set(commit.oid, commit);
			for (const parent of commit.parents) ahead.add(parent);
		}
		return kept.get(oid);
	};
}
async function readOne(repository, oid) {
	const found = await findInRepository(repository, {
		route: "GET /commits/{ref}",
		purpose: `read the commit ${oid}`,
		parameters: {
			ref: oid,
			per_page: 1
		},
		answer: CommitAnswer
	}, ABSENT$1);
	return found === void 0 ? [] : [toCommit(found)];
}
async function listFrom(repository, oid) {
	return (await findInRepository(repository, {
		route: "GET /commits",
		purpose: `read the commits up to ${oid}`,
		parameters: {
			sha: oid,
			per_page: PER_PAGE
		},
		answer: array(CommitAnswer)
	}, ABSENT$1) ?? []).map(toCommit);
}
function toCommit(found) {
	const committer = found.committer?.login;
	return {
		oid: found.sha,
		tree: found.commit.tree.sha,
		parents: found.parents.map(({ sha }) => sha),
		...committer === void 0 ? {} : { committer }
	};
}
// src/adapters/github-source.ts
const FILES_MAX = 1e3;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** 409 is an empty repository, 422 a commit that is not there. */
const ABSENT = [
	404,
	409,
	422
];
/** Commits and files as GitHub has them. */
function createGitHubSource(repository) {
	return {
		defaultBranch: () => Promise.resolve(repository.defaultBranch),
		branch: async (name) => await branchHead(repository, name),
		file: async (commit, path, bytesMax) => await readFile(repository, {
			commit,
			path,
			bytesMax
		}),
		list: async (commit, folder) => await listFiles(repository, commit, folder),
		commit: createCommitReader(repository)
	};
}
const RefAnswer = object({
	ref: string(),
	object: object({
		sha: string(),
		type: string()
	})
});
async function branchHead(repository, name) {
	const found = await findInRepository(repository, {
		route: "GET /git/ref/{ref}",
		purpose: `read the branch ${name}`,
		parameters: { ref: `heads/${name}` },
		answer: RefAnswer
	}, ABSENT);
	return found?.ref === `refs/heads/${name}` ? found.object.sha : void 0;
}
const ContentAnswer = union([array(unknown()), object({
	type: string(),
	sha: string(),
	size: int(),
	encoding: string().optional(),
	content: string().optional()
})]);
async function readFile(repository, wanted) {
	const { commit, path, bytesMax } = wanted;
	if (!OID.test(commit)) return void 0;
	const found = await findInRepository(repository, {
		route: "GET /contents/{path}",
		purpose: `read ${path} at ${commit}`,
		parameters: {
			path,
			ref: commit
		},
		answer: ContentAnswer
	}, ABSENT);
	if (found === void 0 || Array.isArray(found) || found.type !== "file") return void 0;
	if (found.size > bytesMax) return void 0;
	if (found.encoding === "base64" && found.content !== void 0) return Buffer.from(found.content, "base64");
	return await readBlob(repository, found.sha);
}
const BlobAnswer = object({
	content: string(),
	encoding: literal("base64")
});
async function readBlob(repository, oid) {
	const blob = await findInRepository(repository, {
		route: "GET /git/blobs/{file_sha}",
		purpose: `read the blob ${oid}`,
		parameters: { file_sha: oid },
		answer: BlobAnswer
	});
	return blob === void 0 ? void 0 : Buffer.from(blob.content, "base64");
}
const TreeAnswer = object({ tree: array(object({
	path: string(),
	mode: string(),
	type: string(),
	sha: string()
})) });
const FILE_MODES = /* @__PURE__ */ new Set(["100644", "100755"]);
/** One folder after the other down to the one that is asked for, and only that one whole. */
async function listFiles(repository, commit, folder) {
	if (!OID.test(commit)) return [];
	const names = folder.split("/").filter((name) => name !== "");
	let oid = commit;
	for (const name of names) {
		const found = (await readTree(repository, oid, false))?.tree.find((it) => it.path === name && it.type === "tree");
		if (found === void 0) return [];
		oid = found.sha;
	}
	return ((await readTree(repository, oid, true))?.tree ?? []).filter(({ type, mode }) => type === "blob" && FILE_MODES.has(mode)).slice(0, FILES_MAX).map(({ path }) => [...names, path].join("/"));
}
async function readTree(repository, oid, isRecursive) {
	return await findInRepository(repository, {
		route: "GET /git/trees/{tree_sha}",
		purpose: `list the files of ${oid}`,
		parameters: {
			tree_sha: oid,
			...isRecursive ? { recursive: "1" } : {}
		},
		answer: TreeAnswer
	}, ABSENT);
}
// src/adapters/github-workflow-runs.ts
/** Runs of one workflow file, started on the default branch. */
function createGitHubWorkflowRuns(repository, workflow) {
	return {
		dispatch: async (request) => await dispatch(repository, workflow, request),
		stateOf: async (run) => await stateOf(repository, run)
	};
}
const DispatchAnswer = union([object({ workflow_run_id: int() }), unknown().transform(() => ({ workflow_run_id: void 0 }))]);
async function dispatch(repository, workflow, request) {
	const inputs = {
		goal: request.goalPath,
		...request.pull === void 0 ? {} : { pull: String(request.pull) },
		...request.approval === void 0 ? {} : { approval: request.approval }
	};
	const start = {
		ref: repository.defaultBranch,
		inputs
	};
	const asked = await askDispatch(repository, workflow, {
		...start,
		return_run_details: true
	});
	const answer = asked.kind === "refused" && asked.said.includes("return_run_details") ? await askDispatch(repository, workflow, start) : asked;
	if (answer.kind === "refused") return {
		kind: "blocked",
		reason: blockedReason(repository, workflow, answer)
	};
	const runId = answer.value.workflow_run_id;
	return {
		kind: "started",
		...runId === void 0 ? {} : { runId }
	};
}
async function askDispatch(repository, workflow, body) {
	return await askRepository(repository, {
		route: "POST /actions/workflows/{workflow_id}/dispatches",
		purpose: `start ${workflow}`,
		parameters: {
			workflow_id: workflow,
			...body
		},
		answer: DispatchAnswer
	});
}
function blockedReason(repository, workflow, refusal) {
	const { defaultBranch } = repository;
	const said = `GitHub said: ${refusal.status} ${refusal.said}`;
	const file = `.github/workflows/${workflow}`;
	switch (refusal.status) {
		case 403: return `kazi may not start ${workflow}; grant its token actions: write, and allow workflow_dispatch in the rules for Actions. ${said}`;
		case 404: return `there is no workflow ${file} on ${defaultBranch} that kazi can see; merge it there. ${said}`;
		case 422: return `${file} on ${defaultBranch} does not take this start; it has to have workflow_dispatch with the inputs goal, pull and approval, and to be enabled. ${said}`;
		default: return `${workflow} could not be started; change what GitHub names. ${said}`;
	}
}
const RunAnswer = object({ status: string().nullable() });
const NewestAttempt = object({ run_attempt: int() });
async function stateOf(repository, run) {
	try {
		const asked = await askRepository(repository, {
			route: "GET /actions/runs/{run_id}/attempts/{attempt_number}",
			purpose: `see whether run ${run.runId} is over`,
			parameters: {
				run_id: run.runId,
				attempt_number: run.attempt
			},
			answer: RunAnswer
		});
		if (asked.kind === "answered") return asked.value.status === "completed" ? "gone" : "alive";
		return asked.status === 404 ? await stateOfUnseen(repository, run) : "unknown";
	} catch (error) {
		if (error instanceof KaziError && error.code === "github-unavailable") return "unknown";
		throw error;
	}
}
/** Only a run that is over can be deleted. One that never was does not go on either. */
async function stateOfUnseen(repository, run) {
	const purpose = `see whether there is a run ${run.runId}`;
	const asked = await askRepository(repository, {
		route: "GET /actions/runs/{run_id}",
		purpose,
		parameters: { run_id: run.runId },
		answer: NewestAttempt
	});
	if (asked.kind === "answered") return asked.value.run_attempt > run.attempt ? "gone" : "unknown";
	if (asked.status === 404) return "gone";
	throw refusalError(asked, purpose);
}
// src/adapters/github-forge.ts
/** One repository on GitHub, as the account behind the client's token sees it. */
async function createGitHubForge(options) {
	const { client, gate, workflow, speaker } = options;
	const repository = "nodeId" in options.repository ? options.repository : await findRepository(client, options.repository);
	return {
		repository: {
			id: repository.id,
			owner: repository.owner,
			name: repository.name
		},
		source: createGitHubSource(repository),
		pulls: createGitHubPullRequests(repository),
		conversation: createGitHubConversation(repository, speaker),
		permissions: createGitHubPermissions(repository),
		gate: gate.kind === "status" ? createStatusGate(repository) : createCheckRunGate(repository, gate.appId),
		runs: createGitHubWorkflowRuns(repository, workflow)
	};
}
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}
// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};
// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$2(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$2(merge(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$2
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);
// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
/**
* Character flags used to normalize HTTP field values while scanning.
* Out-of-range reads intentionally coerce to zero in bitwise expressions.
*/
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
/**
* Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
*/
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
/**
* Parse a `Content-Type` header.
*/
function parse$1(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
/**
* Parses the parameters of a `Content-Type` header starting at the given index.
*/
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
/**
* Remove backslashes from quoted pairs in a known-terminated quoted string body.
*/
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}
// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
/**
* @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
* @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
*/
/**
* Checks if a value is unstringifiable according to native JSON.stringify rules.
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is undefined, a function, or a symbol.
*/
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
/**
* Checks if a value is a native JSON.rawJSON object (Node.js 22+).
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is a RawJSON instance.
*/
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
/**
* Iteratively converts a JS value to a JSON string.
* Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
* Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
*
* @param {any} rootValue The value to stringify.
* @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
* @param {string | number} [spaceParam] Indentation for pretty-printing.
* @returns {string | undefined} The generated JSON string.
*/
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
	let space = "";
	if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
	else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
	const isFunctionReplacer = typeof replacer === "function";
	const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
	/**
	* Prepares a value for stringification by resolving toJSON, handling BigInts,
	* applying custom replacers, and unwrapping primitive objects.
	*
	* @param {object|Array} parent The parent object or array holding the value.
	* @param {string} key The key associated with the value.
	* @param {any} val The raw value to process.
	* @returns {any} The processed value ready for stringification.
	*/
	const prepareVal = (parent, key, val) => {
		if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
		if (typeof val === "string" && noiseValue.test(val)) return val + "n";
		if (typeof val === "bigint") {
			if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
			return val.toString() + "n";
		}
		if (isFunctionReplacer) val = replacer.call(parent, key, val);
		if (val !== null && typeof val === "object") {
			if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
		}
		return val;
	};
	const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
	if (isUnstringifiable(rootProcessed)) return;
	const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
	const isRootNativeRawJSON = isRawJSON(rootProcessed);
	if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
	const chunks = [];
	let level = 0;
	const stack = [{
		parent: { "": rootProcessed },
		key: "",
		val: rootProcessed,
		isArray: Array.isArray(rootProcessed),
		keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
		index: 0,
		first: true
	}];
	const visited = new WeakSet([rootProcessed]);
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (node.index === 0) {
			chunks.push(node.isArray ? "[" : "{");
			level++;
		}
		let isDone = false;
		if (node.isArray) {
			if (node.index < node.val.length) {
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level));
				const childRaw = node.val[node.index];
				const childVal = prepareVal(node.val, String(node.index), childRaw);
				if (isUnstringifiable(childVal)) {
					chunks.push("null");
					node.first = false;
					node.index++;
				} else {
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: String(node.index),
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						node.index++;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
						node.index++;
					}
				}
			} else isDone = true;
		} else {
			while (node.index < node.keys.length) {
				const k = node.keys[node.index++];
				if (propertyList && !propertyList.has(k)) continue;
				const childRaw = node.val[k];
				const childVal = prepareVal(node.val, k, childRaw);
				if (isUnstringifiable(childVal)) continue;
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
				else chunks.push(originalStringify(k) + ":");
				const isComplexObject = childVal !== null && typeof childVal === "object";
				const isNativeRaw = isRawJSON(childVal);
				if (isComplexObject && !isNativeRaw) {
					if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
					visited.add(childVal);
					stack.push({
						parent: node.val,
						key: k,
						val: childVal,
						isArray: Array.isArray(childVal),
						keys: Array.isArray(childVal) ? null : Object.keys(childVal),
						index: 0,
						first: true
					});
					node.first = false;
					break;
				} else {
					chunks.push(originalStringify(childVal));
					node.first = false;
				}
			}
			if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
		}
		if (isDone) {
			level--;
			if (!node.first && space) chunks.push("\n" + space.repeat(level));
			chunks.push(node.isArray ? "]" : "}");
			visited.delete(node.val);
			stack.pop();
		}
	}
	return chunks.join("");
};
/**
* Converts a JavaScript value to a JSON string.
*
* Supports serialization of BigInt values using two strategies:
* 1. Custom format "123n" → "123" (universal fallback)
* 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
*
* All other values are serialized exactly like native JSON.stringify().
*
* @param {*} value The value to convert to a JSON string.
* @param {Replacer | Array<string | number> | null} [replacer]
* A function that alters the behavior of the stringification process,
* or an array of strings/numbers to indicate properties to exclude.
* @param {string | number} [space]
* A string or number to specify indentation or pretty-printing.
* @returns {string} The JSON string representation.
*/
const JSONStringify = (value, replacer, space) => {
	try {
		if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
			if (typeof val === "bigint") return JSON.rawJSON(val.toString());
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space);
		if (!value) return originalStringify(value, replacer, space);
		return originalStringify(value, (key, val) => {
			if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
			if (typeof val === "bigint") return val.toString() + "n";
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
	} catch (error) {
		if (error instanceof RangeError) {
			const convertedJSON = stringifyIteratively(value, replacer, space);
			if (convertedJSON === void 0) return void 0;
			if ("rawJSON" in JSON) return convertedJSON;
			return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		}
		throw error;
	}
};
const featureCache = /* @__PURE__ */ new Map();
/**
* Detects if the current JSON.parse implementation supports the context.source feature.
*
* Uses toString() fingerprinting to cache results and automatically detect runtime
* replacements of JSON.parse (polyfills, mocks, etc.).
*
* @returns {boolean} true if context.source is supported, false otherwise.
*/
const isContextSourceSupported = () => {
	const parseFingerprint = JSON.parse.toString();
	if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
	try {
		const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
		featureCache.set(parseFingerprint, result);
		return result;
	} catch {
		featureCache.set(parseFingerprint, false);
		return false;
	}
};
/**
* Reviver function that converts custom-format BigInt strings back to BigInt values.
* Also handles "noise" strings that accidentally match the BigInt format.
*
* @param {string | number | undefined} key The object key.
* @param {*} value The value being parsed.
* @param {object} [context] Parse context (if supported by JSON.parse).
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The transformed value.
*/
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
/**
* Fast JSON.parse implementation (~2x faster than classic fallback).
* Uses JSON.parse's context.source feature to detect integers and convert
* large numbers directly to BigInt without string manipulation.
*
* Does not support legacy custom format from v1 of this library.
*
* @param {string} text JSON string to parse.
* @param {Reviver} [reviver] Transform function to apply to each value.
* @returns {any} Parsed JavaScript value.
*/
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
/**
* Iteratively traverses the parsed object bottom-up (post-order),
* emulating the native JSON.parse reviver behavior.
* This avoids Call Stack overflows (RangeError) on deeply nested structures.
*
* @param {any} parsed The natively parsed JSON object.
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The fully processed object.
*/
const applyReviverIteratively = (parsed, userReviver) => {
	const rootHolder = { "": parsed };
	const stack = [{
		parent: rootHolder,
		key: "",
		visited: false
	}];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (!node.visited) {
			node.visited = true;
			const value = node.parent[node.key];
			if (value !== null && typeof value === "object") {
				const keys = Object.keys(value);
				for (let i = keys.length - 1; i >= 0; i--) stack.push({
					parent: value,
					key: keys[i],
					visited: false
				});
			}
		} else {
			const { parent, key } = node;
			let value = parent[key];
			if (typeof value === "string") {
				if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
				else if (noiseValue.test(value)) value = value.slice(0, -1);
			}
			if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
			if (value === void 0) delete parent[key];
			else parent[key] = value;
			stack.pop();
		}
	}
	return rootHolder[""];
};
/**
* Pre-processes the JSON string to mark large numbers with an 'n' suffix.
*
* @param {string} text The raw JSON string.
* @returns {string} The serialized string with marked BigInts.
*/
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
/**
* Converts a JSON string into a JavaScript value.
*
* Supports parsing of large integers using two strategies:
* 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
* 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
*
* All other JSON values are parsed exactly like native JSON.parse().
*
* @param {string} text A valid JSON string.
* @param {Reviver} [reviver]
* A function that transforms the results. This function is called for each member
* of the object. If a member contains nested objects, the nested objects are
* transformed before the parent object is.
* @returns {any} The parsed JavaScript value.
* @throws {SyntaxError} If text is not valid JSON.
*/
const JSONParse = (text, reviver) => {
	if (!text) return originalParse(text, reviver);
	try {
		if (isContextSourceSupported()) return JSONParseV2(text, reviver);
		const serializedData = serializeBigInts(text);
		return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
	} catch (error) {
		if (error instanceof RangeError) {
			const serializedData = serializeBigInts(text);
			const parsed = originalParse(serializedData);
			return applyReviverIteratively(parsed, reviver);
		}
		throw error;
	}
};
// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	/**
	* http status code
	*/
	status;
	/**
	* Request options that lead to the error.
	*/
	request;
	/**
	* Response object if a response was received
	*/
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};
// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	const mimetype = parse$1(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */
// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$1 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$1} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
/* v8 ignore if -- @preserve */
// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};
// node_modules/@octokit/core/dist-src/version.js
const VERSION = "7.0.8";
// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION} ${getUserAgent()}`;
var Octokit = class {
	static VERSION = VERSION;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	/**
	* Attach a plugin (or many) to your Octokit instance.
	*
	* @example
	* const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
	*/
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};
// src/adapters/github-setback.ts
const SECONDARY_LIMIT_MS = 6e4;
const BACKOFF_MS = 1e3;
/** Whether GitHub turned this away for its number and not for what it asks. */
function isLimit(status, headers, said) {
	if (status === 429) return true;
	if (status !== 403) return false;
	return headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /secondary rate limit|abuse detection/i.test(said);
}
/**
* How long to wait before the same question is asked again. `undefined`: never, because the first one
* may have been heard and hearing it twice would do harm.
*/
function waitAfter(setback, given) {
	const growth = 2 ** (given.attempt - 1);
	if (setback.isLimit) return toldWait(setback.headers, given.nowMs) ?? SECONDARY_LIMIT_MS * growth;
	return given.isRepeatable ? BACKOFF_MS * growth : void 0;
}
/** GitHub's clock counts where it is given: `x-ratelimit-reset` is a time of that clock. */
function toldWait(headers, nowMs) {
	const seconds = wholeNumber(headers["retry-after"]);
	if (seconds !== void 0) return seconds * 1e3;
	const reset = wholeNumber(headers["x-ratelimit-reset"]);
	if (reset === void 0 || headers["x-ratelimit-remaining"] !== "0") return void 0;
	const theirNowMs = Date.parse(headers["date"] ?? "");
	return Math.max(1e3, reset * 1e3 - (Number.isNaN(theirNowMs) ? nowMs : theirNowMs));
}
function wholeNumber(text) {
	return text !== void 0 && /^\d{1,12}$/.test(text) ? Number(text) : void 0;
}
// src/adapters/github-send.ts
const API_VERSION = "2022-11-28";
/** Sends it once. */
async function sendToGitHub(octokit, request, signal) {
	try {
		const response = await octokit.request(request.route, {
			...request.parameters,
			headers: { "x-github-api-version": API_VERSION },
			request: { signal }
		});
		const answer = {
			status: response.status,
			value: unknown().parse(response.data),
			headers: toTexts(response.headers)
		};
		if (typeof answer.value === "string" && answer.status !== 204) return cutOff(answer);
		return request.isGraph ? hearGraph(answer) : toAnswered(answer);
	} catch (error) {
		return hearFailure(error);
	}
}
function toAnswered({ status, value, headers }) {
	return {
		kind: "answered",
		status,
		value,
		link: headers["link"] ?? ""
	};
}
function cutOff({ status, headers }) {
	return {
		kind: "setback",
		setback: {
			status,
			headers,
			said: "an answer that is cut off or no JSON",
			isLimit: false
		}
	};
}
const GraphAnswer = object({
	data: unknown(),
	errors: array(object({
		message: string(),
		type: string().optional()
	})).optional()
});
function hearGraph(answer) {
	const parsed = GraphAnswer.safeParse(answer.value);
	if (!parsed.success) return cutOff(answer);
	const { data, errors = [] } = parsed.data;
	if (errors.length === 0) return toAnswered({
		...answer,
		value: data
	});
	const said = quoteGitHub(errors.map(({ message }) => message).join("; "));
	const { status, headers } = answer;
	return errors.some(({ type }) => type === "RATE_LIMITED") ? {
		kind: "setback",
		setback: {
			status,
			headers,
			said,
			isLimit: true
		}
	} : {
		kind: "refused",
		status,
		said
	};
}
const Failure = object({
	status: int(),
	response: object({
		headers: unknown(),
		data: unknown()
	}).optional()
});
/** What octokit throws: with a response for every status from 400, without one when none came. */
function hearFailure(error) {
	const parsed = Failure.safeParse(error);
	const response = parsed.data?.response;
	if (parsed.data === void 0 || response === void 0) return {
		kind: "setback",
		setback: {
			headers: {},
			said: reasonOf(error),
			isLimit: false
		}
	};
	const { status } = parsed.data;
	const headers = toTexts(response.headers);
	const said = saidIn(response.data);
	const limited = isLimit(status, headers, said);
	if (limited || status >= 500 || status === 408) return {
		kind: "setback",
		setback: {
			status,
			headers,
			said,
			isLimit: limited
		}
	};
	const permissions = headers["x-accepted-github-permissions"];
	return {
		kind: "refused",
		status,
		said,
		...permissions === void 0 ? {} : { permissions }
	};
}
const RefusalBody = object({
	message: string(),
	errors: array(union([string(), object({
		message: string().nullish(),
		code: string().optional(),
		field: string().nullish()
	})])).optional()
});
function saidIn(data) {
	const parsed = RefusalBody.safeParse(data);
	if (!parsed.success) return "nothing that can be read";
	const { message, errors = [] } = parsed.data;
	return quoteGitHub([message, ...errors.map((it) => typeof it === "string" ? it : it.message ?? `${it.field ?? "a field"} ${it.code ?? ""}`)].join(": "));
}
function reasonOf(error) {
	if (!(error instanceof Error)) return "no answer";
	return error.name === "TimeoutError" || /aborted due to timeout/i.test(error.message) ? "no answer in time" : quoteGitHub(`no answer: ${error.message}`);
}
function toTexts(headers) {
	const parsed = record(string(), unknown()).safeParse(headers);
	const entries = Object.entries(parsed.data ?? {});
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}
// src/adapters/github-client.ts
const TIMEOUT_MS = 3e4;
const ATTEMPTS_MAX = 4;
/** All waits of one question together: a secondary limit asks for a minute. */
const WAIT_MS_MAX = 12e4;
const UNKNOWN_TOKEN_WAIT_MS = 1e3;
/** A client for one token; of two questions neither waits for the other. */
function createGitHubClient(options) {
	const baseUrl = options.apiUrl.replace(/\/+$/, "");
	const line = {
		options,
		calls: /* @__PURE__ */ new Map(),
		octokit: new Octokit({
			baseUrl,
			auth: options.token,
			userAgent: options.userAgent ?? "kazi",
			log: {
				debug: silent,
				info: silent,
				warn: silent,
				error: silent
			}
		})
	};
	return {
		calls: line.calls,
		ask: async (question) => await ask(line, restRequest(question), question.answer),
		askGraph: async (question) => await ask(line, graphRequest(baseUrl, question), question.answer)
	};
}
function restRequest(question) {
	const { route, purpose, parameters } = question;
	return {
		name: route,
		purpose,
		route,
		parameters,
		isRepeatable: route.startsWith("GET ") || question.isRepeatable === true,
		isGraph: false
	};
}
/** An Enterprise Server has GraphQL beside its REST folder and not below it. */
function graphRequest(restUrl, question) {
	const { purpose, query, variables } = question;
	return {
		name: `graphql ${question.name}`,
		purpose,
		route: "POST /graphql",
		parameters: {
			baseUrl: restUrl.replace(/\/api\/v3$/, "/api"),
			query,
			variables
		},
		isRepeatable: question.isRepeatable === true,
		isGraph: true
	};
}
async function ask(line, request, schema) {
	const first = await askUntilHeard(line, request);
	const heard = isUnknownToken(first) ? await askAgain(line, request) : first;
	if (heard.kind === "answered") return {
		...heard,
		value: parse(request, schema, heard.value)
	};
	if (isUnknownToken(heard)) throw unknownToken(request, heard);
	return heard;
}
function isUnknownToken(heard) {
	return heard.kind === "refused" && heard.status === 401;
}
/** A token that was made a moment ago is not known everywhere at once. */
async function askAgain(line, request) {
	const { signal, pause = wait } = line.options;
	await pause(UNKNOWN_TOKEN_WAIT_MS, signal);
	return await askUntilHeard(line, request);
}
/** Nothing that a caller could answer to. */
function unknownToken(request, refusal) {
	return githubTrouble("github-refused", {
		purpose: request.purpose,
		found: `401 ${refusal.said}`,
		advice: "the token is wrong, expired or revoked: give kazi a new one"
	});
}
async function askUntilHeard(line, request) {
	const { signal, pause = wait } = line.options;
	const { isRepeatable } = request;
	let leftMs = WAIT_MS_MAX;
	for (let attempt = 1;; attempt += 1) {
		const heard = await send(line, request);
		if (heard.kind !== "setback") return heard;
		const waitMs = waitAfter(heard.setback, {
			attempt,
			isRepeatable,
			nowMs: Date.now()
		});
		if (waitMs === void 0 || waitMs > leftMs || attempt >= ATTEMPTS_MAX) throw giveUp(request, heard.setback, waitMs);
		leftMs -= waitMs;
		await pause(waitMs, signal);
	}
}
async function send(line, request) {
	const { signal, timeoutMs = TIMEOUT_MS } = line.options;
	requireGoingOn(signal);
	line.calls.set(request.name, (line.calls.get(request.name) ?? 0) + 1);
	const timeout = AbortSignal.timeout(timeoutMs);
	const either = signal === void 0 ? timeout : AbortSignal.any([signal, timeout]);
	const heard = await sendToGitHub(line.octokit, request, either);
	if (heard.kind === "setback") requireGoingOn(signal);
	return heard;
}
function requireGoingOn(signal) {
	if (signal?.aborted === true) throw new KaziError({
		code: "interrupted",
		message: "interrupted by a person"
	});
}
function parse(request, schema, value) {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const place = issue?.path.join(".") ?? "";
	throw githubTrouble("github-unavailable", {
		purpose: request.purpose,
		found: `an answer to ${request.name} with ${place === "" ? "its whole" : place}: ${issue?.message ?? "unknown"}`,
		advice: "GitHub's API may have changed, or something stands between that answers for it"
	});
}
function giveUp(request, setback, waitMs) {
	const found = `${setback.status ?? ""} ${setback.said}`.trim();
	const { purpose } = request;
	if (setback.isLimit) return githubTrouble("github-unavailable", {
		purpose,
		found,
		advice: `GitHub limits this token: try again in ${Math.ceil((waitMs ?? 0) / 6e4)} min`
	});
	return githubTrouble("github-unavailable", {
		purpose,
		found,
		advice: request.isRepeatable ? "GitHub or the way to it is disturbed: try again later" : "it is not known whether GitHub did it: look before it is tried again"
	});
}
async function wait(waitMs, signal) {
	await setTimeout(waitMs, void 0, signal === void 0 ? {} : { signal }).catch(() => {
		requireGoingOn(signal);
	});
}
function silent() {}
// action/open-repository.ts
/** As the event of the run describes it, or else as GitHub does when it is asked. */
async function openRepository({ token }, { runner, signal }) {
	const client = createGitHubClient({
		apiUrl: runner.apiUrl,
		token,
		signal
	});
	return await repositoryOfEvent(client, runner) ?? await findRepository(client, runner);
}
const Event = object({ repository: unknown() });
/**
* A run that is started again has the event of the first time, and the default branch may be another one
* by now. Events of the schedule describe nothing.
*/
async function repositoryOfEvent(client, { eventPath, attempt, owner, name }) {
	if (attempt > 1) return void 0;
	const found = parseRepository(client, Event.safeParse(await readEvent(eventPath)).data?.repository);
	return found?.owner === owner && found.name === name ? found : void 0;
}
async function readEvent(eventPath) {
	try {
		return JSON.parse(await readFile$1(eventPath, "utf8"));
	} catch {
		return;
	}
}
// action/open-forge.ts
/** The repository as the job's token sees it. Without an identity of its own the gate is a commit status. */
async function openForge(inputs, job, repository) {
	const { app } = inputs;
	const found = repository ?? await openRepository(inputs, job);
	return await createGitHubForge({
		client: found.client,
		repository: found,
		workflow: job.runner.workflow,
		gate: { kind: "status" },
		...app === void 0 ? {} : { speaker: `${app}[bot]` }
	});
}
/** A workflow runs as it stands on the branch that it was started on, and only one of them was looked at. */
async function requireDefaultBranch(forge, { runner }) {
	const expected = `refs/heads/${await forge.source.defaultBranch()}`;
	if (runner.ref === expected) return;
	throw new KaziError({
		code: "input-invalid",
		message: `expected this workflow to be started on ${expected}, found ${runner.ref}; start it there`
	});
}
// src/control/pull-of-run.ts
/** The pull request in which a generation is seen: its goal-file's own, or the one of its work. */
async function pullOfRun(forge, { target, branch }) {
	return target?.pull ?? (await forge.pulls.findByBranch(branch))?.number;
}
// src/report/gate-verdict.ts
/** The verdict that decides among several goals comes first. */
const ORDER = [
	"failure",
	"action-required",
	"running",
	"success"
];
/** The worst of all goals; `neutral` where none applies. */
function gateVerdict(goals) {
	const verdicts = new Set(goals.map((goal) => standingWords(goal).verdict));
	return ORDER.find((verdict) => verdicts.has(verdict)) ?? "neutral";
}
// src/report/render-gate.ts
const TITLE_MAX = 140;
const SUMMARY_MAX = 6e4;
/** One line for the list of checks, and the evidence behind it. */
function renderGate(view) {
	const { goals } = view;
	if (goals.length === 0) return {
		title: "no goal applies to this pull request",
		summary: "This pull request neither changes a goal-file nor is the work of a goal."
	};
	return {
		title: toOneLine(goals.map(titleOf).join("; "), TITLE_MAX),
		summary: cutLines(goals.flatMap(renderGoal), SUMMARY_MAX)
	};
}
function titleOf(view) {
	const { words } = standingWords(view);
	const progress = view.run === void 0 ? void 0 : progressOf(view.run);
	switch (view.standing.kind) {
		case "running": return `${view.id}: ${progress ?? words}`;
		case "passing": return `${view.id}: ${words}`;
		case "ended": return `${view.id}: ${words}, ${view.run?.cause?.reason ?? "no cause known"}`;
		case "unapproved":
		case "void":
		case "withdrawn":
		case "passed-elsewhere":
		case "elsewhere":
		case "fork":
		case "unreadable":
		case "missing":
		case "damaged": return `${view.id}: ${words}`;
	}
}
function progressOf({ vector, iteration, claim, spent }) {
	const passed = vector.filter((verdict) => verdict.status === "pass").length;
	return `iteration ${Math.max(0, claim?.iteration ?? iteration + 1)}${vector.length === 0 ? "" : `, ${passed} of ${vector.length} pass`}, spent ${spent.dispatches} dispatches, ${spent.costUsd.toFixed(2)} USD`;
}
// src/control/gate-annotations.ts
/** GitHub takes so many with one request. */
const ANNOTATIONS_MAX = 50;
const MESSAGE_MAX = 1e3;
const PATH_MAX = 500;
/** Remarks at lines: problems of goal-files first, then what the checks found at exactly this head. */
function gateAnnotations(goals, head) {
	const problems = goals.flatMap(({ view }) => view.issues.map(toRemark));
	const findings = goals.flatMap((goal) => findingsOf(goal, head));
	return [...problems, ...findings].slice(0, ANNOTATIONS_MAX);
}
function toRemark(issue) {
	const help = issue.suggestion === void 0 ? "" : ` ${issue.suggestion}`;
	return {
		path: issue.file,
		line: issue.line,
		level: issue.severity === "error" ? "failure" : "warning",
		message: toOneLine(`${issue.message}${help}`, MESSAGE_MAX)
	};
}
function findingsOf({ view, vector }, head) {
	if (vector?.commit !== head || view.run === void 0) return [];
	const open = new Set(view.goal?.predicates.filter((it) => !it.heldOut).map((it) => it.id));
	return vector.results.filter((result) => open.has(result.id) && result.status !== "pass").flatMap((result) => result.evidence.findings.flatMap((it) => toFinding(result.id, it)));
}
/** Tools name files in many ways; GitHub refuses all remarks when one stands outside. */
function toFinding(id, finding) {
	const { file, line, level, message } = finding;
	const path = file.replace(/^\.\//, "");
	if (!(path !== "" && path.length <= PATH_MAX && !/^[/~]|^\w+:|(?:^|\/)\.\.(?:\/|$)|\\/.test(path)) || line === void 0 || line < 1) return [];
	return [{
		path,
		line,
		level: LEVELS[level],
		message: toOneLine(`${id}: ${message}`, MESSAGE_MAX)
	}];
}
const LEVELS = {
	error: "failure",
	warning: "warning",
	note: "notice"
};
// src/control/view-pull.ts
/** Reads goal-files, ledgers, and where it matters the approval at its source. */
async function viewPull(forge, store, pull, selfId) {
	const live = await readLiveRuns(store);
	const own = await readGoals(forge, pull);
	const goals = [];
	for (const file of own) {
		const twin = goals.find((it) => it.view.id === goalIdOf(file));
		goals.push(await seeGoal({
			forge,
			store,
			pull,
			live
		}, file, twin?.file.path));
	}
	const work = await workHere({
		forge,
		store,
		pull,
		live
	}, selfId);
	if (work !== void 0 && !goals.some((it) => it.view.id === work.view.id)) goals.push(work);
	const views = goals.map((it) => it.view);
	return {
		view: {
			head: pull.headSha,
			isOpen: pull.state === "open",
			goals: views
		},
		goals
	};
}
async function seeGoal(around, file, twin) {
	const { store, live } = around;
	return {
		...await toSeen(around, file, {
			found: file.loaded.kind === "loaded" ? await findRun(store, live, goalIdOf(file)) : void 0,
			twin
		}),
		isFromPull: true
	};
}
/** The goal whose work this pull request carries, when its goal-file came another way. */
async function workHere(around, selfId) {
	const { forge, store, pull, live } = around;
	if (pull.isFork) return void 0;
	const found = live.heads.find(({ state }) => isWork(state, pull)) ?? (pull.author.id === selfId ? await findEnded(store, (state) => isWork(state, pull)) : void 0);
	if (found === void 0) return void 0;
	const head = await forge.source.branch(await forge.source.defaultBranch());
	const { goalPath, commit } = found.state.approval;
	return {
		...await toSeen(around, await readGoalFile(forge, head ?? commit, goalPath), {
			found,
			twin: void 0
		}),
		isFromPull: false
	};
}
function isWork(state, pull) {
	return state.branch === pull.headBranch && state.target?.inPlace !== true;
}
async function toSeen(around, file, known) {
	const { found, twin } = known;
	const run = found?.state;
	const id = run?.goal ?? goalIdOf(file);
	const standing = await standingHere(around, file, {
		id,
		run,
		twin
	});
	const shown = run !== void 0 && twin === void 0 && isRunOf(run, around.pull) ? { run } : {};
	return {
		view: {
			id,
			...partsOf(file),
			standing,
			...shown
		},
		file,
		run,
		vector: found?.vector
	};
}
function partsOf(file) {
	const { path, digest, loaded } = file;
	return {
		path,
		...digest === void 0 ? {} : { digest },
		...loaded.kind === "loaded" ? { goal: loaded.goal } : {},
		issues: loaded.issues
	};
}
async function standingHere(around, file, known) {
	const { store, pull, live } = around;
	const { id, run, twin } = known;
	if (twin !== void 0) return {
		kind: "elsewhere",
		where: twin
	};
	return await confirmed(around, goalStanding({
		pull,
		file,
		run,
		damage: live.damaged.get(liveRef(store, id))
	}), run);
}
/** Many can write a record, so it opens the gate only with an approval that holds at its source. */
async function confirmed({ forge, pull }, standing, run) {
	if (standing.kind !== "passing" || run === void 0 || pull.state !== "open") return standing;
	const reason = await whyApprovalVoid(forge, run);
	return reason === void 0 ? standing : {
		kind: "withdrawn",
		reason
	};
}
// src/control/see-commit.ts
/** Open pull requests among which others with the same head are looked for: one that is missed holds no gate. */
const PULLS_MAX = 1e3;
/**
* A gate stands on a commit and not on a pull request, so it answers for all that are open with this
* head: otherwise a second one, against another base, would open the gate of the first.
*/
async function seeCommit(forge, store, own) {
	const { pull, seen, selfId } = own;
	const inside = (await forge.pulls.listOpen(PULLS_MAX)).filter((it) => it.headSha === pull.headSha && it.number !== pull.number).filter((it) => !it.isFork);
	const goals = pull.isFork && inside.length > 0 ? [] : [...seen.goals];
	for (const other of inside) {
		const more = (await viewPull(forge, store, other, selfId)).goals;
		goals.push(...more.filter((goal) => !goals.some((it) => isSame(it, goal))));
	}
	return {
		goals,
		view: {
			...seen.view,
			goals: goals.map((goal) => goal.view)
		}
	};
}
function isSame(one, other) {
	return one.view.path === other.view.path && one.view.standing.kind === other.view.standing.kind;
}
// src/control/tell-end.ts
/** Says once, by a new comment, how a generation ended: edits notify nobody. */
async function tellEnd(forge, talk, ended) {
	const { run, digest } = ended;
	if (run.status === "running") return;
	const key = `end-${ledgerKey(run.goal)}-${run.generation}`;
	const text = renderNotice({
		kind: "ended",
		run,
		...digest === void 0 ? {} : { digest }
	});
	await sayOnce(forge.conversation, talk, {
		key,
		text
	});
}
// src/control/refresh-pull.ts
/**
* Makes a pull request show what is the case: gate, the one comment, and a new one for each end. It reads
* the world and not an event, and writes nothing that stands there already.
*/
async function refreshPull(forge, store, number) {
	const pull = await forge.pulls.get(number);
	if (pull === void 0) return void 0;
	const talk = await conversationOf(forge.conversation, number);
	const seen = await viewPull(forge, store, pull, talk.self.id);
	const refused = await writeComment(forge, talk, seen).catch(toRefusal);
	await writeGate(forge, store, {
		pull,
		seen,
		talk
	});
	if (refused !== void 0) throw refused;
	await tellEnds(forge, talk, seen);
	return seen;
}
/** A conversation can be locked. A gate that is not written would be waited for without end. */
function toRefusal(error) {
	if (error instanceof KaziError && error.code === "github-refused") return error;
	throw error;
}
async function writeComment(forge, talk, seen) {
	const { sticky } = talk;
	if (sticky === void 0 && seen.view.goals.length === 0) return;
	const body = renderComment(seen.view, shownNow(talk, seen));
	if (sticky === void 0) await forge.conversation.post(talk.issue, body);
	else if (sticky.body !== body) await forge.conversation.edit(sticky.id, body);
}
/** What the comment shows, each since it does: an approval has to be younger than what it approves. */
function shownNow(talk, { view }) {
	const before = parseShownDigests(talk.sticky?.body ?? "");
	const newest = Math.max(0, ...talk.comments.map((comment) => comment.id));
	return view.goals.flatMap(({ path, digest, goal }) => {
		if (digest === void 0 || goal === void 0) return [];
		return [before.find((shown) => shown.path === path && shown.digest === digest) ?? {
			path,
			digest,
			sinceComment: newest
		}];
	});
}
async function writeGate(forge, store, about) {
	const { pull, seen, talk } = about;
	if (pull.state !== "open") return;
	const { view, goals } = await seeCommit(forge, store, {
		pull,
		seen,
		selfId: talk.self.id
	});
	await forge.gate.report({
		sha: pull.headSha,
		verdict: gateVerdict(view.goals),
		...renderGate(view),
		annotations: gateAnnotations(goals, pull.headSha),
		...talk.sticky === void 0 ? {} : { detailsUrl: talk.sticky.url }
	});
}
async function tellEnds(forge, talk, seen) {
	for (const { run, digest } of seen.view.goals) if (run !== void 0) await tellEnd(forge, talk, {
		run,
		digest
	});
}
export { renderNotice as A, whyNotHere as C, readCommand as D, readGoalFile as E, conversationOf as O, whyNotBy as S, readDefaultGoals as T, isRunOf as _, gateVerdict as a, readApproval as b, requireDefaultBranch as c, findInRepository as d, readRepository as f, readLiveRuns as g, findRun as h, renderGate as i, refusalWords as j, sayOnce as k, openRepository as l, findEnded as m, tellEnd as n, pullOfRun as o, refusalError as p, viewPull as r, openForge as s, refreshPull as t, askRepository as u, placeOf as v, goalIdOf as w, isMeant as x, whyApprovalVoid as y };
