import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import path from "node:path";
import type { Oid } from "../model/vector.ts";
import { checkRealFolder, openFolder, within, type FolderReader } from "./folder-reader.ts";
import { listTree, type TreeEntry } from "./object-store.ts";
import type { Bench } from "./tree-attributes.ts";
import { parentsOf, readTreePath, toBytes, type PathKey } from "./tree-path.ts";

/** What to put where, and the commit whose attributes say how files are written out. */
export interface Restoration {
  readonly folder: string;
  readonly graders: Oid;
  readonly commit: Oid;
}

/** Writes a tree over a stranger's folder, never through its links; names what differed. */
export async function restoreTree(
  bench: Bench,
  restoration: Restoration,
): Promise<readonly string[]> {
  checkRealFolder(restoration.folder);
  const entries = await listTree(bench.store, restoration.graders);
  const files = entries.filter((entry) => entry.mode !== "160000");
  const originals = await checkOutOriginals(bench, restoration, files);
  const reader = openFolder(restoration.folder, bench.store.format);
  const differing = files
    .map((file) => file.key)
    .filter((key) => !isSame(reader, restoration.folder, { originals, key }));
  for (const key of differing) writeOver(bench, restoration.folder, key);
  return differing.map((key) => readTreePath(key).path);
}

/** Written out in a folder of ours first: git itself never touches theirs. */
async function checkOutOriginals(
  bench: Bench,
  { graders, commit }: Restoration,
  files: readonly TreeEntry[],
): Promise<string> {
  const originals = originalsOf(bench);
  mkdirSync(originals);
  const { index } = bench;
  const rules = (await listTree(bench.store, commit)).filter(
    ({ key, mode }) => mode.startsWith("100") && /(?:^|\/)\.gitattributes$/.test(key),
  );
  await bench.store.git(["read-tree", graders], { index });
  const known = new Set(files.map((file) => file.key));
  const lines = rules
    .filter((rule) => !known.has(rule.key) && !parentsOf(rule.key).some((key) => known.has(key)))
    .map(({ mode, oid, key }) => `${mode} ${oid}\t${key}\0`);
  await bench.store.git(["update-index", "-z", "--index-info"], {
    index,
    stdin: toBytes(lines.join("")),
  });
  await bench.store.git(["checkout-index", "--force", "-z", "--stdin"], {
    index,
    workTree: originals,
    cwd: originals,
    stdin: toBytes(files.map((file) => `${file.key}\0`).join("")),
  });
  return originals;
}

function isSame(
  reader: FolderReader,
  folder: string,
  file: { readonly originals: string; readonly key: PathKey },
): boolean {
  const stands = reader.stat(file.key);
  const original = within(file.originals, file.key);
  const wanted = lstatSync(original, { bigint: true });
  if (stands === undefined) return false;
  if (wanted.isSymbolicLink()) {
    return (
      stands.isSymbolicLink() &&
      readlinkSync(original, "buffer").equals(readlinkSync(within(folder, file.key), "buffer"))
    );
  }
  const isExecutable = (stands.mode & 0o100n) === (wanted.mode & 0o100n);
  if (!stands.isFile() || stands.size !== wanted.size || !isExecutable) return false;
  return reader.read(file.key, Number(wanted.size)).equals(readFileSync(original));
}

function writeOver(bench: Bench, folder: string, key: PathKey): void {
  for (const parent of parentsOf(key)) makeRealFolder(within(folder, parent));
  const target = within(folder, key);
  const original = within(originalsOf(bench), key);
  const stands = lstatSync(target, { throwIfNoEntry: false });
  if (stands?.isDirectory() === true) moveAway(bench, target);
  else if (stands !== undefined) unlinkSync(target);
  if (lstatSync(original).isSymbolicLink()) symlinkSync(readlinkSync(original, "utf8"), target);
  else copyFileSync(original, target, constants.COPYFILE_EXCL);
}

/** To where it is removed later, however deep or locked it is. */
function moveAway(bench: Bench, folder: Buffer): void {
  chmodSync(folder, 0o700);
  renameSync(folder, path.join(mkdtempSync(path.join(bench.folder, "away-")), "folder"));
}

function originalsOf(bench: Bench): string {
  return path.join(bench.folder, "originals");
}

function makeRealFolder(folder: Buffer): void {
  const stands = lstatSync(folder, { throwIfNoEntry: false });
  if (stands?.isDirectory() === true) {
    if ((stands.mode & 0o700) !== 0o700) chmodSync(folder, 0o755);
    return;
  }
  if (stands !== undefined) unlinkSync(folder);
  mkdirSync(folder);
}
