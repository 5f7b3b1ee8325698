import { z } from "zod";
import { type FoundComment, getComment } from "../issues/get-comment.ts";
import { getIssue } from "../issues/get-issue.ts";
import { needAuthorOrRole } from "../issues/need-author-or-role.ts";
import { refuseLongComment } from "../issues/refuse-long-body.ts";
import type { App, IssueComment, Json, Token } from "../model.ts";
import { renderIssueComment } from "../render/issue-comment.ts";
import { renderIssue } from "../render/issue.ts";
import {
  created,
  noContent,
  ok,
  pageReply,
  parseBody,
  unprocessable,
  type Reply,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { emit } from "../webhooks.ts";

const READ = { name: "metadata", level: "read" } as const;

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/issues/comments",
    permission: { name: "issues", level: "read" },
    handle: listOfRepository,
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
    permission: READ,
    handle: list,
  },
  {
    scope: "repository",
    method: "POST",
    template: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
    permission: READ,
    handle: create,
  },
  {
    scope: "repository",
    method: "GET",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    permission: READ,
    handle: (call) => {
      const { issue, comment } = getComment(call, "read");
      return ok(renderIssueComment(call.world, { repository: call.repository, issue }, comment));
    },
  },
  {
    scope: "repository",
    method: "PATCH",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    permission: READ,
    handle: update,
  },
  {
    scope: "repository",
    method: "DELETE",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    permission: READ,
    handle: remove,
  },
];

async function listOfRepository(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const all = repository.issues
    .flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
    .filter(({ comment }) => comment.updatedAtMs >= sinceMs(call))
    .toSorted((one, other) => one.comment.id - other.comment.id);
  return await pageReply(call, all, ({ issue, comment }) =>
    renderIssueComment(world, { repository, issue }, comment),
  );
}

async function list(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const issue = getIssue(call, "read");
  const comments = issue.comments.filter((comment) => comment.updatedAtMs >= sinceMs(call));
  return await pageReply(call, comments, (comment) =>
    renderIssueComment(world, { repository, issue }, comment),
  );
}

function sinceMs(call: RepositoryCall): number {
  const since = call.url.searchParams.get("since");
  return since === null ? 0 : Date.parse(since);
}

const CommentBody = z.object({ body: z.string() });

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, token } = call;
  const issue = getIssue(call, "write");
  const { body } = parseBody(CommentBody, call.body);
  refuseBlank(body);
  refuseLongComment(body);
  const nowMs = world.nowMs();
  const comment: IssueComment = {
    id: world.nextId(),
    issueNumber: issue.number,
    author: token.actor,
    app: appOf(call, token),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    reactions: [],
    body,
  };
  issue.comments.push(comment);
  issue.updatedAtMs = nowMs;
  tell(call, { issue, comment }, "created");
  return created(renderIssueComment(world, { repository: call.repository, issue }, comment));
}

function refuseBlank(body: string): void {
  if (body.trim() !== "") return;
  throw unprocessable("Validation Failed", [
    {
      resource: "IssueComment",
      code: "unprocessable",
      field: "data",
      message: "Body cannot be blank",
    },
  ]);
}

function appOf(call: RepositoryCall, token: Token): App | undefined {
  if (token.kind === "installation") return token.installation.app;
  return token.kind === "workflow" ? call.world.actionsApp : undefined;
}

async function update(call: RepositoryCall): Promise<Reply> {
  const found = getComment(call, "write");
  const { issue, comment } = found;
  needAuthorOrRole(call, comment.author, "write");
  const { body } = parseBody(CommentBody, call.body);
  refuseBlank(body);
  refuseLongComment(body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAtMs = call.world.nowMs();
  if (from !== body) tell(call, found, "edited", { changes: { body: { from } } });
  return ok(renderIssueComment(call.world, { repository: call.repository, issue }, comment));
}

async function remove(call: RepositoryCall): Promise<Reply> {
  const found = getComment(call, "write");
  needAuthorOrRole(call, found.comment.author, "write");
  found.issue.comments.splice(found.issue.comments.indexOf(found.comment), 1);
  tell(call, found, "deleted");
  return noContent();
}

function tell(call: RepositoryCall, found: FoundComment, action: string, extra: Json = {}): void {
  const { world, repository, token } = call;
  const { issue, comment } = found;
  emit(world, {
    event: "issue_comment",
    action,
    repository,
    actor: token.actor,
    token,
    payload: {
      issue: renderIssue(world, repository, issue),
      comment: renderIssueComment(world, { repository, issue }, comment),
      ...extra,
    },
  });
}
