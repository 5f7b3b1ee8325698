import type { Artifact, WorkflowRun } from "../actions-seam.ts";
import type { Json, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";

export function renderArtifact(world: World, run: WorkflowRun, artifact: Artifact): Json {
  const address = `${world.apiUrl}/repos/${run.repository.fullName}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId("MDg6QXJ0aWZhY3Q", artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.bytes.length,
    url: address,
    archive_download_url: `${address}/zip`,
    expired: artifact.expiresAtMs <= world.nowMs(),
    digest: artifact.digest,
    created_at: isoTime(artifact.createdAtMs),
    updated_at: isoTime(artifact.createdAtMs),
    expires_at: isoTime(artifact.expiresAtMs),
    workflow_run: {
      id: run.id,
      repository_id: run.repository.id,
      head_repository_id: run.headRepository.id,
      ...(run.headBranch === undefined ? {} : { head_branch: run.headBranch }),
      head_sha: run.headSha,
    },
  };
}
