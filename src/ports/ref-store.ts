import type { Oid } from "../model/vector.ts";

/** Commits on refs, moved only by compare-and-swap. The conformance suite is its definition. */
export interface RefStore {
  /** Below this stand kazi's refs: apart on a laptop, because a record counts only where it was made. */
  readonly namespace: LedgerNamespace;
  /** Heads of all refs that start with `prefix`, sorted by name. */
  list(prefix: string): Promise<readonly RefHead[]>;
  head(ref: string): Promise<Oid | undefined>;
  /** `undefined` when there is no such commit or it is not one of ours in shape. */
  read(oid: Oid): Promise<StoredCommit | undefined>;
  /** Writes objects only: nothing can be seen before `swap`. */
  write(commit: NewCommit): Promise<Oid>;
  /** Moves all refs or none. `lost` when any of them was not where `before` says. */
  swap(updates: readonly RefUpdate[]): Promise<"moved" | "lost">;
}

/** `refs/kazi/local/` is never pushed. */
export type LedgerNamespace = "refs/kazi/" | "refs/kazi/local/";

/** A ref and what it points at. */
export interface RefHead {
  readonly ref: string;
  readonly oid: Oid;
}

/** A commit with the text of its top-level files; larger ones than `FILE_BYTES_MAX` are left out. */
export interface StoredCommit {
  readonly oid: Oid;
  readonly parents: readonly Oid[];
  readonly files: ReadonlyMap<string, string>;
  /** Sub-folders of the top level, as trees. */
  readonly folders: ReadonlyMap<string, Oid>;
}

/** A commit to be. `folders` are trees that exist already. */
export interface NewCommit {
  readonly parents: readonly Oid[];
  readonly message: string;
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, Oid>;
  readonly atMs: number;
}

/** `before` absent: the ref must not exist. `after` absent: it is deleted. */
export interface RefUpdate {
  readonly ref: string;
  readonly before?: Oid;
  readonly after?: Oid;
}

/** Bytes of one ledger file above which it counts as damaged. */
export const FILE_BYTES_MAX = 8_000_000;
