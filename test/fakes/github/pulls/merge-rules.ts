import { protectionOf } from "../git/receive-rules.ts";
import { rulesetsOf } from "../git/ruleset-rules.ts";
import type { BranchProtection, Repository, RequiredCheck } from "../model.ts";
import type { MergeMethod } from "./combine-commits.ts";

/** Who wants to merge; some are free of some rules. */
export interface Merger {
  readonly appId: number | undefined;
  /** Administrators, where branch protection is not enforced for them. */
  readonly isAdmin: boolean;
}

export const ANYBODY: Merger = { appId: undefined, isAdmin: false };

export interface MergeRules {
  readonly requiredChecks: readonly RequiredCheck[];
  readonly requiredReviews: number;
  /** The head must contain the base. */
  readonly isStrict: boolean;
  readonly allowsMergeCommit: boolean;
  /** How the queue of the branch merges; without one, there is no queue. */
  readonly queueMethod: MergeMethod | undefined;
  /** Rules are in force at all: without any there is nothing that auto-merge could wait for. */
  readonly isProtected: boolean;
}

/** What branch protection and rulesets together ask of a merge into a branch. */
export function mergeRulesOf(repository: Repository, branch: string, merger: Merger): MergeRules {
  const protection = protectionFor(repository, branch, merger);
  const { appId } = merger;
  const rules = rulesetsOf(repository, `refs/heads/${branch}`)
    .filter((ruleset) => appId === undefined || !ruleset.bypassAppIds.includes(appId))
    .flatMap((ruleset) => ruleset.rules);
  const checks = rules.flatMap((rule) =>
    rule.type === "required_status_checks" ? rule.checks : [],
  );
  const reviews = rules.flatMap((rule) =>
    rule.type === "pull_request" ? [rule.requiredReviews] : [],
  );
  return {
    requiredChecks: [...(protection?.requiredChecks ?? []), ...checks],
    requiredReviews: Math.max(0, protection?.requiredReviews ?? 0, ...reviews),
    isStrict: protection?.isStrict ?? false,
    allowsMergeCommit: !rules.some((rule) => rule.type === "required_linear_history"),
    queueMethod: rules.flatMap((rule) => (rule.type === "merge_queue" ? [rule.method] : []))[0],
    isProtected: protection !== undefined || rules.length > 0,
  };
}

function protectionFor(
  repository: Repository,
  branch: string,
  merger: Merger,
): BranchProtection | undefined {
  const protection = protectionOf(repository, `refs/heads/${branch}`);
  const isExempt = merger.isAdmin && protection?.isEnforcedForAdmins === false;
  return isExempt ? undefined : protection;
}
