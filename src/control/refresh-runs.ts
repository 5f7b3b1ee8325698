import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { readLiveRuns } from "./find-runs.ts";
import { pullOfRun } from "./pull-of-run.ts";
import { refreshEach } from "./refresh-each.ts";

/** Pull requests that one pass brings up to date. */
const PULLS_MAX = 20;

/** Makes every pull request with a live ledger show what is the case, the latest change first. */
export async function refreshRuns(forge: Forge, store: RefStore): Promise<readonly number[]> {
  const { heads } = await readLiveRuns(store);
  const numbers = new Set<number>();
  for (const { state } of heads.toSorted(
    (left, right) => right.state.updatedAtMs - left.state.updatedAtMs,
  )) {
    if (numbers.size >= PULLS_MAX) break;
    const number = await pullOfRun(forge, state);
    if (number !== undefined) numbers.add(number);
  }
  await refreshEach(forge, store, [...numbers]);
  return [...numbers];
}
