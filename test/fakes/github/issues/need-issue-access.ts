import type { Issue } from "../model.ts";
import { findDenial, mayDo } from "../permissions.ts";
import type { RepositoryCall } from "../router.ts";

/** What is said about a pull request as an issue is open to either permission. */
export function needIssueAccess(
  call: RepositoryCall,
  issue: Issue | undefined,
  level: "read" | "write",
): void {
  const { token, repository } = call;
  const isPull = issue?.pull !== undefined;
  if (isPull && mayDo(token, repository, { name: "pull_requests", level })) return;
  const denial = findDenial(token, repository, { name: "issues", level });
  if (denial !== undefined) throw denial;
}
