import { z } from "zod";
import { emitCheckSuite } from "../checks/check-event.ts";
import { findOrMakeSuite } from "../checks/find-or-make-suite.ts";
import { needApp } from "../checks/need-app.ts";
import { needCommit } from "../checks/need-commit.ts";
import type { CheckSuite } from "../model.ts";
import { renderCheckSuite } from "../render/check-suite.ts";
import { countedPageReply, created, notFound, ok, parseBody, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "checks", level: "read" } as const;
const WRITE = { name: "checks", level: "write" } as const;
const ALL = "/repos/{owner}/{repo}/check-suites";
const ONE = `${ALL}/{check_suite_id}`;

export const routes: readonly Route[] = [
  { scope: "repository", method: "POST", template: ALL, permission: WRITE, handle: create },
  {
    scope: "repository",
    method: "GET",
    template: ONE,
    permission: READ,
    handle: async (call) => ok(await render(call, getSuite(call))),
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
    template: "/repos/{owner}/{repo}/commits/{ref}/check-suites",
    permission: READ,
    handle: list,
  },
];

function getSuite(call: RepositoryCall): CheckSuite {
  const id = Number(call.params["check_suite_id"]);
  const suite = call.repository.checkSuites.find((it) => it.id === id);
  if (suite === undefined) throw notFound();
  return suite;
}

const NewSuite = z.object({ head_sha: z.string() });

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const app = needApp(world, call.token);
  const headSha = await needCommit(call, parseBody(NewSuite, call.body).head_sha);
  const made = findOrMakeSuite(world, repository, { app, headSha, headBranch: undefined });
  const body = await render(call, made.suite);
  return made.isNew ? created(body) : ok(body);
}

async function rerequest(call: RepositoryCall): Promise<Reply> {
  const { world, repository, token } = call;
  const suite = getSuite(call);
  const event = { repository, actor: token.actor, token, action: "rerequested" };
  await emitCheckSuite(world, suite, event);
  return created({});
}

async function list(call: RepositoryCall): Promise<Reply> {
  const sha = await needCommit(call, call.params["ref"] ?? "");
  const appId = call.url.searchParams.get("app_id");
  const suites = call.repository.checkSuites.filter(
    (suite) => suite.headSha === sha && (appId === null || suite.app.id === Number(appId)),
  );
  return await countedPageReply(
    call,
    "check_suites",
    suites,
    async (suite) => await render(call, suite),
  );
}

async function render(call: RepositoryCall, suite: CheckSuite): Promise<unknown> {
  return await renderCheckSuite(call.world, call.repository, suite);
}
