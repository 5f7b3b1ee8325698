import { writeFileSync } from "node:fs";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { FolderReader } from "./folder-reader.ts";
import { flattenIgnoreRules, type IgnoreFile } from "./ignore-rules.ts";
import type { ObjectStore, TreeEntry } from "./object-store.ts";
import type { Bench } from "./tree-attributes.ts";
import { parentsOf, type PathKey } from "./tree-path.ts";

const IGNORE_FILE_BYTES_MAX = 1_000;
/** A pipe where git looks for an embedded repository's HEAD holds it up for ever. */
const LIST_TIMEOUT_MS = 60_000;

/** A stranger's folder beside the tree that it is held against. */
export interface FolderAndTree {
  readonly reader: FolderReader;
  readonly entries: readonly TreeEntry[];
}

/** Files that are neither in the tree nor ignored by its rules. */
export async function findUntracked(
  bench: Bench,
  folder: string,
  seen: FolderAndTree,
): Promise<readonly PathKey[]> {
  const rules = path.join(bench.folder, "ignored");
  writeFileSync(rules, flattenIgnoreRules(await readIgnoreFiles(bench.store, seen.entries)));
  const call = { index: bench.index, workTree: folder, cwd: folder, timeoutMs: LIST_TIMEOUT_MS };
  const listed = await bench.store
    .git(["ls-files", "--others", "-z", `--exclude-from=${rules}`], call)
    .catch((cause: unknown) => {
      throw unlistable(cause);
    });
  const keys = listed.stdout
    .toString("latin1")
    .split("\0")
    .filter((key) => key !== "");
  return withoutCaches(keys, seen);
}

async function readIgnoreFiles(
  store: ObjectStore,
  entries: readonly TreeEntry[],
): Promise<readonly IgnoreFile[]> {
  const files: IgnoreFile[] = [];
  for (const entry of entries) {
    if (!/(?:^|\/)\.gitignore$/.test(entry.key) || !entry.mode.startsWith("100")) continue;
    const text = await store.git(["cat-file", "blob", entry.oid]);
    const folder = parentsOf(entry.key).at(-1) ?? "";
    files.push({ folder, text: text.stdout.toString("latin1") });
  }
  return files;
}

/**
 * Tools mark their caches with a `.gitignore` that says `*`. A new folder with such a mark is left out;
 * that can only hide what its maker made, and what is hidden is in no candidate.
 */
function withoutCaches(
  keys: readonly PathKey[],
  { reader, entries }: FolderAndTree,
): readonly PathKey[] {
  const trackedFolders = new Set(entries.flatMap((entry) => parentsOf(entry.key)));
  const caches = new Set(
    keys
      .filter((key) => key.endsWith("/.gitignore"))
      .map((key) => key.slice(0, -"/.gitignore".length))
      .filter((folder) => !trackedFolders.has(folder) && ignoresItself(reader, folder)),
  );
  return caches.size === 0
    ? keys
    : keys.filter((key) => !parentsOf(key).some((parent) => caches.has(parent)));
}

function ignoresItself(reader: FolderReader, folder: PathKey): boolean {
  const file = `${folder}/.gitignore`;
  const stat = reader.stat(file);
  if (stat?.isFile() !== true || stat.size > IGNORE_FILE_BYTES_MAX) return false;
  const rules = reader
    .read(file, IGNORE_FILE_BYTES_MAX)
    .toString("latin1")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
  return rules.length === 1 && rules[0] === "*";
}

function unlistable(cause: unknown): KaziError {
  const why = cause instanceof Error ? cause.message : "no reason given";
  return new KaziError({
    code: "candidate-invalid",
    message: `expected a folder whose new files can be listed, found: ${why}`,
    cause,
  });
}
