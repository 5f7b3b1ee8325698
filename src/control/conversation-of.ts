import type { Comment, Conversation } from "../ports/conversation.ts";
import type { Account } from "../ports/pull-requests.ts";
import { STATUS_MARKER } from "../report/render-comment.ts";
import { noticeMarker } from "../report/render-notice.ts";

/** What was said below one issue or pull request, read once. */
export interface Talk {
  readonly issue: number;
  readonly self: Account;
  readonly comments: readonly Comment[];
  /** kazi's comment that is edited in place. Nobody else's counts, whatever it looks like. */
  readonly sticky: Comment | undefined;
}

/** Reads it as it is now. */
export async function conversationOf(conversation: Conversation, issue: number): Promise<Talk> {
  const self = await conversation.self();
  const comments = await conversation.comments(issue);
  const own = comments.filter((comment) => comment.author.id === self.id);
  const sticky = own.find((comment) => comment.body.startsWith(STATUS_MARKER));
  return { issue, self, comments, sticky };
}

/** Says something new, unless exactly this was said before: events come twice, and processes die. */
export async function sayOnce(
  conversation: Conversation,
  talk: Talk,
  notice: { readonly key: string; readonly text: string },
): Promise<void> {
  const marker = noticeMarker(notice.key);
  const isSaid = talk.comments.some(
    (comment) => comment.author.id === talk.self.id && comment.body.startsWith(marker),
  );
  if (!isSaid) await conversation.post(talk.issue, `${marker}\n${notice.text}`);
}
