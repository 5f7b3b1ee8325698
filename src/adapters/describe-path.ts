import type { Change } from "../ports/workshop.ts";
import type { FolderReader } from "./folder-reader.ts";
import { readTreePath, toPathKey, type PathKey } from "./tree-path.ts";

const LINK_BYTES_MAX = 4_096;

/** A change with what a tree needs to hold it. */
export interface MeasuredChange {
  readonly change: Change;
  readonly key: PathKey;
  /** Absent when git cannot hold it. */
  readonly mode?: string;
}

/** What stands at a path now; nothing when it is gone. */
export function describePath(reader: FolderReader, key: PathKey): readonly MeasuredChange[] {
  if (key.endsWith("/")) {
    const bare = key.slice(0, -1);
    return [describeRepository(describeDeletion(bare))];
  }
  const stat = reader.stat(key);
  if (stat === undefined || stat.isDirectory()) return [];
  const { path: name, isFit } = readTreePath(key);
  const bytes = Number(stat.size);
  if (!isFit) return [describeSpecial(key, bytes)];
  if (stat.isSymbolicLink()) return [describeLink(reader, key, name)];
  if (!stat.isFile()) return [describeSpecial(key, 0)];
  const mode = modeOf(stat.mode);
  const kind = mode === "100755" ? "executable" : "file";
  return [{ key, mode, change: { path: name, kind, bytes } }];
}

function describeLink(reader: FolderReader, key: PathKey, name: string): MeasuredChange {
  const raw = reader.readLink(key);
  const target = raw.toString("utf8");
  const isText = raw.length <= LINK_BYTES_MAX && toPathKey(target) === raw.toString("latin1");
  return isText
    ? { key, mode: "120000", change: { path: name, kind: "symlink", bytes: raw.length, target } }
    : describeSpecial(key, raw.length);
}

export function describeDeletion(key: PathKey): MeasuredChange {
  const { path: name, isFit } = readTreePath(key);
  return isFit
    ? { key, mode: "0", change: { path: name, kind: "deleted", bytes: 0 } }
    : describeSpecial(key, 0);
}

export function describeRepository(found: MeasuredChange): MeasuredChange {
  if (found.change.kind === "special") return found;
  return { key: found.key, change: { path: found.change.path, kind: "repository", bytes: 0 } };
}

function describeSpecial(key: PathKey, bytes: number): MeasuredChange {
  return { key, change: { path: readTreePath(key).path, kind: "special", bytes } };
}

export function modeOf(mode: bigint): string {
  return (mode & 0o100n) === 0n ? "100644" : "100755";
}
