import type { Oid } from "../model/vector.ts";

/** Committed text, read without a clone. */
export interface Source {
  defaultBranch(): Promise<string>;
  branch(name: string): Promise<Oid | undefined>;
  /** Bytes of a file at a commit; `undefined` when it is absent or larger than `bytesMax`. */
  file(commit: Oid, path: string, bytesMax: number): Promise<Uint8Array | undefined>;
  /** All files below a folder of a commit, at most 1,000. */
  list(commit: Oid, folder: string): Promise<readonly string[]>;
  /** Who pushed or merged this commit, and whether it is on this branch now. */
  commit(oid: Oid): Promise<SourceCommit | undefined>;
}

/** A commit as GitHub knows it. */
export interface SourceCommit {
  readonly oid: Oid;
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  /** The account that GitHub links it with; absent when there is none. */
  readonly committer?: string;
}
