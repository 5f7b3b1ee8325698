import { KaziError } from "../model/kazi-error.ts";
import { type LedgerHead, readLedger } from "../record/ledger.ts";
import type { Host, Run } from "./host.ts";

/** The ledger of exactly this run: what came after it on the same ref is somebody else's. */
export async function readRun(host: Host, run: Run): Promise<LedgerHead> {
  const ledger = await readLedger(host.store, run.ref);
  if (ledger === undefined) {
    throw new KaziError({
      code: "record-forged",
      message: `the ledger ${run.ref} is gone; expected it to be there until the run ends. Somebody deleted it, and with it what was spent; run apply again to start afresh`,
    });
  }
  const { generation, approval } = ledger.state;
  if (generation === run.generation && approval.digest === run.approval) return ledger;
  throw new KaziError({
    code: "goal-busy",
    message: `a newer approval of this goal (generation ${generation}) has taken the place of generation ${run.generation}; this run is over. See kazi status`,
  });
}
