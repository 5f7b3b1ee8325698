import type { WorkflowFile, WorkflowJob, WorkflowRun, WorkflowStep } from "../actions-seam.ts";
import type { Json, Repository, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderPullsOfHead } from "./pull-minimal.ts";
import { renderMinimalRepository } from "./repository.ts";
import { renderSimpleCommit } from "./simple-commit.ts";
import { renderUser } from "./user.ts";

export async function renderWorkflowRun(world: World, run: WorkflowRun): Promise<Json> {
  const { repository } = run;
  return {
    id: run.id,
    name: run.workflowName,
    node_id: nodeId("WFR", run.id),
    ...renderRunAddresses(world, run),
    check_suite_id: run.checkSuiteId,
    check_suite_node_id: nodeId("CS", run.checkSuiteId),
    head_branch: run.headBranch ?? null,
    head_sha: run.headSha,
    path: run.workflowPath,
    display_title: run.displayTitle,
    run_number: run.runNumber,
    run_attempt: run.attempt,
    referenced_workflows: [],
    event: run.event,
    status: run.status,
    conclusion: run.conclusion ?? null,
    workflow_id: run.workflowId,
    pull_requests: renderPullsOfHead(world, repository, run.headSha),
    actor: renderUser(world, run.actor),
    triggering_actor: renderUser(world, run.triggeringActor),
    created_at: isoTime(run.createdAtMs),
    updated_at: isoTime(run.updatedAtMs),
    run_started_at: isoTime(run.runStartedAtMs),
    head_commit: await renderSimpleCommit(repository, run.headSha),
    repository: renderMinimalRepository(world, repository),
    head_repository: renderMinimalRepository(world, run.headRepository),
  };
}

function renderRunAddresses(world: World, run: WorkflowRun): Json {
  const api = `${world.apiUrl}/repos/${run.repository.fullName}`;
  const address = `${api}/actions/runs/${run.id}`;
  const previous = run.attempt - 1;
  return {
    url: address,
    html_url: runHtmlUrl(world, run),
    jobs_url: `${address}/jobs`,
    logs_url: `${address}/logs`,
    artifacts_url: `${address}/artifacts`,
    cancel_url: `${address}/cancel`,
    rerun_url: `${address}/rerun`,
    previous_attempt_url: previous === 0 ? null : `${address}/attempts/${previous}`,
    check_suite_url: `${api}/check-suites/${run.checkSuiteId}`,
    workflow_url: `${api}/actions/workflows/${run.workflowId}`,
  };
}

export function runHtmlUrl(world: World, run: WorkflowRun): string {
  return `${world.url}/${run.repository.fullName}/actions/runs/${run.id}`;
}

export function renderWorkflowJob(world: World, run: WorkflowRun, job: WorkflowJob): Json {
  const api = `${world.apiUrl}/repos/${run.repository.fullName}`;
  const hasRunner = job.runnerName !== undefined;
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.workflowName,
    head_branch: run.headBranch ?? null,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: job.attempt,
    node_id: nodeId("CR", job.id),
    head_sha: run.headSha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${runHtmlUrl(world, run)}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion ?? null,
    created_at: isoTime(job.createdAtMs),
    started_at: isoTime(job.startedAtMs ?? job.createdAtMs),
    completed_at: optionalTime(job.completedAtMs),
    name: job.name,
    steps: job.steps.map(renderStep),
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: [...job.labels],
    runner_id: hasRunner ? job.id : null,
    runner_name: job.runnerName ?? null,
    runner_group_id: hasRunner ? 0 : null,
    runner_group_name: hasRunner ? "GitHub Actions" : null,
  };
}

function renderStep(step: WorkflowStep): Json {
  return {
    name: step.name,
    status: step.status,
    conclusion: step.conclusion ?? null,
    number: step.number,
    started_at: optionalTime(step.startedAtMs),
    completed_at: optionalTime(step.completedAtMs),
  };
}

export function renderWorkflow(world: World, repository: Repository, file: WorkflowFile): Json {
  const html = `${world.url}/${repository.fullName}`;
  return {
    id: file.id,
    node_id: nodeId("W", file.id),
    name: file.name,
    path: file.path,
    state: "active",
    created_at: isoTime(file.createdAtMs),
    updated_at: isoTime(file.createdAtMs),
    url: `${world.apiUrl}/repos/${repository.fullName}/actions/workflows/${file.id}`,
    html_url: `${html}/blob/${repository.defaultBranch}/${file.path}`,
    badge_url: `${html}/workflows/${encodeURIComponent(file.name)}/badge.svg`,
  };
}

function optionalTime(ms: number | undefined): string | null {
  return ms === undefined ? null : isoTime(ms);
}
