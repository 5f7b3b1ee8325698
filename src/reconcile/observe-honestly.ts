import type { ClaimTicket, DispatchReport } from "../model/handover.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import { encode } from "../record/codec.ts";
import type { Assignment, Bench, Host } from "./host.ts";
import { observe } from "./observe.ts";

/** Observe job, where a candidate that gets at the observation itself is a refused one, not the end of the run. */
export async function observeHonestly(
  host: Host,
  assignment: Assignment,
  work: {
    readonly ticket: ClaimTicket;
    readonly bench: Bench;
    readonly report: DispatchReport | undefined;
  },
): Promise<void> {
  const { report } = work;
  try {
    await observe(host, assignment, work);
  } catch (error) {
    const isItsFault = error instanceof KaziError && error.code === "candidate-invalid";
    if (!isItsFault || report?.candidate === undefined) throw error;
    const reason = toOneLine(`disturbed its own observation: ${error.message}`, 300);
    const { candidate: _candidate, ...rest } = report;
    const without = { ...rest, changed: [], refused: [...report.refused, { path: ".", reason }] };
    await work.bench.handover.write("dispatch", encode(without));
    await observe(host, assignment, work);
  }
}
