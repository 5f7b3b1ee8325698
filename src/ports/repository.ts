import type { Oid } from "../model/vector.ts";

/** The person's repository. Its checkout is never touched, except by `advance`. */
export interface Repository {
  inspect(): Promise<RepositoryState>;
  branch(name: string): Promise<Oid | undefined>;
  /** Whether `older` is `newer` or one of its ancestors. */
  isAncestor(older: Oid, newer: Oid): Promise<boolean>;
  treeOf(commit: Oid): Promise<Oid>;
  /** Every path of a commit. */
  files(commit: Oid): Promise<readonly RepositoryFile[]>;
  /** What stands in a file of a commit or a tree; `undefined` when it is absent, larger, or not UTF-8. */
  text(commit: Oid, path: string, bytesMax: number): Promise<string | undefined>;
  /** A tree with just these paths of a commit. */
  subtree(commit: Oid, paths: readonly string[]): Promise<Oid>;
  /** Takes the objects of a received candidate in; no ref moves. */
  adopt(commit: Oid): Promise<void>;
  /** Moves a clean checkout of the branch from one commit to the next; `false` when it is not clean. */
  advance(from: Oid, to: Oid): Promise<boolean>;
  /** Puts the branch on the remote; says why not when it cannot. */
  push(request: PushRequest): Promise<PushOutcome>;
}

/** What a person's checkout looks like right now. */
export interface RepositoryState {
  readonly root: string;
  /** Absent in a repository without a commit. */
  readonly head?: Oid;
  /** Absent when the head is detached. */
  readonly branch?: string;
  /** Changed or untracked paths, at most 20. */
  readonly dirty: readonly string[];
  /** Branches that stand in some checkout of this repository. */
  readonly checkedOut: readonly string[];
  /** Who works here, as git knows it. */
  readonly user: string;
}

/** One path of a commit. */
export interface RepositoryFile {
  readonly path: string;
  readonly mode: string;
  readonly oid: Oid;
}

/** Which commit to which branch of the remote. */
export interface PushRequest {
  readonly branch: string;
  readonly commit: Oid;
}

/** How a push ended. */
export type PushOutcome =
  | { readonly kind: "pushed"; readonly remote: string }
  | { readonly kind: "no-remote" }
  | { readonly kind: "refused"; readonly reason: string };
