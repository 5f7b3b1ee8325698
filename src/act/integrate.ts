import type { Goal, IntegrationLevel } from "../model/goal.ts";
import type { Landing, RunState } from "../model/run.ts";
import type { Repository } from "../ports/repository.ts";

/** Where the result got to, or that it was turned away on the way. */
export type Integration =
  | { readonly kind: "landed"; readonly landing: Landing }
  | { readonly kind: "refused"; readonly reason: string };

/** Takes the head as far as the goal wants and this machine can. Doing it twice changes nothing. */
export async function integrate(
  repository: Repository,
  work: {
    readonly goal: Goal;
    readonly state: RunState;
    /** The branch that the result is meant for; never pushed by us. */
    readonly baseBranch: string;
    readonly nowMs: number;
  },
): Promise<Integration> {
  const { goal, state, nowMs } = work;
  const wanted = goal.integration.mode ?? "commit";
  function landed(reached: IntegrationLevel, reason?: string): Integration {
    const why = reason === undefined ? {} : { reason };
    const landing = { wanted, reached, revision: state.head, atMs: nowMs, ...why };
    return { kind: "landed", landing };
  }

  if (state.head === state.base) return landed(wanted, "nothing had to be changed");
  if (wanted === "none" || wanted === "commit") return landed(wanted);
  if (state.branch === work.baseBranch) {
    return landed("commit", `the work is on ${state.branch} itself, which is a person's to push`);
  }
  const pushed = await repository.push({ branch: state.branch, commit: state.head });
  switch (pushed.kind) {
    case "refused":
      return { kind: "refused", reason: pushed.reason };
    case "no-remote":
      return landed("commit", "this repository has no remote to push to");
    case "pushed":
      return wanted === "branch"
        ? landed("branch")
        : landed("branch", `opening a pull request needs GitHub; ${pushed.remote} has the branch`);
  }
}
