import type { BigIntStats } from "node:fs";
import type { Oid } from "../model/vector.ts";
import { openFolder } from "./folder-reader.ts";
import type { TreeEntry } from "./object-store.ts";
import type { PathKey } from "./tree-path.ts";

/** A file written this shortly before it was looked at could change again within one tick. */
const TICK_MS = 50n;

/** What a fresh checkout looked like from outside, so that untouched files need not be read again. */
export type FolderMemory = ReadonlyMap<PathKey, string>;

export function rememberFolder(
  folder: string,
  entries: readonly TreeEntry[],
  nowMs: number,
): FolderMemory {
  const format = entries[0]?.oid.length === 64 ? "sha256" : "sha1";
  const reader = openFolder(folder, format);
  const memory = new Map<PathKey, string>();
  for (const { key, mode, oid } of entries) {
    const stat = mode.startsWith("100") ? reader.stat(key) : undefined;
    if (stat === undefined || stat.ctimeMs + TICK_MS > BigInt(nowMs)) continue;
    memory.set(key, rememberedAs(oid, stat));
  }
  return memory;
}

/** What stands in the memory for a file with this content that looks like this. */
export function rememberedAs(oid: Oid, stat: BigIntStats): string {
  return `${oid} ${markOf(stat)}`;
}

/** Changes whenever the file is written: nobody but the kernel sets a ctime. */
export function markOf(stat: BigIntStats): string {
  return [stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino].join(":");
}
