import type { Comment } from "../ports/conversation.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { Refusal } from "../report/refusal.ts";
import { parseShownDigests } from "../report/shown-digest.ts";
import type { Approver, ReadApproval } from "./approval.ts";
import { conversationOf } from "./conversation-of.ts";
import { isGoalPath } from "./goal-path.ts";
import { mayWrite } from "./may-write.ts";
import { type Command, readCommand } from "./read-command.ts";
import { type GoalFile, goalIdOf, readGoalFile } from "./read-goals.ts";

/** A comment that is to approve, and what is known of its author from elsewhere. */
export interface CommentPlace {
  readonly commentId: number;
  readonly pull?: number;
  readonly userId?: number;
}

/**
 * Of two goal-files that share the first digits of their digests one can be shown and the other approved,
 * and a pair that shares a dozen is found in seconds. So fewer digits than these count only for what was shown.
 */
const DIGEST_ALONE_MIN = 32;

type Approve = Extract<Command, { readonly verb: "approve" }>;

/** Reads the comment and all that gives it force as they are now. */
export async function approvalByComment(
  forge: Forge,
  place: CommentPlace,
  goalPath: string,
): Promise<ReadApproval | Refusal> {
  const comment = await forge.conversation.comment(place.commentId);
  if (comment === undefined) return { kind: "comment-gone" };
  const command = readCommand(comment.body);
  if (command?.verb !== "approve" || !isSamePlace(place, comment)) {
    return { kind: "no-approval-in-comment" };
  }
  const pull = await forge.pulls.get(comment.issue);
  const refusal = whyNotBehindMerge(pull, place) ?? (await whyNotBy(forge, comment, "approve"));
  if (refusal !== undefined || pull === undefined) return refusal ?? { kind: "no-pull-request" };
  return await approvalOf(forge, { pull, comment, command }, goalPath);
}

/** What was approved before goes on behind the merge; nothing new begins there. */
function whyNotBehindMerge(
  pull: PullRequest | undefined,
  place: CommentPlace,
): Refusal | undefined {
  const isKnown = pull !== undefined && place.pull === pull.number;
  const isMerged = isKnown && pull.state === "merged" && !pull.isFork;
  return isMerged ? undefined : whyNotHere(pull);
}

async function approvalOf(
  forge: Forge,
  asked: { readonly pull: PullRequest; readonly comment: Comment; readonly command: Approve },
  goalPath: string,
): Promise<ReadApproval | Refusal> {
  const { pull, comment, command } = asked;
  const place = await placeOfGoal(forge, pull, goalPath);
  const file = place && (await readGoalFile(forge, place.commit, goalPath));
  if (place === undefined || file?.digest === undefined) return { kind: "no-goal-file" };
  const { digest: goalDigest } = file;
  const whyNot = await whyNotThis(forge, { comment, command, file, digest: goalDigest });
  if (whyNot !== undefined) return whyNot;
  return { kind: "approved", approver: approverOf(comment), goalDigest, ...place };
}

function approverOf(comment: Comment): Approver {
  const { id: userId, login } = comment.author;
  const pointer = { kind: "comment", commentId: comment.id, pull: comment.issue, userId } as const;
  return { login, userId, via: "comment", pointer };
}

/** Why nothing can be approved in this pull request. */
export function whyNotHere(pull: PullRequest | undefined): Refusal | undefined {
  if (pull === undefined) return { kind: "no-pull-request" };
  if (pull.isFork) return { kind: "fork" };
  return pull.state === "open" ? undefined : { kind: "closed" };
}

/** Why this comment gives nobody the right to what it asks for. */
export async function whyNotBy(
  forge: Forge,
  comment: Comment,
  verb: string,
): Promise<Refusal | undefined> {
  const { login, isBot } = comment.author;
  if (isBot) return { kind: "bot", login };
  const permission = await forge.permissions.of(login);
  if (!mayWrite(permission)) return { kind: "no-permission", login, permission, verb };
  return comment.isEdited ? { kind: "edited" } : undefined;
}

/** Whether an approval names this goal. An id that looks like a digest is an id. */
export function isMeant(command: Approve, file: GoalFile): boolean {
  const id = goalIdOf(file);
  if (command.goal !== undefined) return command.goal === id;
  if (command.digest === undefined || command.digest === id) return true;
  return file.digest?.startsWith(command.digest) === true;
}

function isSamePlace(place: CommentPlace, comment: Comment): boolean {
  const isSamePull = place.pull === undefined || place.pull === comment.issue;
  return isSamePull && (place.userId === undefined || place.userId === comment.author.id);
}

/** At the head where the pull request brings the goal-file, else on the default branch. */
async function placeOfGoal(
  forge: Forge,
  pull: PullRequest,
  path: string,
): Promise<Pick<ReadApproval, "commit" | "branch" | "target"> | undefined> {
  if (!isGoalPath(path)) return undefined;
  const changed = await forge.pulls.changedFiles(pull.number);
  if (changed.some((file) => file.path === path)) {
    const target = { baseBranch: pull.baseBranch, inPlace: true, pull: pull.number };
    return { commit: pull.headSha, branch: pull.headBranch, target };
  }
  const branch = await forge.source.defaultBranch();
  const commit = await forge.source.branch(branch);
  if (commit === undefined) return undefined;
  return { commit, branch, target: { baseBranch: branch, inPlace: false } };
}

async function whyNotThis(
  forge: Forge,
  asked: {
    readonly comment: Comment;
    readonly command: Approve;
    readonly file: GoalFile;
    readonly digest: string;
  },
): Promise<Refusal | undefined> {
  const { comment, command, file, digest } = asked;
  const { loaded, path } = file;
  if (loaded.kind === "refused") return { kind: "unreadable", path, issues: loaded.issues };
  const { id } = loaded.goal;
  if (command.goal !== undefined && command.goal !== id) return { kind: "no-approval-in-comment" };
  const given = command.digest === undefined || command.digest === id ? "" : command.digest;
  if (!digest.startsWith(given)) return { kind: "other-digest", id, given, now: digest };
  const isNamed = given.length >= DIGEST_ALONE_MIN;
  const isMeantHere = isNamed || (await wasShown(forge, comment, { path, digest }));
  return isMeantHere ? undefined : { kind: "never-shown", id, now: digest };
}

/** Whether kazi's own comment had exactly these bytes before this one was written. */
async function wasShown(
  forge: Forge,
  comment: Comment,
  { path, digest }: { readonly path: string; readonly digest: string },
): Promise<boolean> {
  const { sticky } = await conversationOf(forge.conversation, comment.issue);
  if (sticky === undefined || sticky.id >= comment.id) return false;
  return parseShownDigests(sticky.body).some(
    (shown) => shown.path === path && shown.digest === digest && shown.sinceComment < comment.id,
  );
}
