import type { World } from "../model.ts";
import { mergeState } from "../pulls/merge-state.ts";
import type { Pull } from "../pulls/pull.ts";
import { isoTime } from "../render/iso-time.ts";
import { issueHtmlUrl } from "../render/issue.ts";
import { nodeId } from "../render/node-id.ts";

const MERGEABLE = {
  unknown: "UNKNOWN",
  mergeable: "MERGEABLE",
  conflicting: "CONFLICTING",
} as const;

/** A `PullRequest` of GraphQL. */
export async function pullFields(world: World, pull: Pull): Promise<Record<string, unknown>> {
  const { repository, issue, details } = pull;
  const isMerged = details.mergedAtMs !== undefined;
  return {
    id: nodeId("PR", details.id),
    databaseId: details.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    url: issueHtmlUrl(world, repository, issue),
    state: isMerged ? "MERGED" : issue.state.toUpperCase(),
    closed: issue.state === "closed",
    merged: isMerged,
    mergedAt: details.mergedAtMs === undefined ? undefined : isoTime(details.mergedAtMs),
    isDraft: details.isDraft,
    isCrossRepository: details.headRepository.id !== repository.id,
    baseRefName: details.baseRef,
    baseRefOid: details.baseSha,
    headRefName: details.headRef,
    headRefOid: details.headSha,
    headRepository: { nameWithOwner: details.headRepository.fullName },
    mergeable: MERGEABLE[details.mergeability.kind],
    mergeStateStatus: (await mergeState(pull)).toUpperCase(),
    reviewDecision: undefined,
    author: { login: issue.author.login },
    mergeCommit: details.mergeCommitSha === undefined ? undefined : { oid: details.mergeCommitSha },
    ...autoMergeFields(pull),
  };
}

function autoMergeFields({ details: { autoMerge } }: Pull): Record<string, unknown> {
  if (autoMerge === undefined) return { autoMergeRequest: undefined };
  return {
    autoMergeRequest: {
      mergeMethod: autoMerge.method.toUpperCase(),
      enabledBy: { login: autoMerge.enabledBy.login },
      commitHeadline: autoMerge.commitTitle,
      commitBody: autoMerge.commitMessage,
    },
  };
}
