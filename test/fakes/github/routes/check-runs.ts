import { applyCheckRun } from "../checks/apply-check-run.ts";
import { emitCheckRun } from "../checks/check-event.ts";
import { CheckRunPatch, NewCheckRun } from "../checks/check-run-body.ts";
import { findOrMakeSuite } from "../checks/find-or-make-suite.ts";
import { needApp } from "../checks/need-app.ts";
import { needCommit } from "../checks/need-commit.ts";
import { refuseCheckRun } from "../checks/refuse-check-run.ts";
import type { CheckRun } from "../model.ts";
import { renderAnnotation, renderCheckRun } from "../render/check-run.ts";
import {
  countedPageReply,
  created,
  forbidden,
  notFound,
  ok,
  pageReply,
  parseBody,
  type Reply,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "checks", level: "read" } as const;
const WRITE = { name: "checks", level: "write" } as const;
const ALL = "/repos/{owner}/{repo}/check-runs";
const ONE = `${ALL}/{check_run_id}`;

export const routes: readonly Route[] = [
  { scope: "repository", method: "POST", template: ALL, permission: WRITE, handle: create },
  { scope: "repository", method: "PATCH", template: ONE, permission: WRITE, handle: update },
  {
    scope: "repository",
    method: "GET",
    template: ONE,
    permission: READ,
    handle: (call) => ok(renderCheckRun(call.world, call.repository, getRun(call))),
  },
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/annotations`,
    permission: READ,
    handle: async (call) => {
      const run = getRun(call);
      return await pageReply(call, run.annotations, (annotation) =>
        renderAnnotation(call.world, { repository: call.repository, run }, annotation),
      );
    },
  },
  {
    scope: "repository",
    method: "POST",
    template: `${ONE}/rerequest`,
    permission: WRITE,
    handle: rerequest,
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{ref}/check-runs",
    permission: READ,
    handle: async (call) => {
      const sha = await needCommit(call, call.params["ref"] ?? "");
      return await listRuns(call, (run) => run.headSha === sha);
    },
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs",
    permission: READ,
    handle: async (call) => {
      const suiteId = Number(call.params["check_suite_id"]);
      if (!call.repository.checkSuites.some((suite) => suite.id === suiteId)) throw notFound();
      return await listRuns(call, (run) => run.suite.id === suiteId);
    },
  },
];

function getRun(call: RepositoryCall): CheckRun {
  const id = Number(call.params["check_run_id"]);
  const run = call.repository.checkRuns.find((it) => it.id === id);
  if (run === undefined) throw notFound();
  return run;
}

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, repository, token } = call;
  const app = needApp(world, token);
  const body = parseBody(NewCheckRun, call.body);
  refuseCheckRun(body);
  const headSha = await needCommit(call, body.head_sha);
  const { suite } = findOrMakeSuite(world, repository, { app, headSha, headBranch: undefined });
  const nowMs = world.nowMs();
  const run: CheckRun = {
    id: world.nextId(),
    suite,
    headSha,
    annotations: [],
    madeInRunEvent: token.kind === "workflow" ? token.runEvent : undefined,
    name: body.name,
    status: "queued",
    conclusion: undefined,
    startedAtMs: nowMs,
    completedAtMs: undefined,
    detailsUrl: undefined,
    externalId: "",
    title: undefined,
    summary: undefined,
    text: undefined,
    actions: [],
  };
  applyCheckRun(run, body, nowMs);
  repository.checkRuns.push(run);
  await tell(call, run, "created");
  if (run.status === "completed") await tell(call, run, "completed");
  return created(renderCheckRun(world, repository, run));
}

async function update(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const app = needApp(world, call.token);
  const run = getRun(call);
  if (run.suite.app.id !== app.id) {
    throw forbidden(
      `Invalid app_id \`${run.suite.app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  const body = parseBody(CheckRunPatch, call.body);
  refuseCheckRun(body);
  const wasCompleted = run.status === "completed";
  applyCheckRun(run, body, world.nowMs());
  if (run.status === "completed" && !wasCompleted) await tell(call, run, "completed");
  return ok(renderCheckRun(world, repository, run));
}

/** The run itself stays as it is: its App hears of the wish and decides. */
async function rerequest(call: RepositoryCall): Promise<Reply> {
  await tell(call, getRun(call), "rerequested");
  return created({});
}

async function tell(call: RepositoryCall, run: CheckRun, action: string): Promise<void> {
  const { world, repository, token } = call;
  await emitCheckRun(world, run, { repository, actor: token.actor, token, action });
}

async function listRuns(call: RepositoryCall, isMeant: (run: CheckRun) => boolean): Promise<Reply> {
  const { world, repository } = call;
  const query = call.url.searchParams;
  const found = repository.checkRuns.filter((run) => isMeant(run) && isAskedFor(run, query));
  const listed = query.get("filter") === "all" ? found : latest(found);
  return await countedPageReply(call, "check_runs", listed.toReversed(), (run) =>
    renderCheckRun(world, repository, run),
  );
}

function isAskedFor(run: CheckRun, query: URLSearchParams): boolean {
  const name = query.get("check_name");
  const status = query.get("status");
  const appId = query.get("app_id");
  return (
    (name === null || run.name === name) &&
    (status === null || run.status === status) &&
    (appId === null || run.suite.app.id === Number(appId))
  );
}

/** Of the runs of one name in one suite only the newest counts. */
function latest(runs: readonly CheckRun[]): readonly CheckRun[] {
  const newest = new Map(runs.map((run) => [`${run.suite.id} ${run.name}`, run]));
  return runs.filter((run) => newest.get(`${run.suite.id} ${run.name}`) === run);
}
