import type { Json, Repository, Ruleset, RulesetRule, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";

/** One rule as `rules/branches` lists it: with the ruleset that it comes from. */
export function renderBranchRule(
  repository: Repository,
  ruleset: Ruleset,
  rule: RulesetRule,
): Json {
  return {
    ...renderRule(rule),
    ruleset_source_type: "Repository",
    ruleset_source: repository.fullName,
    ruleset_id: ruleset.id,
  };
}

/** A ruleset in a list; alone it has its conditions and rules as well. */
export function renderRuleset(world: World, repository: Repository, ruleset: Ruleset): Json {
  const path = `repos/${repository.fullName}/rulesets/${ruleset.id}`;
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: ruleset.target,
    source_type: "Repository",
    source: repository.fullName,
    enforcement: ruleset.enforcement,
    node_id: `RRS_${ruleset.id}`,
    _links: {
      self: { href: `${world.apiUrl}/${path}` },
      html: { href: `${world.url}/${repository.fullName}/rules/${ruleset.id}` },
    },
    created_at: isoTime(repository.createdAtMs),
    updated_at: isoTime(repository.createdAtMs),
  };
}

export function renderWholeRuleset(world: World, repository: Repository, ruleset: Ruleset): Json {
  return {
    ...renderRuleset(world, repository, ruleset),
    conditions: { ref_name: { include: [...ruleset.include], exclude: [...ruleset.exclude] } },
    rules: ruleset.rules.map(renderRule),
  };
}

function renderRule(rule: RulesetRule): Json {
  const parameters = renderParameters(rule);
  return { type: rule.type, ...(parameters === undefined ? {} : { parameters }) };
}

function renderParameters(rule: RulesetRule): Json | undefined {
  switch (rule.type) {
    case "required_status_checks":
      return {
        required_status_checks: rule.checks.map((check) => ({
          context: check.context,
          ...(check.appId === undefined ? {} : { integration_id: check.appId }),
        })),
        strict_required_status_checks_policy: false,
      };
    case "pull_request":
      return {
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: rule.requiredReviews,
        required_review_thread_resolution: false,
      };
    case "merge_queue":
      return {
        check_response_timeout_minutes: 60,
        grouping_strategy: "ALLGREEN",
        max_entries_to_build: 1,
        max_entries_to_merge: 1,
        merge_method: rule.method.toUpperCase(),
        min_entries_to_merge: 1,
        min_entries_to_merge_wait_minutes: 0,
      };
    case "file_path_restriction":
      return { restricted_file_paths: [...rule.paths] };
    case "update":
      return { update_allows_fetch_and_merge: false };
    case "creation":
    case "deletion":
    case "non_fast_forward":
    case "required_linear_history":
    case "required_signatures":
      return undefined;
  }
}
