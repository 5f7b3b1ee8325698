import type { ActionsService } from "./actions-seam.ts";
import type { ActionsState } from "./actions/actions-state.ts";
import { listArtifacts, saveArtifact } from "./actions/artifacts.ts";
import { cancelRun } from "./actions/cancel-run.ts";
import { issueIdToken } from "./actions/id-token.ts";
import { listWorkflows } from "./actions/list-workflows.ts";
import { queueRun } from "./actions/queue-run.ts";
import { rerun } from "./actions/rerun.ts";
import * as life from "./actions/run-life.ts";
import { issueWorkflowToken } from "./actions/workflow-token.ts";
import type { World } from "./model.ts";

export function createActions(world: World): ActionsService {
  const state: ActionsState = { world, queued: new Set(), cancelled: new Set() };
  return {
    onQueued: (listener) => subscribe(state.queued, listener),
    onCancelled: (listener) => subscribe(state.cancelled, listener),
    listWorkflows: async (repository, sha) => await listWorkflows(world, repository, sha),
    queueRun: async (request) => await queueRun(state, request),
    rerun: async (run, scope, actor) => await rerun(state, run, { scope, actor }),
    cancelRun: (run, isForced) => cancelRun(state, run, isForced),
    ...lifeOf(world),
    saveArtifact: (run, artifact) => saveArtifact(world, run, artifact),
    readArtifact: (run, name) => listArtifacts(run).findLast((it) => it.name === name)?.files,
    listArtifacts,
    issueWorkflowToken: (run, job, permissions) =>
      issueWorkflowToken(world, { run, job }, permissions),
    revokeWorkflowToken: (token) => {
      token.isRevoked = true;
    },
    issueIdToken: async (run, job, request) => await issueIdToken(world, { run, job }, request),
  };
}

function lifeOf(
  world: World,
): Pick<
  ActionsService,
  | "holdRun"
  | "startRun"
  | "addJob"
  | "startJob"
  | "startStep"
  | "finishStep"
  | "finishJob"
  | "finishRun"
  | "appendLog"
> {
  return {
    holdRun: (run, status) => life.setRunStatus(world, run, status),
    startRun: (run) => life.startRun(world, run),
    addJob: (run, request) => life.addJob(world, run, request),
    startJob: (run, job, started) => life.startJob(world, { run, job }, started),
    startStep: (_run, job, number) => life.startStep(world, job, number),
    finishStep: (job, number, conclusion) => life.finishStep(world, job, { number, conclusion }),
    finishJob: (run, job, conclusion) => life.finishJob(world, { run, job }, conclusion),
    finishRun: (run, conclusion) => life.finishRun(world, run, conclusion),
    appendLog: (job, text) => {
      job.log += text;
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
