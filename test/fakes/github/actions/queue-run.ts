import type { RunRequest, WorkflowRun } from "../actions-seam.ts";
import { makeSuite } from "../checks/find-or-make-suite.ts";
import { readCommit } from "../git/read-commit.ts";
import type { ActionsState } from "./actions-state.ts";
import { knownWorkflow, listWorkflows } from "./list-workflows.ts";
import { emitRun, emitRunSuite, eventsOf } from "./run-event.ts";

const BRANCHES = "refs/heads/";

/** Makes the run, tells of it, and hands it to whoever executes. */
export async function queueRun(state: ActionsState, request: RunRequest): Promise<WorkflowRun> {
  const { world } = state;
  const { repository } = request;
  const files = await listWorkflows(world, repository, request.workflowSha);
  const file = files.find((it) => it.path === request.workflowPath);
  const workflowName = file?.name ?? request.workflowPath;
  const displayTitle = request.displayTitle ?? (await titleOf(request, workflowName));
  const run = addRun(state, request, { workflowName, displayTitle });
  emitRunSuite(world, run, "requested");
  emitRun(world, run, "requested");
  await eventsOf(run);
  for (const listener of state.queued) listener(run);
  return run;
}

async function titleOf(request: RunRequest, workflowName: string): Promise<string> {
  if (request.event === "workflow_dispatch") return workflowName;
  const commit = await readCommit(request.repository, request.headSha ?? request.sha);
  return commit?.message.split("\n")[0] ?? workflowName;
}

function addRun(
  { world }: ActionsState,
  request: RunRequest,
  names: Pick<WorkflowRun, "workflowName" | "displayTitle">,
): WorkflowRun {
  const { repository } = request;
  const nowMs = world.nowMs();
  const headSha = request.headSha ?? request.sha;
  const headBranch = request.headBranch ?? branchOf(request.ref);
  const headRepository = request.headRepository ?? repository;
  const suite = makeSuite(world, repository, { app: world.actionsApp, headSha, headBranch });
  const run: WorkflowRun = {
    ...request,
    ...names,
    headSha,
    headBranch,
    headRepository,
    id: world.nextId(),
    workflowId: knownWorkflow(world, repository, request.workflowPath).id,
    pullNumbers: request.pullNumbers ?? [],
    inputs: request.inputs ?? {},
    runNumber: nextRunNumber(request),
    checkSuiteId: suite.id,
    createdAtMs: nowMs,
    // Only `pull_request` brings the code of a stranger; the events around it run what the repository has.
    isFromFork: request.event === "pull_request" && headRepository.id !== repository.id,
    triggeringActor: request.actor,
    attempt: 1,
    rerun: { kind: "all" },
    status: "queued",
    conclusion: undefined,
    pastConclusions: [],
    isCancelRequested: false,
    runStartedAtMs: nowMs,
    updatedAtMs: nowMs,
    jobs: [],
  };
  repository.workflowRuns.push(run);
  return run;
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith(BRANCHES) ? ref.slice(BRANCHES.length) : undefined;
}

function nextRunNumber(request: RunRequest): number {
  const runs = request.repository.workflowRuns;
  return runs.filter((run) => run.workflowPath === request.workflowPath).length + 1;
}
