import { requiredCheckState, type RequiredCheckState } from "../checks/required-check.ts";
import { isAncestor } from "../git/move-refs.ts";
import type { RequiredCheck, Review } from "../model.ts";
import { hasRole } from "../permissions.ts";
import { resolveOid } from "../run-git.ts";
import { ANYBODY, type Merger, mergeRulesOf } from "./merge-rules.ts";
import type { Pull } from "./pull.ts";

export interface MergeBlocker {
  readonly kind: "check" | "review" | "behind";
  /** As GitHub says it. */
  readonly message: string;
}

/** The rules of the base branch that the pull request does not meet. */
export async function mergeBlockers(
  pull: Pull,
  merger: Merger = ANYBODY,
): Promise<readonly MergeBlocker[]> {
  const rules = mergeRulesOf(pull.repository, pull.details.baseRef, merger);
  const checks = rules.requiredChecks.flatMap((required) => {
    const state = stateAtHead(pull, required);
    return state === "passing" ? [] : [checkBlocker(required.context, state)];
  });
  const isBehind = rules.isStrict && !(await containsBase(pull));
  return [...reviewBlockers(pull, rules.requiredReviews), ...(isBehind ? [BEHIND] : []), ...checks];
}

/** A check is wanted at the head; where the merge that GitHub tried out has one of that name, it counts as well. */
function stateAtHead({ repository, details }: Pull, required: RequiredCheck): RequiredCheckState {
  const state = requiredCheckState(repository, details.headSha, required);
  if (state !== "passing" || details.mergeability.kind !== "mergeable") return state;
  const tried = requiredCheckState(repository, details.mergeability.testMergeSha, required);
  return tried === "expected" ? "passing" : tried;
}

const BEHIND: MergeBlocker = {
  kind: "behind",
  message: "This branch must be up to date with the base branch before merging.",
};

const SENTENCE_END: Readonly<Record<Exclude<RequiredCheckState, "passing">, string>> = {
  failing: "is failing",
  pending: "is in progress",
  expected: "is expected",
};

function checkBlocker(
  context: string,
  state: Exclude<RequiredCheckState, "passing">,
): MergeBlocker {
  return {
    kind: "check",
    message: `Required status check "${context}" ${SENTENCE_END[state]}.`,
  };
}

function reviewBlockers(pull: Pull, required: number): MergeBlocker[] {
  const verdicts = countingVerdicts(pull);
  if (verdicts.includes("CHANGES_REQUESTED") && required > 0) {
    return [{ kind: "review", message: "Changes have been requested." }];
  }
  if (verdicts.filter((it) => it === "APPROVED").length >= required) return [];
  const noun = required === 1 ? "review is" : "reviews are";
  return [
    {
      kind: "review",
      message: `At least ${required} approving ${noun} required by reviewers with write access.`,
    },
  ];
}

/** The last verdict of each person who may write; a comment takes no verdict back. */
function countingVerdicts(pull: Pull): readonly Review["state"][] {
  const verdicts = new Map<string, Review["state"]>();
  for (const review of pull.details.reviews) {
    if (review.state === "COMMENTED" || review.state === "PENDING") continue;
    const { login } = review.author;
    if (hasRole(pull.repository, login, "write")) verdicts.set(login, review.state);
  }
  return [...verdicts.values()];
}

async function containsBase(pull: Pull): Promise<boolean> {
  const tip = await resolveOid(pull.repository, `refs/heads/${pull.details.baseRef}`);
  return tip !== undefined && (await isAncestor(pull.repository, tip, pull.details.headSha));
}
