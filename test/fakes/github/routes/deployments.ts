import { z } from "zod";
import { needCommit } from "../checks/need-commit.ts";
import type { Deployment, DeploymentStatus } from "../model.ts";
import { renderDeployment, renderDeploymentStatus } from "../render/deployment.ts";
import { created, notFound, ok, pageReply, parseBody, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { emit } from "../webhooks.ts";

const READ = { name: "deployments", level: "read" } as const;
const WRITE = { name: "deployments", level: "write" } as const;
const ALL = "/repos/{owner}/{repo}/deployments";
const STATUSES = `${ALL}/{deployment_id}/statuses`;

export const routes: readonly Route[] = [
  { scope: "repository", method: "GET", template: ALL, permission: READ, handle: list },
  { scope: "repository", method: "POST", template: ALL, permission: WRITE, handle: create },
  {
    scope: "repository",
    method: "GET",
    template: `${ALL}/{deployment_id}`,
    permission: READ,
    handle: (call) => ok(renderDeployment(call.world, call.repository, getDeployment(call))),
  },
  {
    scope: "repository",
    method: "GET",
    template: STATUSES,
    permission: READ,
    handle: listStatuses,
  },
  {
    scope: "repository",
    method: "POST",
    template: STATUSES,
    permission: WRITE,
    handle: createStatus,
  },
];

function getDeployment(call: RepositoryCall): Deployment {
  const id = Number(call.params["deployment_id"]);
  const deployment = call.repository.deployments.find((it) => it.id === id);
  if (deployment === undefined) throw notFound();
  return deployment;
}

async function list(call: RepositoryCall): Promise<Reply> {
  const query = call.url.searchParams;
  const found = call.repository.deployments.filter((it) =>
    (["sha", "ref", "task", "environment"] as const).every((name) => {
      const asked = query.get(name);
      return asked === null || it[name] === asked;
    }),
  );
  return await pageReply(call, found.toReversed(), (it) =>
    renderDeployment(call.world, call.repository, it),
  );
}

const NewDeployment = z.object({
  ref: z.string(),
  task: z.string().default("deploy"),
  environment: z.string().default("production"),
  description: z.string().nullish(),
  payload: z.union([z.record(z.string(), z.unknown()), z.string()]).default({}),
});

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, repository, token } = call;
  const body = parseBody(NewDeployment, call.body);
  const deployment: Deployment = {
    ...body,
    id: world.nextId(),
    sha: await needCommit(call, body.ref),
    description: body.description ?? undefined,
    creator: token.actor,
    createdAtMs: world.nowMs(),
    statuses: [],
  };
  repository.deployments.push(deployment);
  const rendered = renderDeployment(world, repository, deployment);
  const payload = { deployment: rendered, workflow: null, workflow_run: null };
  emit(world, {
    event: "deployment",
    action: "created",
    repository,
    actor: token.actor,
    token,
    payload,
  });
  return created(rendered);
}

async function listStatuses(call: RepositoryCall): Promise<Reply> {
  const place = { repository: call.repository, deployment: getDeployment(call) };
  return await pageReply(call, place.deployment.statuses.toReversed(), (status) =>
    renderDeploymentStatus(call.world, place, status),
  );
}

const NewDeploymentStatus = z.object({
  state: z.enum(["error", "failure", "inactive", "in_progress", "queued", "pending", "success"]),
  description: z.string().default(""),
  log_url: z.string().optional(),
  target_url: z.string().optional(),
  environment_url: z.string().default(""),
});

function createStatus(call: RepositoryCall): Reply {
  const { world, repository, token } = call;
  const deployment = getDeployment(call);
  const body = parseBody(NewDeploymentStatus, call.body);
  const status: DeploymentStatus = {
    id: world.nextId(),
    state: body.state,
    creator: token.actor,
    description: body.description,
    logUrl: body.log_url ?? body.target_url ?? "",
    environmentUrl: body.environment_url,
    createdAtMs: world.nowMs(),
  };
  deployment.statuses.push(status);
  const rendered = renderDeploymentStatus(world, { repository, deployment }, status);
  emit(world, {
    event: "deployment_status",
    action: "created",
    repository,
    actor: token.actor,
    token,
    payload: {
      deployment_status: rendered,
      deployment: renderDeployment(world, repository, deployment),
    },
  });
  return created(rendered);
}
