import type { Host } from "./host.ts";
import { observeHonestly } from "./observe-honestly.ts";
import { readClaim, readReport } from "./read-claim.ts";

/** Observe job of a workflow run. */
export async function observePhase(host: Host): Promise<void> {
  const claimed = await readClaim(host);
  const report = await readReport(claimed);
  await observeHonestly(host, claimed.assignment, { ...claimed, report });
}
