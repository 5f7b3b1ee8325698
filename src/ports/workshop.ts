import type { Oid } from "../model/vector.ts";
import type { TreeDiff } from "./tree-diff.ts";

/** Throw-away copies of the repository for strangers to work in. The repository itself is only read. */
export interface Workshop {
  /** A clone on a named branch with `origin`, upstream and base, that shares no ref with the repository. */
  checkout(request: CheckoutRequest): Promise<string>;
  /** Everything in the folder that differs from `tree`, ignored files left out. */
  changes(folder: string, tree: Oid): Promise<readonly Change[]>;
  /** The folder's content as a tree, so that what setup made can be told from what the agent made. */
  snapshot(folder: string, commit: Oid): Promise<Oid>;
  /** One commit on `parent` with exactly these changes of the folder; `undefined` when its tree equals the parent's. */
  commit(request: CommitRequest): Promise<Oid | undefined>;
  /** Packs the commit, without `parent` and what is behind it, for the next job. */
  bundle(commit: Oid, parent: Oid): Promise<void>;
  /**
   * Reads the bundle as a stranger's: bounded, checked by fsck, one commit on `parent`.
   * `undefined` when none was left; throws `candidate-invalid` when it is anything else.
   */
  receive(parent: Oid, commit: Oid): Promise<ReceivedCandidate | undefined>;
  /** What `commit`, also a received one, holds that `base` does not. Reads lazily; throws `git-failed`. */
  diff(base: Oid, commit: Oid): TreeDiff;
  /** Puts the approved graders over what stands in the folder; names those that differed. */
  restoreGraders(folder: string, graders: Oid): Promise<readonly string[]>;
  /** Sets the folder aside as it is now; `renew` brings exactly that back, at the same path. */
  freeze(folder: string): Promise<void>;
  /** Where that stands, to be read and never written; throws when somebody has touched it. */
  frozen(folder: string): string;
  renew(folder: string): Promise<void>;
  /** A fresh copy of what was set aside in a place of its own, one for each `number` at a time. */
  lane(folder: string, number: number): Promise<string>;
  /** Removes everything. */
  close(): Promise<void>;
}

/** Which commit on which branch. */
export interface CheckoutRequest {
  readonly name: "agent" | "observe" | "baseline";
  readonly commit: Oid;
  readonly branch: string;
  readonly base: { readonly branch: string; readonly commit: Oid };
}

/** One path of a folder that differs from a tree. */
export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  /** Of the new content; 0 for a deletion. */
  readonly bytes: number;
  /** Of a symbolic link. */
  readonly target?: string;
}

/** What stands there now. `repository` is an embedded one, `special` anything that git cannot hold. */
export type ChangeKind =
  | "file"
  | "executable"
  | "symlink"
  | "deleted"
  | "repository"
  | "filtered"
  | "special";

/** The commit to make. */
export interface CommitRequest {
  readonly folder: string;
  readonly parent: Oid;
  readonly changes: readonly Change[];
  readonly message: string;
  readonly atMs: number;
}

/** A candidate that has the right shape; its paths are still to be judged. */
export interface ReceivedCandidate {
  readonly commit: Oid;
  readonly tree: Oid;
  readonly changes: readonly Change[];
  /** A unified diff, cut to a readable size. */
  readonly diff: string;
}
