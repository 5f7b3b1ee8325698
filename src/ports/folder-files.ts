/** Reads files of one checkout that strangers have written to: never through a link, never outside, never too much. */
export interface FolderFiles {
  /** Regular files below the folder that match a glob, at most `filesMax`. */
  find(glob: string, filesMax: number): Promise<FoundFiles>;
  /** Of a regular file: differs as soon as its content does, whatever was done to its times. */
  stamp(path: string): Promise<string | undefined>;
  /** Takes a regular file away where that can be done; anything else stays. */
  remove(path: string): Promise<void>;
  /** The whole of a text file; invalid UTF-8 is replaced. */
  text(path: string, bytesMax: number): Promise<FileText>;
  /** The whole of a file as bytes. */
  bytes(path: string, bytesMax: number): Promise<FileBytes>;
  /** The same text in pieces of bounded size, for files that memory should not hold. */
  stream(
    path: string,
    bytesMax: number,
    onText: (text: string) => void,
  ): Promise<Exclude<FileText, { readonly kind: "read" }> | { readonly kind: "streamed" }>;
}

/** What matches, sorted. */
export interface FoundFiles {
  readonly paths: readonly string[];
  /** There may be more: too many match, or there is too much to search. */
  readonly isCut: boolean;
}

/** A text, or in one sentence why there is none. */
export type FileText =
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly reason: string };

/** Bytes, or in one sentence why there are none. */
export type FileBytes =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | Exclude<FileText, { readonly kind: "read" }>;
