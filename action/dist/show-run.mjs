import { o as pullOfRun, t as refreshPull } from "./refresh-pull.mjs";
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
export { showRun as t };
