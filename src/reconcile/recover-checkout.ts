import { liveRef } from "../record/ledger-ref.ts";
import { readHistory, readLedger } from "../record/ledger.ts";
import type { Host } from "./host.ts";

/** Entries to look back at for the commit that the checkout may still show. */
const ENTRIES_MAX = 20;

/**
 * A run in place that died between moving the branch and bringing the checkout after it leaves files
 * that read as a reversal of the work. Where they are exactly those of the commit before, they follow.
 */
export async function recoverCheckout(host: Host, goalId: string): Promise<void> {
  const ledger = await readLedger(host.store, liveRef(host.store, goalId));
  const { head, dirty } = await host.repository.inspect();
  if (ledger === undefined || head === undefined) return;
  if (ledger.state.head !== head || dirty.length === 0) return;
  const entries = await readHistory(host.store, ledger.oid, ENTRIES_MAX);
  const earlier = entries.flatMap(({ entry }) =>
    entry.kind === "settled" || entry.kind === "opened" ? [entry.head] : [],
  );
  for (const from of new Set(earlier)) {
    if (from === head || !(await host.repository.advance(from, head))) continue;
    const message = `an earlier run died before the checkout followed ${head.slice(0, 12)}; it does now`;
    host.events.emit({ kind: "warned", message });
    return;
  }
}
