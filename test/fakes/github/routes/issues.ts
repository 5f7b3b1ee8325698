import { z } from "zod";
import { ensureLabels } from "../issues/ensure-labels.ts";
import { getIssue } from "../issues/get-issue.ts";
import { emitIssueEvent } from "../issues/issue-event.ts";
import { needAuthorOrRole } from "../issues/need-author-or-role.ts";
import { refuseLongBody } from "../issues/refuse-long-body.ts";
import { updateIssue } from "../issues/update-issue.ts";
import type { Issue } from "../model.ts";
import { renderIssue } from "../render/issue.ts";
import { created, ok, pageReply, parseBody, unprocessable, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const READ = { name: "metadata", level: "read" } as const;

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/issues",
    permission: { name: "issues", level: "read" },
    handle: list,
  },
  {
    scope: "repository",
    method: "POST",
    template: "/repos/{owner}/{repo}/issues",
    permission: { name: "issues", level: "write" },
    handle: create,
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/issues/{issue_number}",
    permission: READ,
    handle: (call) => reply(call, getIssue(call, "read")),
  },
  {
    scope: "repository",
    method: "PATCH",
    template: "/repos/{owner}/{repo}/issues/{issue_number}",
    permission: READ,
    handle: update,
  },
];

function reply(call: RepositoryCall, issue: Issue): Reply {
  return ok(renderIssue(call.world, call.repository, issue));
}

async function list(call: RepositoryCall): Promise<Reply> {
  const query = call.url.searchParams;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter((label) => label !== "");
  const creator = query.get("creator");
  const found = call.repository.issues.filter(
    (issue) =>
      (state === "all" || issue.state === state) &&
      labels.every((label) => issue.labels.has(label)) &&
      (creator === null || issue.author.login === creator),
  );
  const isAscending = query.get("direction") === "asc";
  const sorted = isAscending ? found : found.toReversed();
  return await pageReply(call, sorted, (issue) => renderIssue(call.world, call.repository, issue));
}

const LabelNames = z.array(
  z.union([z.string(), z.object({ name: z.string() }).transform((label) => label.name)]),
);

const NewIssue = z.object({
  title: z.union([z.string(), z.number()]).transform(String),
  body: z.string().nullish(),
  labels: LabelNames.optional(),
  assignees: z.array(z.string()).optional(),
});

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, repository, token } = call;
  const body = parseBody(NewIssue, call.body);
  refuseBlankTitle(body.title);
  refuseLongBody("Issue", body.body);
  const nowMs = world.nowMs();
  ensureLabels(world, repository, body.labels ?? []);
  const issue: Issue = {
    id: world.nextId(),
    number: repository.nextIssueNumber,
    author: token.actor,
    createdAtMs: nowMs,
    comments: [],
    reactions: [],
    labels: new Set(body.labels),
    assignees: new Set(body.assignees),
    title: body.title,
    body: body.body ?? undefined,
    state: "open",
    stateReason: undefined,
    closedBy: undefined,
    closedAtMs: undefined,
    updatedAtMs: nowMs,
    pull: undefined,
  };
  repository.nextIssueNumber += 1;
  repository.issues.push(issue);
  await emitIssueEvent(world, { repository, issue, token, action: "opened" });
  return created(renderIssue(world, repository, issue));
}

const IssuePatch = z.object({
  title: z.union([z.string(), z.number()]).transform(String).optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.enum(["completed", "not_planned", "reopened"]).nullish(),
  labels: LabelNames.optional(),
  assignees: z.array(z.string()).optional(),
});

async function update(call: RepositoryCall): Promise<Reply> {
  const issue = getIssue(call, "write");
  needAuthorOrRole(call, issue.author, "triage");
  const { state_reason: stateReason, ...body } = parseBody(IssuePatch, call.body);
  if (body.title !== undefined) refuseBlankTitle(body.title);
  refuseLongBody("Issue", body.body);
  await updateIssue(call, issue, { ...body, stateReason: stateReason ?? undefined });
  return reply(call, issue);
}

function refuseBlankTitle(title: string): void {
  if (title.trim() !== "") return;
  throw unprocessable("Validation Failed", [
    { resource: "Issue", field: "title", code: "missing_field" },
  ]);
}
