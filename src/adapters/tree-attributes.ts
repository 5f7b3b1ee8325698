import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Oid } from "../model/vector.ts";
import { listTree, type ObjectStore } from "./object-store.ts";
import { toBytes, type PathKey } from "./tree-path.ts";

const NAMES = ["filter", "text", "eol", "crlf", "ident", "working-tree-encoding"];

/** A tree in an index of our own, and a folder to work in. */
export interface Bench {
  readonly store: ObjectStore;
  readonly index: string;
  /** Ours, empty at first. */
  readonly folder: string;
}

/** What a tree's `.gitattributes` say of one path. */
export interface PathAttributes {
  /** Stored through a filter such as LFS. */
  readonly isFiltered: boolean;
  /** Its line ends may differ from those in the repository. */
  readonly hasLineEnds: boolean;
  /** It may be rewritten whatever it holds. */
  readonly isRewritten: boolean;
}

const PLAIN: PathAttributes = { isFiltered: false, hasLineEnds: false, isRewritten: false };

/** Asks the bench's index; no file in any work tree is looked at. */
export async function attributesOf(
  bench: Bench,
  keys: readonly PathKey[],
): Promise<(key: PathKey) => PathAttributes> {
  const found = new Map<PathKey, PathAttributes>();
  const isSet = await askGit(bench, keys);
  for (const key of keys) {
    const on = isSet.get(key);
    if (on === undefined) continue;
    found.set(key, {
      isFiltered: on.has("filter"),
      hasLineEnds: on.has("text") || on.has("eol") || on.has("crlf"),
      isRewritten: on.has("ident") || on.has("working-tree-encoding"),
    });
  }
  return (key) => found.get(key) ?? PLAIN;
}

async function askGit(
  bench: Bench,
  keys: readonly PathKey[],
): Promise<ReadonlyMap<PathKey, ReadonlySet<string>>> {
  const on = new Map<PathKey, Set<string>>();
  if (keys.length === 0) return on;
  const asked = await bench.store.git(["check-attr", "--cached", "--stdin", "-z", ...NAMES], {
    index: bench.index,
    workTree: bench.folder,
    stdin: toBytes(keys.map((key) => `${key}\0`).join("")),
  });
  const fields = asked.stdout.toString("latin1").split("\0");
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [key = "", name = "", value = ""] = fields.slice(at, at + 3);
    if (value === "unspecified" || value === "unset") continue;
    on.set(key, (on.get(key) ?? new Set()).add(name));
  }
  return on;
}

/** Whether git would store other bytes than these. */
export function needsConversion(attributes: PathAttributes, content: Buffer): boolean {
  return attributes.isRewritten || (attributes.hasLineEnds && content.includes("\r\n"));
}

/** Stores a file as the tree's attributes want it: line ends, `$Id$`, encodings, never a filter. */
export async function storeConverted(bench: Bench, tree: Oid, file: ConvertedFile): Promise<Oid> {
  const rules = await checkOutRules(bench, tree);
  const stored = await bench.store.git(["hash-object", "-w", "--stdin", `--path=${file.path}`], {
    workTree: rules,
    cwd: rules,
    stdin: file.content,
  });
  return stored.stdout.toString().trim();
}

export interface ConvertedFile {
  readonly path: string;
  readonly content: Buffer;
}

/** A work tree with nothing but the attributes, because hash-object reads no others. */
async function checkOutRules(bench: Bench, tree: Oid): Promise<string> {
  const rules = path.join(bench.folder, "rules");
  if (mkdirSync(rules, { recursive: true }) === undefined) return rules;
  const entries = await listTree(bench.store, tree);
  const wanted = entries.filter((entry) => /(?:^|\/)\.gitattributes$/.test(entry.key));
  await bench.store.git(["checkout-index", "--force", "-z", "--stdin"], {
    index: bench.index,
    workTree: rules,
    cwd: rules,
    stdin: toBytes(wanted.map((entry) => `${entry.key}\0`).join("")),
  });
  return rules;
}
