import type { Oid } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { SourceCommit } from "../ports/source.ts";
import type { Refusal } from "../report/refusal.ts";
import type { Approver, ReadApproval } from "./approval.ts";
import { isGoalPath } from "./goal-path.ts";
import { mayWrite } from "./may-write.ts";
import { whyMergeDoesNotApprove } from "./merge-approves.ts";
import { readGoalFile } from "./read-goals.ts";

/** How far behind the head of the default branch a commit is looked for. */
const COMMITS_MAX = 1_000;
/** GitHub names people here by their login alone. */
const UNKNOWN_USER = 0;

/** Reads the commit that brought a goal-file to the default branch, and who stands behind it. */
export async function approvalByCommit(
  forge: Forge,
  place: { readonly commit: Oid; readonly userId?: number },
  goalPath: string,
): Promise<ReadApproval | Refusal> {
  if (!isGoalPath(goalPath)) return { kind: "no-goal-file" };
  const branch = await forge.source.defaultBranch();
  const head = await forge.source.branch(branch);
  const commit = head === undefined ? undefined : await onFirstParents(forge, head, place.commit);
  if (head === undefined || commit === undefined) {
    return { kind: "not-on-default-branch", commit: place.commit };
  }
  const off = await whyMergeDoesNotApprove(forge, head);
  if (off !== undefined) return off;
  const goalDigest = await broughtDigest(forge, commit, { head, path: goalPath });
  if (typeof goalDigest !== "string") return goalDigest;
  const approver = await personBehind(forge, commit, branch);
  if (approver === undefined) return { kind: "no-person", commit: commit.oid };
  if (place.userId !== undefined && place.userId !== approver.userId) {
    return { kind: "no-person", commit: commit.oid };
  }
  const target = { baseBranch: branch, inPlace: false };
  return { kind: "approved", approver, commit: commit.oid, goalDigest, branch, target };
}

/** The digest of the bytes that this commit brought and that stand there still. */
async function broughtDigest(
  forge: Forge,
  commit: SourceCommit,
  wanted: { readonly head: Oid; readonly path: string },
): Promise<string | Refusal> {
  const { head, path } = wanted;
  const file = await readGoalFile(forge, commit.oid, path);
  if (file.digest === undefined) return { kind: "no-goal-file" };
  const [parent] = commit.parents;
  const before = parent === undefined ? undefined : await readGoalFile(forge, parent, path);
  if (before?.digest === file.digest) return { kind: "not-its-commit", commit: commit.oid, path };
  const now = head === commit.oid ? file : await readGoalFile(forge, head, path);
  if (now.digest !== file.digest) return { kind: "changed-since", path };
  if (file.loaded.kind === "refused") {
    return { kind: "unreadable", path, issues: file.loaded.issues };
  }
  if (file.loaded.goal.approval?.onMerge === false) return { kind: "merge-off", path };
  return file.digest;
}

/** What was merged or pushed to a branch stands on its line of first parents. */
async function onFirstParents(
  forge: Forge,
  head: Oid,
  wanted: Oid,
): Promise<SourceCommit | undefined> {
  let at: Oid | undefined = head;
  for (let walked = 0; at !== undefined && walked < COMMITS_MAX; walked += 1) {
    const commit: SourceCommit | undefined = await forge.source.commit(at);
    if (commit?.oid === wanted) return commit;
    at = commit?.parents[0];
  }
  return undefined;
}

/** Who merged it; where a bot or a queue did, who approved what was merged; else who pushed it. */
async function personBehind(
  forge: Forge,
  commit: SourceCommit,
  branch: string,
): Promise<Approver | undefined> {
  const merged = await forge.pulls.mergedWith(commit.oid);
  const pull = merged.find((it) => it.state === "merged" && it.baseBranch === branch);
  if (pull !== undefined) return await personBehindMerge(forge, commit.oid, pull);
  const login = commit.committer;
  if (login === undefined || login.endsWith("[bot]")) return undefined;
  if (!mayWrite(await forge.permissions.of(login))) return undefined;
  const pointer = { kind: "commit", commit: commit.oid, userId: UNKNOWN_USER } as const;
  return { login, userId: UNKNOWN_USER, via: "commit", pointer };
}

async function personBehindMerge(
  forge: Forge,
  commit: Oid,
  pull: PullRequest,
): Promise<Approver | undefined> {
  const { mergedBy } = pull;
  const people =
    mergedBy !== undefined && !mergedBy.isBot
      ? [mergedBy]
      : (await forge.pulls.approvals(pull.number))
          .filter((review) => review.commit === pull.headSha && !review.account.isBot)
          .map((review) => review.account);
  for (const { login, id: userId } of people) {
    if (!mayWrite(await forge.permissions.of(login))) continue;
    const pointer = { kind: "commit", commit, pull: pull.number, userId } as const;
    return { login, userId, via: "commit", pointer };
  }
  return undefined;
}
