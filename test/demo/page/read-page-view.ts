import { readCommits } from "../../fakes/github/git/read-commit.ts";
import { mergeBlockers } from "../../fakes/github/pulls/merge-blockers.ts";
import { mergeState } from "../../fakes/github/pulls/merge-state.ts";
import { listPullCommits } from "../../fakes/github/pulls/pull-files.ts";
import { findPull, isMerged, type Pull } from "../../fakes/github/pulls/pull.ts";
import type { LocalGitHub } from "../../fakes/github/start-github.ts";
import type { CommitView, MergeView, PageView } from "./page-view.ts";
import { readChecks } from "./read-checks.ts";
import { readTimeline } from "./read-timeline.ts";
import { toPerson } from "./to-person.ts";
import { toReactionCounts } from "./to-reaction-counts.ts";

export interface PullAddress {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** What the page shows now; `undefined` while there is no such pull request. */
export async function readPageView(
  { world }: Pick<LocalGitHub, "world">,
  address: PullAddress,
): Promise<PageView | undefined> {
  const fullName = `${address.owner}/${address.name}`;
  const repository = world.repositories.find((it) => it.fullName === fullName);
  const pull = repository === undefined ? undefined : findPull(repository, address.number);
  if (pull === undefined) return undefined;
  const [commits, merge] = await Promise.all([readPullCommits(pull), readMerge(pull)]);
  const { issue, details } = pull;
  return {
    repository: fullName,
    number: issue.number,
    title: issue.title,
    state: stateOf(pull),
    author: toPerson(issue.author),
    mergedBy: details.mergedBy === undefined ? undefined : toPerson(details.mergedBy),
    headBranch: headBranch(pull),
    baseBranch: details.baseRef,
    labels: [...issue.labels],
    description: {
      id: "description",
      author: toPerson(issue.author),
      atMs: issue.createdAtMs,
      isEdited: false,
      markdown: issue.body ?? "",
      reactions: toReactionCounts(issue.reactions),
    },
    timeline: readTimeline(pull, commits),
    checks: readChecks(pull),
    merge,
    commits,
  };
}

function stateOf(pull: Pull): PageView["state"] {
  if (isMerged(pull)) return "merged";
  if (pull.issue.state === "closed") return "closed";
  return pull.details.isDraft ? "draft" : "open";
}

function headBranch({ repository, details }: Pull): string {
  const { headRepository, headRef } = details;
  return headRepository.id === repository.id ? headRef : `${headRepository.owner.login}:${headRef}`;
}

async function readPullCommits(pull: Pull): Promise<readonly CommitView[]> {
  const commits = await readCommits(pull.repository, await listPullCommits(pull));
  return commits.map((commit) => ({
    sha: commit.sha,
    title: commit.message.split("\n", 1)[0] ?? "",
    authorName: commit.author.name,
    atMs: Date.parse(commit.committer.date),
  }));
}

async function readMerge(pull: Pull): Promise<MergeView> {
  const [state, blockers] = await Promise.all([mergeState(pull), mergeBlockers(pull)]);
  const { autoMerge } = pull.details;
  return {
    state,
    blockers: blockers.map((blocker) => blocker.message),
    autoMergeBy: autoMerge === undefined ? undefined : toPerson(autoMerge.enabledBy),
  };
}
