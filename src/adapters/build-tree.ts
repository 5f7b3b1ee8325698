import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { Change } from "../ports/workshop.ts";
import type { MeasuredChange } from "./describe-path.ts";
import { openFolder, type FolderReader } from "./folder-reader.ts";
import { attributesOf, needsConversion, storeConverted, type Bench } from "./tree-attributes.ts";
import { readTreePath, toBytes, type PathKey } from "./tree-path.ts";

/** No candidate holds such a file; more would only fill memory. */
const FILE_BYTES_MAX = 100_000_000;

/** What a new tree is made of. */
export interface TreeRecipe {
  readonly folder: string;
  readonly parent: Oid;
  readonly changes: readonly MeasuredChange[];
}

/** A tree that is the parent's with exactly these changes of the folder. */
export async function buildTree(bench: Bench, recipe: TreeRecipe): Promise<Oid> {
  const { store, index } = bench;
  await store.git(["read-tree", recipe.parent], { index });
  const blobs = await storeContents(bench, recipe);
  const zeros = "0".repeat(store.format === "sha256" ? 64 : 40);
  const lines = recipe.changes.map(
    (it) => `${it.mode ?? "0"} ${blobs.get(it.key) ?? zeros}\t${it.key}\0`,
  );
  const updated = await store.git(["update-index", "-z", "--index-info"], {
    index,
    stdin: toBytes(lines.join("")),
    codes: [0, 1, 128],
  });
  if (updated.code !== 0) throw unbuildable(updated.stderr);
  const tree = await store.git(["write-tree"], { index });
  const oid = tree.stdout.toString().trim();
  await holdAgainst(bench, recipe, oid);
  return oid;
}

async function storeContents(bench: Bench, recipe: TreeRecipe): Promise<ReadonlyMap<PathKey, Oid>> {
  const reader = openFolder(recipe.folder, bench.store.format);
  const contents = recipe.changes.filter((it) => it.mode !== "0");
  const attributes = await attributesOf(
    bench,
    contents.map((it) => it.key),
  );
  const blobs = new Map<PathKey, Oid>();
  const plain: PathKey[] = [];
  const copies = path.join(bench.folder, "copies");
  mkdirSync(copies);
  for (const { key, mode, change } of contents) {
    const content = contentOf(reader, key, change);
    const given = attributes(key);
    if (mode !== "120000" && !given.isFiltered && needsConversion(given, content)) {
      const file = { path: readTreePath(key).path, content };
      blobs.set(key, await storeConverted(bench, recipe.parent, file));
      continue;
    }
    writeFileSync(path.join(copies, String(plain.length)), content);
    plain.push(key);
  }
  for (const [at, oid] of (await storePlain(bench, copies, plain.length)).entries()) {
    blobs.set(plain[at] ?? "", oid);
  }
  return blobs;
}

function contentOf(reader: FolderReader, key: PathKey, change: Change): Buffer {
  if (change.kind !== "symlink") {
    return reader.read(key, Math.min(change.bytes, FILE_BYTES_MAX));
  }
  const isLink = reader.stat(key)?.isSymbolicLink() === true;
  const target = isLink ? reader.readLink(key) : undefined;
  if (target !== undefined && target.toString() === change.target) return target;
  throw new KaziError({
    code: "candidate-invalid",
    message: `${change.path}: expected the symbolic link that was measured, found something else`,
  });
}

/** One git for all files: from copies of ours, so that no name and no attribute of theirs plays in. */
async function storePlain(bench: Bench, copies: string, count: number): Promise<readonly Oid[]> {
  if (count === 0) return [];
  const names = Array.from({ length: count }, (_, at) => `${at}\n`);
  const stored = await bench.store.git(["hash-object", "-w", "--no-filters", "--stdin-paths"], {
    cwd: copies,
    stdin: names.join(""),
  });
  return stored.stdout.toString().trim().split("\n");
}

/** A file over a folder, or below a file, would take paths away that nobody judged. */
async function holdAgainst(bench: Bench, recipe: TreeRecipe, tree: Oid): Promise<void> {
  const listed = new Set(recipe.changes.map((it) => it.key));
  const compared = await bench.store.git([
    "diff-tree",
    "-r",
    "-z",
    "--name-only",
    "--no-renames",
    recipe.parent,
    tree,
  ]);
  const differing = compared.stdout.toString("latin1").split("\0");
  const stray = differing.find((key) => key !== "" && !listed.has(key));
  if (stray !== undefined) throw unbuildable(`it would also change ${readTreePath(stray).path}`);
}

function unbuildable(why: string): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `expected changes that a tree can hold, found that git refuses: ${why.trim().slice(0, 300)}`,
  });
}
