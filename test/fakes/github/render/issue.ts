import type { Issue, Json, Repository, User, World } from "../model.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { renderLabel } from "./label.ts";
import { nodeId } from "./node-id.ts";
import { renderReactionSums } from "./reactions.ts";
import { renderUser } from "./user.ts";

/** Also for pull requests, which are issues with a part of their own. */
export function renderIssue(world: World, repository: Repository, issue: Issue): Json {
  const api = `${world.apiUrl}/repos/${repository.fullName}`;
  const address = `${api}/issues/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId("I", issue.id),
    url: address,
    repository_url: api,
    labels_url: `${address}/labels{/name}`,
    comments_url: `${address}/comments`,
    events_url: `${address}/events`,
    timeline_url: `${address}/timeline`,
    html_url: issueHtmlUrl(world, repository, issue),
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason ?? null,
    title: issue.title,
    body: issue.body ?? null,
    user: renderUser(world, issue.author),
    labels: renderIssueLabels(world, repository, issue),
    ...renderAssignees(world, issue),
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.closedAtMs === undefined ? null : isoTime(issue.closedAtMs),
    closed_by: issue.closedBy === undefined ? null : renderUser(world, issue.closedBy),
    created_at: isoTime(issue.createdAtMs),
    updated_at: isoTime(issue.updatedAtMs),
    author_association: authorAssociation(repository, issue.author),
    performed_via_github_app: null,
    reactions: renderReactionSums(address, issue.reactions),
    ...renderPullLinks(world, repository, issue),
  };
}

export function issueHtmlUrl(world: World, repository: Repository, issue: Issue): string {
  const folder = issue.pull === undefined ? "issues" : "pull";
  return `${world.url}/${repository.fullName}/${folder}/${issue.number}`;
}

export function renderIssueLabels(world: World, repository: Repository, issue: Issue): Json[] {
  return repository.labels
    .filter((label) => issue.labels.has(label.name))
    .map((label) => renderLabel(world, repository, label));
}

export function renderAssignees(world: World, issue: Issue): Json {
  const assignees = [...issue.assignees]
    .map((login) => world.users.get(login))
    .filter((user): user is User => user !== undefined)
    .map((user) => renderUser(world, user));
  return { assignee: assignees[0] ?? null, assignees };
}

function renderPullLinks(world: World, repository: Repository, issue: Issue): Json {
  if (issue.pull === undefined) return {};
  const html = issueHtmlUrl(world, repository, issue);
  return {
    draft: issue.pull.isDraft,
    pull_request: {
      url: `${world.apiUrl}/repos/${repository.fullName}/pulls/${issue.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: issue.pull.mergedAtMs === undefined ? null : isoTime(issue.pull.mergedAtMs),
    },
  };
}
