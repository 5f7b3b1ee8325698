import type { ActionsService, WorkflowRun } from "../../actions-seam.ts";
import type { Tour } from "./start-tour.ts";

export async function visitActions(tour: Tour): Promise<void> {
  const { octo, bot, path } = tour;
  const actions = `${path}/actions`;
  await visitSettings(tour);
  await bot("POST", `${path}/dispatches`, { event_type: "go", client_payload: { goal: "fix" } });
  await octo("GET", `${actions}/workflows`);
  await octo("GET", `${actions}/workflows/ci.yml`);
  await bot("POST", `${actions}/workflows/ci.yml/dispatches`, { ref: "main" });
  // Without a runner a run is over as soon as it is cancelled.
  await octo("POST", `${actions}/runs/${await dispatch(tour)}/cancel`);
  await octo("POST", `${actions}/runs/${await dispatch(tour)}/force-cancel`);
  const runId = await dispatch(tour);
  const run = `${actions}/runs/${runId}`;
  await octo("GET", `${actions}/runs`);
  await octo("GET", `${actions}/workflows/ci.yml/runs`);
  await octo("GET", run);
  await runOnce(tour, runId);
  await visitJobs(tour, run);
  await visitArtifacts(tour, run);
  await visitReruns(tour, runId);
}

async function dispatch({ bot, path }: Tour): Promise<number> {
  const made = await bot("POST", `${path}/actions/workflows/ci.yml/dispatches`, {
    ref: "main",
    inputs: { goal: "fix" },
    return_run_details: true,
  });
  return made.id("workflow_run_id");
}

async function visitSettings({ octo, path, repository }: Tour): Promise<void> {
  repository.variables.set("COLOR", "green");
  const actions = `${path}/actions`;
  await octo("GET", `${actions}/variables`);
  await octo("GET", `${actions}/variables/COLOR`);
  await octo("GET", `${actions}/permissions`);
  await octo("PUT", `${actions}/permissions/workflow`, { default_workflow_permissions: "write" });
  await octo("GET", `${actions}/permissions/workflow`);
}

/** What a runner would do: one job of one step that fails, with a log and an artifact. */
async function runOnce(tour: Tour, runId: number): Promise<void> {
  const { actions, run } = findRun(tour, runId);
  actions.startRun(run);
  const job = actions.addJob(run, { key: "build", name: "build", labels: ["ubuntu-latest"] });
  actions.startJob(run, job, { runnerName: "runner-1", stepNames: ["echo built"] });
  actions.startStep(run, job, 1);
  actions.appendLog(job, "built\n");
  actions.finishStep(job, 1, "failure");
  actions.saveArtifact(run, { name: "built", files: new Map([["a.txt", Buffer.from("a")]]) });
  actions.finishJob(run, job, "failure");
  actions.finishRun(run, "failure");
  await tour.github.idle();
}

function findRun(tour: Tour, runId: number): { actions: ActionsService; run: WorkflowRun } {
  const { actions } = tour.github.world;
  const run = tour.repository.workflowRuns.find((it) => it.id === runId);
  if (actions === undefined || run === undefined) {
    throw new Error(`There is no run ${runId}.`);
  }
  return { actions, run };
}

async function visitJobs({ octo, path }: Tour, run: string): Promise<void> {
  const jobs = await octo("GET", `${run}/jobs`);
  const job = `${path}/actions/jobs/${jobs.id("jobs", 0, "id")}`;
  await octo("GET", job);
  await octo("GET", `${job}/logs`);
  await octo("GET", `${run}/logs`);
  await octo("GET", `${run}/attempts/1`);
  await octo("GET", `${run}/attempts/1/jobs`);
}

async function visitArtifacts({ octo, path }: Tour, run: string): Promise<void> {
  await octo("GET", `${path}/actions/artifacts`);
  const listed = await octo("GET", `${run}/artifacts`);
  const artifact = `${path}/actions/artifacts/${listed.id("artifacts", 0, "id")}`;
  await octo("GET", artifact);
  await octo("GET", `${artifact}/zip`);
  await octo("DELETE", artifact);
}

async function visitReruns(tour: Tour, runId: number): Promise<void> {
  const { octo, path } = tour;
  const run = `${path}/actions/runs/${runId}`;
  await octo("POST", `${run}/rerun`);
  await runOnce(tour, runId);
  await octo("POST", `${run}/rerun-failed-jobs`);
  await runOnce(tour, runId);
  const jobs = await octo("GET", `${run}/jobs?filter=latest`);
  await octo("POST", `${path}/actions/jobs/${jobs.id("jobs", 0, "id")}/rerun`);
  await runOnce(tour, runId);
}
