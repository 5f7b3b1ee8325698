import type { WorkflowFile, WorkflowJob, WorkflowRun } from "../actions-seam.ts";
import { emitCheckRun, emitCheckSuite } from "../checks/check-event.ts";
import { track } from "../deliver.ts";
import type { CheckRun, Json, World } from "../model.ts";
import { renderWorkflow, renderWorkflowJob, renderWorkflowRun } from "../render/workflow-run.ts";
import { emit } from "../webhooks.ts";
import { knownWorkflow } from "./list-workflows.ts";

/** The events of one run leave in the order in which they happened, though each is rendered in its own time. */
const lastEvents = new WeakMap<WorkflowRun, Promise<void>>();

function inOrder(world: World, run: WorkflowRun, tell: () => Promise<void>): void {
  const before = lastEvents.get(run) ?? Promise.resolve();
  const told = before.then(tell, tell);
  lastEvents.set(run, told);
  track(world, told);
}

/** After everything that was said about the run so far. */
export async function eventsOf(run: WorkflowRun): Promise<void> {
  await lastEvents.get(run);
}

export function emitRun(
  world: World,
  run: WorkflowRun,
  action: "requested" | "in_progress" | "completed",
): void {
  // A run goes on while it is rendered; what is told is what it was.
  const now = { ...run };
  inOrder(world, run, async () => {
    emit(world, {
      event: "workflow_run",
      action,
      repository: run.repository,
      actor: run.triggeringActor,
      payload: {
        workflow_run: await renderWorkflowRun(world, now),
        workflow: renderWorkflow(world, run.repository, workflowOf(world, run)),
      },
    });
  });
}

export function emitJob(
  world: World,
  it: { readonly run: WorkflowRun; readonly job: WorkflowJob },
  action: "queued" | "in_progress" | "completed",
): void {
  const payload: Json = { workflow_job: renderWorkflowJob(world, it.run, it.job) };
  inOrder(world, it.run, async () => {
    emit(world, {
      event: "workflow_job",
      action,
      repository: it.run.repository,
      actor: it.run.triggeringActor,
      payload,
    });
  });
}

export function emitJobCheck(
  world: World,
  it: { readonly run: WorkflowRun; readonly check: CheckRun },
  action: "created" | "completed",
): void {
  const check = { ...it.check };
  inOrder(world, it.run, async () => {
    const { repository } = it.run;
    await emitCheckRun(world, check, {
      repository,
      actor: world.actionsApp.bot,
      token: undefined,
      action,
    });
  });
}

export function emitRunSuite(world: World, run: WorkflowRun, action: "requested"): void {
  const suite = run.repository.checkSuites.find((it) => it.id === run.checkSuiteId);
  if (suite === undefined) return;
  inOrder(world, run, async () => {
    const { repository, triggeringActor: actor } = run;
    await emitCheckSuite(world, suite, { repository, actor, token: undefined, action });
  });
}

function workflowOf(world: World, run: WorkflowRun): WorkflowFile {
  const known = knownWorkflow(world, run.repository, run.workflowPath);
  return { ...known, path: run.workflowPath, name: run.workflowName, text: "" };
}
