import type { Deployment, DeploymentStatus, Json, Repository, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

export function renderDeployment(world: World, repository: Repository, it: Deployment): Json {
  const api = `${world.apiUrl}/repos/${repository.fullName}`;
  return {
    url: `${api}/deployments/${it.id}`,
    id: it.id,
    node_id: nodeId("DE", it.id),
    sha: it.sha,
    ref: it.ref,
    task: it.task,
    payload: it.payload,
    original_environment: it.environment,
    environment: it.environment,
    description: it.description ?? null,
    creator: renderUser(world, it.creator),
    created_at: isoTime(it.createdAtMs),
    updated_at: isoTime(it.statuses.at(-1)?.createdAtMs ?? it.createdAtMs),
    statuses_url: `${api}/deployments/${it.id}/statuses`,
    repository_url: api,
    transient_environment: false,
    production_environment: it.environment === "production",
    performed_via_github_app: null,
  };
}

export function renderDeploymentStatus(
  world: World,
  place: { readonly repository: Repository; readonly deployment: Deployment },
  status: DeploymentStatus,
): Json {
  const api = `${world.apiUrl}/repos/${place.repository.fullName}`;
  const deployment = `${api}/deployments/${place.deployment.id}`;
  return {
    url: `${deployment}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId("DES", status.id),
    state: status.state,
    creator: renderUser(world, status.creator),
    description: status.description,
    environment: place.deployment.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: isoTime(status.createdAtMs),
    updated_at: isoTime(status.createdAtMs),
    deployment_url: deployment,
    repository_url: api,
    performed_via_github_app: null,
  };
}
