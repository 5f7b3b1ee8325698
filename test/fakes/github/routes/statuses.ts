import { z } from "zod";
import { needCommit } from "../checks/need-commit.ts";
import { readCommit } from "../git/read-commit.ts";
import type { CommitStatus, Json } from "../model.ts";
import { appIdOf } from "../pulls/app-id-of.ts";
import { renderCommitStatus, renderSimpleCommitStatus } from "../render/commit-status.ts";
import { renderCommit } from "../render/commit.ts";
import { renderMinimalRepository } from "../render/repository.ts";
import { created, ok, pageReply, parseBody, unprocessable, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { runGit } from "../run-git.ts";
import { emit } from "../webhooks.ts";

const READ = { name: "statuses", level: "read" } as const;
/** Of one context at one commit. */
const STATUSES_MAX = 1_000;
const DESCRIPTION_MAX = 140;

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "POST",
    template: "/repos/{owner}/{repo}/statuses/{sha}",
    permission: { name: "statuses", level: "write" },
    handle: create,
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{ref}/statuses",
    permission: READ,
    handle: list,
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{ref}/status",
    permission: READ,
    handle: combined,
  },
];

const NewStatus = z.object({
  state: z.enum(["error", "failure", "pending", "success"]),
  target_url: z.string().nullish(),
  description: z.string().nullish(),
  context: z.string().default("default"),
});

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, repository, token } = call;
  const body = parseBody(NewStatus, call.body);
  const sha = await needCommit(call, call.params["sha"] ?? "");
  refuseLongDescription(body.description ?? "");
  const known = repository.statuses.filter((it) => it.sha === sha && it.context === body.context);
  if (known.length >= STATUSES_MAX) {
    throw unprocessable("Validation Failed", [
      "This SHA and context has reached the maximum number of statuses.",
    ]);
  }
  const status: CommitStatus = {
    id: world.nextId(),
    sha,
    context: body.context,
    state: body.state,
    description: body.description ?? undefined,
    targetUrl: body.target_url ?? undefined,
    creator: token.actor,
    appId: appIdOf(world, token),
    createdAtMs: world.nowMs(),
  };
  repository.statuses.push(status);
  await tell(call, status);
  return created(renderCommitStatus(world, repository, status));
}

function refuseLongDescription(description: string): void {
  if (Array.from(description).length <= DESCRIPTION_MAX) return;
  throw unprocessable("Validation Failed", [
    {
      resource: "Status",
      code: "custom",
      field: "description",
      message: `description is too long (maximum is ${DESCRIPTION_MAX} characters)`,
    },
  ]);
}

async function tell(call: RepositoryCall, status: CommitStatus): Promise<void> {
  const { world, repository, token } = call;
  const commit = await readCommit(repository, status.sha);
  if (commit === undefined) return;
  const payload: Json = {
    ...renderSimpleCommitStatus(world, repository, status),
    sha: status.sha,
    name: repository.fullName,
    commit: renderCommit(world, repository, commit),
    branches: await branchesWith(call, status.sha),
  };
  // The event has the address of the picture of its creator, and none of its own.
  delete payload["node_id"];
  delete payload["url"];
  emit(world, { event: "status", repository, actor: token.actor, token, payload });
}

/** At most ten branches whose head is the commit. */
async function branchesWith(call: RepositoryCall, sha: string): Promise<Json[]> {
  const { world, repository } = call;
  const args = ["for-each-ref", "--count=10", `--points-at=${sha}`, "--format=%(refname:lstrip=2)"];
  const names = await runGit(repository, [...args, "refs/heads/"]);
  const url = `${world.apiUrl}/repos/${repository.fullName}/commits/${sha}`;
  return names
    .split("\n")
    .filter((name) => name !== "")
    .map((name) => ({ name, commit: { sha, url }, protected: false }));
}

async function statusesOf(call: RepositoryCall): Promise<readonly CommitStatus[]> {
  const sha = await needCommit(call, call.params["ref"] ?? "");
  return call.repository.statuses.filter((status) => status.sha === sha).toReversed();
}

async function list(call: RepositoryCall): Promise<Reply> {
  return await pageReply(call, await statusesOf(call), (status) =>
    renderCommitStatus(call.world, call.repository, status),
  );
}

async function combined(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const sha = await needCommit(call, call.params["ref"] ?? "");
  const all = await statusesOf(call);
  const latest = all.filter(
    (status, position) => all.findIndex((it) => it.context === status.context) === position,
  );
  const api = `${world.apiUrl}/repos/${repository.fullName}/commits/${sha}`;
  return ok({
    state: combinedState(latest),
    statuses: latest.map((status) => renderSimpleCommitStatus(world, repository, status)),
    sha,
    total_count: latest.length,
    repository: renderMinimalRepository(world, repository),
    commit_url: api,
    url: `${api}/status`,
  });
}

function combinedState(statuses: readonly CommitStatus[]): "failure" | "pending" | "success" {
  const states = statuses.map((status) => status.state);
  if (states.includes("error") || states.includes("failure")) return "failure";
  return states.length === 0 || states.includes("pending") ? "pending" : "success";
}
