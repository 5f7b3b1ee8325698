import type { Issue, Json } from "../model.ts";
import type { RepositoryCall } from "../router.ts";
import { ensureLabels } from "./ensure-labels.ts";
import { emitIssueEvent } from "./issue-event.ts";

export interface IssueChange {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly stateReason?: "completed" | "not_planned" | "reopened" | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
}

/** Changes an issue or a pull request and says what changed, one event for each kind of change. */
export async function updateIssue(
  call: RepositoryCall,
  issue: Issue,
  change: IssueChange,
): Promise<void> {
  const changes = changeTexts(issue, change);
  issue.updatedAtMs = call.world.nowMs();
  if (change.labels !== undefined) replaceLabels(call, issue, change.labels);
  if (change.assignees !== undefined) replaceAll(issue.assignees, change.assignees);
  if (Object.keys(changes).length > 0) await tell(call, issue, "edited", { changes });
  if (change.state !== undefined && change.state !== issue.state) {
    setState(call, issue, change);
    await tell(call, issue, change.state === "open" ? "reopened" : "closed");
  }
}

function changeTexts(issue: Issue, change: IssueChange): Json {
  const changes: Json = {};
  if (change.title !== undefined && change.title !== issue.title) {
    changes["title"] = { from: issue.title };
    issue.title = change.title;
  }
  const body = change.body ?? undefined;
  if (change.body !== undefined && body !== issue.body) {
    changes["body"] = { from: issue.body ?? "" };
    issue.body = body;
  }
  return changes;
}

function setState(call: RepositoryCall, issue: Issue, change: IssueChange): void {
  const isClosing = change.state === "closed";
  issue.state = isClosing ? "closed" : "open";
  issue.closedAtMs = isClosing ? call.world.nowMs() : undefined;
  issue.closedBy = isClosing ? call.token.actor : undefined;
  if (issue.pull === undefined) {
    issue.stateReason = change.stateReason ?? (isClosing ? "completed" : "reopened");
    return;
  }
  if (isClosing) issue.pull.autoMerge = undefined;
}

function replaceLabels(call: RepositoryCall, issue: Issue, names: readonly string[]): void {
  ensureLabels(call.world, call.repository, names);
  replaceAll(issue.labels, names);
}

function replaceAll(set: Set<string>, names: readonly string[]): void {
  set.clear();
  for (const name of names) set.add(name);
}

async function tell(
  call: RepositoryCall,
  issue: Issue,
  action: string,
  extra: Json = {},
): Promise<void> {
  const { world, repository, token } = call;
  await emitIssueEvent(world, { repository, issue, token, action, extra });
}
