import type { RunState } from "../model/run.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { findEnded, readLiveRuns } from "./find-runs.ts";

/**
 * The generation that an approval has opened before, running or ended: each opens one and no more.
 * `source` is `comment:<id>` or `commit:<sha>`.
 */
export async function openedBy(
  store: RefStore,
  goalPath: string,
  source: string,
): Promise<RunState | undefined> {
  const { heads } = await readLiveRuns(store);
  const live = heads.find(({ state }) => isOpenedBy(state, goalPath, source));
  if (live !== undefined) return live.state;
  return (await findEnded(store, (state) => isOpenedBy(state, goalPath, source)))?.state;
}

function isOpenedBy({ approval }: RunState, goalPath: string, source: string): boolean {
  const { pointer } = approval;
  if (pointer === undefined || approval.goalPath !== goalPath) return false;
  const own = pointer.kind === "comment" ? pointer.commentId : pointer.commit;
  return `${pointer.kind}:${own}` === source;
}
