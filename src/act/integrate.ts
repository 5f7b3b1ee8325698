import type { Goal } from "../model/goal.ts";
import type { IntegrationLevel } from "../model/integration.ts";
import type { Landing, RunState } from "../model/run.ts";
import type { PullRequest, PullRequests } from "../ports/pull-requests.ts";
import type { Repository } from "../ports/repository.ts";

/** Where the result got to, that it is on its way, or that it was turned away. */
export type Integration =
  | { readonly kind: "landed"; readonly landing: Landing }
  | { readonly kind: "waiting"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Where a result can be taken. */
export interface Places {
  readonly repository: Repository;
  /** Absent where there is no GitHub to open a pull request on. */
  readonly pulls?: PullRequests;
}

/** What passes, and where it is to go. */
export interface Passing {
  readonly goal: Goal;
  readonly state: RunState;
  /** The branch that the result is meant for; never pushed by us. */
  readonly baseBranch: string;
  readonly nowMs: number;
}

/** Takes the head as far as the goal wants and this machine can. Doing it twice changes nothing. */
export async function integrate(places: Places, passing: Passing): Promise<Integration> {
  const { state, goal } = passing;
  const wanted = goal.integration.mode ?? (places.pulls === undefined ? "commit" : "pr");
  const work = { ...passing, wanted };
  const own = await ownPull(places, work);
  if (own !== undefined && places.pulls !== undefined) return await takeOn(places.pulls, own, work);
  if (state.head === state.base) return landed(work, wanted, UNCHANGED);
  if (wanted === "none" || wanted === "commit") return landed(work, wanted);
  if (state.branch === work.baseBranch) {
    return landed(
      work,
      "commit",
      `the work is on ${state.branch} itself, which is a person's to push`,
    );
  }
  return await publish(places, work);
}

/** The goal-file's own pull request, which is there already, whatever was kept. */
async function ownPull({ pulls }: Places, work: Wanted): Promise<PullRequest | undefined> {
  const number = work.state.target?.pull;
  const isFor = work.wanted === "pr" || work.wanted === "merge";
  return number === undefined || !isFor ? undefined : await pulls?.get(number);
}

const UNCHANGED = "nothing had to be changed";

interface Wanted extends Passing {
  readonly wanted: IntegrationLevel;
}

async function publish({ repository, pulls }: Places, work: Wanted): Promise<Integration> {
  const { state, wanted } = work;
  const pushed = await repository.push({ branch: state.branch, commit: state.head });
  if (pushed.kind === "refused") return { kind: "refused", reason: pushed.reason };
  if (pushed.kind === "no-remote") {
    return landed(work, "commit", "this repository has no remote to push to");
  }
  if (wanted === "branch") return landed(work, "branch");
  if (pulls === undefined) {
    return landed(
      work,
      "branch",
      `opening a pull request needs GitHub; ${pushed.remote} has the branch`,
    );
  }
  const pull = await pulls.findByBranch(state.branch);
  if (pull !== undefined) return await takeOn(pulls, pull, work);
  return landed(work, "branch", noPull(state));
}

async function takeOn(pulls: PullRequests, pull: PullRequest, work: Wanted): Promise<Integration> {
  const { state } = work;
  if (pull.state === "merged") return mergedAt(pull, work);
  if (pull.state === "closed") {
    return { kind: "refused", reason: `pull request #${pull.number} was closed` };
  }
  const ready = await pulls.markReady(pull);
  if (work.wanted === "pr") {
    const reason = ready.kind === "refused" ? `still a draft: ${ready.reason}` : undefined;
    return landed(work, "pr", reason);
  }
  if (ready.kind === "refused") return { kind: "refused", reason: ready.reason };
  // Exactly what was observed: somebody may have pushed more since.
  const merging = await pulls.mergeWhenReady({ ...ready.pull, headSha: state.head });
  if (merging.kind === "refused") {
    return await whyRefused(pulls, pull.number, { reason: merging.reason, head: state.head });
  }
  return merging.pull.state === "merged"
    ? landed(work, "merge")
    : { kind: "waiting", reason: `#${pull.number} merges as soon as all that is required holds` };
}

/** An older pull request of the same branch says nothing about what was made since. */
function mergedAt(pull: PullRequest, work: Wanted): Integration {
  const { state } = work;
  if (pull.headSha === state.head) return landed(work, "merge");
  if (pull.number === state.target?.pull) {
    const reason = `pull request #${pull.number} was merged at another commit than the one that passes`;
    return { kind: "refused", reason };
  }
  return landed(work, "branch", noPull(state));
}

function noPull({ branch }: RunState): string {
  return `no pull request could be opened for ${branch}; open it by hand`;
}

/** A head that moved is no refusal: the next run observes it first. */
async function whyRefused(
  pulls: PullRequests,
  number: number,
  refused: { readonly reason: string; readonly head: string },
): Promise<Integration> {
  const now = await pulls.get(number);
  const isMoved = now?.state === "open" && now.headSha !== refused.head;
  if (!isMoved) return { kind: "refused", reason: refused.reason };
  return { kind: "waiting", reason: `#${number} moved meanwhile, and that is observed first` };
}

function landed(
  { state, nowMs, wanted }: Wanted,
  reached: IntegrationLevel,
  reason?: string,
): Integration {
  const why = reason === undefined ? {} : { reason };
  const landing = { wanted, reached, revision: state.head, atMs: nowMs, ...why };
  return { kind: "landed", landing };
}
