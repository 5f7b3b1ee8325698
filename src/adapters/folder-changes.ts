import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import {
  describeDeletion,
  describePath,
  describeRepository,
  modeOf,
  type MeasuredChange,
} from "./describe-path.ts";
import { rememberedAs, type FolderMemory } from "./folder-memory.ts";
import { blobOid, checkRealFolder, openFolder, type FolderReader } from "./folder-reader.ts";
import { listTree, sizesOf, type TreeEntry } from "./object-store.ts";
import {
  attributesOf,
  needsConversion,
  storeConverted,
  type Bench,
  type PathAttributes,
} from "./tree-attributes.ts";
import { readTreePath } from "./tree-path.ts";
import { findUntracked, type FolderAndTree } from "./untracked-files.ts";

/** Above this a file with line-end rules is compared by its bytes alone. */
const CONVERTED_BYTES_MAX = 5_000_000n;

/** A folder to hold against a tree. */
export interface Measurement {
  readonly folder: string;
  readonly tree: Oid;
  readonly memory: FolderMemory;
  readonly changesMax: number;
}

/** Finds what differs without a word from the folder's own `.git`, ignore rules or attributes. */
export async function measureFolder(
  bench: Bench,
  measurement: Measurement,
): Promise<readonly MeasuredChange[]> {
  const { store } = bench;
  const { folder, tree, changesMax } = measurement;
  checkRealFolder(folder);
  const reader = openFolder(folder, store.format);
  await store.git(["read-tree", tree], { index: bench.index });
  const entries = await listTree(store, tree);
  const tracked = await measureTracked(bench, measurement, { reader, entries });
  const others = await findUntracked(bench, folder, { reader, entries });
  const changes = [...tracked, ...others.flatMap((key) => describePath(reader, key))];
  if (changes.length > changesMax) throw tooMany(changes.length, changesMax);
  const attributes = await attributesOf(
    bench,
    changes.map((it) => it.key),
  );
  return changes
    .map((it) => markFiltered(it, attributes(it.key)))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

async function measureTracked(
  bench: Bench,
  measurement: Measurement,
  seen: FolderAndTree,
): Promise<readonly MeasuredChange[]> {
  const { reader, entries } = seen;
  const changes: MeasuredChange[] = [];
  const doubtful: Doubt[] = [];
  for (const entry of entries) {
    const verdict = compareOutside(reader, entry, measurement.memory);
    if (verdict === "same") continue;
    const found = describePath(reader, entry.key)[0] ?? describeDeletion(entry.key);
    if (verdict === "doubtful") doubtful.push({ entry, found });
    else changes.push(entry.mode === "160000" ? describeRepository(found) : found);
  }
  const differing = await compareInside(bench, measurement.tree, reader, doubtful);
  return [...changes, ...differing];
}

interface Doubt {
  readonly entry: TreeEntry;
  readonly found: MeasuredChange;
}

/** What can be told without reading a file. */
function compareOutside(
  reader: FolderReader,
  entry: TreeEntry,
  memory: FolderMemory,
): "same" | "different" | "doubtful" {
  const stat = reader.stat(entry.key);
  if (stat === undefined) return "different";
  // An empty folder stands where a submodule is; what somebody checks out in it is never looked at.
  if (entry.mode === "160000") return stat.isDirectory() ? "same" : "different";
  if (entry.mode === "120000") {
    return stat.isSymbolicLink() && isSameLink(reader, entry) ? "same" : "different";
  }
  if (!stat.isFile() || modeOf(stat.mode) !== entry.mode) return "different";
  return memory.get(entry.key) === rememberedAs(entry.oid, stat) ? "same" : "doubtful";
}

function isSameLink(reader: FolderReader, { key, oid }: TreeEntry): boolean {
  return blobOid(reader.readLink(key), oid.length === 64 ? "sha256" : "sha1") === oid;
}

async function compareInside(
  bench: Bench,
  tree: Oid,
  reader: FolderReader,
  doubtful: readonly Doubt[],
): Promise<readonly MeasuredChange[]> {
  const sizes = await sizesOf(
    bench.store,
    doubtful.map((it) => it.entry.oid),
  );
  const attributes = await attributesOf(
    bench,
    doubtful.map((it) => it.entry.key),
  );
  const differing: MeasuredChange[] = [];
  for (const { entry, found } of doubtful) {
    const size = BigInt(found.change.bytes);
    const isEqual =
      sizes.get(entry.oid) === found.change.bytes &&
      (await reader.hash(entry.key, size)) === entry.oid;
    const given = attributes(entry.key);
    const isConverted = given.hasLineEnds || given.isRewritten;
    if (isEqual) continue;
    if (isConverted && size <= CONVERTED_BYTES_MAX) {
      const content = reader.read(entry.key, found.change.bytes);
      if (await isEqualConverted(bench, { tree, entry, given, content })) continue;
    }
    differing.push(found);
  }
  return differing;
}

async function isEqualConverted(
  bench: Bench,
  file: {
    readonly tree: Oid;
    readonly entry: TreeEntry;
    readonly given: PathAttributes;
    readonly content: Buffer;
  },
): Promise<boolean> {
  const { path: name, isFit } = readTreePath(file.entry.key);
  if (!isFit || !needsConversion(file.given, file.content)) return false;
  const stored = await storeConverted(bench, file.tree, { path: name, content: file.content });
  return stored === file.entry.oid;
}

function markFiltered(found: MeasuredChange, attributes: PathAttributes): MeasuredChange {
  const { kind } = found.change;
  if (!attributes.isFiltered || (kind !== "file" && kind !== "executable")) return found;
  return { ...found, change: { ...found.change, kind: "filtered" } };
}

function tooMany(found: number, most: number): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `expected at most ${most} changed files, found ${found}; add what tools make to .gitignore`,
  });
}
