import type { PredicateResult } from "../model/vector.ts";
import type { Assignment, Host } from "./host.ts";
import { observe } from "./observe.ts";
import type { StartingPoint } from "./starting-point.ts";

/** One observation of a commit as it is. Claims, dispatches and records nothing. */
export async function check(
  host: Host,
  assignment: Assignment,
  at: Pick<StartingPoint, "head" | "branch">,
): Promise<readonly PredicateResult[]> {
  const nonce = host.nonces.next();
  const bench = await host.benches.open(nonce);
  const subject = {
    kind: "observe",
    epoch: 0,
    nonce,
    iteration: 0,
    head: at.head,
    base: at.head,
    branch: at.branch,
    baseBranch: at.branch,
  } as const;
  try {
    const observation = await observe(host, assignment, { ticket: subject, bench });
    return observation.vector.results;
  } finally {
    await bench.workshop.close();
  }
}
