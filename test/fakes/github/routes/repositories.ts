import { rulesetsOf } from "../git/ruleset-rules.ts";
import { renderFullRepository } from "../render/repository.ts";
import { renderRolePermissions } from "../render/role-permissions.ts";
import { renderBranchRule, renderRuleset, renderWholeRuleset } from "../render/ruleset.ts";
import { notFound, ok, pageReply, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const METADATA = { name: "metadata", level: "read" } as const;

export const routes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}",
    scope: "repository",
    permission: METADATA,
    handle: getRepository,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/rules/branches/{branch}",
    scope: "repository",
    permission: METADATA,
    handle: listBranchRules,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/rulesets",
    scope: "repository",
    permission: METADATA,
    handle: listRulesets,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/rulesets/{ruleset_id}",
    scope: "repository",
    permission: METADATA,
    handle: getRuleset,
  },
];

function getRepository(call: RepositoryCall): Reply {
  const full = renderFullRepository(call.world, call.repository);
  const permissions = renderRolePermissions(call.repository, call.token.actor.login);
  return ok(call.token.kind === "user" ? { ...full, permissions } : full);
}

async function listBranchRules(call: RepositoryCall): Promise<Reply> {
  const ref = `refs/heads/${call.params["branch"]}`;
  const rules = rulesetsOf(call.repository, ref).flatMap((ruleset) =>
    ruleset.rules.map((rule) => ({ ruleset, rule })),
  );
  return await pageReply(call, rules, ({ ruleset, rule }) =>
    renderBranchRule(call.repository, ruleset, rule),
  );
}

async function listRulesets(call: RepositoryCall): Promise<Reply> {
  return await pageReply(call, call.repository.rulesets, (ruleset) =>
    renderRuleset(call.world, call.repository, ruleset),
  );
}

function getRuleset(call: RepositoryCall): Reply {
  const id = Number(call.params["ruleset_id"]);
  const ruleset = call.repository.rulesets.find((it) => it.id === id);
  if (ruleset === undefined) {
    throw notFound();
  }
  return ok(renderWholeRuleset(call.world, call.repository, ruleset));
}
