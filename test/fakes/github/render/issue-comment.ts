import type { Issue, IssueComment, Json, Repository, World } from "../model.ts";
import { renderApp } from "./app.ts";
import { authorAssociation } from "./author-association.ts";
import { isoTime } from "./iso-time.ts";
import { issueHtmlUrl } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { renderReactionSums } from "./reactions.ts";
import { renderUser } from "./user.ts";

interface Place {
  readonly repository: Repository;
  readonly issue: Issue;
}

export function renderIssueComment(world: World, place: Place, comment: IssueComment): Json {
  const api = `${world.apiUrl}/repos/${place.repository.fullName}`;
  const address = `${api}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    url: address,
    html_url: `${issueHtmlUrl(world, place.repository, place.issue)}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${place.issue.number}`,
    body: comment.body,
    user: renderUser(world, comment.author),
    created_at: isoTime(comment.createdAtMs),
    updated_at: isoTime(comment.updatedAtMs),
    author_association: authorAssociation(place.repository, comment.author),
    performed_via_github_app: comment.app === undefined ? null : renderApp(world, comment.app),
    reactions: renderReactionSums(address, comment.reactions),
  };
}
