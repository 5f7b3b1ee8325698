import { createHash } from "node:crypto";
import type { Artifact, NewArtifact, WorkflowRun } from "../actions-seam.ts";
import type { World } from "../model.ts";
import { zip } from "./zip.ts";

const DAY_MS = 86_400_000;
const RETENTION_DAYS = 90;

export function saveArtifact(world: World, run: WorkflowRun, it: NewArtifact): Artifact {
  makeRoom(run, it);
  const bytes = zip(it.files);
  const nowMs = world.nowMs();
  const artifact: Artifact = {
    id: world.nextId(),
    runId: run.id,
    attempt: run.attempt,
    repositoryId: run.repository.id,
    name: it.name,
    bytes,
    files: new Map(it.files),
    digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + (it.retentionDays ?? RETENTION_DAYS) * DAY_MS,
    isDeleted: false,
  };
  run.repository.artifacts.push(artifact);
  return artifact;
}

/** Artifacts do not change: a second of the same name takes the place of the first or is refused. */
function makeRoom(run: WorkflowRun, it: NewArtifact): void {
  const known = listArtifacts(run).find(
    (artifact) => artifact.name === it.name && artifact.attempt === run.attempt,
  );
  if (known === undefined) return;
  if (it.isOverwriting !== true) {
    throw new Error(
      "Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run",
    );
  }
  known.isDeleted = true;
}

/** Oldest first. */
export function listArtifacts(run: WorkflowRun): readonly Artifact[] {
  return run.repository.artifacts.filter((it) => it.runId === run.id && !it.isDeleted);
}
