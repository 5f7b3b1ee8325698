import type { IssueComment, Review } from "../../fakes/github/model.ts";
import type { Pull } from "../../fakes/github/pulls/pull.ts";
import type { CommitView, Remark, TimelineItem, Tone } from "./page-view.ts";
import { toPerson } from "./to-person.ts";
import { toReactionCounts } from "./to-reaction-counts.ts";

/** Everything that happened and that the model remembers, oldest first. */
export function readTimeline(pull: Pull, commits: readonly CommitView[]): readonly TimelineItem[] {
  const items: readonly TimelineItem[] = [
    ...commits.map((commit) => ({ kind: "commit", atMs: commit.atMs, commit }) as const),
    ...pull.issue.comments.map(toComment),
    ...pull.details.reviews.flatMap(toReview),
    ...readEnd(pull),
  ];
  return items.toSorted((one, other) => secondOf(one) - secondOf(other));
}

/** Commits know no milliseconds: what happened within one second keeps the order of its kinds. */
function secondOf({ atMs }: TimelineItem): number {
  return Math.floor(atMs / 1_000);
}

function toComment(comment: IssueComment): TimelineItem {
  const remark: Remark = {
    id: `issuecomment-${comment.id}`,
    author: toPerson(comment.author),
    atMs: comment.createdAtMs,
    isEdited: comment.updatedAtMs > comment.createdAtMs,
    markdown: comment.body,
    reactions: toReactionCounts(comment.reactions),
  };
  return { kind: "comment", atMs: comment.createdAtMs, remark };
}

const REVIEWS: Readonly<Record<Review["state"], readonly [string, Tone] | undefined>> = {
  APPROVED: ["approved these changes", "good"],
  CHANGES_REQUESTED: ["requested changes", "bad"],
  COMMENTED: ["reviewed", "quiet"],
  DISMISSED: ["had a review that was dismissed", "quiet"],
  // Only its author sees a review that was not submitted.
  PENDING: undefined,
};

function toReview(review: Review): TimelineItem[] {
  const shown = REVIEWS[review.state];
  if (shown === undefined) return [];
  const [words, tone] = shown;
  const who = toPerson(review.author);
  const atMs = review.submittedAtMs;
  const remark: Remark = {
    id: `pullrequestreview-${review.id}`,
    author: who,
    atMs,
    isEdited: false,
    markdown: review.body,
    reactions: [],
  };
  const hasWords = review.body !== "";
  return [{ kind: "event", atMs, who, words, tone, remark: hasWords ? remark : undefined }];
}

function readEnd({ issue, details }: Pull): TimelineItem[] {
  const end = { kind: "event", remark: undefined } as const;
  if (details.mergedAtMs !== undefined) {
    const commit = details.mergeCommitSha?.slice(0, 7) ?? "";
    const who = toPerson(details.mergedBy ?? issue.author);
    const words = `merged commit ${commit} into ${details.baseRef}`;
    return [{ ...end, atMs: details.mergedAtMs, who, words, tone: "merged" }];
  }
  if (issue.closedAtMs === undefined || issue.state === "open") return [];
  const who = toPerson(issue.closedBy ?? issue.author);
  return [{ ...end, atMs: issue.closedAtMs, who, words: "closed this", tone: "bad" }];
}
