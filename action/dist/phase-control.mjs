import { A as renderNotice, C as whyNotHere, D as readCommand, E as readGoalFile, O as conversationOf, S as whyNotBy, T as readDefaultGoals, _ as isRunOf, a as gateVerdict, b as readApproval, d as findInRepository, f as readRepository, g as readLiveRuns, h as findRun, i as renderGate, k as sayOnce, l as openRepository, n as tellEnd, o as pullOfRun, p as refusalError, r as viewPull, s as openForge, t as refreshPull, u as askRepository, v as placeOf, w as goalIdOf, x as isMeant, y as whyApprovalVoid } from "./refresh-pull.mjs";
import { M as FILE_BYTES_MAX, R as ledgerKey, n as archiveEnded, s as readLedger, t as appendEntry } from "./ledger.mjs";
import { t as KaziError } from "./kazi-error.mjs";
import { d as array, f as boolean, h as literal, m as int, u as _enum, v as object, w as unknown, x as string } from "./schemas.mjs";
import { t as openedBy } from "./opened-by.mjs";
import { readFile } from "node:fs/promises";
// src/adapters/ref-store-api-read.ts
const ENTRIES_MAX = 16;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** 409 is an empty repository, 422 an object of another kind. */
const ABSENT = [
	404,
	409,
	422
];
const CommitAnswer = object({
	sha: string(),
	tree: object({ sha: string() }),
	parents: array(object({ sha: string() }))
});
/** A commit with its files: one request for it, one for its tree, and one a file. */
async function readStoredCommit(repository, oid) {
	if (!OID.test(oid)) return void 0;
	const commit = await findInRepository(repository, {
		route: "GET /git/commits/{commit_sha}",
		purpose: `read the commit ${oid}`,
		parameters: { commit_sha: oid },
		answer: CommitAnswer
	}, ABSENT);
	if (commit?.sha !== oid) return void 0;
	const entries = await readEntries(repository, commit.tree.sha);
	if (entries === void 0) return void 0;
	const folders = entries.filter(({ mode }) => mode === "040000");
	return {
		oid,
		parents: commit.parents.map(({ sha }) => sha),
		files: await readFiles(repository, entries.filter(({ mode }) => mode === "100644")),
		folders: new Map(folders.map(({ path, sha }) => [path, sha]))
	};
}
const Entry = object({
	path: string().regex(/^[\w.-]+$/),
	mode: _enum(["100644", "040000"]),
	sha: string(),
	size: int().optional()
});
const TreeAnswer = object({
	tree: array(unknown()),
	truncated: boolean().optional()
});
/** `undefined` for a tree that the ledger never writes: large, with links, or with odd names. */
async function readEntries(repository, tree) {
	const found = await findInRepository(repository, {
		route: "GET /git/trees/{tree_sha}",
		purpose: `read the tree ${tree}`,
		parameters: { tree_sha: tree },
		answer: TreeAnswer
	}, ABSENT);
	if (found === void 0 || found.truncated === true || found.tree.length > ENTRIES_MAX) return;
	return array(Entry).safeParse(found.tree).data;
}
async function readFiles(repository, entries) {
	const fitting = entries.filter(({ size }) => (size ?? 0) <= FILE_BYTES_MAX);
	const texts = await Promise.all(fitting.map(async ({ path, sha }) => {
		const text = await readText(repository, sha);
		return text === void 0 ? [] : [[path, text]];
	}));
	return new Map(texts.flat());
}
/** Bytes that are no text count as damage, like a missing file: replacing them would hide it. */
async function readText(repository, blob) {
	const found = await findInRepository(repository, {
		route: "GET /git/blobs/{file_sha}",
		purpose: `read the file ${blob}`,
		parameters: { file_sha: blob },
		answer: object({
			content: string(),
			encoding: literal("base64")
		})
	}, ABSENT);
	if (found === void 0) return void 0;
	const content = Buffer.from(found.content, "base64");
	if (content.length > 8e6) return void 0;
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(content);
	} catch {
		return;
	}
}
// src/adapters/ref-store-api-refusal.ts
/** A refusal as git's own, unless it is about who asks. */
function gitRefusal(refusal, purpose) {
	if (refusal.status === 403 || /not accessible|forbidden|permission|scopes/i.test(refusal.said)) return refusalError(refusal, purpose);
	const message = `expected to ${purpose}, found: ${refusal.status} ${refusal.said}`;
	return new KaziError({
		code: "git-failed",
		message
	});
}
// src/adapters/ref-store-api-swap.ts
/** All stand where they should, and yet it was refused: somebody may hold a lock, or be about to move. */
const SWAPS_MAX = 3;
const ZERO_OID = "0".repeat(40);
/**
* Moves all refs or none. GitHub says in words why it refused, and the words are not part of its API:
* what the refs show afterwards decides. When no answer came they also tell whether it was done.
*/
async function swapRefs(repository, updates, readHead) {
	for (const update of updates) requireFullName(update);
	const moving = updates.filter(({ before, after }) => (before ?? after) !== void 0);
	if (await isElsewhere(updates.filter((update) => !moving.includes(update)), readHead)) return "lost";
	return moving.length === 0 ? "moved" : await move(repository, moving, readHead);
}
async function move(repository, updates, readHead) {
	for (let attempt = 1;; attempt += 1) {
		const asked = await askUpdateRefs(repository, updates);
		if (asked instanceof KaziError) return await lookAfter(asked, updates, readHead);
		if (asked.kind === "answered") return "moved";
		if (await isElsewhere(updates, readHead)) return "lost";
		const error = gitRefusal(asked, PURPOSE);
		if (error.code === "github-refused" || attempt >= SWAPS_MAX) throw error;
	}
}
/** No answer came: either all of it was done or none of it. */
async function lookAfter(silence, updates, readHead) {
	const heads = await Promise.all(updates.map(async ({ ref }) => await readHead(ref)));
	if (updates.every(({ after }, index) => heads[index] === after)) return "moved";
	if (updates.some(({ before }, index) => heads[index] !== before)) return "lost";
	throw silence;
}
function requireFullName({ ref }) {
	if (!/^refs\/[^\0\s]+$/.test(ref)) throw new KaziError({
		code: "git-failed",
		message: "expected the full name of a ref"
	});
}
const PURPOSE = "move refs of the ledger";
/** An error is an answer here: the refs tell what became of it. */
async function askUpdateRefs(repository, updates) {
	const refUpdates = updates.map(({ ref, before, after }) => ({
		name: ref,
		beforeOid: before ?? ZERO_OID,
		afterOid: after ?? ZERO_OID,
		force: true
	}));
	try {
		return await repository.client.askGraph({
			name: "updateRefs",
			purpose: PURPOSE,
			query: `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
        updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) {
          clientMutationId
        }
      }`,
			variables: {
				repositoryId: repository.nodeId,
				refUpdates
			},
			answer: unknown()
		});
	} catch (error) {
		if (error instanceof KaziError && error.code === "github-unavailable") return error;
		throw error;
	}
}
async function isElsewhere(updates, readHead) {
	const heads = await Promise.all(updates.map(async ({ ref }) => await readHead(ref)));
	return updates.some(({ before }, index) => heads[index] !== before);
}
// src/adapters/ref-store-api.ts
/** git knows this tree in every repository, written or not; GitHub will not write one without entries. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const COMMITS_KEPT_MAX = 64;
const CHARACTERS_KEPT_MAX = 1e6;
/** The refs of a repository on GitHub, by its API: for whoever has no clone. */
function createApiRefStore(repository, kept = /* @__PURE__ */ new Map()) {
	return {
		namespace: "refs/kazi/",
		list: async (prefix) => await listRefs(repository, prefix),
		head: async (ref) => await headOf(repository, ref),
		write: async (commit) => await writeCommit(repository, commit),
		swap: async (updates) => await swapRefs(repository, updates, async (ref) => await headOf(repository, ref)),
		read: async (oid) => kept.get(oid) ?? keep(kept, await readStoredCommit(repository, oid))
	};
}
function keep(kept, commit) {
	if (commit === void 0) return void 0;
	if ([...commit.files.values()].reduce((sum, text) => sum + text.length, 0) > CHARACTERS_KEPT_MAX) return commit;
	const [oldest] = kept.keys();
	if (oldest !== void 0 && kept.size >= COMMITS_KEPT_MAX) kept.delete(oldest);
	kept.set(commit.oid, commit);
	return commit;
}
const RefAnswer = object({
	ref: string(),
	object: object({
		sha: string(),
		type: string()
	})
});
/** GitHub gives all of them in one answer; without a name it gives every ref there is. */
async function listRefs(repository, prefix) {
	return (await readRepository(repository, {
		route: "GET /git/matching-refs/{ref}",
		purpose: `list the refs below ${prefix}`,
		parameters: { ref: prefix.replace(/^refs\//, "") },
		answer: array(RefAnswer)
	})).filter(({ ref }) => ref.startsWith(prefix)).map(({ ref, object }) => ({
		ref,
		oid: object.sha
	})).toSorted((left, right) => left.ref < right.ref ? -1 : 1);
}
async function headOf(repository, ref) {
	const found = await findInRepository(repository, {
		route: "GET /git/ref/{ref}",
		purpose: `read ${ref}`,
		parameters: { ref: ref.replace(/^refs\//, "") },
		answer: RefAnswer
	}, [404, 409]);
	return found?.ref === ref ? found.object.sha : void 0;
}
async function writeCommit(repository, commit) {
	const tree = await writeTree(repository, commit);
	const who = {
		name: "kazi",
		email: "kazi@localhost",
		date: toDate(commit.atMs)
	};
	return await writeObject(repository, {
		route: "POST /git/commits",
		purpose: "write a commit of the ledger",
		parameters: {
			message: `${commit.message}\n`,
			tree,
			parents: commit.parents,
			author: who,
			committer: who
		}
	});
}
function toDate(atMs) {
	const seconds = Math.max(0, Math.floor(atMs / 1e3));
	return (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString().replace(".000Z", "Z");
}
async function writeTree(repository, commit) {
	const files = await Promise.all([...commit.files].map(async ([path, text]) => ({
		path,
		mode: "100644",
		type: "blob",
		...await contentOf(repository, text)
	})));
	const folders = [...commit.folders].map(([path, sha]) => ({
		path,
		mode: "040000",
		type: "tree",
		sha
	}));
	const tree = [...files, ...folders];
	if (tree.length === 0) return EMPTY_TREE;
	return await writeObject(repository, {
		route: "POST /git/trees",
		purpose: "write a tree of the ledger",
		parameters: { tree }
	});
}
/** Text goes with its tree, which saves a request a file; an empty one would look like none. */
async function contentOf(repository, text) {
	if (text !== "") return { content: text.toWellFormed() };
	return { sha: await writeObject(repository, {
		route: "POST /git/blobs",
		purpose: "write a file of the ledger",
		parameters: {
			content: "",
			encoding: "utf-8"
		}
	}) };
}
async function writeObject(repository, question) {
	const written = await askRepository(repository, {
		...question,
		answer: object({ sha: string() }),
		isRepeatable: true
	});
	if (written.kind === "answered") return written.value.sha;
	throw gitRefusal(written, question.purpose);
}
// src/control/answer-merge-group.ts
/** How a queue names the branch of what it is about to merge. */
const QUEUE_BRANCH = /\/pr-(\d{1,10})-[0-9a-f]{40,64}$/;
/**
* Answers the gate on a commit of the queue with what holds for the pull request in it, so that a
* required check never waits for ever. Nobody observes the merged tree itself.
*/
async function answerMergeGroup(forge, store, { headSha, headRef }) {
	const number = Number(QUEUE_BRANCH.exec(headRef)?.[1] ?? 0);
	const pull = number === 0 ? void 0 : await forge.pulls.get(number);
	if (pull === void 0) {
		await forge.gate.report({
			sha: headSha,
			verdict: "neutral",
			title: "no pull request is known for this entry of the queue",
			summary: "What is in a queue has passed the gate on its own pull request.",
			annotations: []
		});
		return;
	}
	const self = await forge.conversation.self();
	const { view } = await viewPull(forge, store, pull, self.id);
	const verdict = gateVerdict(view.goals);
	await forge.gate.report({
		sha: headSha,
		verdict,
		...renderGate(view),
		annotations: []
	});
}
// src/control/approve-goals.ts
/** Starts every goal that the comment approves. The run reads the approval again at its source. */
async function approveGoals(forge, store, seen, asked) {
	const { comment, command } = asked;
	if (seen.goals.length === 0) return {
		started: 0,
		refusals: [{ kind: "no-goal-file" }]
	};
	const meant = seen.goals.filter(({ file }) => isMeant(command, file));
	if (meant.length === 0) return {
		started: 0,
		refusals: [whyNone(seen, command)]
	};
	const outcomes = [];
	for (const goal of meant) outcomes.push(await approveOne(forge, store, goal, comment));
	const started = outcomes.filter((it) => it === "started").length;
	const isDone = outcomes.some((it) => it === "started" || it === "done");
	const refusals = outcomes.filter((it) => typeof it !== "string");
	return {
		started,
		refusals: isDone ? refusals.filter((it) => it.kind !== "already-approved") : refusals
	};
}
function whyNone({ goals }, { goal, digest }) {
	const [only] = goals;
	const now = only?.file.digest;
	if (goal === void 0 && digest !== void 0 && goals.length === 1 && now !== void 0) return {
		kind: "other-digest",
		id: only?.view.id ?? "",
		given: digest,
		now
	};
	const known = goals.map(({ view }) => view.id);
	return {
		kind: "unknown-goal",
		given: goal ?? digest ?? "",
		known
	};
}
async function approveOne(forge, store, goal, comment) {
	const before = whyNotNow$1(goal, comment);
	if (before !== void 0) return before;
	const source = `comment:${comment.id}`;
	if (await openedBy(store, goal.file.path, source) !== void 0) return "done";
	const approval = await readApproval(forge, source, goal.file.path);
	if (approval.kind === "refused") return approval.refusal;
	const outcome = await forge.runs.dispatch({
		goalPath: goal.file.path,
		...goal.isFromPull ? { pull: comment.issue } : {},
		approval: source
	});
	if (outcome.kind === "started") return "started";
	return {
		kind: "blocked",
		id: goal.view.id,
		reason: outcome.reason
	};
}
function whyNotNow$1({ view, file, run }, comment) {
	const { id, standing, path } = view;
	if (standing.kind === "elsewhere") return {
		kind: "elsewhere",
		id,
		where: standing.where
	};
	if (standing.kind === "damaged") return {
		kind: "damaged",
		id,
		reason: standing.reason
	};
	if (file.loaded.kind === "refused") return {
		kind: "unreadable",
		path,
		issues: file.loaded.issues
	};
	return run?.status === "running" ? whyRunning(run, {
		view,
		file
	}, comment) : void 0;
}
function whyRunning({ approval }, { view, file }, comment) {
	const { pointer, by, goalDigest } = approval;
	if (pointer?.kind === "comment" && pointer.commentId === comment.id) return "done";
	return goalDigest === file.digest && view.standing.kind !== "withdrawn" ? {
		kind: "already-approved",
		id: view.id,
		by
	} : void 0;
}
// src/control/stop-run.ts
/** Others may be faster this often before it is given up. */
const ATTEMPTS_MAX = 8;
/** Writes the end into the record; whoever works on it finds it there and keeps nothing. */
async function stopRun(store, order, nowMs) {
	try {
		for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
			const outcome = await stopOnce(store, order, nowMs);
			if (outcome !== "lost") return outcome;
		}
		return { kind: "busy" };
	} catch (error) {
		if (error instanceof KaziError && error.code === "record-forged") return {
			kind: "damaged",
			reason: error.message
		};
		throw error;
	}
}
async function stopOnce(store, order, nowMs) {
	const head = await readLedger(store, order.ref);
	if (head?.state.status !== "running" || head.state.generation !== order.generation) return { kind: "over" };
	const { reason, next } = order;
	const decision = {
		kind: "stop",
		status: "stopped",
		cause: {
			class: "operator",
			reason,
			next,
			ids: []
		}
	};
	const atMs = Math.max(nowMs, head.state.updatedAtMs);
	const appended = await appendEntry(store, head, {
		kind: "stopped",
		atMs,
		decision
	});
	return appended === "lost" ? "lost" : {
		kind: "stopped",
		state: appended.state
	};
}
// src/control/stop-goals.ts
/** Ends the runs that somebody asked to end. */
async function stopGoals(store, heads, asked) {
	const stopped = [];
	const refusals = [];
	const reason = `${asked.comment.author.login} stopped it with /kazi stop`;
	const next = "Approve it again to start over.";
	for (const { ref, state } of heads) {
		const { goal: id, generation } = state;
		const outcome = await stopRun(store, {
			ref,
			generation,
			reason,
			next
		}, asked.nowMs);
		if (outcome.kind === "stopped") stopped.push(id);
		if (outcome.kind === "busy") refusals.push({
			kind: "busy",
			id
		});
		if (outcome.kind === "damaged") refusals.push({
			kind: "damaged",
			id,
			reason: outcome.reason
		});
	}
	return {
		stopped,
		refusals: stopped.length === 0 && refusals.length === 0 ? [{ kind: "nothing-to-stop" }] : refusals
	};
}
// src/control/handle-comment.ts
/** Does what a comment asks for, and answers once, however often its event comes. */
async function handleComment(forge, store, commentId, nowMs) {
	const comment = await forge.conversation.comment(commentId);
	const command = readCommand(comment?.body ?? "");
	if (comment === void 0 || command === void 0) return "ignored";
	const self = await forge.conversation.self();
	if (comment.author.id === self.id) return "ignored";
	return await obey({
		forge,
		store,
		comment,
		pull: await forge.pulls.get(comment.issue),
		nowMs
	}, command);
}
async function obey(asked, command) {
	switch (command.verb) {
		case "approve": return await approve(asked, command);
		case "stop": return await stop(asked, command.goal);
		case "status": return await tellStatus(asked);
		case "help": return await answer$1(asked, { kind: "help" });
		case "not-built": return await refuse(asked, [{
			kind: "not-built",
			verb: command.word
		}]);
		case "unknown": return await refuse(asked, [{
			kind: "unknown-verb",
			verb: command.word.slice(0, 40)
		}]);
	}
}
async function approve(asked, command) {
	const { forge, store, comment, pull } = asked;
	const refusal = whyNotHere(pull) ?? await whyNotBy(forge, comment, "approve");
	if (refusal !== void 0) return await refuse(asked, [refusal]);
	if (pull === void 0) return "ignored";
	const self = await forge.conversation.self();
	const { started, refusals } = await approveGoals(forge, store, await viewPull(forge, store, pull, self.id), {
		comment,
		command
	});
	if (started > 0) await forge.conversation.react(comment.id, "+1");
	await refreshPull(forge, store, comment.issue);
	return refusals.length === 0 ? "done" : await refuse(asked, refusals);
}
async function stop(asked, goal) {
	const { forge, store, comment, nowMs } = asked;
	const refusal = await whyNotBy(forge, comment, "stop");
	if (refusal !== void 0) return await refuse(asked, [refusal]);
	const { heads } = await readLiveRuns(store);
	const meant = heads.filter((head) => isMeantHere(head, asked, goal));
	const { stopped, refusals } = await stopGoals(store, meant, {
		comment,
		nowMs
	});
	if (stopped.length > 0) await forge.conversation.react(comment.id, "+1");
	const pulls = await Promise.all(meant.map(async ({ state }) => await pullOfRun(forge, state)));
	for (const number of /* @__PURE__ */ new Set([comment.issue, ...pulls])) if (number !== void 0) await refreshPull(forge, store, number);
	if (refusals.length > 0) return await refuse(asked, refusals);
	return await answer$1(asked, {
		kind: "stopped",
		ids: stopped
	});
}
/** A goal is stopped by its name from anywhere, without a name only where it runs. */
function isMeantHere({ state }, { pull }, goal) {
	if (state.status !== "running") return false;
	return goal === void 0 ? pull !== void 0 && isRunOf(state, pull) : state.goal === goal;
}
async function tellStatus(asked) {
	const { forge, store, comment } = asked;
	return await answer$1(asked, {
		kind: "status",
		goals: (await refreshPull(forge, store, comment.issue))?.view.goals ?? []
	});
}
async function refuse(asked, refusals) {
	await answer$1(asked, {
		kind: "refusals",
		refusals
	});
	return "refused";
}
async function answer$1(asked, notice) {
	const { forge, comment } = asked;
	const { author } = comment;
	const talk = await conversationOf(forge.conversation, comment.issue);
	const key = author.isBot ? `bot-${author.id}` : `reply-${comment.id}`;
	await sayOnce(forge.conversation, talk, {
		key,
		text: renderNotice(notice)
	});
	return "done";
}
// src/control/wake-goal.ts
/**
* Starts the next run of a goal; says why not when it cannot. A run that could only find its approval
* void would be for nothing, and one such run would wake the next.
*/
async function wakeGoal(forge, run) {
	const doubt = await whyApprovalVoid(forge, run);
	if (doubt !== void 0) return doubt;
	const { target } = run;
	const { goalPath } = run.approval;
	const pull = target?.inPlace === true ? target.pull : void 0;
	const outcome = await forge.runs.dispatch({
		goalPath,
		...pull === void 0 ? {} : { pull }
	});
	return outcome.kind === "started" ? void 0 : outcome.reason;
}
// src/control/handle-pull.ts
/** A pull request changed: ends what it does not hold any more, has a moved head looked at, shows it. */
async function handlePull(forge, store, number, nowMs) {
	const pull = await forge.pulls.get(number);
	if (pull === void 0) return;
	const { heads } = await readLiveRuns(store);
	const ended = [];
	for (const head of heads) {
		if (head.state.status !== "running" || !isRunOf(head.state, pull)) continue;
		const reason = await whyOver(forge, pull, head.state);
		if (reason === void 0) await wakeWhenMoved(forge, pull, head.state);
		else ended.push(...await stopHere(store, head, {
			reason,
			nowMs
		}));
	}
	await refreshPull(forge, store, number);
	const talk = await conversationOf(forge.conversation, number);
	for (const run of ended) await tellEnd(forge, talk, {
		run,
		digest: void 0
	});
}
/** Why a run that belongs here cannot go on, as a person made it. */
async function whyOver(forge, pull, run) {
	const isOwn = run.target?.pull === pull.number;
	switch (pull.state) {
		case "closed": return await isNewest(forge, pull) ? `pull request ${pull.number} was closed` : void 0;
		case "merged": return isOwn && !hasPassed(run, pull) ? `pull request ${pull.number} was merged before everything passed` : void 0;
		case "open": return isOwn ? await whyDeleted(forge, pull, run.approval.goalPath) : void 0;
	}
}
/** Whether exactly what was merged was found to pass. */
function hasPassed({ head, landing, next }, { headSha }) {
	return landing?.revision === head || next.kind === "integrate" && head === headSha;
}
/** An event of an old pull request says nothing about a newer one on the same branch. */
async function isNewest(forge, { number, headBranch }) {
	const newest = await forge.pulls.findByBranch(headBranch);
	return newest === void 0 || newest.number === number;
}
async function whyDeleted(forge, { headSha }, path) {
	const { digest } = await readGoalFile(forge, headSha, path);
	return digest === void 0 ? `${path} was deleted` : void 0;
}
async function stopHere(store, { ref, state }, why) {
	const next = "Bring the goal-file back in an open pull request and approve it again.";
	const { generation } = state;
	const outcome = await stopRun(store, {
		ref,
		generation,
		reason: why.reason,
		next
	}, why.nowMs);
	return outcome.kind === "stopped" ? [outcome.state] : [];
}
/** A person's commit is observed first, and a merge is what a run waited for; one that is at work finds it by itself. */
async function wakeWhenMoved(forge, pull, state) {
	if (state.claim !== void 0) return;
	if ((pull.state === "merged" ? state.next.kind === "integrate" : state.head !== pull.headSha) && pull.state !== "closed") await wakeGoal(forge, state);
}
// src/control/introduced-by.ts
/** How far back a file is followed. */
const COMMITS_MAX = 100;
/** The commit on the line of first parents that brought exactly these bytes of a goal-file. */
async function introducedBy(forge, wanted) {
	const { from, path, digest } = wanted;
	let at = from;
	for (let walked = 0; walked < COMMITS_MAX; walked += 1) {
		const parent = (await forge.source.commit(at))?.parents[0];
		if (parent === void 0) return at;
		if ((await readGoalFile(forge, parent, path)).digest !== digest) return at;
		at = parent;
	}
}
// src/control/stop-deleted-goals.ts
/** Ends the runs whose goal-file is not on the default branch any more; names their goals. */
async function stopDeletedGoals(forge, store, at) {
	const stopped = [];
	for (const { ref, state } of (await readLiveRuns(store)).heads) {
		if (state.status !== "running" || state.target?.inPlace === true) continue;
		const { goalPath } = state.approval;
		if (!await isDeleted(forge, at.head, goalPath)) continue;
		const reason = `${goalPath} was deleted from the default branch`;
		const outcome = await stopRun(store, {
			ref,
			generation: state.generation,
			reason,
			next: "Bring the goal-file back to start over."
		}, at.nowMs);
		if (outcome.kind !== "stopped") continue;
		stopped.push(state.goal);
		await tellStopped(forge, store, outcome.state);
	}
	return stopped;
}
/** A file that is too large to be read is there all the same. */
async function isDeleted(forge, head, path) {
	if ((await readGoalFile(forge, head, path)).digest !== void 0) return false;
	return !(await forge.source.list(head, ".kazi")).includes(path);
}
async function tellStopped(forge, store, run) {
	const number = await pullOfRun(forge, run);
	if (number === void 0) return;
	await refreshPull(forge, store, number);
	await tellEnd(forge, await conversationOf(forge.conversation, number), {
		run,
		digest: void 0
	});
}
// src/control/handle-push.ts
const NOTHING = {
	started: [],
	stopped: [],
	refused: []
};
/**
* The default branch moved: goal-files that came are approved by who brought them, a changed one makes
* a run that is going on wait, a deleted one ends it.
*/
async function handlePush(forge, store, push, nowMs) {
	const branch = await forge.source.defaultBranch();
	if (push.ref !== `refs/heads/${branch}`) return NOTHING;
	const head = await forge.source.branch(branch);
	if (head === void 0) return NOTHING;
	const stopped = await stopDeletedGoals(forge, store, {
		head,
		nowMs
	});
	const around = {
		forge,
		store,
		head,
		before: push.before,
		live: await readLiveRuns(store)
	};
	const started = [];
	const refused = [];
	for (const file of await readDefaultGoals(forge)) {
		const outcome = await reviewGoal(around, file);
		if (outcome === "started") started.push(goalIdOf(file));
		if (typeof outcome === "object") refused.push({
			goal: goalIdOf(file),
			refusal: outcome
		});
	}
	for (const it of refused) await tellMerger(forge, push.after, it);
	return {
		started,
		stopped,
		refused
	};
}
/** What one goal-file of the default branch came to; nothing when the push did not bring it. */
async function reviewGoal(around, file) {
	const { forge, store, live, head, before } = around;
	const { path, digest, loaded } = file;
	if (digest === void 0) return void 0;
	if ((await readGoalFile(forge, before, path)).digest === digest) return void 0;
	if (loaded.kind === "refused") return {
		kind: "unreadable",
		path,
		issues: loaded.issues
	};
	const run = (await findRun(store, live, loaded.goal.id))?.state;
	const settled = run === void 0 ? void 0 : await settledBy(around, run, file);
	if (settled !== void 0) return settled === "nothing" ? void 0 : settled;
	const commit = await introducedBy(forge, {
		from: head,
		path,
		digest
	});
	return commit === void 0 ? void 0 : await startBy(around, file, commit);
}
/** What the newest generation of the id makes of new bytes; nothing when they may start another one. */
async function settledBy(around, run, { digest }) {
	const isSame = run.approval.goalDigest === digest;
	if (run.status === "running") return await settledByRunning(around, run, isSame);
	return isSame && run.status === "converged" ? "nothing" : void 0;
}
async function settledByRunning(around, run, isSame) {
	if (isSame && run.target?.inPlace !== true) return "nothing";
	const pull = await pullRequestOf(around.forge, run);
	if (pull?.state === "open") return await settledIn(around, run, pull);
	return isSame && isWaitingFor(run, pull) ? "nothing" : void 0;
}
async function settledIn({ forge, store }, run, pull) {
	if (run.target?.inPlace === true) return {
		kind: "elsewhere",
		id: run.goal,
		where: placeOf(run)
	};
	await refreshPull(forge, store, pull.number);
	return "nothing";
}
async function pullRequestOf(forge, run) {
	const number = await pullOfRun(forge, run);
	return number === void 0 ? void 0 : await forge.pulls.get(number);
}
/** The goal-file came by the merge that its own run waited for: that is no new beginning. */
function isWaitingFor({ head, landing, next }, pull) {
	if (pull?.state !== "merged" || pull.headSha !== head) return false;
	return next.kind === "integrate" || landing?.revision === head;
}
async function startBy({ forge, store }, file, commit) {
	const id = goalIdOf(file);
	const source = `commit:${commit}`;
	if (await openedBy(store, file.path, source) !== void 0) return void 0;
	const approval = await readApproval(forge, source, file.path);
	if (approval.kind === "refused") return approval.refusal;
	const outcome = await forge.runs.dispatch({
		goalPath: file.path,
		approval: source
	});
	return outcome.kind === "started" ? "started" : {
		kind: "blocked",
		id,
		reason: outcome.reason
	};
}
/** A refusal is said where the goal-file was merged. Turned off by a person's own word it is none. */
async function tellMerger(forge, after, refused) {
	const { goal, refusal } = refused;
	if (refusal.kind === "merge-off") return;
	const [pull] = await forge.pulls.mergedWith(after);
	if (pull === void 0) return;
	const talk = await conversationOf(forge.conversation, pull.number);
	const key = `push-${after.slice(0, 12)}-${ledgerKey(goal)}`;
	const text = renderNotice({
		kind: "refusals",
		refusals: [refusal]
	});
	await sayOnce(forge.conversation, talk, {
		key,
		text
	});
}
// src/control/put-away.ts
/** What somebody may still look at stays where it is found at once. */
const KEPT_MS = 864e5;
/** Of one pass; the next one goes on. */
const RUNS_MAX = 10;
/**
* Folds ended runs into the archive whose pull request is not open any more: every event reads all records
* that are not put away, so they must not become more with the years. Names their goals.
*/
async function putAway(forge, store, nowMs) {
	const put = [];
	for (const head of (await readLiveRuns(store)).heads) {
		if (put.length >= RUNS_MAX) break;
		if (!await isDone(forge, head.state, nowMs)) continue;
		if (await archiveEnded(store, head) === "moved") put.push(head.state.goal);
	}
	return put;
}
async function isDone(forge, state, nowMs) {
	if (state.status === "running" || nowMs - state.updatedAtMs < KEPT_MS) return false;
	const number = await pullOfRun(forge, state);
	if (number === void 0) return true;
	return (await forge.pulls.get(number))?.state !== "open";
}
// src/control/refresh-each.ts
/** Brings pull requests up to date. One where GitHub refuses that is told of after all others had their turn. */
async function refreshEach(forge, store, numbers) {
	let refused;
	for (const number of numbers) try {
		await refreshPull(forge, store, number);
	} catch (error) {
		if (!(error instanceof KaziError) || error.code !== "github-refused") throw error;
		refused ??= error;
	}
	if (refused !== void 0) throw refused;
}
// src/control/refresh-runs.ts
/** Pull requests that one pass brings up to date. */
const PULLS_MAX$1 = 20;
/** Makes every pull request with a live ledger show what is the case, the latest change first. */
async function refreshRuns(forge, store) {
	const { heads } = await readLiveRuns(store);
	const numbers = /* @__PURE__ */ new Set();
	for (const { state } of heads.toSorted((left, right) => right.state.updatedAtMs - left.state.updatedAtMs)) {
		if (numbers.size >= PULLS_MAX$1) break;
		const number = await pullOfRun(forge, state);
		if (number !== void 0) numbers.add(number);
	}
	await refreshEach(forge, store, [...numbers]);
	return [...numbers];
}
// src/control/show-missing.ts
/** Open pull requests that one pass looks at, the newest first. */
const PULLS_MAX = 100;
/** Gates that one pass writes; the next one goes on. */
const GATES_MAX = 20;
/**
* Writes the gate of open pull requests on whose head none stands: their event got lost, or its token could
* not write, as that of a fork. A required check that nobody writes is waited for without end.
*/
async function showMissing(forge, store) {
	const missing = [];
	for (const { number, headSha } of await forge.pulls.listOpen(PULLS_MAX)) {
		if (missing.length >= GATES_MAX) break;
		if (!await forge.gate.isShown(headSha)) missing.push(number);
	}
	await refreshEach(forge, store, missing);
	return missing;
}
// src/control/start-runs.ts
/** Runs that one pass starts; the next one goes on with the others. */
const STARTS_MAX = 10;
/** Starts the next run of each goal, as far as its approval holds; the longest quiet ones first. */
async function startRuns(forge, heads) {
	const started = [];
	const blocked = [];
	const quietFirst = heads.toSorted((left, right) => left.state.updatedAtMs - right.state.updatedAtMs);
	for (const { state } of quietFirst) {
		if (started.length >= STARTS_MAX) break;
		const reason = await wakeGoal(forge, state).catch(whyNotNow);
		if (reason === void 0) started.push(state.goal);
		else blocked.push({
			goal: state.goal,
			reason
		});
	}
	return {
		started,
		blocked
	};
}
/** One goal that GitHub refuses or does not answer for must not keep the others asleep. */
function whyNotNow(error) {
	if (error instanceof KaziError && (error.code === "github-refused" || error.code === "github-unavailable")) return error.message;
	throw error;
}
// src/control/wake-goals.ts
/** A run that was just triggered needs this long to take its claim. */
const QUIET_MS = 3e5;
/** So long a landing is tried again, in case that the run which was to do it died. */
const LANDING_MS = 72e5;
/** Behind its deadline a holder of whom nothing is known gets this long before it may be taken over. */
const GRACE_MS = 6e5;
/** Finds goals that are going on with nobody at work, and starts their next run. */
async function wakeGoals(forge, store, nowMs) {
	const asleep = [];
	for (const head of (await readLiveRuns(store)).heads) if (await isAsleep(forge, head.state, nowMs)) asleep.push(head);
	return await startRuns(forge, asleep);
}
async function isAsleep(forge, state, nowMs) {
	if (state.status !== "running") return false;
	if (state.claim !== void 0) return await isAbandoned(forge, state.claim, nowMs);
	const { next } = state;
	if (next.kind === "integrate" && await isMergeOnItsWay(forge, state, nowMs)) return false;
	return !((next.kind === "observe" || next.kind === "watch") && next.notBeforeMs > nowMs) && nowMs - state.updatedAtMs >= QUIET_MS;
}
/**
* People take days for a review, and every look would be a machine. Its own event tells of the merge, and
* where that got lost, the pull request is not open any more.
*/
async function isMergeOnItsWay(forge, state, nowMs) {
	if (nowMs - state.updatedAtMs < LANDING_MS) return false;
	const number = await pullOfRun(forge, state);
	const pull = number === void 0 ? void 0 : await forge.pulls.get(number);
	return pull?.state === "open" && pull.headSha === state.head;
}
async function isAbandoned(forge, claim, nowMs) {
	const { holder, deadlineMs } = claim;
	const isOverdue = nowMs > deadlineMs + GRACE_MS;
	if (holder.kind !== "workflow-run") return isOverdue;
	const presence = await forge.runs.stateOf(holder);
	return presence === "gone" || presence === "unknown" && isOverdue;
}
// action/phase-control.ts
const Commented = object({ comment: object({ id: int() }) });
const Pulled = object({ pull_request: object({ number: int() }) });
const Pushed = object({
	ref: string(),
	before: string(),
	after: string()
});
const Queued = object({ merge_group: object({
	head_sha: string(),
	head_ref: string()
}) });
/** Answers one event where no App does. It reads committed text by the API and has no clone to run anything in. */
async function controlPhase(inputs, job) {
	const repository = await openRepository(inputs, job);
	return {
		outputs: {},
		sentence: await answer({
			forge: await openForge(inputs, job, repository),
			store: createApiRefStore(repository),
			nowMs: Date.now()
		}, job)
	};
}
async function answer(world, { runner }) {
	const { eventName, eventPath } = runner;
	switch (eventName) {
		case "issue_comment": return await answerComment(world, await readEvent(eventPath, Commented));
		case "pull_request": return await answerPull(world, await readEvent(eventPath, Pulled));
		case "push": return await answerPush(world, await readEvent(eventPath, Pushed));
		case "merge_group": return await answerQueue(world, await readEvent(eventPath, Queued));
		case "schedule": return await sweep(world);
		default: return `Nothing is done for the event ${eventName}.`;
	}
}
async function answerComment({ forge, store, nowMs }, { comment }) {
	return COMMENT_WORDS[await handleComment(forge, store, comment.id, nowMs)];
}
const COMMENT_WORDS = {
	ignored: "The comment asks for nothing.",
	done: "What the comment asks for was done.",
	refused: "The comment was answered with why it cannot be done."
};
async function answerPull({ forge, store, nowMs }, { pull_request: pull }) {
	await handlePull(forge, store, pull.number, nowMs);
	return `Pull request #${pull.number} shows what is the case.`;
}
async function answerPush({ forge, store, nowMs }, push) {
	const { started, stopped, refused } = await handlePush(forge, store, push, nowMs);
	const reasons = refused.map(({ goal, refusal }) => `${goal} (${refusal.kind})`);
	return `Goals started: ${listed(started)}; stopped: ${listed(stopped)}; refused: ${listed(reasons)}.`;
}
async function answerQueue({ forge, store }, { merge_group: group }) {
	await answerMergeGroup(forge, store, {
		headSha: group.head_sha,
		headRef: group.head_ref
	});
	return "The merge queue has its answer.";
}
/** What an event that was lost would have done: runs that nobody holds go on, and all is shown as it is. */
async function sweep({ forge, store, nowMs }) {
	const { started, blocked } = await wakeGoals(forge, store, nowMs);
	await putAway(forge, store, nowMs);
	await showMissing(forge, store);
	await refreshRuns(forge, store);
	const reasons = blocked.map(({ goal, reason }) => `${goal} (${reason})`);
	return `Goals woken: ${listed(started)}; not to be woken: ${listed(reasons)}.`;
}
function listed(names) {
	return names.length === 0 ? "none" : names.join(", ");
}
async function readEvent(file, schema) {
	try {
		return schema.parse(JSON.parse(await readFile(file, "utf8")));
	} catch (cause) {
		throw new KaziError({
			code: "input-invalid",
			message: "expected GITHUB_EVENT_PATH to be the event that started the workflow",
			cause
		});
	}
}
export { controlPhase };
