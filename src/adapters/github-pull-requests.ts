import { z } from "zod";
import type { Oid } from "../model/vector.ts";
import type { ChangedFile, PullRequest, PullRequests, Reviewer } from "../ports/pull-requests.ts";
import { GitHubUser, toAccount } from "./github-account.ts";
import { readFirst } from "./github-pages.ts";
import { mergeWhenReady } from "./github-pull-merge.ts";
import { markReady, openPull } from "./github-pull-open.ts";
import { GitHubPull, readPull, toPull } from "./github-pull.ts";
import type { GitHubRepository } from "./github-repository.ts";

const FILES_MAX = 3_000;
const REVIEWS_MAX = 3_000;
const MERGED_MAX = 10;

/** The pull requests of one repository on GitHub. */
export function createGitHubPullRequests(repository: GitHubRepository): PullRequests {
  return {
    get: async (number) => await readPull(repository, number),
    listOpen: async (max) => await listOpen(repository, max),
    findByBranch: async (branch) => await findByBranch(repository, branch, { state: "all" }),
    changedFiles: async (number) => await changedFiles(repository, number),
    mergedWith: async (commit) => await mergedWith(repository, commit),
    approvals: async (number) => await approvals(repository, number),
    open: async (request) =>
      await openPull(repository, request, async () => {
        const { branch, base } = request;
        return await findByBranch(repository, branch, { state: "open", base });
      }),
    markReady: async (pull) => await markReady(repository, pull),
    mergeWhenReady: async (pull) => await mergeWhenReady(repository, pull),
  };
}

async function listOpen(
  repository: GitHubRepository,
  max: number,
): Promise<readonly PullRequest[]> {
  const question = {
    route: "GET /pulls",
    purpose: "list the open pull requests",
    parameters: { state: "open", sort: "created", direction: "desc" },
    item: GitHubPull,
  };
  return (await readFirst(repository, question, max)).map((it) => toPull(it));
}

/** One page: forks of the same owner have the same head in GitHub's filter and stand among them. */
async function findByBranch(
  repository: GitHubRepository,
  branch: string,
  wanted: { readonly state: "open" | "all"; readonly base?: string },
): Promise<PullRequest | undefined> {
  const head = `${repository.owner}:${branch}`;
  const question = {
    route: "GET /pulls",
    purpose: `find the pull request of ${branch}`,
    parameters: { ...wanted, head, sort: "created", direction: "desc" },
    item: GitHubPull,
  };
  const found = (await readFirst(repository, question, 100))
    .map((it) => toPull(it))
    .find((it) => !it.isFork && it.headBranch === branch);
  return found?.state === "merged" ? await readPull(repository, found.number) : found;
}

const FileAnswer = z.object({
  filename: z.string(),
  status: z.enum(["added", "removed", "modified", "renamed", "copied", "changed", "unchanged"]),
  previous_filename: z.string().optional(),
});

async function changedFiles(
  repository: GitHubRepository,
  number: number,
): Promise<readonly ChangedFile[]> {
  const question = {
    route: "GET /pulls/{pull_number}/files",
    purpose: `list the files of pull request #${number}`,
    parameters: { pull_number: number },
    item: FileAnswer,
  };
  return (await readFirst(repository, question, FILES_MAX)).flatMap((it) => toChangedFile(it));
}

function toChangedFile(found: z.infer<typeof FileAnswer>): readonly ChangedFile[] {
  const path = found.filename;
  switch (found.status) {
    case "added":
    case "copied":
      return [{ path, change: "added" }];
    case "modified":
    case "changed":
      return [{ path, change: "modified" }];
    case "removed":
      return [{ path, change: "removed" }];
    case "renamed": {
      const previousPath = found.previous_filename;
      return [{ path, change: "renamed", ...(previousPath === undefined ? {} : { previousPath }) }];
    }
    case "unchanged":
      return [];
  }
}

async function mergedWith(
  repository: GitHubRepository,
  commit: Oid,
): Promise<readonly PullRequest[]> {
  const question = {
    route: "GET /commits/{commit_sha}/pulls",
    purpose: `find the pull requests that brought ${commit}`,
    parameters: { commit_sha: commit },
    item: GitHubPull,
  };
  const found = (await readFirst(repository, question, 100)).map((it) => toPull(it));
  const merged = found.filter((it) => it.state === "merged").slice(0, MERGED_MAX);
  const whole = await Promise.all(
    merged.map(async ({ number }) => await readPull(repository, number)),
  );
  return whole.filter((it) => it !== undefined);
}

const ReviewAnswer = z.object({
  user: GitHubUser,
  state: z.string(),
  commit_id: z.string().nullish(),
});

/** A remark does not take an approval back; a request for changes and a dismissal do. */
async function approvals(
  repository: GitHubRepository,
  number: number,
): Promise<readonly Reviewer[]> {
  const question = {
    route: "GET /pulls/{pull_number}/reviews",
    purpose: `read the reviews of pull request #${number}`,
    parameters: { pull_number: number },
    item: ReviewAnswer,
  };
  const newest = new Map<number, Reviewer>();
  for (const review of await readFirst(repository, question, REVIEWS_MAX)) {
    const account = toAccount(review.user);
    if (account.isBot || account.id === 0) continue;
    if (["CHANGES_REQUESTED", "DISMISSED"].includes(review.state)) newest.delete(account.id);
    if (review.state === "APPROVED" && typeof review.commit_id === "string") {
      newest.set(account.id, { account, commit: review.commit_id });
    }
  }
  return [...newest.values()];
}
