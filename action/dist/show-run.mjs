import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine } from "./plain-text.mjs";
import { A as renderNotice, O as conversationOf, k as sayOnce, o as pullOfRun, t as refreshPull } from "./refresh-pull.mjs";
import { L as isSettled, N as applyEntry, Y as goalDigest, o as readHistory, t as appendEntry } from "./ledger.mjs";
import { n as judgedBy, t as isLive } from "./is-live.mjs";
import { l as GOAL_BYTES_MAX } from "./open-host.mjs";
// src/control/tell-not-started.ts
/** Says once, where an approval was given, why nothing begins: whoever gave it saw a thumb up and would wait. */
async function tellNotStarted(forge, pointer, blocked) {
	const { pull } = pointer;
	if (pull === void 0) return;
	const own = pointer.kind === "comment" ? `${pointer.commentId}` : pointer.commit.slice(0, 12);
	const { goalPath: id, reason } = blocked;
	const text = renderNotice({
		kind: "refusals",
		refusals: [{
			kind: "blocked",
			id,
			reason
		}]
	});
	const talk = await conversationOf(forge.conversation, pull);
	await sayOnce(forge.conversation, talk, {
		key: `unstarted-${own}`,
		text
	});
}
// src/decide/budget.ts
/** The first ceiling that is reached, in the order in which they are looked at. */
function exceededBudget(spent, ceilings) {
	if (isReached(spent.iterations, ceilings.iterationsMax)) return "max_iterations";
	if (isReached(spent.wallClockMs, ceilings.wallClockMaxMs)) return "wall_clock";
	if (isReached(spent.tokens, ceilings.tokensMax)) return "token_budget";
	if (isReached(spent.dispatches, ceilings.dispatchesMax)) return "max_dispatches";
	if (isReached(spent.costUsd, ceilings.costMaxUsd)) return "max_cost_usd";
}
/** What one more dispatch may use: an equal share of what is left, and all the time that is left. */
function reservationFor(spent, ceilings) {
	const shares = Math.max(1, ceilings.dispatchesMax - spent.dispatches);
	const { tokensMax, costMaxUsd } = ceilings;
	return {
		wallClockMs: Math.max(0, ceilings.wallClockMaxMs - spent.wallClockMs),
		...tokensMax === void 0 ? {} : { tokens: Math.max(0, Math.floor((tokensMax - spent.tokens) / shares)) },
		...costMaxUsd === void 0 ? {} : { costUsd: Math.max(0, (costMaxUsd - spent.costUsd) / shares) }
	};
}
function isReached(spent, ceiling) {
	return ceiling !== void 0 && spent >= ceiling;
}
// src/decide/charge.ts
/** Turns usage into spend. What a started agent did not report is charged as it was reserved. */
function charge(used, reservation, ceilings) {
	const observed = {
		iterations: used.charged ? 1 : 0,
		wallClockMs: Math.max(0, Math.round(used.wallClockMs))
	};
	if (used.dispatch === void 0 || used.dispatch.ending === "missing") return {
		...observed,
		dispatches: 0,
		tokens: 0,
		costUsd: 0,
		usage: {},
		unreported: 0
	};
	const { usage } = used.dispatch;
	const tokens = weightedTokens(usage, ceilings.cachedReadWeight);
	return {
		...observed,
		dispatches: 1,
		tokens: tokens ?? reservation.tokens ?? 0,
		costUsd: usage.costUsd ?? reservation.costUsd ?? 0,
		usage,
		unreported: isKnown(tokens, usage.costUsd, reservation) ? 0 : 1
	};
}
/** A cost that nobody has a ceiling for need not be known. */
function isKnown(tokens, costUsd, reservation) {
	return tokens !== void 0 && (costUsd !== void 0 || reservation.costUsd === void 0);
}
function weightedTokens(usage, cachedReadWeight) {
	const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens } = usage;
	const full = [
		inputTokens,
		cacheWriteTokens,
		outputTokens,
		reasoningTokens
	];
	if ([...full, cachedInputTokens].every((count) => count === void 0)) return void 0;
	const sum = full.reduce((sofar, count) => sofar + (count ?? 0), 0);
	return Math.round(sum + (cachedInputTokens ?? 0) * cachedReadWeight);
}
// src/reconcile/stop-run.ts
/** Ends a run for a reason that no observation gives; `lost` when it moved meanwhile. */
async function stopRun(host, ledger, end) {
	return await appendEntry(host.store, ledger, {
		kind: "stopped",
		atMs: host.clock.now(),
		decision: {
			kind: "stop",
			...end
		}
	});
}
// src/reconcile/end-after-losses.ts
/** Runs that may be lost one after another before it is a person's turn. */
const LOST_MAX = 3;
/**
* A run that is lost every time would be started for ever: each costs a machine, and none an iteration.
* `undefined` while there is hope.
*/
async function endAfterLosses(host, ledger, newest) {
	if (ledger.state.status !== "running") return void 0;
	if (await lossesOf(host, ledger) < LOST_MAX) return void 0;
	const ended = await stopRun(host, ledger, {
		status: "error",
		cause: {
			class: "run_lost",
			reason: toOneLine(`${LOST_MAX} runs in a row came to nothing; the last: ${newest}`, 500),
			next: "Look at the logs of these runs; when the cause is gone, comment /kazi approve.",
			ids: []
		}
	});
	return ended === "lost" ? void 0 : ended;
}
/** Claims since the last settlement that were given back or left behind. */
async function lossesOf({ store, liveness }, { oid, state }) {
	const history = await readHistory(store, oid, 6);
	const settled = history.findIndex(({ entry }) => entry.kind === "settled");
	const released = (settled === -1 ? history : history.slice(0, settled)).filter(({ entry }) => entry.kind === "released").length;
	const { claim } = state;
	return released + (claim !== void 0 && await liveness.stateOf(claim.holder) === "gone" ? 1 : 0);
}
// src/act/integrate.ts
/** Takes the head as far as the goal wants and this machine can. Doing it twice changes nothing. */
async function integrate(places, passing) {
	const { state, goal } = passing;
	const wanted = goal.integration.mode ?? (places.pulls === void 0 ? "commit" : "pr");
	const work = {
		...passing,
		wanted
	};
	const own = await ownPull(places, work);
	if (own !== void 0 && places.pulls !== void 0) return await takeOn(places.pulls, own, work);
	if (state.head === state.base) return landed(work, wanted, UNCHANGED);
	if (wanted === "none" || wanted === "commit") return landed(work, wanted);
	if (state.branch === work.baseBranch) return landed(work, "commit", `the work is on ${state.branch} itself, which is a person's to push`);
	return await publish(places, work);
}
/** The goal-file's own pull request, which is there already, whatever was kept. */
async function ownPull({ pulls }, work) {
	const number = work.state.target?.pull;
	const isFor = work.wanted === "pr" || work.wanted === "merge";
	return number === void 0 || !isFor ? void 0 : await pulls?.get(number);
}
const UNCHANGED = "nothing had to be changed";
async function publish({ repository, pulls }, work) {
	const { state, wanted } = work;
	const pushed = await repository.push({
		branch: state.branch,
		commit: state.head
	});
	if (pushed.kind === "refused") return {
		kind: "refused",
		reason: pushed.reason
	};
	if (pushed.kind === "no-remote") return landed(work, "commit", "this repository has no remote to push to");
	if (wanted === "branch") return landed(work, "branch");
	if (pulls === void 0) return landed(work, "branch", `opening a pull request needs GitHub; ${pushed.remote} has the branch`);
	const pull = await pulls.findByBranch(state.branch);
	if (pull !== void 0) return await takeOn(pulls, pull, work);
	return landed(work, "branch", noPull(state));
}
async function takeOn(pulls, pull, work) {
	const { state } = work;
	if (pull.state === "merged") return mergedAt(pull, work);
	if (pull.state === "closed") return {
		kind: "refused",
		reason: `pull request #${pull.number} was closed`
	};
	const ready = await pulls.markReady(pull);
	if (work.wanted === "pr") return landed(work, "pr", ready.kind === "refused" ? `still a draft: ${ready.reason}` : void 0);
	if (ready.kind === "refused") return {
		kind: "refused",
		reason: ready.reason
	};
	const merging = await pulls.mergeWhenReady({
		...ready.pull,
		headSha: state.head
	});
	if (merging.kind === "refused") return await whyRefused(pulls, pull.number, {
		reason: merging.reason,
		head: state.head
	});
	return merging.pull.state === "merged" ? landed(work, "merge") : {
		kind: "waiting",
		reason: `#${pull.number} merges as soon as all that is required holds`
	};
}
/** An older pull request of the same branch says nothing about what was made since. */
function mergedAt(pull, work) {
	const { state } = work;
	if (pull.headSha === state.head) return landed(work, "merge");
	if (pull.number === state.target?.pull) return {
		kind: "refused",
		reason: `pull request #${pull.number} was merged at another commit than the one that passes`
	};
	return landed(work, "branch", noPull(state));
}
function noPull({ branch }) {
	return `no pull request could be opened for ${branch}; open it by hand`;
}
/** A head that moved is no refusal: the next run observes it first. */
async function whyRefused(pulls, number, refused) {
	const now = await pulls.get(number);
	if (!(now?.state === "open" && now.headSha !== refused.head)) return {
		kind: "refused",
		reason: refused.reason
	};
	return {
		kind: "waiting",
		reason: `#${number} moved meanwhile, and that is observed first`
	};
}
function landed({ state, nowMs, wanted }, reached, reason) {
	const why = reason === void 0 ? {} : { reason };
	return {
		kind: "landed",
		landing: {
			wanted,
			reached,
			revision: state.head,
			atMs: nowMs,
			...why
		}
	};
}
// src/decide/backoff.ts
const FIRST_MS = 1e3;
const LONGEST_MS = 3e4;
/** How long to wait before the next look, after `looks` that changed nothing. */
function backoffMs(looks) {
	return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(looks, 16)));
}
// src/decide/harness-trouble.ts
/** Dispatches in a row without a usable difference before it is given up. */
const EMPTY_MAX = 2;
/** Endings that the next dispatch would only repeat, and what a person has to do about each. */
const HOPELESS = {
	missing: "Install what the reason names, or choose another harness with --harness, then run apply again.",
	auth: "Log the harness in or set its key, then run apply again.",
	quota: "Raise the harness's own quota or choose another harness, then run apply again.",
	"unknown-model": "Name a model that the harness knows with --model, then run apply again."
};
/** Why dispatching again would be money for nothing, if it would. */
function harnessTrouble(history) {
	const attempts = history.flatMap((item) => item.attempt === void 0 ? [] : [item.attempt]);
	const latest = attempts.at(-1);
	if (latest === void 0 || latest.fate !== "none") return void 0;
	return hopeless(latest) ?? fruitless(attempts.slice(-2));
}
function hopeless(latest) {
	const next = HOPELESS[latest.ending];
	if (next !== void 0) return {
		class: "harness_unavailable",
		reason: `the harness cannot work: ${latest.summary}`,
		next
	};
	if (latest.ending !== "denied") return void 0;
	return {
		class: "harness_unavailable",
		reason: `the harness was denied its tools and changed nothing: ${latest.summary}`,
		next: "Allow the tools in [harness] permission_mode or allowed_tools, then run apply again."
	};
}
function fruitless(attempts) {
	if (attempts.length < EMPTY_MAX || attempts.some((it) => it.fate !== "none")) return void 0;
	const [first] = attempts.flatMap((it) => it.refused);
	if (first !== void 0) return {
		class: "refused_diff",
		reason: `${attempts.length} dispatches in a row changed only what they may not: ${first.path} (${first.reason})`,
		next: "Widen [scope].paths or [seal].mutable_inputs if the change is wanted, then run apply again."
	};
	const failed = attempts.find((it) => it.ending !== "completed");
	if (failed !== void 0) return {
		class: "harness_unavailable",
		reason: `${attempts.length} dispatches in a row ended without a change: ${failed.ending}: ${failed.summary}`,
		next: "Look at the harness's own output above, then run apply again."
	};
	return {
		class: "no_diff",
		reason: `${attempts.length} dispatches in a row changed no file`,
		next: "Sharpen the descriptions of the failing predicates, or choose another harness or model."
	};
}
// src/decide/stuck.ts
/** Observations in a row that must be alike. */
const WINDOW = 3;
/** The same, when the words of the failure keep changing. */
const WINDOW_WITH_NEWS = 6;
/**
* Whether the work goes nowhere: the same code predicates are not passing, none has a better score,
* and the evidence repeats itself; or twice as long with evidence that changes but never improves.
*/
function isStuck(history, isCode) {
	const rounds = roundsOf(history).map((vector) => vector.filter((verdict) => !isSettled(verdict) && isCode(verdict.id)));
	return isStill(rounds.slice(-3), WINDOW, true) || isStill(rounds.slice(-6), WINDOW_WITH_NEWS, false);
}
/**
* What stood on the branch after each attempt since anything but an attempt was observed. A discarded
* candidate changed nothing; one that is void had no chance and does not count.
*/
function roundsOf(history) {
	const counted = history.filter((item) => item.attempt?.fate !== "void");
	const start = counted.findLastIndex((item) => item.attempt === void 0);
	let standing;
	return counted.slice(Math.max(0, start)).map((item) => {
		if (item.attempt?.fate !== "discarded" || standing === void 0) standing = item.vector;
		return standing;
	});
}
function isStill(window, length, sameEvidence) {
	const [first] = window;
	const last = window.at(-1);
	if (first === void 0 || last === void 0 || window.length < length || last.length === 0) return false;
	return window.every((vector) => isAlike(first, vector, sameEvidence)) && !hasProgress(first, last);
}
function isAlike(left, right, sameEvidence) {
	return left.length === right.length && left.every((verdict, index) => {
		const other = right[index];
		return other !== void 0 && other.id === verdict.id && (!sameEvidence || other.signature === verdict.signature);
	});
}
function hasProgress(first, last) {
	return last.some((verdict, index) => (verdict.score ?? 0) > (first[index]?.score ?? 0));
}
// src/decide/decide.ts
/** Looks that may change nothing before a check counts as broken. */
const ERROR_LOOKS_MAX = 3;
/** The same for a service that should be live. */
const LIVE_LOOKS_MAX = 6;
/** How often a standing goal that holds is looked at. */
const WATCH_EVERY_MS = 3e4;
/** Chooses the one next move. The first rule that applies wins; nothing is landed unless all of the code passes. */
function decide(situation) {
	const seen = seenOf(situation.goal, situation.state);
	if (seen.length === 0) return stopNothing();
	if (seen.every(isNoEvidence)) return stopNothing();
	const unmeasurable = seen.filter(isUnmeasurable);
	if (unmeasurable.length > 0) return stopUnmeasurable(unmeasurable);
	const code = seen.filter((it) => judgedBy(it.predicate.check) === "tree");
	const live = seen.filter((it) => isLive(it.predicate));
	const open = code.filter((it) => !isSettled(it.verdict));
	if (open.length === 0) return whenCodePasses(situation, live);
	const work = open.filter((it) => it.verdict.status === "fail" || isOwnFault(it, situation.state));
	return work.length > 0 ? whenWorkIsLeft(situation, work) : whenCodeIsUnclear(situation, open);
}
function seenOf(goal, state) {
	const verdicts = new Map(state.vector.map((verdict) => [verdict.id, verdict]));
	if (verdicts.size === 0) return [];
	return goal.predicates.map((predicate) => ({
		predicate,
		verdict: verdicts.get(predicate.id) ?? unseen(predicate)
	}));
}
function unseen(predicate) {
	return {
		id: predicate.id,
		status: "unknown",
		signature: "",
		message: "was not evaluated",
		permanent: false
	};
}
/** A check that a kept candidate broke is work; one that never could be evaluated is not. */
function isOwnFault(seen, state) {
	const latest = state.history.at(-1);
	return seen.verdict.status === "error" && latest?.attempt?.fate === "kept" && latest.attempt.regressed.includes(seen.predicate.id);
}
function whenCodePasses(situation, live) {
	const { goal, state, nowMs } = situation;
	const open = live.filter((it) => !isSettled(it.verdict));
	if (isVacuous(situation, open)) return stopVacuous(goal);
	const { landing } = state;
	if (landing?.revision !== state.head) return { kind: "integrate" };
	if (!isAsFarAsWanted(situation)) return stopShort(landing);
	if (live.length > 0 && !situation.observedAfterLanding) return {
		kind: "observe",
		reason: "live predicates count after the landing",
		notBeforeMs: nowMs
	};
	if (open.length > 0) return whenNotLive(situation, open);
	return goal.standing ? {
		kind: "watch",
		notBeforeMs: nowMs + WATCH_EVERY_MS
	} : { kind: "converged" };
}
/** Only where the goal says how far: without it every host goes as far as it can. */
function isAsFarAsWanted({ goal, state }) {
	const verdicts = new Map(state.vector.map((verdict) => [verdict.id, verdict]));
	return goal.predicates.filter((it) => judgedBy(it.check) === "landing").every((it) => isSettled(verdicts.get(it.id) ?? { status: "unknown" }));
}
function stopShort({ wanted, reached, reason }) {
	return {
		kind: "stop",
		status: "stuck",
		cause: {
			class: "landing_failed",
			reason: `everything passes, but the result reached "${reached}" and not "${wanted}"${reason === void 0 ? "" : `: ${reason}`}`,
			next: `Take it there by hand, or set [integration] mode = "${reached}", then run apply again.`,
			ids: []
		}
	};
}
/** What is waived says nothing, and a landing says nothing of what landed. */
function isNoEvidence({ predicate, verdict }) {
	return verdict.waived === true || judgedBy(predicate.check) === "landing";
}
/** No attempt and no waiting can make it known, so nothing is spent on the rest either. */
function isUnmeasurable({ verdict }) {
	return verdict.status === "unknown" && verdict.permanent && !isSettled(verdict);
}
function stopUnmeasurable(seen) {
	return stop("stuck", "unmeasurable", seen, {
		reason: `cannot be known here: ${told(seen)}`,
		next: "Give it what it names, remove the predicate, or mark it optional = true; then run apply again."
	});
}
/** Nothing to build: green before any work, and not because an earlier run did it. */
function isVacuous({ goal, state }, open) {
	const isUntouched = state.iteration === 0 && state.head === state.base;
	return goal.mode === "create" && isUntouched && open.length === 0;
}
function whenNotLive(situation, open) {
	const looks = trailingLooks(situation, (verdicts) => open.some((it) => verdicts.get(it.predicate.id) !== "pass"));
	if (open.some((it) => it.verdict.permanent) || looks >= LIVE_LOOKS_MAX) return stop("stuck", "not_live", open, {
		reason: `the code passes and is landed, but the service does not: ${told(open)}`,
		next: "Deploy the landed revision, then run apply again."
	});
	return lookAgain(situation, "the service does not answer as wanted yet", looks);
}
function whenWorkIsLeft(situation, work) {
	const { goal, state } = situation;
	const ids = work.map((it) => it.predicate.id);
	const trouble = harnessTrouble(state.history);
	if (trouble !== void 0) return {
		kind: "stop",
		status: "stuck",
		cause: {
			...trouble,
			ids
		}
	};
	const code = new Set(goal.predicates.filter((it) => judgedBy(it.check) === "tree").map((it) => it.id));
	if (isStuck(state.history, (id) => code.has(id))) return stop("stuck", "no_progress", work, {
		reason: `several attempts in a row changed nothing about ${told(work)}`,
		next: "Read the attempts above; sharpen the predicate's description, fix the first obstacle by hand, or choose another harness or model, then run apply again."
	});
	return stopOverBudget(situation, work) ?? {
		kind: "dispatch",
		failing: ids
	};
}
function whenCodeIsUnclear(situation, open) {
	const looks = trailingLooks(situation, (verdicts) => open.every((it) => verdicts.get(it.predicate.id) === it.verdict.status));
	if (open.some((it) => it.verdict.permanent) || looks >= ERROR_LOOKS_MAX) return stop("stuck", "error_wedged", open, {
		reason: `cannot be evaluated: ${told(open)}`,
		next: "Repair the check itself (its command, its tools, [setup]), then run apply again."
	});
	return stopOverBudget(situation, open) ?? lookAgain(situation, `could not be evaluated: ${told(open)}`, looks);
}
/** How many of the newest observations, this one included, look the same to `alike`. */
function trailingLooks({ state }, alike) {
	const statuses = state.history.map((item) => new Map(item.vector.map((verdict) => [verdict.id, verdict.status])));
	const different = statuses.findLastIndex((it) => !alike(it));
	return statuses.length - 1 - different;
}
function lookAgain({ nowMs }, reason, looks) {
	return {
		kind: "observe",
		reason,
		notBeforeMs: nowMs + backoffMs(looks - 1)
	};
}
/** The key of `[budget]` behind each dimension: what a person has to write. */
const KEYS = {
	max_iterations: "max_iterations",
	wall_clock: "max_wall_clock_ms",
	token_budget: "max_tokens",
	max_dispatches: "max_dispatches",
	max_cost_usd: "max_cost_usd"
};
function stopOverBudget({ state }, open) {
	const exceeded = exceededBudget(state.spent, state.ceilings);
	if (exceeded === void 0) return void 0;
	return {
		kind: "stop",
		status: "over_budget",
		cause: {
			class: "budget_exhausted",
			exceeded,
			reason: `the ceiling ${KEYS[exceeded]} is reached while these do not pass: ${told(open)}`,
			next: `Raise ${KEYS[exceeded]} in [budget] or narrow the goal, then run apply again; unchanged, it would start over with the same budget.`,
			ids: open.map((it) => it.predicate.id)
		}
	};
}
function stopVacuous(goal) {
	return {
		kind: "stop",
		status: "error",
		cause: {
			class: "vacuous",
			reason: "goal is vacuous: every predicate already passes, so there is nothing to build",
			next: "Add a predicate that fails until the work is done, or set mode = \"repair\".",
			ids: goal.predicates.map((predicate) => predicate.id)
		}
	};
}
function stopNothing() {
	return {
		kind: "stop",
		status: "error",
		cause: {
			class: "nothing_evaluated",
			reason: "no predicate was evaluated, and zero of zero is not success",
			next: "Declare at least one [[predicate]] that can be evaluated here and is not optional.",
			ids: []
		}
	};
}
function stop(status, causeClass, open, words) {
	const ids = open.map((it) => it.predicate.id);
	return {
		kind: "stop",
		status,
		cause: {
			class: causeClass,
			...words,
			ids
		}
	};
}
/** At most three predicates with what was seen of each. */
function told(open) {
	return [...open.slice(0, 3).map((it) => `${it.predicate.id} (${it.verdict.message})`), ...open.length > 3 ? [`${open.length - 3} more`] : []].join(", ");
}
// src/model/evidence-signature.ts
/** What differs from run to run of the same failure. Each repetition starts where no other can: linear. */
const NOISE = [
	[/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#"],
	[/\b\d{4}-\d{2}-\d{2}(?=[T\s]|$)/gm, "#"],
	[/(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?Z?\b/g, "#"],
	[/\b((?:duration|elapsed|took|finished in|time)\w{0,16}\b[^\d\n]{0,20})\d[\d.,]*/gi, "$1#"],
	[/\b((?:pid|process|node:)[ =:#]{0,3})\d+/gi, "$1#"],
	[/(?<=\b(?:127\.0\.0\.1|localhost|\[::1?\]|0\.0\.0\.0):)\d{1,5}/gi, "#"],
	[/\b0x[0-9a-f]+\b/gi, "#"],
	[/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, "#"],
	[/(?:\/[\w.@+-]+){2,}/g, "/"],
	[/(?<![\d.])\d+(?:\.\d+)?\s?(?:ms|s|µs|ns|m|seconds?|minutes?)\b/g, "#"]
];
/** Equal for the same failure, whatever durations, addresses, hashes and folders stand in it. */
function evidenceSignature(evidence) {
	const { counts } = evidence;
	const findings = evidence.findings.map((it) => `${it.file}:${it.rule ?? ""}:${it.message}`);
	const text = [
		evidence.message,
		evidence.seen ?? "",
		...counts === void 0 ? [] : [`${counts.passed}/${counts.failed}/${counts.total}`],
		...findings,
		evidence.excerpt ?? ""
	].join("\n");
	return fnv1a(NOISE.reduce((sofar, [noise, mark]) => sofar.replaceAll(noise, mark), text));
}
/** FNV-1a, 32 bits: equality is all that is asked of it. */
function fnv1a(text) {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
// src/model/to-verdict.ts
/** A result as the ledger keeps it for later decisions. */
function toVerdict(result) {
	return {
		id: result.id,
		status: result.status,
		...result.score === void 0 ? {} : { score: result.score },
		signature: evidenceSignature(result.evidence),
		message: toOneLine(result.evidence.message, 200),
		permanent: result.permanent
	};
}
// src/reconcile/verdicts-of.ts
/** An observation as the record keeps it: what only a landing decides is decided, baselines stand elsewhere. */
function recordedResults(goal, results, travelled) {
	const landings = new Map(landingResults(goal, travelled).map((it) => [it.id, it]));
	return results.map((result) => {
		const { baselines: _kept, ...rest } = result;
		return landings.get(result.id) ?? rest;
	});
}
/** What nobody insists on is waived here, and not where strangers' code runs. */
function verdictsOf(goal, results) {
	const optional = new Set(goal.predicates.filter((it) => it.optional === true).map((it) => it.id));
	return results.map((result) => {
		return result.status === "unknown" && optional.has(result.id) ? {
			...toVerdict(result),
			waived: true
		} : toVerdict(result);
	});
}
/** The verdicts that a landing changes. */
function landingVerdicts(goal, travelled) {
	return verdictsOf(goal, landingResults(goal, travelled));
}
function landingResults(goal, travelled) {
	return goal.predicates.filter((predicate) => judgedBy(predicate.check) === "landing").map((predicate) => landingResult(predicate, travelled));
}
function landingResult({ id, check }, { head, landing }) {
	const wanted = check.provider === "landed" ? check.wanted : "commit";
	const isHere = landing !== void 0 && landing.revision === head;
	const reached = isHere ? landing.reached : "none";
	const isReached = LEVELS.indexOf(reached) >= LEVELS.indexOf(wanted);
	const reason = isHere && landing.reason !== void 0 ? `: ${landing.reason}` : "";
	const message = isReached ? `has reached "${reached}"` : `has reached "${reached}", wanted "${wanted}"${reason}`;
	return {
		id,
		status: isReached ? "pass" : "fail",
		permanent: false,
		evidence: {
			message,
			seen: reached,
			wanted,
			findings: [],
			durationMs: 0
		}
	};
}
const LEVELS = [
	"none",
	"commit",
	"branch",
	"pr",
	"merge"
];
// src/reconcile/land-head.ts
/** Takes a passing head where the goal wants it, and records how far it got. */
async function landHead(host, { goal, baseBranch }, ledger) {
	const nowMs = host.clock.now();
	const { state: passing } = ledger;
	const outcome = await integrate(host, {
		goal,
		state: passing,
		nowMs,
		baseBranch
	});
	if (outcome.kind === "refused") {
		const decision = landingRefused(outcome.reason);
		return await appendEntry(host.store, ledger, {
			kind: "stopped",
			atMs: nowMs,
			decision
		});
	}
	if (outcome.kind === "waiting") return { reason: outcome.reason };
	const { landing } = outcome;
	const draft = {
		kind: "landed",
		atMs: nowMs,
		landing,
		verdicts: landingVerdicts(goal, {
			head: passing.head,
			landing
		}),
		decision: passing.next
	};
	const decision = decide({
		goal,
		state: applyEntry(passing, draft),
		observedAfterLanding: false,
		nowMs
	});
	const entry = {
		...draft,
		decision
	};
	const alsoMove = landing.reached === "merge" ? [] : await missingBranch(host, passing);
	const head = await appendEntry(host.store, ledger, entry, { alsoMove });
	if (head !== "lost") host.events.emit({
		kind: "landed",
		landing,
		branch: head.state.branch
	});
	return head;
}
/** Landed means that the branch is there: one that was deleted meanwhile comes back. */
async function missingBranch(host, state) {
	if (state.head === state.base) return [];
	return await host.repository.branch(state.branch) === void 0 ? [{
		ref: `refs/heads/${state.branch}`,
		after: state.head
	}] : [];
}
function landingRefused(reason) {
	return {
		kind: "stop",
		status: "stuck",
		cause: {
			class: "landing_failed",
			reason: `everything passes, but the remote refused the branch: ${reason}`,
			next: "Settle that with the remote, then run apply again; the work is on the local branch.",
			ids: []
		}
	};
}
// src/report/render-proposal.ts
const TITLE_MAX = 100;
/** Title and first words of the pull request of a work branch; all that changes stands in the comment. */
function renderProposal(goal, { approval }) {
	return {
		title: toOneLine(`kazi: ${goal.name ?? goal.id}`, TITLE_MAX),
		body: [
			`kazi works here on the goal of ${`\`${toOneLine(approval.goalPath, 300).replaceAll("`", "'")}\``}.`,
			"",
			"It is done when every predicate of that file passes on the head of this branch, observed on a fresh checkout. Until then this stays a draft. The comment below shows where it stands.",
			""
		].join("\n")
	};
}
// src/reconcile/propose.ts
/** After the first kept commit the work branch gets its pull request. That it cannot be had is told, and ends nothing. */
async function propose(host, { goal, inPlace, baseBranch }, { state }) {
	const wanted = goal.integration.mode ?? "pr";
	const isWanted = wanted === "pr" || wanted === "merge";
	if (host.pulls === void 0 || inPlace || !isWanted || state.head === state.base) return;
	const { title, body } = renderProposal(goal, state);
	const request = {
		branch: state.branch,
		base: baseBranch,
		title,
		body
	};
	const outcome = await host.pulls.open(request).catch(whyNotNow);
	if (outcome.kind === "done") return;
	const message = `no pull request could be opened for ${state.branch}: ${outcome.reason}`;
	host.events.emit({
		kind: "warned",
		message
	});
}
/** GitHub is disturbed: the next run tries again, and this one has recorded what it did. */
function whyNotNow(error) {
	if (error instanceof KaziError && error.code === "github-unavailable") return {
		kind: "refused",
		reason: error.message
	};
	throw error;
}
// src/reconcile/voided.ts
/** Whatever was approved is not what stands there now: a person's word is needed again. */
function voided(reason) {
	return {
		class: "approval_void",
		reason: toOneLine(reason, 500),
		next: "Look at what changed; comment /kazi approve to start a new generation with it.",
		ids: []
	};
}
// src/reconcile/why-changed.ts
/** Why an approved goal-file is not the one that stands where the run looks for it. */
async function whyChanged({ repository }, { approval, target, branch }) {
	const name = target?.inPlace === true ? branch : target?.baseBranch ?? branch;
	const head = await repository.branch(name) ?? await mergedTo(repository, target);
	if (head === void 0) return withdrawn(`the branch ${name} is gone`);
	const text = await repository.text(head, approval.goalPath, GOAL_BYTES_MAX);
	if (text === void 0) return withdrawn(`${approval.goalPath} was deleted from ${name}`);
	return goalDigest(new TextEncoder().encode(text)) === approval.goalDigest ? void 0 : voided(`${approval.goalPath} was changed on ${name} after it was approved`);
}
/** Many repositories delete a branch with its merge: then the goal-file stands where it was merged to. */
async function mergedTo(repository, target) {
	return target?.inPlace === true ? await repository.branch(target.baseBranch) : void 0;
}
/** Taking the goal away is a person's way to say that it is over. */
function withdrawn(reason) {
	return {
		class: "operator",
		reason: toOneLine(reason, 500),
		next: "Nothing.",
		ids: []
	};
}
// action/show-run.ts
/** Without an App the job itself brings gate and comment up to date. That it could not is told, and undoes nothing. */
async function showRun(inputs, job, shown) {
	if (inputs.app !== void 0) return;
	try {
		const { forge, store, state } = shown;
		const number = (state === void 0 ? void 0 : await pullOfRun(forge, state)) ?? shown.pull;
		if (number !== void 0) await refreshPull(forge, store, number);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		job.log.emit({
			kind: "warned",
			message: `what came of it could not be shown: ${why}`
		});
	}
}
export { landHead as a, decide as c, charge as d, reservationFor as f, propose as i, endAfterLosses as l, whyChanged as n, recordedResults as o, tellNotStarted as p, voided as r, verdictsOf as s, showRun as t, stopRun as u };
