import type { Cause, StopStatus } from "../model/decision.ts";
import { appendEntry, type LedgerHead } from "../record/ledger.ts";
import type { Host } from "./host.ts";

/** Ends a run for a reason that no observation gives; `lost` when it moved meanwhile. */
export async function stopRun(
  host: Host,
  ledger: LedgerHead,
  end: { readonly status: StopStatus; readonly cause: Cause },
): Promise<LedgerHead | "lost"> {
  return await appendEntry(host.store, ledger, {
    kind: "stopped",
    atMs: host.clock.now(),
    decision: { kind: "stop", ...end },
  });
}
