/** Keeps files that are part of the evidence, such as screenshots, where people can look at them. */
export interface EvidenceFiles {
  /** Gives the name that it can be found by, or `undefined` when there is no room or no place. */
  keep(file: EvidenceFile): Promise<string | undefined>;
}

/** A file to keep; `name` is a plain file name with its ending. */
export interface EvidenceFile {
  readonly predicate: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
