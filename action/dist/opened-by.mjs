import { g as readLiveRuns, m as findEnded } from "./refresh-pull.mjs";
// src/control/opened-by.ts
/**
* The generation that an approval has opened before, running or ended: each opens one and no more.
* `source` is `comment:<id>` or `commit:<sha>`.
*/
async function openedBy(store, goalPath, source) {
	const { heads } = await readLiveRuns(store);
	const live = heads.find(({ state }) => isOpenedBy(state, goalPath, source));
	if (live !== void 0) return live.state;
	return (await findEnded(store, (state) => isOpenedBy(state, goalPath, source)))?.state;
}
function isOpenedBy({ approval }, goalPath, source) {
	const { pointer } = approval;
	if (pointer === void 0 || approval.goalPath !== goalPath) return false;
	const own = pointer.kind === "comment" ? pointer.commentId : pointer.commit;
	return `${pointer.kind}:${own}` === source;
}
export { openedBy as t };
