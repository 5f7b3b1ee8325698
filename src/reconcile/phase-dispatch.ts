import type { DispatchReport } from "../model/handover.ts";
import { dispatch } from "./dispatch.ts";
import type { Host } from "./host.ts";
import { readClaim } from "./read-claim.ts";

/** Dispatch job of a workflow run. */
export async function dispatchPhase(host: Host): Promise<DispatchReport> {
  const claimed = await readClaim(host);
  return await dispatch(host, claimed.assignment, claimed);
}
