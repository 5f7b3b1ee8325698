import type { WorkflowJob, WorkflowRun } from "../actions-seam.ts";
import { getRun } from "../actions/get-run.ts";
import { needActions } from "../actions/need-actions.ts";
import { isSigned, signedAddress } from "../actions/signed-address.ts";
import { renderWorkflowJob } from "../render/workflow-run.ts";
import { countedPageReply, created, notFound, ok, type Reply } from "../respond.ts";
import type { Call, RepositoryCall, Route } from "../router.ts";

const READ = { name: "actions", level: "read" } as const;
const OF_RUN = "/repos/{owner}/{repo}/actions/runs/{run_id}";
const ONE = "/repos/{owner}/{repo}/actions/jobs/{job_id}";
const LOGS = "/_logs/jobs/";

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: `${OF_RUN}/jobs`,
    permission: READ,
    handle: async (call) => {
      const run = getRun(call);
      const isAll = call.url.searchParams.get("filter") === "all";
      return await list(call, run, (job) => isAll || job.attempt === run.attempt);
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: `${OF_RUN}/attempts/{attempt_number}/jobs`,
    permission: READ,
    handle: async (call) => {
      const attempt = Number(call.params["attempt_number"]);
      return await list(call, getRun(call), (job) => job.attempt === attempt);
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: ONE,
    permission: READ,
    handle: (call) => {
      const { run, job } = getJob(call);
      return ok(renderWorkflowJob(call.world, run, job));
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/logs`,
    permission: READ,
    handle: (call) => {
      const { job } = getJob(call);
      if (job.status !== "completed") throw notFound();
      const location = signedAddress(call.world, `${LOGS}${job.id}`);
      return { status: 302, headers: { location } };
    },
  },
  {
    scope: "repository",
    method: "POST",
    template: `${ONE}/rerun`,
    permission: { name: "actions", level: "write" },
    handle: async (call) => {
      const { run, job } = getJob(call);
      const scope = { kind: "job", jobId: job.id } as const;
      await needActions(call.world).rerun(run, scope, call.token.actor);
      return created({});
    },
  },
  { scope: "public", method: "GET", template: `${LOGS}{job_id}`, handle: download },
];

interface FoundJob {
  readonly run: WorkflowRun;
  readonly job: WorkflowJob;
}

function findJob(runs: readonly WorkflowRun[], call: Call): FoundJob {
  const id = Number(call.params["job_id"]);
  for (const run of runs) {
    const job = run.jobs.find((it) => it.id === id);
    if (job !== undefined) return { run, job };
  }
  throw notFound();
}

function getJob(call: RepositoryCall): FoundJob {
  return findJob(call.repository.workflowRuns, call);
}

async function list(
  call: RepositoryCall,
  run: WorkflowRun,
  isMeant: (job: WorkflowJob) => boolean,
): Promise<Reply> {
  return await countedPageReply(call, "jobs", run.jobs.filter(isMeant), (job) =>
    renderWorkflowJob(call.world, run, job),
  );
}

function download(call: Call): Reply {
  if (!isSigned(call.url)) throw notFound();
  const runs = call.world.repositories.flatMap((repository) => repository.workflowRuns);
  const content = findJob(runs, call).job.log;
  return { status: 200, bytes: { content, type: "text/plain; charset=utf-8" } };
}
