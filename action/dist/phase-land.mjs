import { n as tellNotStarted, t as showRun } from "./show-run.mjs";
import { i as KaziError } from "./plain-text.mjs";
import { n as landPhase$1 } from "./phase-work.mjs";
import { a as checkDocuments, n as openHost, t as documentsFolder } from "./open-host.mjs";
import { s as openForge } from "./refresh-pull.mjs";
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
