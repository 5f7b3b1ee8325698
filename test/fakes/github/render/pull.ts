import type { Json, User, World } from "../model.ts";
import { mergeState } from "../pulls/merge-state.ts";
import { readPullSize } from "../pulls/pull-files.ts";
import type { Pull } from "../pulls/pull.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { issueHtmlUrl, renderAssignees, renderIssueLabels } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { renderRepository } from "./repository.ts";
import { renderUser } from "./user.ts";

/** As in lists. */
export function renderSimplePull(world: World, pull: Pull): Json {
  const { repository, issue, details } = pull;
  const html = issueHtmlUrl(world, repository, issue);
  return {
    ...renderAddresses(world, pull),
    id: details.id,
    node_id: nodeId("PR", details.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    number: issue.number,
    state: issue.state,
    locked: false,
    active_lock_reason: null,
    title: issue.title,
    user: renderUser(world, issue.author),
    body: issue.body ?? null,
    labels: renderIssueLabels(world, repository, issue),
    milestone: null,
    created_at: isoTime(issue.createdAtMs),
    updated_at: isoTime(issue.updatedAtMs),
    closed_at: optionalTime(issue.closedAtMs),
    merged_at: optionalTime(details.mergedAtMs),
    merge_commit_sha: mergeCommitSha(pull) ?? null,
    ...renderAssignees(world, issue),
    requested_reviewers: [...details.requestedReviewers]
      .map((login) => world.users.get(login))
      .filter((user): user is User => user !== undefined)
      .map((user) => renderUser(world, user)),
    requested_teams: [],
    ...renderEnds(world, pull),
    author_association: authorAssociation(repository, issue.author),
    auto_merge: renderAutoMerge(world, pull),
    draft: details.isDraft,
  };
}

/** As when one is asked for by its number, and in webhooks. */
export async function renderPull(world: World, pull: Pull): Promise<Json> {
  const { issue, details } = pull;
  const size = await readPullSize(pull);
  return {
    ...renderSimplePull(world, pull),
    merged: details.mergedAtMs !== undefined,
    mergeable: issue.state === "closed" ? null : mergeable(pull),
    rebaseable: issue.state === "closed" ? null : mergeable(pull),
    mergeable_state: await mergeState(pull),
    merged_by: details.mergedBy === undefined ? null : renderUser(world, details.mergedBy),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: details.headRepository.id !== pull.repository.id,
    commits: size.commits,
    additions: size.additions,
    deletions: size.deletions,
    changed_files: size.files,
  };
}

function mergeable(pull: Pull): boolean | null {
  const { kind } = pull.details.mergeability;
  return kind === "unknown" ? null : kind === "mergeable";
}

/** While it is open, the commit of the merge that GitHub tried out. */
function mergeCommitSha(pull: Pull): string | undefined {
  const { mergeCommitSha: merged, mergeability } = pull.details;
  if (merged !== undefined) return merged;
  return mergeability.kind === "mergeable" ? mergeability.testMergeSha : undefined;
}

function optionalTime(ms: number | undefined): string | null {
  return ms === undefined ? null : isoTime(ms);
}

function renderAddresses(world: World, pull: Pull): Json {
  const api = `${world.apiUrl}/repos/${pull.repository.fullName}`;
  const address = `${api}/pulls/${pull.issue.number}`;
  const issue = `${api}/issues/${pull.issue.number}`;
  const addresses = {
    commits_url: `${address}/commits`,
    review_comments_url: `${address}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${api}/statuses/${pull.details.headSha}`,
  };
  return {
    url: address,
    issue_url: issue,
    ...addresses,
    _links: {
      self: { href: address },
      html: { href: issueHtmlUrl(world, pull.repository, pull.issue) },
      issue: { href: issue },
      comments: { href: addresses.comments_url },
      review_comments: { href: addresses.review_comments_url },
      review_comment: { href: addresses.review_comment_url },
      commits: { href: addresses.commits_url },
      statuses: { href: addresses.statuses_url },
    },
  };
}

function renderEnds(world: World, pull: Pull): Json {
  const { repository, details } = pull;
  return {
    head: {
      label: `${details.headRepository.owner.login}:${details.headRef}`,
      ref: details.headRef,
      sha: details.headSha,
      user: renderUser(world, details.headRepository.owner),
      repo: renderRepository(world, details.headRepository),
    },
    base: {
      label: `${repository.owner.login}:${details.baseRef}`,
      ref: details.baseRef,
      sha: details.baseSha,
      user: renderUser(world, repository.owner),
      repo: renderRepository(world, repository),
    },
  };
}

function renderAutoMerge(world: World, pull: Pull): Json | null {
  const { autoMerge } = pull.details;
  if (autoMerge === undefined) return null;
  return {
    enabled_by: renderUser(world, autoMerge.enabledBy),
    merge_method: autoMerge.method,
    commit_title: autoMerge.commitTitle ?? pull.issue.title,
    commit_message: autoMerge.commitMessage ?? "",
  };
}
