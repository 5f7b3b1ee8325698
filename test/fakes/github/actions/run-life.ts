import type {
  JobRequest,
  RunConclusion,
  RunStatus,
  StartedJob,
  WorkflowJob,
  WorkflowRun,
} from "../actions-seam.ts";
import type { CheckRun, World } from "../model.ts";
import { runHtmlUrl } from "../render/workflow-run.ts";
import { emitJob, emitJobCheck, emitRun } from "./run-event.ts";

export function setRunStatus(world: World, run: WorkflowRun, status: RunStatus): void {
  run.status = status;
  run.updatedAtMs = world.nowMs();
}

export function startRun(world: World, run: WorkflowRun): void {
  setRunStatus(world, run, "in_progress");
  run.runStartedAtMs = world.nowMs();
  emitRun(world, run, "in_progress");
}

/** A job is a check-run of the same id, as on GitHub. */
export function addJob(world: World, run: WorkflowRun, request: JobRequest): WorkflowJob {
  const job: WorkflowJob = {
    ...request,
    id: world.nextId(),
    runId: run.id,
    attempt: run.attempt,
    createdAtMs: world.nowMs(),
    status: "queued",
    conclusion: undefined,
    startedAtMs: undefined,
    completedAtMs: undefined,
    runnerName: undefined,
    steps: [],
    log: "",
    outputs: {},
  };
  run.jobs.push(job);
  const check = addCheck(world, run, job);
  emitJobCheck(world, { run, check }, "created");
  emitJob(world, { run, job }, "queued");
  return job;
}

function addCheck(world: World, run: WorkflowRun, job: WorkflowJob): CheckRun {
  const suite = run.repository.checkSuites.find((it) => it.id === run.checkSuiteId);
  if (suite === undefined) throw new Error(`The run ${run.id} has no check suite.`);
  const check: CheckRun = {
    id: job.id,
    suite,
    headSha: run.headSha,
    annotations: [],
    madeInRunEvent: run.event,
    name: job.name,
    status: "queued",
    conclusion: undefined,
    startedAtMs: world.nowMs(),
    completedAtMs: undefined,
    detailsUrl: `${runHtmlUrl(world, run)}/job/${job.id}`,
    externalId: "",
    title: undefined,
    summary: undefined,
    text: undefined,
    actions: [],
  };
  run.repository.checkRuns.push(check);
  return check;
}

function checkOf(run: WorkflowRun, job: WorkflowJob): CheckRun | undefined {
  return run.repository.checkRuns.find((it) => it.id === job.id);
}

export function startJob(
  world: World,
  it: { readonly run: WorkflowRun; readonly job: WorkflowJob },
  started: StartedJob,
): void {
  const nowMs = world.nowMs();
  const { run, job } = it;
  job.status = "in_progress";
  job.startedAtMs = nowMs;
  job.runnerName = started.runnerName;
  job.steps = started.stepNames.map((name, position) => ({
    number: position + 1,
    name,
    status: "queued",
    conclusion: undefined,
    startedAtMs: undefined,
    completedAtMs: undefined,
  }));
  const check = checkOf(run, job);
  if (check !== undefined) {
    check.status = "in_progress";
    check.startedAtMs = nowMs;
  }
  emitJob(world, it, "in_progress");
}

export function startStep(world: World, job: WorkflowJob, stepNumber: number): void {
  const step = job.steps.find((it) => it.number === stepNumber);
  if (step === undefined) return;
  step.status = "in_progress";
  step.startedAtMs = world.nowMs();
}

export function finishStep(
  world: World,
  job: WorkflowJob,
  it: { readonly number: number; readonly conclusion: RunConclusion },
): void {
  const step = job.steps.find((known) => known.number === it.number);
  if (step === undefined) return;
  step.status = "completed";
  step.conclusion = it.conclusion;
  step.startedAtMs ??= world.nowMs();
  step.completedAtMs = world.nowMs();
}

export function finishJob(
  world: World,
  it: { readonly run: WorkflowRun; readonly job: WorkflowJob },
  conclusion: RunConclusion,
): void {
  const nowMs = world.nowMs();
  const { run, job } = it;
  job.status = "completed";
  job.conclusion = conclusion;
  job.startedAtMs ??= nowMs;
  job.completedAtMs = nowMs;
  const check = checkOf(run, job);
  emitJob(world, it, "completed");
  if (check === undefined) return;
  check.status = "completed";
  check.conclusion = conclusion;
  check.completedAtMs = nowMs;
  emitJobCheck(world, { run, check }, "completed");
}

export function finishRun(world: World, run: WorkflowRun, conclusion: RunConclusion): void {
  run.conclusion = conclusion;
  setRunStatus(world, run, "completed");
  emitRun(world, run, "completed");
}
