import type { CommitStatus, Json, Repository, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

export function renderCommitStatus(
  world: World,
  repository: Repository,
  status: CommitStatus,
): Json {
  return {
    ...renderSimpleCommitStatus(world, repository, status),
    creator: renderUser(world, status.creator),
  };
}

export function renderSimpleCommitStatus(
  world: World,
  repository: Repository,
  status: CommitStatus,
): Json {
  return {
    id: status.id,
    node_id: nodeId("SC", status.id),
    url: `${world.apiUrl}/repos/${repository.fullName}/statuses/${status.sha}`,
    avatar_url: `${world.url}/_avatars/${status.creator.id}`,
    state: status.state,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    context: status.context,
    created_at: isoTime(status.createdAtMs),
    updated_at: isoTime(status.createdAtMs),
  };
}
