import { createHash } from "node:crypto";
import { closeSync, createReadStream, fstatSync, readSync, rmSync } from "node:fs";
import path from "node:path";
import type { FileBytes, FileText, FolderFiles } from "../ports/folder-files.ts";
import { findFiles } from "./find-files.ts";
import { type FolderReader, openFolder, within } from "./folder-reader.ts";
import { parentsOf, type PathKey, toPathKey } from "./tree-path.ts";

/** A change behind these bytes alone is missed: the file counts as not written, never the other way round. */
const STAMPED_BYTES_MAX = 64 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/** `root` is the checkout; `below` the folder in it that all paths are relative to, "" for the root. */
export interface FolderFilesOptions {
  readonly root: string;
  readonly below: string;
}

/** Looks anew at each call, because programs of strangers run between them. */
export function createFolderFiles({ root, below }: FolderFilesOptions): FolderFiles {
  function locate(file: string): Located {
    const key = toKey(below, file);
    if (key === undefined) return refused(file, "a path inside the checkout");
    return look({ file, key, reader: openFolder(root, "sha1") });
  }
  return {
    find: async (glob, filesMax) => {
      const { paths, isCut } = findFiles({ folder: path.join(root, below), glob });
      const found = paths.filter((file) => locate(file).kind === "found");
      return await Promise.resolve({
        paths: found.slice(0, filesMax),
        isCut: isCut || found.length > filesMax,
      });
    },
    stamp: async (file) => await Promise.resolve(stampOf(locate(file))),
    remove: async (file) => {
      await Promise.resolve(remove(root, locate(file)));
    },
    text: async (file, bytesMax) => await Promise.resolve(toText(readAll(locate(file), bytesMax))),
    bytes: async (file, bytesMax) => await Promise.resolve(readAll(locate(file), bytesMax)),
    stream: async (file, bytesMax, onText) => {
      const found = locate(file);
      return found.kind === "found" ? await streamText(found.place, bytesMax, onText) : found;
    },
  };
}

interface Place {
  readonly file: string;
  readonly key: PathKey;
  readonly reader: FolderReader;
}

type Located =
  | { readonly kind: "found"; readonly place: Place }
  | Exclude<FileText, { readonly kind: "read" }>;

type Refused = Extract<FileText, { readonly kind: "refused" }>;

function refused(file: string, wanted: string, found?: string): Refused {
  const rest = found === undefined ? "" : `, found ${found}`;
  return { kind: "refused", reason: `${file}: expected ${wanted}${rest}` };
}

/** Absolute paths and steps upwards have no key. */
function toKey(below: string, file: string): PathKey | undefined {
  if (path.isAbsolute(file) || file.includes("\0")) return undefined;
  const joined = path.posix.normalize(path.posix.join(below, file));
  const steps = file.split("/");
  return steps.includes("..") || joined === "." ? undefined : toPathKey(joined);
}

function look(place: Place): Located {
  const { file, key, reader } = place;
  if (parentsOf(key).some((parent) => reader.stat(parent)?.isSymbolicLink() === true)) {
    return refused(file, "real folders on its way", "a symbolic link");
  }
  const found = reader.stat(key);
  if (found === undefined) return { kind: "absent" };
  if (found.isFile()) return { kind: "found", place };
  return refused(
    file,
    "a regular file",
    found.isSymbolicLink() ? "a symbolic link" : "another kind",
  );
}

/** The content, because times also change when nobody wrote a thing. */
function stampOf(located: Located): string | undefined {
  if (located.kind !== "found") return undefined;
  try {
    return contentStamp(located.place.reader.open(located.place.key));
  } catch {
    return undefined;
  }
}

function contentStamp(descriptor: number): string {
  try {
    const { size } = fstatSync(descriptor);
    const digest = createHash("sha256");
    const piece = new Uint8Array(Math.min(PIECE_BYTES, size));
    for (let at = 0; at < Math.min(size, STAMPED_BYTES_MAX);) {
      const length = readSync(descriptor, piece, { position: at });
      if (length === 0) break;
      digest.update(piece.subarray(0, length));
      at += length;
    }
    return `${size} ${digest.digest("hex")}`;
  } finally {
    closeSync(descriptor);
  }
}

function remove(root: string, located: Located): void {
  if (located.kind !== "found") return;
  try {
    rmSync(within(root, located.place.key));
  } catch {
    // A folder that nothing can be taken out of: the stamp still tells whether it was written.
  }
}

function readAll(located: Located, bytesMax: number): FileBytes {
  if (located.kind !== "found") return located;
  const { file, key, reader } = located.place;
  const size = Number(reader.stat(key)?.size ?? 0n);
  if (size > bytesMax) return refused(file, `at most ${bytesMax} bytes`, `${size}`);
  try {
    return { kind: "read", bytes: reader.read(key, bytesMax) };
  } catch {
    return changed(file);
  }
}

function changed(file: string): Refused {
  return refused(file, "a regular file that can be read", "that it changed or is closed to us");
}

function toText(read: FileBytes): FileText {
  return read.kind === "read" ? { kind: "read", text: new TextDecoder().decode(read.bytes) } : read;
}

async function streamText(
  { file, key, reader }: Place,
  bytesMax: number,
  onText: (text: string) => void,
): Promise<Refused | { readonly kind: "streamed" }> {
  try {
    const descriptor = reader.open(key);
    const { size } = fstatSync(descriptor);
    const isFit = size <= bytesMax;
    // An empty or oversized file is opened and read for nothing, so that the stream closes it.
    const end = isFit ? Math.max(0, size - 1) : 0;
    const stream = createReadStream("", { fd: descriptor, end, highWaterMark: 64 * 1024 });
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      if (isFit && size > 0) onText(decoder.decode(chunk, { stream: true }));
    }
    if (!isFit) return refused(file, `at most ${bytesMax} bytes`, `${size}`);
    onText(decoder.decode());
    return { kind: "streamed" };
  } catch {
    return changed(file);
  }
}
