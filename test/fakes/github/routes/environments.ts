import type { EnvironmentModel, Json, Repository, World } from "../model.ts";
import { isoTime } from "../render/iso-time.ts";
import { nodeId } from "../render/node-id.ts";
import { renderUser } from "../render/user.ts";
import { countedPageReply, notFound, ok, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "actions", level: "read" } as const;
const ALL = "/repos/{owner}/{repo}/environments";

export const routes: readonly Route[] = [
  { method: "GET", template: ALL, scope: "repository", permission: READ, handle: list },
  {
    method: "GET",
    template: `${ALL}/{environment_name}`,
    scope: "repository",
    permission: READ,
    handle: get,
  },
];

async function list(call: RepositoryCall): Promise<Reply> {
  const all = [...call.repository.environments.values()];
  return await countedPageReply(call, "environments", all, (it) =>
    renderEnvironment(call.world, call.repository, it),
  );
}

function get(call: RepositoryCall): Reply {
  const found = call.repository.environments.get(call.params["environment_name"] ?? "");
  if (found === undefined) {
    throw notFound();
  }
  return ok(renderEnvironment(call.world, call.repository, found));
}

function renderEnvironment(
  world: World,
  repository: Repository,
  environment: EnvironmentModel,
): Json {
  const path = `repos/${repository.fullName}/environments/${encodeURIComponent(environment.name)}`;
  const { deploymentBranches, reviewers } = environment;
  return {
    id: environment.id,
    node_id: nodeId("EN", environment.id),
    name: environment.name,
    url: `${world.apiUrl}/${path}`,
    html_url: `${world.url}/${repository.fullName}/deployments`,
    created_at: isoTime(environment.createdAtMs),
    updated_at: isoTime(environment.createdAtMs),
    protection_rules: reviewers.length === 0 ? [] : [renderReview(world, environment)],
    deployment_branch_policy:
      deploymentBranches === undefined
        ? null
        : { protected_branches: false, custom_branch_policies: true },
  };
}

function renderReview(world: World, environment: EnvironmentModel): Json {
  return {
    id: environment.id,
    node_id: nodeId("GA", environment.id),
    type: "required_reviewers",
    prevent_self_review: false,
    reviewers: environment.reviewers.map((user) => ({
      type: "User",
      reviewer: renderUser(world, user),
    })),
  };
}
