import { toOneLine } from "../model/plain-text.ts";
import { type LedgerHead, readHistory } from "../record/ledger.ts";
import type { Host } from "./host.ts";
import { stopRun } from "./stop-run.ts";

/** Runs that may be lost one after another before it is a person's turn. */
const LOST_MAX = 3;

/**
 * A run that is lost every time would be started for ever: each costs a machine, and none an iteration.
 * `undefined` while there is hope.
 */
export async function endAfterLosses(
  host: Host,
  ledger: LedgerHead,
  newest: string,
): Promise<LedgerHead | undefined> {
  if (ledger.state.status !== "running") return undefined;
  if ((await lossesOf(host, ledger)) < LOST_MAX) return undefined;
  const cause = {
    class: "run_lost",
    reason: toOneLine(`${LOST_MAX} runs in a row came to nothing; the last: ${newest}`, 500),
    next: "Look at the logs of these runs; when the cause is gone, comment /kazi approve.",
    ids: [],
  } as const;
  const ended = await stopRun(host, ledger, { status: "error", cause });
  return ended === "lost" ? undefined : ended;
}

/** Claims since the last settlement that were given back or left behind. */
async function lossesOf({ store, liveness }: Host, { oid, state }: LedgerHead): Promise<number> {
  const history = await readHistory(store, oid, 2 * LOST_MAX);
  const settled = history.findIndex(({ entry }) => entry.kind === "settled");
  const since = settled === -1 ? history : history.slice(0, settled);
  const released = since.filter(({ entry }) => entry.kind === "released").length;
  const { claim } = state;
  const isLeft = claim !== undefined && (await liveness.stateOf(claim.holder)) === "gone";
  return released + (isLeft ? 1 : 0);
}
