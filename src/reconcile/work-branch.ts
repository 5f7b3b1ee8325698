import type { Goal } from "../model/goal.ts";
import { ledgerKey, ledgerSlug } from "../record/ledger-ref.ts";

/** The branch that takes the work of a goal, where that is not the one of its own pull request. */
export function workBranch(goal: Goal): string {
  const { branch, branchPrefix } = goal.integration;
  // Only an id that is its own slug names its branch alone: others could share the slug.
  const own = ledgerSlug(goal.id) === goal.id ? goal.id : ledgerKey(goal.id);
  return branch ?? `${branchPrefix ?? "kazi/"}${own}`;
}
