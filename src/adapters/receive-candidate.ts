import { createHash } from "node:crypto";
import { toPlainText } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { Change, ReceivedCandidate } from "../ports/workshop.ts";
import { invalid, unpackBundle, type BundledCommit } from "./candidate-bundle.ts";
import { AUTHOR_EMAIL, AUTHOR_NAME } from "./make-commit.ts";
import { sizesOf } from "./object-store.ts";
import { attributesOf, type Bench, type PathAttributes } from "./tree-attributes.ts";
import { readTreePath, toPathKey, type PathKey } from "./tree-path.ts";

const COMMIT_BYTES_MAX = 64 * 1024;
const CHANGES_MAX = 10_000;
const LINK_BYTES_MAX = 4_096;
const DIFF_BYTES_MAX = 64 * 1024;
const IDENTITY = String.raw`${AUTHOR_NAME} <${AUTHOR_EMAIL}> \d{1,12} \+0000`;
const HEADER = new RegExp(
  String.raw`^tree ([0-9a-f]+)\nparent ([0-9a-f]+)\nauthor ${IDENTITY}\ncommitter ${IDENTITY}\n\n`,
);

/** Reads a bundle whose every byte may have been chosen by an enemy. */
export async function receiveCandidate(
  bench: Bench,
  bundle: Buffer,
  expected: BundledCommit,
): Promise<ReceivedCandidate> {
  const { commit, parent } = expected;
  await unpackBundle(bench.store, bundle, expected);
  const tree = await checkCommit(bench, expected);
  const changes = await listChanges(bench, expected);
  return { commit, tree, changes, diff: await renderDiff(bench, { commit, parent }) };
}

async function checkCommit(bench: Bench, { commit, parent }: BundledCommit): Promise<Oid> {
  const { store } = bench;
  const size = (await sizesOf(store, [commit])).get(commit) ?? 0;
  if (size === 0) throw invalid(`commit ${commit}`, "that it is not in the bundle");
  if (size > COMMIT_BYTES_MAX) throw invalid(`at most ${COMMIT_BYTES_MAX} bytes`, `${size}`);
  const read = await store.git(["cat-file", "commit", commit], { codes: [0, 128] });
  // Asked for a commit, git would follow a tag; only the id of these very bytes says what they are.
  const digest = createHash(store.format).update(`commit ${read.stdout.length}\0`);
  if (read.code !== 0 || digest.update(read.stdout).digest("hex") !== commit) {
    throw invalid(`commit ${commit}`, "another object");
  }
  return treeOf(read.stdout.toString("utf8"), parent);
}

/** Holds the header to the letter: what kazi made has no second parent, signature or other name. */
function treeOf(text: string, parent: Oid): Oid {
  const header = HEADER.exec(text);
  if (header?.[2] !== parent) {
    throw invalid(`a commit as kazi makes it, on ${parent} alone`, "another header");
  }
  return header[1] ?? "";
}

interface RawChange {
  readonly oldMode: string;
  readonly newMode: string;
  readonly oid: Oid;
  readonly key: PathKey;
}

async function listChanges(bench: Bench, expected: BundledCommit): Promise<readonly Change[]> {
  const { store, index } = bench;
  const { commit, parent } = expected;
  const options = ["-r", "-z", "--raw", "--no-renames", "--no-abbrev"];
  const compared = await store.git(["diff-tree", ...options, parent, commit]);
  const raw = parseRaw(compared.stdout);
  if (raw.length > CHANGES_MAX) throw invalid(`at most ${CHANGES_MAX} changes`, `${raw.length}`);
  await store.git(["read-tree", parent], { index });
  const attributes = await attributesOf(
    bench,
    raw.map((it) => it.key),
  );
  const sizes = await sizesOf(
    store,
    raw.filter((it) => /^1[02]/.test(it.newMode)).map((it) => it.oid),
  );
  const changes: Change[] = [];
  for (const it of raw) {
    const bytes = sizes.get(it.oid) ?? 0;
    changes.push(await toChange(bench, it, { bytes, attributes: attributes(it.key) }));
  }
  return changes;
}

function parseRaw(output: Buffer): readonly RawChange[] {
  const fields = output.toString("latin1").split("\0");
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [oldMode = "", newMode = "", , oid = ""] = (fields[at] ?? "").slice(1).split(" ");
    changes.push({ oldMode, newMode, oid, key: fields[at + 1] ?? "" });
  }
  return changes;
}

async function toChange(
  bench: Bench,
  raw: RawChange,
  facts: { readonly bytes: number; readonly attributes: PathAttributes },
): Promise<Change> {
  const { path, isFit } = readTreePath(raw.key);
  const { bytes } = facts;
  if (!isFit) return { path, kind: "special", bytes };
  if (raw.oldMode === "160000" || raw.newMode === "160000") {
    return { path, kind: "repository", bytes: 0 };
  }
  switch (raw.newMode) {
    case "000000":
      return { path, kind: "deleted", bytes: 0 };
    case "120000":
      return await toLink(bench, raw, { path, bytes });
    case "100644":
    case "100755": {
      if (facts.attributes.isFiltered) return { path, kind: "filtered", bytes };
      return { path, kind: raw.newMode === "100755" ? "executable" : "file", bytes };
    }
    default:
      return { path, kind: "special", bytes };
  }
}

async function toLink(
  bench: Bench,
  raw: RawChange,
  link: { readonly path: string; readonly bytes: number },
): Promise<Change> {
  const { path, bytes } = link;
  if (bytes > LINK_BYTES_MAX) return { path, kind: "special", bytes };
  const blob = await bench.store.git(["cat-file", "blob", raw.oid]);
  const target = blob.stdout.toString("utf8");
  const isText = toPathKey(target) === blob.stdout.toString("latin1") && !target.includes("\0");
  return isText ? { path, kind: "symlink", bytes, target } : { path, kind: "special", bytes };
}

async function renderDiff(bench: Bench, { commit, parent }: BundledCommit): Promise<string> {
  const options = ["-p", "-r", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"];
  const diff = await bench.store.git(["diff-tree", ...options, parent, commit], {
    cutBytes: DIFF_BYTES_MAX,
  });
  const text = toPlainText(diff.stdout.toString("utf8"));
  return diff.cut
    ? `${text.slice(0, text.lastIndexOf("\n") + 1)}… cut after ${DIFF_BYTES_MAX} bytes\n`
    : text;
}
