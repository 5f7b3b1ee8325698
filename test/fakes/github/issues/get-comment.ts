import type { Issue, IssueComment } from "../model.ts";
import { notFound } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";
import { needIssueAccess } from "./need-issue-access.ts";

export interface FoundComment {
  readonly issue: Issue;
  readonly comment: IssueComment;
}

/** The comment that a route's `{comment_id}` names, for whoever may look at it or write to it. */
export function getComment(call: RepositoryCall, level: "read" | "write"): FoundComment {
  const id = Number(call.params["comment_id"]);
  const [found] = call.repository.issues.flatMap((issue) =>
    issue.comments.flatMap((comment) => (comment.id === id ? [{ issue, comment }] : [])),
  );
  needIssueAccess(call, found?.issue, level);
  if (found === undefined) throw notFound();
  return found;
}
