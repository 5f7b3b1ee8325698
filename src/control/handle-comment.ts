import type { Comment } from "../ports/conversation.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { LedgerHead } from "../record/ledger.ts";
import type { Refusal } from "../report/refusal.ts";
import { type Notice, renderNotice } from "../report/render-notice.ts";
import { whyNotBy, whyNotHere } from "./approval-by-comment.ts";
import { approveGoals } from "./approve-goals.ts";
import { conversationOf, sayOnce } from "./conversation-of.ts";
import { readLiveRuns } from "./find-runs.ts";
import { isRunOf } from "./goal-standing.ts";
import { pullOfRun } from "./pull-of-run.ts";
import { type Command, readCommand } from "./read-command.ts";
import { refreshPull } from "./refresh-pull.ts";
import { stopGoals } from "./stop-goals.ts";
import { viewPull } from "./view-pull.ts";

/** What was made of a comment. */
export type CommentOutcome = "ignored" | "done" | "refused";

/** A command and where it stands. */
interface Asked {
  readonly forge: Forge;
  readonly store: RefStore;
  readonly comment: Comment;
  /** Absent below an issue. */
  readonly pull: PullRequest | undefined;
  readonly nowMs: number;
}

/** Does what a comment asks for, and answers once, however often its event comes. */
export async function handleComment(
  forge: Forge,
  store: RefStore,
  commentId: number,
  nowMs: number,
): Promise<CommentOutcome> {
  const comment = await forge.conversation.comment(commentId);
  const command = readCommand(comment?.body ?? "");
  if (comment === undefined || command === undefined) return "ignored";
  const self = await forge.conversation.self();
  if (comment.author.id === self.id) return "ignored";
  const pull = await forge.pulls.get(comment.issue);
  return await obey({ forge, store, comment, pull, nowMs }, command);
}

async function obey(asked: Asked, command: Command): Promise<CommentOutcome> {
  switch (command.verb) {
    case "approve":
      return await approve(asked, command);
    case "stop":
      return await stop(asked, command.goal);
    case "status":
      return await tellStatus(asked);
    case "help":
      return await answer(asked, { kind: "help" });
    case "not-built":
      return await refuse(asked, [{ kind: "not-built", verb: command.word }]);
    case "unknown":
      return await refuse(asked, [{ kind: "unknown-verb", verb: command.word.slice(0, 40) }]);
  }
}

async function approve(
  asked: Asked,
  command: Extract<Command, { readonly verb: "approve" }>,
): Promise<CommentOutcome> {
  const { forge, store, comment, pull } = asked;
  const refusal = whyNotHere(pull) ?? (await whyNotBy(forge, comment, "approve"));
  if (refusal !== undefined) return await refuse(asked, [refusal]);
  if (pull === undefined) return "ignored";
  const self = await forge.conversation.self();
  // A comment approves what was shown before it, so it is judged before anything new is shown.
  const seen = await viewPull(forge, store, pull, self.id);
  const { started, refusals } = await approveGoals(forge, store, seen, { comment, command });
  if (started > 0) await forge.conversation.react(comment.id, "+1");
  await refreshPull(forge, store, comment.issue);
  return refusals.length === 0 ? "done" : await refuse(asked, refusals);
}

async function stop(asked: Asked, goal: string | undefined): Promise<CommentOutcome> {
  const { forge, store, comment, nowMs } = asked;
  const refusal = await whyNotBy(forge, comment, "stop");
  if (refusal !== undefined) return await refuse(asked, [refusal]);
  const { heads } = await readLiveRuns(store);
  const meant = heads.filter((head) => isMeantHere(head, asked, goal));
  const { stopped, refusals } = await stopGoals(store, meant, { comment, nowMs });
  if (stopped.length > 0) await forge.conversation.react(comment.id, "+1");
  const pulls = await Promise.all(meant.map(async ({ state }) => await pullOfRun(forge, state)));
  for (const number of new Set([comment.issue, ...pulls])) {
    if (number !== undefined) await refreshPull(forge, store, number);
  }
  if (refusals.length > 0) return await refuse(asked, refusals);
  return await answer(asked, { kind: "stopped", ids: stopped });
}

/** A goal is stopped by its name from anywhere, without a name only where it runs. */
function isMeantHere({ state }: LedgerHead, { pull }: Asked, goal: string | undefined): boolean {
  if (state.status !== "running") return false;
  return goal === undefined ? pull !== undefined && isRunOf(state, pull) : state.goal === goal;
}

async function tellStatus(asked: Asked): Promise<CommentOutcome> {
  const { forge, store, comment } = asked;
  const seen = await refreshPull(forge, store, comment.issue);
  return await answer(asked, { kind: "status", goals: seen?.view.goals ?? [] });
}

async function refuse(asked: Asked, refusals: readonly Refusal[]): Promise<CommentOutcome> {
  await answer(asked, { kind: "refusals", refusals });
  return "refused";
}

async function answer(asked: Asked, notice: Notice): Promise<CommentOutcome> {
  const { forge, comment } = asked;
  const { author } = comment;
  const talk = await conversationOf(forge.conversation, comment.issue);
  // Two programs that answer each other would never end, so each of them is answered once.
  const key = author.isBot ? `bot-${author.id}` : `reply-${comment.id}`;
  await sayOnce(forge.conversation, talk, { key, text: renderNotice(notice) });
  return "done";
}
