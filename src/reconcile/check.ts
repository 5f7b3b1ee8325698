import type { BaselineSource, Check } from "../model/check.ts";
import type { Baseline, Oid, PredicateResult } from "../model/vector.ts";
import type { Assignment, Host } from "./host.ts";
import { observe } from "./observe.ts";
import type { StartingPoint } from "./starting-point.ts";

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The commit to look at. */
export interface CheckedCommit extends Pick<StartingPoint, "head" | "branch"> {
  /** Where its work left the branch that it is meant for; without it nothing can be said about changes. */
  readonly base?: { readonly branch: string; readonly commit: Oid };
  readonly baselines?: readonly Baseline[];
}

/** One observation of a commit as it is. Claims, dispatches and records nothing. */
export async function check(
  host: Host,
  assignment: Assignment,
  at: CheckedCommit,
): Promise<readonly PredicateResult[]> {
  const nonce = host.nonces.next();
  const bench = await host.benches.open(nonce);
  const subject = {
    kind: "observe",
    epoch: 0,
    nonce,
    iteration: 0,
    head: at.head,
    base: at.base?.commit ?? at.head,
    branch: at.branch,
    baseBranch: at.base?.branch ?? at.branch,
    ...(at.baselines === undefined ? {} : { baselines: at.baselines }),
  } as const;
  try {
    const observation = await observe(host, assignment, { ticket: subject, bench });
    const { results } = observation.vector;
    return at.base === undefined ? withoutBase(assignment, results) : results;
  } finally {
    await bench.workshop.close();
  }
}

/** A commit that was compared with itself has shown nothing. */
function withoutBase(
  { goal }: Assignment,
  results: readonly PredicateResult[],
): readonly PredicateResult[] {
  const comparing = new Set(goal.predicates.filter(isComparing).map((it) => it.id));
  return results.map((result) => (comparing.has(result.id) ? nothingToCompare(result) : result));
}

function isComparing({ check: wanted }: { readonly check: Check }): boolean {
  switch (wanted.provider) {
    case "no_stubs":
    case "docs_updated":
    case "scope_guard":
      return true;
    case "ratchet":
    case "static":
    case "cve":
      return isOfBranch(wanted.baseline);
    case "coverage":
      return wanted.project !== undefined && isOfBranch(wanted.projectBaseline);
    case "custom_script":
    case "test_runner":
    case "http_probe":
    case "prod_log":
    case "browser":
    case "metrics":
    case "property":
    case "mutation":
    case "cli":
    case "gherkin":
    case "landed":
    case "not_built":
      return false;
  }
}

/** Every name means the base; a hash means the commit itself. */
function isOfBranch(baseline: BaselineSource | undefined): boolean {
  return baseline?.kind === "ref" && !OID.test(baseline.ref);
}

function nothingToCompare({ id, evidence }: PredicateResult): PredicateResult {
  const message =
    "there is nothing to compare this commit with: expected the branch that it is meant for ([integration] base, the default branch of origin, main or master), found none that lacks anything of it; fetch that branch, or check the branch that the work is on";
  const { durationMs } = evidence;
  return {
    id,
    status: "unknown",
    permanent: false,
    evidence: { message, findings: [], durationMs },
  };
}
