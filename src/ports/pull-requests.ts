import type { Oid } from "../model/vector.ts";

/** The pull requests of one repository. What cannot be had is an answer, not an exception. */
export interface PullRequests {
  get(number: number): Promise<PullRequest | undefined>;
  /** All that are open, newest first, at most `max`. */
  listOpen(max: number): Promise<readonly PullRequest[]>;
  /** The newest one whose head is this branch of this repository, open or not. */
  findByBranch(branch: string): Promise<PullRequest | undefined>;
  /** Paths that it adds, changes or removes, at most 3,000. */
  changedFiles(number: number): Promise<readonly ChangedFile[]>;
  /** Merged ones that brought this commit to a branch. */
  mergedWith(commit: Oid): Promise<readonly PullRequest[]>;
  /** Logins of people whose newest review of it approves, with the commit that they approved. */
  approvals(number: number): Promise<readonly Reviewer[]>;
  /** Opens one, as a draft where the repository has drafts; finds the open one if there is one already. */
  open(request: NewPullRequest): Promise<PullRequestOutcome>;
  /** A draft becomes ready for review; others stay as they are. */
  markReady(pull: PullRequest): Promise<PullRequestOutcome>;
  /** Merges it as soon as everything that is required holds. */
  mergeWhenReady(pull: PullRequest): Promise<PullRequestOutcome>;
}

/** One pull request as it is now. */
export interface PullRequest {
  readonly number: number;
  /** The global id that GraphQL needs. */
  readonly nodeId: string;
  readonly title: string;
  readonly url: string;
  readonly state: "open" | "closed" | "merged";
  readonly isDraft: boolean;
  /** The head lies in another repository. */
  readonly isFork: boolean;
  readonly headBranch: string;
  readonly headSha: Oid;
  readonly baseBranch: string;
  readonly author: Account;
  /** The commit that brought it to its base, once it is merged. */
  readonly mergeCommit?: Oid;
  readonly mergedBy?: Account;
}

/** Somebody or something with an account. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly isBot: boolean;
}

/** One path of a pull request. */
export interface ChangedFile {
  readonly path: string;
  readonly change: "added" | "modified" | "removed" | "renamed";
  readonly previousPath?: string;
}

/** Who approved which commit. */
export interface Reviewer {
  readonly account: Account;
  readonly commit: Oid;
}

/** A pull request to be. */
export interface NewPullRequest {
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** It is so now, or why not. */
export type PullRequestOutcome =
  | { readonly kind: "done"; readonly pull: PullRequest }
  | { readonly kind: "refused"; readonly reason: string };
