import type { Json, Review, World } from "../model.ts";
import type { Pull } from "../pulls/pull.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { issueHtmlUrl } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

export function renderReview(world: World, pull: Pull, review: Review): Json {
  const { repository, issue } = pull;
  const html = `${issueHtmlUrl(world, repository, issue)}#pullrequestreview-${review.id}`;
  const address = `${world.apiUrl}/repos/${repository.fullName}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: nodeId("PRR", review.id),
    user: renderUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: address,
    _links: { html: { href: html }, pull_request: { href: address } },
    submitted_at: isoTime(review.submittedAtMs),
    commit_id: review.commitId,
    author_association: authorAssociation(repository, review.author),
  };
}
