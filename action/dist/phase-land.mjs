import { a as landHead, c as decide, d as charge, i as propose, l as endAfterLosses, n as whyChanged, o as recordedResults, p as tellNotStarted, s as verdictsOf, t as showRun, u as stopRun } from "./show-run.mjs";
import { t as KaziError } from "./kazi-error.mjs";
import { n as toOneLine } from "./plain-text.mjs";
import { N as applyEntry, P as mergeBaselines, V as liveRef, s as readLedger, t as appendEntry } from "./ledger.mjs";
import { n as judgedBy } from "./is-live.mjs";
import { n as isKeyOf } from "./baseline-key.mjs";
import { n as judgePaths, t as pathRules } from "./path-rules.mjs";
import { a as parseDispatchReport, i as HANDOVER_BYTES_MAX, n as readClaim, o as parseObservation, r as readReport, t as lostClaim } from "./read-claim.mjs";
import { a as checkDocuments, n as openHost, t as documentsFolder } from "./open-host.mjs";
import { s as openForge } from "./refresh-pull.mjs";
// src/decide/judge-candidate.ts
const RANK = {
	pass: 2,
	fail: 1,
	error: 0,
	unknown: 0
};
/**
* Compares what a candidate's tree observed with what stood before it. A candidate that only makes
* things worse is discarded; one that changes nothing measurable may be a first step and is kept.
* Both vectors are of code predicates: a live one says nothing about a tree.
*/
function judgeCandidate(before, after) {
	const old = new Map(before.map((verdict) => [verdict.id, verdict]));
	const changes = after.map((verdict) => ({
		id: verdict.id,
		step: stepFrom(old.get(verdict.id), verdict)
	}));
	const improved = changes.filter((it) => it.step > 0).map((it) => it.id);
	const regressed = changes.filter((it) => it.step < 0).map((it) => it.id);
	return {
		keep: regressed.length === 0 || improved.length > 0,
		improved,
		regressed
	};
}
function stepFrom(before, after) {
	if (before === void 0) return 0;
	const rank = RANK[after.status] - RANK[before.status];
	if (rank !== 0 || after.status !== "fail") return rank;
	return (after.score ?? 0) - (before.score ?? 0);
}
// src/reconcile/moved-baselines.ts
/** What ratchets remember: only of what passes, and only of a tree that stays. */
function movedBaselines(results, attempt) {
	if (attempt?.fate === "discarded" || attempt?.fate === "void") return {};
	const moved = results.filter((result) => result.status === "pass").flatMap((result) => (result.baselines ?? []).filter((it) => isKeyOf(it.key, result.id)));
	const bounded = mergeBaselines([], moved);
	return bounded.length === 0 ? {} : { baselines: bounded };
}
// src/reconcile/draft-settlement.ts
/** Judges the candidate, decides the next move, and writes both down as one entry. */
async function draftSettlement(host, assignment, work) {
	const { ticket, evidence, state } = work;
	const isMoved = await host.repository.branch(ticket.branch) !== ticket.branchHead;
	const vector = recordedVector(assignment.goal, work);
	const observed = verdictsOf(assignment.goal, vector.results);
	const attempt = judgeAttempt(assignment.goal, {
		...work,
		observed,
		isMoved
	});
	const candidate = attempt?.fate === "kept" ? evidence.received?.commit : void 0;
	if (candidate !== void 0 && !assignment.inPlace) await requireNotCheckedOut(host, ticket);
	const nowMs = host.clock.now();
	const entry = toEntry(work, {
		observed,
		attempt,
		head: candidate ?? ticket.head,
		nowMs
	});
	const decision = suspicion(work, attempt) ?? decide({
		goal: assignment.goal,
		state: applyEntry(state, entry),
		observedAfterLanding: state.landing?.revision === ticket.head,
		nowMs
	});
	return {
		entry: {
			...entry,
			decision
		},
		moves: movesOf(ticket, candidate),
		vector
	};
}
function recordedVector(goal, { ticket, evidence, state }) {
	const { vector } = evidence.observation;
	const head = evidence.received?.commit ?? ticket.head;
	return {
		...vector,
		results: recordedResults(goal, vector.results, {
			head,
			landing: state.landing
		})
	};
}
function toEntry(work, found) {
	const { observed, attempt, head, nowMs } = found;
	const { iteration, epoch, nonce } = work.ticket;
	return {
		kind: "settled",
		atMs: nowMs,
		iteration,
		epoch,
		nonce,
		spend: spendOf(nowMs, work),
		observed,
		...attempt === void 0 ? {} : { attempt },
		head,
		...movedBaselines(work.evidence.observation.vector.results, attempt),
		decision: {
			kind: "observe",
			reason: "not decided yet",
			notBeforeMs: nowMs
		}
	};
}
function movesOf(ticket, candidate) {
	if (candidate === void 0) return [];
	const before = ticket.branchHead === void 0 ? {} : { before: ticket.branchHead };
	return [{
		ref: `refs/heads/${ticket.branch}`,
		...before,
		after: candidate
	}];
}
/** Moving a branch that stands in a checkout would turn its files into a reversal of the work. */
async function requireNotCheckedOut(host, { branch }) {
	const { checkedOut } = await host.repository.inspect();
	if (!checkedOut.includes(branch)) return;
	throw new KaziError({
		code: "workspace-unusable",
		message: `${branch} was checked out while kazi worked on it, so the result was not put there. Switch that checkout to another branch, then run apply again`
	});
}
/** Without a namespace an agent can reach the person's refs: who moved the branch is then nobody's guess. */
function suspicion({ ticket, evidence }, attempt) {
	const isConfined = evidence.observation.vector.isolation === "namespace";
	if (attempt?.fate !== "void" || isConfined) return void 0;
	return {
		kind: "stop",
		status: "stuck",
		cause: {
			class: "branch_moved",
			reason: `${ticket.branch} was moved while an agent was at work, and nothing on this machine could have kept the agent from doing it`,
			next: `Look at what ${ticket.branch} holds now; if it is yours, run apply again to go on from it.`,
			ids: []
		}
	};
}
function spendOf(nowMs, { ticket, evidence, state }) {
	const outcome = evidence.report?.outcome;
	const used = {
		...outcome === void 0 ? {} : { dispatch: outcome },
		charged: ticket.iteration > 0,
		wallClockMs: nowMs - (state.claim?.atMs ?? nowMs)
	};
	return charge(used, ticket.reservation, state.ceilings);
}
/** What became of the dispatch, if there was one. */
function judgeAttempt(goal, work) {
	const { report, received } = work.evidence;
	if (report === void 0) return void 0;
	const ofTree = goal.predicates.filter((it) => judgedBy(it.check) === "tree");
	const code = new Set(ofTree.map((predicate) => predicate.id));
	const [before, after] = [work.state.vector, work.observed].map((verdicts) => verdicts.filter((verdict) => code.has(verdict.id)));
	const judgement = judgeCandidate(before ?? [], after ?? []);
	return {
		ending: report.outcome.ending,
		summary: report.outcome.summary,
		changed: report.changed.slice(0, LISTED_MAX),
		refused: report.refused.slice(0, LISTED_MAX),
		fate: received === void 0 ? "none" : fateOf(judgement.keep, work.isMoved),
		regressed: received === void 0 ? [] : judgement.regressed
	};
}
/** A person's commit on the branch wins: the candidate was made for a head that is no more. */
function fateOf(keep, isMoved) {
	if (isMoved) return "void";
	return keep ? "kept" : "discarded";
}
/** Paths of one attempt that a checkpoint names. */
const LISTED_MAX = 50;
// src/reconcile/read-evidence.ts
/** Reads the documents and the bundle of the work jobs; refuses whatever is not of exactly this claim. */
async function readEvidence(host, assignment, { ticket, bench }) {
	const text = await bench.handover.read("observation", HANDOVER_BYTES_MAX);
	if (text === void 0) throw invalid("the observe job left no observation");
	const observation = parseObservation(text);
	requireSameClaim(observation, ticket);
	requireAllResults(assignment.goal, observation);
	requireOwnGraders(observation);
	if (ticket.kind === "observe") {
		await requireTree(host, observation, { commit: ticket.head });
		return { observation };
	}
	const reported = await bench.handover.read("dispatch", HANDOVER_BYTES_MAX);
	if (reported === void 0) throw invalid("the dispatch job left no report");
	const report = parseDispatchReport(reported);
	requireSameClaim(report, ticket);
	if (report.candidate === void 0) {
		await requireTree(host, observation, { commit: ticket.head });
		return {
			observation,
			report
		};
	}
	const received = await bench.workshop.receive(ticket.head, report.candidate);
	if (received === void 0) throw invalid("the announced candidate has no bundle");
	const { refused } = judgePaths(received.changes, await pathRules(host, assignment, ticket));
	const [first] = refused;
	if (first !== void 0) throw invalid(`the candidate contains ${first.path}, which ${first.reason}`);
	await requireTree(host, observation, received);
	return {
		observation,
		report,
		received
	};
}
function requireSameClaim(document, ticket) {
	if (document.epoch === ticket.epoch && document.nonce === ticket.nonce) return;
	throw invalid(`a document is of another claim (epoch ${document.epoch}, not ${ticket.epoch})`);
}
function requireAllResults(goal, { vector }) {
	const wanted = goal.predicates.map((predicate) => predicate.id);
	const found = vector.results.map((result) => result.id);
	if (wanted.length === found.length && wanted.every((id, index) => id === found[index])) return;
	throw invalid(`the observation names ${found.length} predicates, the goal ${wanted.length}`);
}
/** What was graded by files that the commit does not hold says nothing about the commit. */
function requireOwnGraders({ restored }) {
	const [first] = restored;
	if (first === void 0) return;
	throw new KaziError({
		code: "approval-void",
		message: `the approval is void: ${first}, which grades this goal, is not as it was approved on the observed commit; nothing was kept. Run apply again where it stands as you want it`
	});
}
async function requireTree(host, { vector }, subject) {
	const tree = subject.tree ?? await host.repository.treeOf(subject.commit);
	if (vector.commit === subject.commit && vector.tree === tree) return;
	throw invalid(`the observation is of ${vector.commit}, expected ${subject.commit}`);
}
function invalid(reason) {
	return new KaziError({
		code: "handover-invalid",
		message: `${reason}; nothing was kept`
	});
}
// src/reconcile/land.ts
const ATTEMPTS_MAX$1 = 5;
/** Land job: checks what the others left as a stranger's, decides, and records code and verdict in one move. */
async function land(host, assignment, claimed) {
	const evidence = await readEvidence(host, assignment, claimed);
	if (evidence.received !== void 0) await host.repository.adopt(evidence.received.commit);
	const settled = await settle(host, assignment, {
		ticket: claimed.ticket,
		evidence
	});
	if (assignment.inPlace && settled.state.head !== claimed.ticket.head) {
		const { branch, head: from } = claimed.ticket;
		await advance(host, branch, {
			from,
			to: settled.state.head
		});
	}
	return settled;
}
/** Appends the settlement; when somebody was faster, looks again what that means. */
async function settle(host, assignment, work) {
	const { ticket, evidence } = work;
	for (let attempt = 0; attempt < ATTEMPTS_MAX$1; attempt += 1) {
		const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
		if (ledger === void 0) throw vanished(ticket);
		if (!isOwn(ledger.state, ticket)) throw fenced(ticket);
		const draft = await draftSettlement(host, assignment, {
			...work,
			state: ledger.state
		});
		const head = await appendEntry(host.store, ledger, draft.entry, {
			...isOfHead(draft.entry) ? { vector: draft.vector } : {},
			alsoMove: draft.moves
		});
		if (head === "lost") continue;
		host.events.emit({
			kind: "settled",
			iteration: ticket.iteration,
			vector: draft.vector,
			...draft.entry.attempt === void 0 ? {} : { attempt: draft.entry.attempt },
			...evidence.received === void 0 ? {} : { diff: evidence.received.diff },
			spent: head.state.spent,
			decision: draft.entry.decision
		});
		return head;
	}
	throw new KaziError({
		code: "record-unwritable",
		message: `the result of iteration ${ticket.iteration} could not be recorded within ${ATTEMPTS_MAX$1} attempts; nothing was kept. Run apply again`
	});
}
function isOwn(state, ticket) {
	return state.claim?.epoch === ticket.epoch && state.claim.nonce === ticket.nonce;
}
function fenced(ticket) {
	return new KaziError({
		code: "goal-busy",
		message: `iteration ${ticket.iteration} of goal ${ticket.goal} was taken over or stopped by somebody else; the result of this run was not kept`
	});
}
/** What a thrown-away candidate showed is in its entry; the evidence of the head stays as it was. */
function isOfHead({ attempt }) {
	return attempt === void 0 || attempt.fate === "kept" || attempt.fate === "none";
}
function vanished(ticket) {
	return new KaziError({
		code: "record-forged",
		message: `the ledger of goal ${ticket.goal} was deleted while kazi worked, and with it what was spent; the result of iteration ${ticket.iteration} was not kept`
	});
}
/** The result is recorded; the checkout follows it where it still stands on the branch. */
async function advance(host, branch, move) {
	if (await host.repository.advance(move.from, move.to)) return;
	if ((await host.repository.inspect()).branch !== branch) {
		const message = `the checkout left ${branch} meanwhile; the result is there, at ${move.to.slice(0, 12)}`;
		host.events.emit({
			kind: "warned",
			message
		});
		return;
	}
	throw new KaziError({
		code: "workspace-unusable",
		message: `the result is ${move.to.slice(0, 12)} on ${branch}, but files of the checkout were changed meanwhile, so they were left as they are and still show the state before it. Bring both together with: git stash && git reset --hard && git stash pop`
	});
}
// src/reconcile/release.ts
const ATTEMPTS_MAX = 3;
const CRASHED = {
	ending: "crashed",
	usage: {}
};
/**
* Gives a claim back that came to nothing, so that the next run need not wait for its end. What its
* agent reported counts as spent, and what it had reserved where nothing was. Best effort: a claim that stays is taken over later.
*/
async function release(host, ticket, end) {
	const { reason } = end;
	for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
		const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
		const held = ledger?.state.claim;
		if (ledger === void 0 || held?.nonce !== ticket.nonce) return;
		const nowMs = host.clock.now();
		const used = {
			...ticket.kind === "dispatch" ? { dispatch: end.outcome ?? CRASHED } : {},
			charged: false,
			wallClockMs: nowMs - held.atMs
		};
		if (await appendEntry(host.store, ledger, {
			kind: "released",
			atMs: nowMs,
			epoch: held.epoch,
			nonce: held.nonce,
			spend: charge(used, held.reservation, ledger.state.ceilings),
			reason,
			decision: ledger.state.next
		}) === "lost") continue;
		host.events.emit({
			kind: "released",
			iteration: ticket.iteration,
			reason
		});
		return;
	}
}
// src/reconcile/phase-land.ts
/** Land job of a workflow run: settles or gives back what was claimed, and takes a passing head on. */
async function landPhase$1(host) {
	const claimed = await readClaim(host);
	const settled = await landOrRelease(host, claimed);
	if (typeof settled === "string") return await afterLoss(host, claimed.ticket, settled);
	await propose(host, claimed.assignment, settled);
	const changed = await endChanged(host, settled);
	if (changed !== void 0) return {
		state: changed.state,
		again: false
	};
	const next = await takeOn(host, claimed.assignment, settled);
	return {
		state: next.state,
		again: isToGoOn(next.state)
	};
}
/** A sentence where the documents of the work jobs cannot be used: then the claim is given back. */
async function landOrRelease(host, claimed) {
	const { ticket, bench, assignment } = claimed;
	try {
		return await land(host, assignment, {
			ticket,
			bench
		});
	} catch (error) {
		if (!(error instanceof KaziError) || error.code === "goal-busy") throw error;
		const report = await readReport(claimed).catch(() => void 0);
		const reason = toOneLine(error.message, 500);
		await release(host, ticket, {
			reason,
			outcome: report?.outcome
		});
		if (error.code === "push-refused") await endRefused(host, ticket, reason);
		return reason;
	}
}
/** What the rules of the repository refuse once they refuse again: a person settles that first. */
async function endRefused(host, ticket, reason) {
	const ledger = await readLedger(host.store, liveRef(host.store, ticket.goal));
	if (ledger?.state.status !== "running") return;
	await stopRun(host, ledger, {
		status: "stuck",
		cause: {
			class: "landing_failed",
			reason: toOneLine(`GitHub refused the push of kept work: ${reason}`, 500),
			next: "Change the rule or the workflow files that it names, then comment /kazi approve.",
			ids: []
		}
	});
}
async function afterLoss(host, ticket, lost) {
	const ref = liveRef(host.store, ticket.goal);
	const ledger = await readLedger(host.store, ref);
	if (ledger === void 0) throw lostClaim(`the ledger ${ref} is gone`);
	const { state } = await endAfterLosses(host, ledger, lost) ?? ledger;
	return {
		state,
		again: isToGoOn(state),
		lost
	};
}
/** A goal-file that was changed while the last piece of work was done takes nothing home any more. */
async function endChanged(host, settled) {
	if (settled.state.next.kind !== "integrate") return void 0;
	const cause = await whyChanged(host, settled.state);
	if (cause === void 0) return void 0;
	const ended = await stopRun(host, settled, {
		status: "stopped",
		cause
	});
	return ended === "lost" ? settled : ended;
}
async function takeOn(host, assignment, settled) {
	if (settled.state.next.kind !== "integrate") return settled;
	const landed = await landHead(host, assignment, settled);
	return landed === "lost" || "reason" in landed ? settled : landed;
}
/** What waits for the world, a merge or a standing goal, is woken by it. */
function isToGoOn({ status, next }) {
	return status === "running" && (next.kind === "dispatch" || next.kind === "observe");
}
// action/phase-land.ts
/** Keeps or throws away what was made, records it, and starts the next run where there is more to do. */
async function landPhase(inputs, job) {
	const damage = await checkDocuments(documentsFolder(inputs, job), inputs.digests);
	for (const { problem } of damage) job.log.emit({
		kind: "warned",
		message: problem
	});
	const forge = await openForge(inputs, job);
	const noTicket = damage.find(({ name }) => name === "claim");
	if (noTicket !== void 0) throw await handOn(forge, inputs, noTicket.problem);
	const host = await openHost(inputs, job, forge);
	const { state, again, lost } = await landPhase$1(host);
	const settled = lost === void 0 ? `Iteration ${state.iteration} of goal ${state.goal} is recorded; the goal is ${state.status}.` : `Nothing of this iteration was kept: ${lost}.`;
	const pull = state.target?.inPlace === true ? state.target.pull : void 0;
	const following = {
		goalPath: state.approval.goalPath,
		...pull === void 0 ? {} : { pull }
	};
	let next = "";
	try {
		if (again) next = ` ${await startNext(forge, state, following)}`;
	} finally {
		await showRun(inputs, job, {
			forge,
			store: host.store,
			state
		});
	}
	const look = isUnheardMerge(inputs, state) ? ` ${await startRun(forge, following)}` : "";
	return {
		outputs: { outcome: state.status },
		sentence: `${settled}${next}${look}`
	};
}
/** Where GitHub starts nothing any more the approver is told, or the gate would say "running" and nobody why. */
async function startNext(forge, { approval }, request) {
	const { pointer, goalPath } = approval;
	const started = await forge.runs.dispatch(request);
	if (started.kind === "blocked" && pointer !== void 0) await tellNotStarted(forge, pointer, {
		goalPath,
		reason: started.reason
	}).catch(() => void 0);
	return wordsOf(started);
}
/**
* The gate that was just shown may be all that a merge waited for, and without an App nobody hears of a
* merge that this job's own token asked for. One more run looks; where the merge waits longer, the schedule does.
*/
function isUnheardMerge({ app }, { status, next }) {
	return app === void 0 && status === "running" && next.kind === "integrate";
}
/** Without its ticket this job cannot say what it may settle. The run after it finds this one over and takes its claim. */
async function handOn(forge, { goal, pull }, problem) {
	const started = await startRun(forge, {
		goalPath: goal,
		...pull === void 0 ? {} : { pull }
	});
	return new KaziError({
		code: "handover-invalid",
		message: `${problem}; nothing of this iteration was kept. ${started}`
	});
}
async function startRun(forge, request) {
	return wordsOf(await forge.runs.dispatch(request));
}
function wordsOf(started) {
	return started.kind === "started" ? "The next run was started." : `The next run could not be started: ${started.reason}`;
}
export { landPhase };
