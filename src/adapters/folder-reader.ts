import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  type BigIntStats,
} from "node:fs";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import { parentsOf, readTreePath, toBytes, type PathKey } from "./tree-path.ts";

/** Looks into a stranger's folder and never through a symbolic link. */
export interface FolderReader {
  /** What stands at the path itself; absent when a folder on the way is not a real one. */
  stat(key: PathKey): BigIntStats | undefined;
  /** The bytes of a link's target. */
  readLink(key: PathKey): Buffer;
  /** A regular file of at most `bytesMax`; anything else is a candidate that changed under us. */
  read(key: PathKey, bytesMax: number): Buffer;
  /** A descriptor of a regular file, never of a link; who asks closes it. */
  open(key: PathKey): number;
  /** The oid that git gives to these very bytes. */
  hash(key: PathKey, bytes: bigint): Promise<Oid>;
}

export function openFolder(folder: string, format: "sha1" | "sha256"): FolderReader {
  const real = new Map<PathKey, boolean>([["", isFolder(folder)]]);
  return { stat, readLink, read, open, hash };

  function stat(key: PathKey): BigIntStats | undefined {
    return parentsOf(key).every(isRealFolder) && real.get("") === true
      ? statAt(folder, key)
      : undefined;
  }
  function isRealFolder(key: PathKey): boolean {
    const known = real.get(key);
    if (known !== undefined) return known;
    const found = statAt(folder, key)?.isDirectory() === true;
    real.set(key, found);
    return found;
  }
  function readLink(key: PathKey): Buffer {
    return readlinkSync(within(folder, key), "buffer");
  }
  function open(key: PathKey): number {
    if (stat(key)?.isFile() !== true) throw changedUnderUs(key);
    const file = within(folder, key);
    try {
      return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      if (!isDenied(error)) throw changedUnderUs(key);
      chmodSync(file, 0o600);
      return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    }
  }
  function read(key: PathKey, bytesMax: number): Buffer {
    const descriptor = open(key);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile() || found.size > bytesMax) throw changedUnderUs(key);
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
  async function hash(key: PathKey, bytes: bigint): Promise<Oid> {
    if (bytes === 0n) return blobOid(Buffer.alloc(0), format);
    const digest = createHash(format).update(`blob ${bytes}\0`);
    const stream = createReadStream("", { fd: open(key), end: Number(bytes) - 1 });
    for await (const chunk of stream) digest.update(chunk);
    return digest.digest("hex");
  }
}

/** A stranger may have put a link where the folder was; nothing below it would be theirs. */
export function checkRealFolder(folder: string): void {
  if (isFolder(folder)) return;
  throw new KaziError({
    code: "candidate-invalid",
    message: `expected the folder ${folder} as it was checked out, found that it was moved or replaced`,
  });
}

/** The oid of a blob that is at hand. */
export function blobOid(content: Buffer, format: "sha1" | "sha256"): Oid {
  return createHash(format).update(`blob ${content.length}\0`).update(content).digest("hex");
}

export function within(folder: string, key: PathKey): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), toBytes(key)]);
}

function isFolder(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

function statAt(folder: string, key: PathKey): BigIntStats | undefined {
  try {
    return lstatSync(within(folder, key), { bigint: true });
  } catch (error) {
    if (!isDenied(error)) return undefined;
    // A stranger closed the folder above; it is ours to open again, and it is a real one.
    chmodSync(within(folder, parentsOf(key).at(-1) ?? ""), 0o700);
    return lstatSync(within(folder, key), { bigint: true, throwIfNoEntry: false });
  }
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EACCES";
}

function changedUnderUs(key: PathKey): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `${readTreePath(key).path}: expected the regular file that was measured, found something else; nothing may still run in the folder`,
  });
}
