import { z } from "zod";
import type { RerunScope, WorkflowRun } from "../actions-seam.ts";
import { getRun } from "../actions/get-run.ts";
import { needActions } from "../actions/need-actions.ts";
import { isSigned, signedAddress } from "../actions/signed-address.ts";
import { zip } from "../actions/zip.ts";
import { renderWorkflowRun } from "../render/workflow-run.ts";
import { countedPageReply, created, notFound, ok, parseBody, type Reply } from "../respond.ts";
import type { Call, RepositoryCall, Route } from "../router.ts";

const READ = { name: "actions", level: "read" } as const;
const WRITE = { name: "actions", level: "write" } as const;
const ALL = "/repos/{owner}/{repo}/actions/runs";
const ONE = `${ALL}/{run_id}`;
const LOGS = "/_logs/runs/";

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: ALL,
    permission: READ,
    handle: async (call) => await list(call, () => true),
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
    permission: READ,
    handle: async (call) => {
      const asked = call.params["workflow_id"] ?? "";
      const path = `.github/workflows/${asked}`;
      return await list(
        call,
        (run) => String(run.workflowId) === asked || run.workflowPath === path,
      );
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: ONE,
    permission: READ,
    handle: async (call) => ok(await renderWorkflowRun(call.world, getRun(call))),
  },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/attempts/{attempt_number}`,
    permission: READ,
    handle: getAttempt,
  },
  {
    ...writeRoute("rerun"),
    handle: async (call: RepositoryCall) => await rerun(call, { kind: "all" }),
  },
  {
    ...writeRoute("rerun-failed-jobs"),
    handle: async (call: RepositoryCall) => await rerun(call, { kind: "failed" }),
  },
  { ...writeRoute("cancel"), handle: (call: RepositoryCall) => cancel(call, false) },
  { ...writeRoute("force-cancel"), handle: (call: RepositoryCall) => cancel(call, true) },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/logs`,
    permission: READ,
    handle: (call) => {
      const run = getRun(call);
      return redirect(signedAddress(call.world, `${LOGS}${run.id}.zip`));
    },
  },
  { scope: "public", method: "GET", template: `${LOGS}{file}`, handle: download },
];

function writeRoute(name: string): {
  readonly scope: "repository";
  readonly method: "POST";
  readonly template: string;
  readonly permission: typeof WRITE;
} {
  return { scope: "repository", method: "POST", template: `${ONE}/${name}`, permission: WRITE };
}

function redirect(location: string): Reply {
  return { status: 302, headers: { location } };
}

async function list(call: RepositoryCall, isMeant: (run: WorkflowRun) => boolean): Promise<Reply> {
  const query = call.url.searchParams;
  const runs = call.repository.workflowRuns
    .filter((run) => isMeant(run) && isAskedFor(run, query))
    .toReversed();
  return await countedPageReply(
    call,
    "workflow_runs",
    runs,
    async (run) => await renderWorkflowRun(call.world, run),
  );
}

function isAskedFor(run: WorkflowRun, query: URLSearchParams): boolean {
  const wanted: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ["branch", [run.headBranch]],
    ["event", [run.event]],
    ["actor", [run.actor.login]],
    ["head_sha", [run.headSha]],
    ["check_suite_id", [String(run.checkSuiteId)]],
    // GitHub takes a conclusion in the place of a status.
    ["status", [run.status, run.conclusion]],
  ];
  return wanted.every(([name, values]) => {
    const asked = query.get(name);
    return asked === null || values.includes(asked);
  });
}

async function getAttempt(call: RepositoryCall): Promise<Reply> {
  const run = getRun(call);
  const attempt = Number(call.params["attempt_number"]);
  if (attempt < 1 || attempt > run.attempt) throw notFound();
  const isPast = attempt < run.attempt;
  const conclusion = isPast ? run.pastConclusions[attempt - 1] : run.conclusion;
  const status = isPast ? "completed" : run.status;
  return ok(await renderWorkflowRun(call.world, { ...run, attempt, status, conclusion }));
}

const RerunBody = z.object({ enable_debug_logging: z.boolean().optional() });

async function rerun(call: RepositoryCall, scope: RerunScope): Promise<Reply> {
  parseBody(RerunBody, call.body);
  await needActions(call.world).rerun(getRun(call), scope, call.token.actor);
  return created({});
}

function cancel(call: RepositoryCall, isForced: boolean): Reply {
  needActions(call.world).cancelRun(getRun(call), isForced);
  return { status: 202, body: {} };
}

/** The logs of all jobs of the present attempt in one archive. */
function download(call: Call): Reply {
  const id = Number((call.params["file"] ?? "").replace(".zip", ""));
  const run = call.world.repositories.flatMap((it) => it.workflowRuns).find((it) => it.id === id);
  if (run === undefined || !isSigned(call.url)) throw notFound();
  const jobs = run.jobs.filter((job) => job.attempt === run.attempt);
  const files = jobs.map(
    (job, position) => [`${position}_${job.name}.txt`, Buffer.from(job.log)] as const,
  );
  const content = zip(new Map(files));
  return { status: 200, bytes: { content, type: "application/zip" } };
}
