/** What the observed tree changed since the commit that the work of the goal started from. */
export interface TreeDiff {
  /** Every path that differs, new files and submodules included; sorted. A file that moved is one deleted and one added. */
  changedPaths(): Promise<readonly ChangedPath[]>;
  /** Every line that a text file gained; one that moved gained all of its lines. */
  addedLines(bytesMax: number): Promise<AddedLines>;
  /** Messages of the commits in between, newest first, at most 200. */
  messages(): Promise<readonly string[]>;
  /** Names what it is compared with, for people. */
  readonly since: string;
}

/** One path, with a sign in place of bytes that are no UTF-8, and what became of it. */
export interface ChangedPath {
  readonly path: string;
  readonly kind: "added" | "modified" | "deleted";
}

/** The lines, and what could not be looked at. */
export interface AddedLines {
  readonly lines: readonly AddedLine[];
  /** False where lines were left out because there are too many. */
  readonly isComplete: boolean;
  /** Files that were added or changed and hold no text, or more than can be compared. */
  readonly binaries: readonly string[];
}

/** One line with its number in the new file, from 1. */
export interface AddedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}
