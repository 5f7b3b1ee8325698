import { A as renderNotice, O as conversationOf, k as sayOnce, o as pullOfRun, t as refreshPull } from "./refresh-pull.mjs";
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
export { tellNotStarted as n, showRun as t };
