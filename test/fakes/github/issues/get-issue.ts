import type { Issue } from "../model.ts";
import { notFound } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";
import { needIssueAccess } from "./need-issue-access.ts";

/** The issue that a route's `{issue_number}` names, for whoever may look at it or write to it. */
export function getIssue(call: RepositoryCall, level: "read" | "write"): Issue {
  const number = Number(call.params["issue_number"]);
  const issue = call.repository.issues.find((it) => it.number === number);
  needIssueAccess(call, issue, level);
  if (issue === undefined) throw notFound();
  return issue;
}
