import { E as readGoalFile, b as readApproval, c as requireDefaultBranch, j as refusalWords, s as openForge, v as placeOf$1, w as goalIdOf, y as whyApprovalVoid } from "./refresh-pull.mjs";
import { a as landHead, d as charge, f as reservationFor, i as propose, l as endAfterLosses, n as whyChanged, p as tellNotStarted, r as voided, t as showRun, u as stopRun } from "./show-run.mjs";
import { B as livePrefix, H as turnRef, J as approvalDigest, N as applyEntry, V as liveRef, Y as goalDigest, a as openLedger, c as readLedgerAt, g as parseVector, h as parseState, i as listRuns, l as walkChain, m as parseEntry, p as encode, r as lastGeneration, s as readLedger, t as appendEntry, u as isEvidenceOf } from "./ledger.mjs";
import { t as openedBy } from "./opened-by.mjs";
import { t as KaziError } from "./kazi-error.mjs";
import { a as checkDocuments, d as readBeside, f as workBranch, l as GOAL_BYTES_MAX, n as openHost, o as digestOf, p as assign, t as documentsFolder, u as assignApproved } from "./open-host.mjs";
import { n as graderPaths, t as readGraderTexts } from "./read-grader-texts.mjs";
// src/control/why-elsewhere.ts
/**
* Why an approved goal cannot begin: a goal of its id is going on in another place. Two approvals may
* cross, and a run can be started by hand, so this is looked at where a generation is opened.
*/
async function whyElsewhere(forge, store, approved) {
	const id = goalIdOf(await readGoalFile(forge, approved.commit, approved.goalPath));
	const run = (await readLedger(store, liveRef(store, id)))?.state;
	if (run?.status !== "running" || isSamePlace$1(run.target, approved.target)) return void 0;
	if (await isOver(forge, run.target)) return void 0;
	return refusalWords({
		kind: "elsewhere",
		id,
		where: placeOf$1(run)
	});
}
function isSamePlace$1(one, other) {
	return one?.inPlace === other.inPlace && one.pull === other.pull;
}
/** A run in a pull request that is not open any more only waits for its end to be written down. */
async function isOver(forge, target) {
	if (target?.inPlace !== true || target.pull === void 0) return false;
	return (await forge.pulls.get(target.pull))?.state !== "open";
}
// src/control/why-used-up.ts
/**
* Why an approval starts nothing any more: what it opened has ended. An old run that is run again, or
* one that is started by hand with an old approval, finds this.
*/
async function whyUsedUp(store, goalPath, source) {
	const before = await openedBy(store, goalPath, source);
	if (before === void 0 || before.status === "running") return void 0;
	const { goal: id, generation } = before;
	return refusalWords({
		kind: "used-up",
		id,
		generation
	});
}
// src/model/holder.ts
/** Who holds a claim, in words that fit behind "by" and "held by". */
function describeHolder(holder) {
	switch (holder.kind) {
		case "process": return `process ${holder.pid} on ${holder.host}`;
		case "workflow-run": return `workflow run ${holder.runId}, attempt ${holder.attempt}`;
	}
}
// src/model/scope.ts
/** The folder that every match of a glob lies in: what stands before its first wildcard. */
function literalPrefix(given) {
	const glob = given.replaceAll(/\/(?:\.\/)+/g, "/");
	const wildcard = glob.search(/[*?[{(!]/);
	const literal = wildcard === -1 ? glob : glob.slice(0, glob.lastIndexOf("/", wildcard) + 1);
	return literal === "." ? "" : literal.replace(/^\.\//, "").replace(/\/+$/, "");
}
/**
* Whether two sets of globs could name one path. Errs towards yes: no globs at all means everything,
* and a folder overlaps all that lies below it.
*/
function scopesOverlap(left, right) {
	if (left.length === 0 || right.length === 0) return true;
	return left.some((one) => right.some((other) => prefixesMeet(literalPrefix(one), literalPrefix(other))));
}
function prefixesMeet(one, other) {
	return one === other || contains(one, other) || contains(other, one);
}
function contains(folder, path) {
	return folder === "" || path.startsWith(`${folder}/`);
}
// src/reconcile/require-same-graders.ts
/**
* A person's commit wins, but one that changes or removes what grades the goal needs their word again:
* a fresh checkout of it would not be judged as it was approved.
*/
async function requireSameGraders(host, at) {
	const now = new Map((await host.repository.files(at.head)).map((file) => [file.path, file.oid]));
	const changed = (await host.repository.files(at.graders)).find((file) => now.get(file.path) !== file.oid);
	if (changed === void 0) return;
	throw new KaziError({
		code: "approval-void",
		message: `the approval is void: at ${at.head.slice(0, 12)} of ${at.branch}, ${changed.path}, which grades this goal, is not as it was approved. Merge that commit into the branch you run apply on, or undo it on ${at.branch}`
	});
}
// src/reconcile/next-work.ts
/** What the ledger asks for, unless a person moved the branch: then their commit is looked at first. */
async function nextWork(host, state) {
	const branchHead = await host.repository.branch(state.branch);
	const at = branchHead === void 0 ? {} : { branchHead };
	const decision = state.next;
	if (branchHead !== void 0 && await isMoved(host, state, branchHead)) {
		await requireSameGraders(host, {
			graders: state.approval.graders,
			branch: state.branch,
			head: branchHead
		});
		return {
			kind: "observe",
			head: branchHead,
			...at,
			decision
		};
	}
	switch (decision.kind) {
		case "dispatch": return {
			kind: "dispatch",
			head: state.head,
			...at,
			decision
		};
		case "observe": return decision.notBeforeMs > host.clock.now() ? {
			kind: "waiting",
			untilMs: decision.notBeforeMs,
			reason: decision.reason
		} : {
			kind: "observe",
			head: state.head,
			...at,
			decision
		};
		case "watch": return decision.notBeforeMs > host.clock.now() ? {
			kind: "waiting",
			untilMs: decision.notBeforeMs,
			reason: "everything holds"
		} : {
			kind: "observe",
			head: state.head,
			...at,
			decision
		};
		case "integrate":
		case "converged":
		case "stop": return {
			kind: "idle",
			state
		};
	}
}
/** Before anything was kept the branch may be absent or behind; afterwards any other place is a person's. */
async function isMoved(host, state, branchHead) {
	if (branchHead === state.head) return false;
	if (state.head !== state.base) return true;
	return !await host.repository.isAncestor(branchHead, state.base);
}
// src/reconcile/read-run.ts
/** The ledger of exactly this run: what came after it on the same ref is somebody else's. */
async function readRun(host, run) {
	const ledger = await readLedger(host.store, run.ref);
	if (ledger === void 0) throw new KaziError({
		code: "record-forged",
		message: `the ledger ${run.ref} is gone; expected it to be there until the run ends. Somebody deleted it, and with it what was spent; run apply again to start afresh`
	});
	const { generation, approval } = ledger.state;
	if (generation === run.generation && approval.digest === run.approval) return ledger;
	throw new KaziError({
		code: "goal-busy",
		message: `a newer approval of this goal (generation ${generation}) has taken the place of generation ${run.generation}; this run is over. See kazi status`
	});
}
// src/reconcile/claim.ts
/** Others may be faster this often before it is given up. */
const ATTEMPTS_MAX = 8;
/** Past its own deadline a holder gets this long to settle before it may be taken over. */
const GRACE_MS = 6e5;
/** Claim job: reads the world, takes the next iteration, leaves a ticket. Executes nothing of the repository. */
async function claim(host, assignment, run) {
	for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
		const turn = await host.store.head(turnRef(host.store));
		const outcome = await claimOnce$1(host, assignment, {
			ledger: await readRun(host, run),
			turn
		});
		if (outcome !== "lost") return outcome;
	}
	throw new KaziError({
		code: "goal-busy",
		message: `the ledger of goal ${assignment.goal.id} kept changing; expected to claim it within ${ATTEMPTS_MAX} attempts. Run apply again`
	});
}
async function claimOnce$1(host, assignment, world) {
	const { state } = world.ledger;
	if (state.status !== "running") return {
		kind: "idle",
		state
	};
	if (state.claim !== void 0) {
		if (await isHeld(host, state.claim)) return {
			kind: "busy",
			holder: state.claim.holder,
			sinceMs: state.claim.atMs
		};
		await takeOver(host, world.ledger, state.claim);
		return "lost";
	}
	const work = await nextWork(host, state);
	switch (work.kind) {
		case "idle":
		case "waiting": return work;
		case "dispatch":
		case "observe": return await claimWork(host, assignment, {
			...world,
			work
		});
	}
}
async function isHeld(host, held) {
	const isOverdue = host.clock.now() > held.deadlineMs + GRACE_MS;
	switch (await host.liveness.stateOf(held.holder)) {
		case "alive": return true;
		case "gone": return false;
		case "unknown": return !isOverdue;
	}
}
/** Settles a dead holder's claim: what it had reserved counts as spent, and nothing it made is kept. */
async function takeOver(host, ledger, dead) {
	const nowMs = host.clock.now();
	const elapsedMs = Math.min(Math.max(0, nowMs - dead.atMs), dead.reservation.wallClockMs);
	const dispatch = dead.kind === "dispatch" ? { dispatch: {
		ending: "crashed",
		usage: {}
	} } : {};
	const entry = {
		kind: "released",
		atMs: nowMs,
		epoch: dead.epoch,
		nonce: dead.nonce,
		spend: charge({
			...dispatch,
			charged: false,
			wallClockMs: elapsedMs
		}, dead.reservation, ledger.state.ceilings),
		reason: `its holder, ${describeHolder(dead.holder)}, is gone`,
		decision: ledger.state.next
	};
	await host.benches.remove(dead.nonce);
	if (await appendEntry(host.store, ledger, entry) === "lost") return;
	const holder = describeHolder(dead.holder);
	host.events.emit({
		kind: "taken-over",
		iteration: dead.iteration,
		holder
	});
}
async function claimWork(host, assignment, world) {
	const { ledger, work } = world;
	if (work.kind === "dispatch") {
		const other = await overlappingDispatch(host, assignment, ledger.ref);
		if (other !== void 0) return other;
	}
	const held = newClaim(host, assignment, {
		state: ledger.state,
		work
	});
	const alsoMove = work.kind === "dispatch" ? [await nextTurn(host, world.turn, held)] : [];
	const entry = {
		kind: "claimed",
		atMs: held.atMs,
		claim: held
	};
	if (await appendEntry(host.store, ledger, entry, { alsoMove }) === "lost") return "lost";
	const { iteration, epoch } = held;
	host.events.emit({
		kind: "claimed",
		iteration,
		epoch,
		work: held.kind
	});
	const ticket = toTicket(ledger.state, held, {
		...work,
		baseBranch: assignment.baseBranch
	});
	const bench = await host.benches.open(held.nonce);
	await bench.handover.write("claim", encode(ticket));
	return {
		kind: "claimed",
		ticket,
		bench
	};
}
function newClaim(host, { goal }, from) {
	const { state, work } = from;
	const atMs = host.clock.now();
	const reservation = reservationFor(state.spent, state.ceilings);
	return {
		iteration: state.iteration + 1,
		epoch: state.epoch + 1,
		nonce: host.nonces.next(),
		kind: work.kind,
		holder: host.liveness.self(),
		atMs,
		deadlineMs: atMs + reservation.wallClockMs,
		reservation,
		head: work.head,
		paths: pathsOf(goal)
	};
}
/** Another goal whose agent is at work on paths that this goal's could touch as well. */
async function overlappingDispatch(host, { goal }, own) {
	const mine = pathsOf(goal);
	for (const head of await host.store.list(livePrefix(host.store))) {
		if (head.ref === own) continue;
		const state = await stateOfOther(host, head);
		const held = state?.claim;
		if (state === void 0 || held?.kind !== "dispatch") continue;
		if (!await isHeld(host, held)) continue;
		if (scopesOverlap(mine, held.paths)) return {
			kind: "blocked",
			by: state.goal,
			holder: held.holder
		};
	}
}
/** A damaged ledger is nobody's claim: no run goes on from it, and it must not stop other goals. */
async function stateOfOther(host, head) {
	try {
		return (await readLedgerAt(host.store, head)).state;
	} catch (error) {
		if (error instanceof KaziError && error.code === "record-forged") return void 0;
		throw error;
	}
}
/** `[scope].paths` from the root of the repository. */
function pathsOf({ scope }) {
	return scope.paths.map((path) => scope.workspace === "" ? path : `${scope.workspace}/${path}`);
}
/** Every dispatch moves one shared ref, so that two of them cannot both have seen the other idle. */
async function nextTurn(host, turn, held) {
	const after = await host.store.write({
		parents: [],
		message: `kazi: turn of ${held.nonce}`,
		files: /* @__PURE__ */ new Map(),
		folders: /* @__PURE__ */ new Map(),
		atMs: held.atMs
	});
	return {
		ref: turnRef(host.store),
		...turn === void 0 ? {} : { before: turn },
		after
	};
}
function toTicket(state, held, work) {
	const { decision, baseBranch } = work;
	return {
		format: 1,
		goal: state.goal,
		generation: state.generation,
		epoch: held.epoch,
		nonce: held.nonce,
		iteration: held.iteration,
		kind: held.kind,
		head: held.head,
		base: state.base,
		branch: state.branch,
		...work.branchHead === void 0 ? {} : { branchHead: work.branchHead },
		baseBranch,
		graders: state.approval.graders,
		goalDigest: state.approval.goalDigest,
		approvalDigest: state.approval.digest,
		deadlineMs: held.deadlineMs,
		reservation: held.reservation,
		failing: held.kind === "dispatch" && decision.kind === "dispatch" ? decision.failing : [],
		...state.baselines === void 0 ? {} : { baselines: state.baselines }
	};
}
// src/reconcile/find-live.ts
/**
* The run of a goal-file whose generation is not put away. One that goes on comes before one that ended:
* a file that got another id leaves the ended run of the old one behind.
*/
async function findLive({ store }, place) {
	const found = [];
	for (const head of await store.list(livePrefix(store))) {
		const ledger = await readWhole(store, head);
		if (ledger !== void 0 && isAt(ledger.state, place)) found.push(ledger);
	}
	return found.toSorted((one, other) => rank(other.state) - rank(one.state))[0];
}
function isAt({ approval, target }, { goalPath, pull }) {
	const own = target?.inPlace === true ? target.pull : void 0;
	return approval.goalPath === goalPath && own === pull;
}
function rank({ status, updatedAtMs }) {
	return status === "running" ? Number.MAX_SAFE_INTEGER : updatedAtMs;
}
/** A damaged record is nobody's run, and must not stand in the way of the others. */
async function readWhole(store, head) {
	try {
		return await readLedgerAt(store, head);
	} catch (error) {
		if (error instanceof KaziError && error.code === "record-forged") return void 0;
		throw error;
	}
}
// src/decide/ceilings.ts
/** What a goal-file that says nothing may spend. Nothing is ever unbounded. */
const POLICY = {
	dispatchesMax: 8,
	wallClockMaxMs: 72e5,
	tokensMax: 2e6,
	costMaxUsd: 5
};
/**
* The declared ceilings, completed by policy: dispatches and wall-clock always have one; tokens and
* cost get theirs together, only when neither is declared. Declared iterations bound dispatches too.
*/
function ceilingsOf(budget) {
	const dispatchesMax = budget.dispatchesMax ?? budget.iterationsMax ?? POLICY.dispatchesMax;
	const { tokensMax, costMaxUsd } = budget.tokensMax !== void 0 || budget.costMaxUsd !== void 0 ? budget : POLICY;
	return {
		dispatchesMax,
		wallClockMaxMs: budget.wallClockMaxMs ?? POLICY.wallClockMaxMs,
		cachedReadWeight: budget.cachedReadWeight,
		...budget.iterationsMax === void 0 ? {} : { iterationsMax: budget.iterationsMax },
		...tokensMax === void 0 ? {} : { tokensMax },
		...costMaxUsd === void 0 ? {} : { costMaxUsd }
	};
}
// src/record/verify-ledger.ts
const ENTRIES_MAX = 1e5;
/**
* Replays the whole chain of a ref or commit. Each commit is checked against its parent, which is the
* same as replaying from the start but needs only two at a time.
*/
async function verifyLedger(store, target, options = {}) {
	const start = target.startsWith("refs/") ? await store.head(target) : target;
	if (start === void 0) return {
		ok: false,
		at: "",
		reason: `${target} does not exist`,
		entries: 0
	};
	const walked = await replay(store, start, options.mustHold);
	const reason = walked.wrong === void 0 ? whyElse(walked, {
		store,
		target
	}, options) : void 0;
	const wrong = reason === void 0 ? walked.wrong : {
		at: start,
		reason
	};
	const { entries } = walked;
	return wrong === void 0 ? {
		ok: true,
		entries
	} : {
		ok: false,
		...wrong,
		entries
	};
}
async function replay(store, start, mustHold) {
	let later;
	let entries = 0;
	let isHeld = mustHold === void 0;
	let wrong;
	for await (const link of walkChain(store, start, ENTRIES_MAX)) {
		entries += 1;
		isHeld ||= link.oid === mustHold;
		if (link.kind === "damaged") return {
			entries,
			isHeld,
			wrong: {
				at: link.oid,
				reason: link.reason
			}
		};
		if (later !== void 0) wrong = whyNot(link.parts, later) ?? wrong;
		later = link;
	}
	if (later !== void 0) wrong = whyNotRoot(later) ?? wrong;
	return {
		entries,
		isHeld,
		wrong,
		root: later?.parts
	};
}
/** What cannot be seen in any one step. */
function whyElse(walked, { store, target }, { mustHold }) {
	if (!walked.isHeld) return `the record was moved back: it held ${mustHold ?? ""} once and does not now`;
	const goal = walked.root === void 0 ? "" : parseState(walked.root.state).goal;
	return target.startsWith(livePrefix(store)) && liveRef(store, goal) !== target ? `it does not belong on ${target}` : void 0;
}
function whyNotRoot(first) {
	if (first.parts.parent === void 0) return whyNot(void 0, first);
	return {
		at: first.oid,
		reason: `expected at most ${ENTRIES_MAX} entries`
	};
}
/** Nothing, when `later` is what its entry makes of `earlier`. */
function whyNot(earlier, later) {
	const reason = reasonAgainst(earlier, later.parts);
	return reason === void 0 ? void 0 : {
		at: later.oid,
		reason
	};
}
function reasonAgainst(earlier, later) {
	try {
		const entry = parseEntry(later.entry);
		if (encode(entry) !== later.entry) return "entry.json is not written as kazi writes it";
		const before = earlier === void 0 ? void 0 : parseState(earlier.state);
		const state = applyEntry(before, entry);
		if (encode(state) !== later.state) {
			parseState(later.state);
			return "state.json is not what the entries add up to";
		}
		if (state.approval.graders !== later.graders) return "the graders are not the approved ones";
		if (later.evidence === earlier?.evidence || isRightEvidence(entry, later.evidence)) return;
		return "evidence.json does not belong to this entry";
	} catch (error) {
		if (error instanceof KaziError) return error.message;
		throw error;
	}
}
function isRightEvidence(entry, evidence) {
	if (entry.kind !== "settled" || evidence === void 0) return false;
	const vector = parseVector(evidence);
	return encode(vector) === evidence && isEvidenceOf(vector, entry.observed);
}
// src/reconcile/choose-branch.ts
/** The branch that takes the work, and from where; a person settles what cannot be joined. */
async function chooseBranch(host, { goal, inPlace }, from) {
	const { start, before } = from;
	if (inPlace) return {
		name: start.branch,
		base: start.head,
		head: start.head
	};
	const name = workBranch(goal);
	requireFree(name, start);
	await requireRoom(host, name);
	const tip = await host.repository.branch(name);
	if (tip === void 0 || await host.repository.isAncestor(tip, start.head)) return {
		name,
		base: start.head,
		head: start.head
	};
	const earlier = before?.branch === name ? [before.base] : [];
	for (const base of [start.head, ...earlier]) if (await isBelow(host, base, [start.head, tip])) return {
		name,
		base,
		head: tip
	};
	throw new KaziError({
		code: "workspace-unusable",
		message: `the branch ${name} and ${start.branch} have gone apart; expected one to contain the other. Merge or rebase ${name}, or delete it`
	});
}
function requireFree(name, { checkedOut }) {
	if (!checkedOut.includes(name)) return;
	throw new KaziError({
		code: "workspace-unusable",
		message: `the branch ${name} is checked out; expected a branch that nobody works on. Switch to another branch, or use --in-place`
	});
}
/** Work goes on from where an earlier generation began, also when the base has moved since. */
async function isBelow({ repository }, base, heads) {
	for (const head of heads) if (!await repository.isAncestor(base, head)) return false;
	return true;
}
/** git keeps branches as files in folders: `a` and `a/b` exclude each other. */
async function requireRoom(host, name) {
	const parents = name.split("/").slice(0, -1);
	const above = parents.map((_, index) => parents.slice(0, index + 1).join("/"));
	for (const branch of above) if (await host.store.head(`refs/heads/${branch}`) !== void 0) throw inTheWay(branch, name);
	const [below] = await host.store.list(`refs/heads/${name}/`);
	if (below !== void 0) throw inTheWay(below.ref.slice(11), name);
}
function inTheWay(branch, name) {
	return new KaziError({
		code: "workspace-unusable",
		message: `the branch ${branch} is in the way of ${name}, where the work would go; git cannot hold both. Rename or delete ${branch}, or name another branch in [integration] branch`
	});
}
// src/reconcile/open-run.ts
/** The run to go on with: the live one when exactly this was approved before, else a new generation. */
async function openRun(host, assignment, { start, approver }) {
	await host.benches.sweep(host.clock.now());
	const live = await readLedger(host.store, liveRef(host.store, assignment.goal.id));
	if (live !== void 0) await requireWhole(host, live);
	const branch = await chooseBranch(host, assignment, {
		start,
		before: live?.state
	});
	const approval = await approve(host, assignment, {
		start,
		approver
	});
	const isSame = live !== void 0 && await isSameRun(host, live, {
		approval,
		branch
	});
	const head = isSame ? live : await openGeneration(host, {
		assignment,
		approver,
		approval,
		branch,
		live
	});
	host.events.emit({
		kind: "opened",
		goal: assignment.goal.id,
		generation: head.state.generation,
		resumed: isSame,
		branch: head.state.branch,
		base: head.state.base,
		digest: head.state.approval.digest,
		graders: approval.graderCount,
		ceilings: head.state.ceilings
	});
	return head;
}
/** A run goes on only for the same bytes, on the same branch, over all that the base has by now. */
async function isSameRun({ repository }, { state }, now) {
	return state.status === "running" && state.approval.digest === now.approval.digest && state.branch === now.branch.name && await repository.isAncestor(now.branch.base, state.head);
}
/** A record that its own entries do not explain is nobody's authority for going on. */
async function requireWhole(host, live) {
	const report = await verifyLedger(host.store, live.oid);
	if (report.ok) return;
	throw new KaziError({
		code: "record-forged",
		message: `the ledger ${live.ref} is not what kazi wrote: ${report.reason} (at ${report.at.slice(0, 12)}). Look at it with kazi ledger verify; git update-ref -d ${live.ref} gives it up`
	});
}
async function approve(host, { goal, goalBytes, goalPath, harness }, { start, approver }) {
	const all = (await host.repository.files(start.head)).filter((file) => file.mode !== "160000").map((file) => file.path);
	const here = {
		commit: start.head,
		paths: all
	};
	const paths = graderPaths(all, goal, await readGraderTexts(host.repository, here, goal));
	const graders = await host.repository.subtree(start.head, paths);
	return {
		digest: approvalDigest({
			goalBytes,
			harness,
			graders
		}),
		goalDigest: goalDigest(goalBytes),
		goalPath,
		graders,
		graderCount: paths.length,
		commit: start.head,
		harness: harness.id,
		...harness.model === void 0 ? {} : { model: harness.model },
		via: approver.via,
		...approver.pointer === void 0 ? {} : { pointer: approver.pointer },
		by: approver.by,
		atMs: host.clock.now()
	};
}
async function openGeneration(host, opening) {
	const { assignment, branch, live, approver } = opening;
	const { target } = approver;
	const { graders } = opening.approval;
	await requireSameGraders(host, {
		graders,
		branch: branch.name,
		head: branch.head
	});
	await requireUnused(host, assignment.goal.id, approver.pointer);
	if (live?.state.status === "running") await supersede(host, live);
	const { graderCount: _count, ...approval } = opening.approval;
	const before = await lastGeneration(host.store, assignment.goal.id);
	const entry = {
		kind: "opened",
		atMs: host.clock.now(),
		goal: assignment.goal.id,
		generation: (before?.generation ?? 0) + 1,
		approval,
		ceilings: ceilingsOf(assignment.goal.budget),
		...target === void 0 ? {} : { target },
		branch: branch.name,
		base: branch.base,
		head: branch.head,
		...before?.baselines === void 0 ? {} : { baselines: before.baselines }
	};
	const opened = await openLedger(host.store, entry);
	if (opened !== "lost") return opened;
	throw new KaziError({
		code: "goal-busy",
		message: `goal ${assignment.goal.id} was opened by another run at the same moment; run apply again to see it`
	});
}
/** One yes opens one generation: said again by a machine, it is no new one. */
async function requireUnused({ store }, goal, pointer) {
	if (pointer === void 0) return;
	const { runs } = await listRuns(store);
	const used = runs.find(({ state }) => state.goal === goal && isSamePlace(state.approval.pointer, pointer));
	if (used === void 0) return;
	throw new KaziError({
		code: "approval-void",
		message: `this approval opened generation ${used.state.generation} of goal ${goal} already, and that one is over; expected a new one. Comment /kazi approve again to start afresh`
	});
}
function isSamePlace(one, other) {
	if (one?.kind === "comment" && other.kind === "comment") return one.commentId === other.commentId;
	return one?.kind === "commit" && other.kind === "commit" && one.commit === other.commit;
}
/** Ends the run of an older approval; a holder that still works on it keeps it. */
async function supersede(host, live) {
	const { claim, goal } = live.state;
	if (claim !== void 0 && await host.liveness.stateOf(claim.holder) === "alive") throw new KaziError({
		code: "goal-busy",
		message: `goal ${goal} is being worked on under an older approval by ${describeHolder(claim.holder)}; stop that run first`
	});
	const entry = {
		kind: "stopped",
		atMs: host.clock.now(),
		decision: {
			kind: "stop",
			status: "stopped",
			cause: {
				class: "operator",
				reason: "the goal-file, a grader, the harness or the branch changed, so the approval is void",
				next: "Nothing: the new approval has its own run.",
				ids: []
			}
		}
	};
	if (await appendEntry(host.store, live, entry) !== "lost") return;
	throw new KaziError({
		code: "goal-busy",
		message: `goal ${goal} changed hands at this moment; run apply again`
	});
}
// src/reconcile/phase-claim.ts
/** Longer than this a run does not wait on a machine that is paid by the minute. */
const WAIT_MS_MAX = 6e4;
const PASSES_MAX = 8;
/** Claim job of a workflow run: from an approval or a live generation to one claimed iteration. */
async function claimPhase$1(host, request) {
	const { approved, goalPath } = request;
	if (approved !== void 0) await open(host, goalPath, approved);
	for (let pass = 0; pass < PASSES_MAX; pass += 1) {
		const live = await findLive(host, placeOf(request));
		if (live === void 0) return {
			kind: "none",
			reason: `no approved run of ${goalPath} is there to go on with`
		};
		const { state } = live;
		if (state.status !== "running") return {
			kind: "none",
			reason: `it is ${state.status}`,
			state
		};
		const ended = await endVoid(host, live, request) ?? await endLost(host, live);
		if (ended !== void 0) return ended;
		const outcome = await claimOnce(host, live);
		if (outcome !== "again") return outcome;
	}
	return {
		kind: "none",
		reason: "the run kept changing; the next one looks again"
	};
}
/** What was just opened is gone on with, whatever else the run was told. */
function placeOf({ goalPath, approved, pull }) {
	const target = approved?.approver.target;
	const meant = target?.inPlace === true ? target.pull : void 0;
	const number = approved === void 0 ? pull : meant;
	return {
		goalPath,
		...number === void 0 ? {} : { pull: number }
	};
}
async function open(host, goalPath, approved) {
	const { commit, branch, approver } = approved;
	const goalBytes = await readShown(host, goalPath, approved);
	const inPlace = approver.target?.inPlace ?? false;
	const place = {
		goalPath,
		shownPath: goalPath,
		standing: false,
		inPlace
	};
	const { environment } = host;
	const assigned = await assign({
		...place,
		goalBytes,
		environment,
		readFile: async (path) => await readBeside(host, commit, path)
	});
	if (assigned.kind === "refused") {
		const found = assigned.issues[0]?.message ?? "it cannot be loaded";
		throw new KaziError({
			code: "goal-invalid",
			message: `${goalPath}: ${found}`
		});
	}
	const { goal } = assigned.assignment;
	const goalBranch = approver.target?.baseBranch ?? branch;
	const target = {
		...approver.target,
		inPlace,
		baseBranch: goalBranch
	};
	const baseBranch = goal.integration.base ?? goalBranch;
	await openRun(host, {
		...assigned.assignment,
		baseBranch,
		goalFile: goalPath
	}, {
		start: {
			...await host.repository.inspect(),
			head: commit,
			branch,
			user: approver.by
		},
		approver: {
			...approver,
			target
		}
	});
}
/** GitHub's API follows links where git shows them, so what a person saw may not be what is here. */
async function readShown({ repository }, goalPath, { commit, goalDigest: shown }) {
	const text = await repository.text(commit, goalPath, GOAL_BYTES_MAX);
	const place = `${goalPath} at ${commit.slice(0, 12)}`;
	if (text === void 0) {
		const message = `expected ${place}, found nothing that can be read there`;
		throw new KaziError({
			code: "goal-unreadable",
			message
		});
	}
	const goalBytes = new TextEncoder().encode(text);
	if (goalDigest(goalBytes) === shown) return goalBytes;
	const message = `expected ${place} to be what was approved, found other bytes; make it a plain file, then approve it again`;
	throw new KaziError({
		code: "approval-void",
		message
	});
}
/** Ends a run whose approval holds no more, or whose goal-file is not the approved one. */
async function endVoid(host, live, request) {
	const doubt = await request.whyVoid(live.state);
	const cause = doubt === void 0 ? await whyChanged(host, live.state) : voided(doubt);
	if (cause === void 0) return void 0;
	await stopRun(host, live, {
		status: "stopped",
		cause
	});
	return {
		kind: "none",
		reason: cause.reason,
		state: live.state
	};
}
async function endLost(host, live) {
	const ended = await endAfterLosses(host, live, "it ended without a word");
	return ended === void 0 ? void 0 : none(ended.state, "too many runs came to nothing");
}
async function claimOnce(host, live) {
	const { ref, state } = live;
	const run = {
		ref,
		generation: state.generation,
		approval: state.approval.digest
	};
	const assignment = await orVoid(host, live, async () => await assignApproved(host, state));
	if ("kind" in assignment) return assignment;
	const outcome = await orVoid(host, live, async () => await claim(host, assignment, run));
	switch (outcome.kind) {
		case "none":
		case "claimed": return outcome;
		case "idle": return await finish(host, {
			assignment,
			live
		});
		case "waiting": return await waitFor(host, state, outcome);
		case "busy": return none(state, `iteration ${state.iteration + 1} is held by ${describeHolder(outcome.holder)}`);
		case "blocked": return none(state, `goal ${outcome.by} (${describeHolder(outcome.holder)}) works on the same paths`);
	}
}
/**
* A commit that changes what grades the goal voids the approval, as does an agent that is set up otherwise
* by now. A run that failed of it would be started again by every sweep.
*/
async function orVoid(host, live, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof KaziError) || error.code !== "approval-void") throw error;
		await stopRun(host, live, {
			status: "stopped",
			cause: voided(error.message)
		});
		return none(live.state, error.message);
	}
}
async function finish(host, work) {
	const { assignment, live } = work;
	const now = await readLedger(host.store, live.ref);
	if (now?.state.status !== "running" || now.state.next.kind !== "integrate") return "again";
	await proposeMissing(host, assignment, now);
	const landed = await landHead(host, assignment, now);
	if (landed === "lost") return "again";
	return "reason" in landed ? none(now.state, landed.reason) : "again";
}
/** A land job that died behind its push left the branch without its pull request. */
async function proposeMissing(host, assignment, passing) {
	const { branch, head } = passing.state;
	const pull = assignment.inPlace ? void 0 : await host.pulls?.findByBranch(branch);
	if (!(pull?.state === "open" || pull?.headSha === head)) await propose(host, assignment, passing);
}
async function waitFor(host, state, { untilMs, reason }) {
	const leftMs = untilMs - host.clock.now();
	if (leftMs > WAIT_MS_MAX) return none(state, reason);
	await host.clock.sleep(Math.max(0, leftMs), host.signal);
	return "again";
}
function none(state, reason) {
	return {
		kind: "none",
		reason,
		state
	};
}
// action/phase-claim.ts
/** What is to be done now, and the right to do it. Nothing to do is no failure. */
async function claimPhase(inputs, job) {
	const forge = await openForge(inputs, job);
	await requireDefaultBranch(forge, job);
	const folder = documentsFolder(inputs, job);
	await checkDocuments(folder, {});
	const host = await openHost(inputs, job, forge);
	const start = await readStart({
		forge,
		store: host.store
	}, inputs);
	if (typeof start === "string") return nothingToDo(start);
	const claimed = await claimPhase$1(host, {
		goalPath: inputs.goal,
		...start === void 0 ? {} : { approved: start },
		...inputs.pull === void 0 ? {} : { pull: inputs.pull },
		whyVoid: async (run) => await whyApprovalVoid(forge, run)
	}).catch(async (error) => {
		await tellApprover(forge, {
			goalPath: inputs.goal,
			start
		}, error);
		throw error;
	});
	const shown = inputs.pull === void 0 ? {} : { pull: inputs.pull };
	if (claimed.kind === "none") {
		await showRun(inputs, job, {
			forge,
			store: host.store,
			state: claimed.state,
			...shown
		});
		return nothingToDo(claimed.reason);
	}
	const { ticket } = claimed;
	return {
		outputs: {
			work: ticket.kind,
			nonce: ticket.nonce,
			digest: await digestOf(folder, "claim")
		},
		sentence: `Iteration ${ticket.iteration} of goal ${ticket.goal}: ${WORK_WORDS[ticket.kind]}.`
	};
}
/** A failed job is seen by nobody who did not start it. */
async function tellApprover(forge, { goalPath, start }, error) {
	const pointer = start?.approver.pointer;
	if (pointer === void 0 || !(error instanceof KaziError)) return;
	if (error.code === "interrupted") return;
	await tellNotStarted(forge, pointer, {
		goalPath,
		reason: error.message
	}).catch(() => void 0);
}
const WORK_WORDS = {
	dispatch: "an agent works, then every predicate is evaluated",
	observe: "every predicate is evaluated"
};
function nothingToDo(reason) {
	return {
		outputs: { work: "none" },
		sentence: `Nothing to do now: ${reason.replace(/\.$/, "")}.`
	};
}
/** The approval that this run is to start with, or why it is none; absent when it is to go on. */
async function readStart({ forge, store }, { approval, goal }) {
	if (approval === void 0) return void 0;
	const answer = await readApproval(forge, approval, goal);
	if (answer.kind === "refused") return answer.reason;
	const usedUp = await whyUsedUp(store, goal, approval);
	if (usedUp !== void 0) return usedUp;
	const { approver, commit, branch, target, goalDigest } = answer;
	const elsewhere = await whyElsewhere(forge, store, {
		commit,
		target,
		goalPath: goal
	});
	if (elsewhere !== void 0) return elsewhere;
	const { via, pointer, login: by } = approver;
	return {
		approver: {
			via,
			pointer,
			by,
			target
		},
		commit,
		branch,
		goalDigest
	};
}
export { claimPhase };
